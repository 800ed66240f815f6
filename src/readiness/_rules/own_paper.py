"""The rule `own-paper`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Caveat, CaveatSpot, Criterion, Exhibit, Finding, Kind, Level, Reason, RuleContext

from ._shared import LASTING, Opened, about, inside, is_lasting, name_of, opened, shown

_ASIDE = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAID_OF_ANY = frozenset(
    """
    the of and for city county borough district town parish metropolitan unitary royal london council authority trust
    nhs primary care foundation hospital hospitals health police service services school academy college university
    children safeguarding local board partnership limited ltd plc
    """.split()  # noqa: SIM905 - it reads more easily
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
_APPLIES = (
    r"(?:adopt(?:s|ed)?|bind(?:s|ing)?|bound|appl(?:y|ies|ied)|hold(?:s|ing)?|follow(?:s|ed)?|cover(?:s|ed)?|use[ds]?"
    r"|agree[ds]?|agreements?|contract\w*|runs?|provide[ds]?|share[ds]?|operate[ds]?|gives?|given|serve[ds]?|governs?"
    r"|extend(?:s|ed)?|valid|must|behalf|in\s+force)\b"
)
_ADOPTED = re.compile(
    r"\badopt(?:ed|s)\b(?!\s+(?:child|young|person|people|famil|parent|adult|sibling))", re.IGNORECASE
)
_APPLIED = re.compile(rf"\b{_APPLIES}", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:(?:not|never|nobody|none|nothing|no\s+one|cannot|await\w*|pending|(?:to|will|would|should|could|may|might)\s+be"
    r"|once|unless)\b|\w+n['\u2019]t\b)(?:\s+(?:yet|be|been|being|is|was|has|have|had|it|itself|ever|so\s+far|\w+ly))*"
    rf"\s+{_APPLIES}|\b{_APPLIES}\s*[:?,-]\s*(?:no|not|never)\b",
    re.IGNORECASE,
)
"""What says that a paper does not apply, or not yet."""
_COUNCIL = re.compile(r"council|\bborough\b|\b(?:CC|BC|MBC|DC)$", re.IGNORECASE)


@frozen(kw_only=True)
class OwnPaper:
    """
    The evidence is the organisation's own paper, or somebody has said why another's applies to it.

    What it asks
        That no policy, process or procedure claimed for the criterion is another organisation's: another council's, a
        trust's, a school's, a company's. It looks at the first lines, at headers and footers, at the
        title in the properties, and at who the text says that "the Council" is.

    Why
        Good policies are borrowed. A neighbour's procedure holds every word that is asked for, and binds nobody
        here. An assessor who opens it sees the wrong name on the first page, and trusts nothing else in the profile.

    What satisfies it
        A paper of the organisation, of its boards and partnerships, or one that names it as well, as a joint policy
        does. Another's paper, if ``applies`` in the document's table or a claim's ``note`` says how it applies, and
        names either of the two in full, or says that it was adopted; what is not adopted yet does not count.
        ``own_names`` at the top of the register lists further names that are the organisation's own, such as a former
        one or a service it shares. An agreement may well bear the partner's name; only another council's is noted.
        Records, statements and training material may well come from others: then it is only noted. So is national
        guidance beside a procedure of one's own; alone it is not enough. A page for the public that is claimed as a
        policy or procedure is noted.

    How to fix
        File your own paper. If the other one holds for you, say so: ``applies = "Northmoor runs our helpdesk. Its
        procedure binds Anyshire's users by the agreement of 3 March 2009."``

    Options
        level: ``error``, ``warning`` or ``note`` for another's paper; default ``error``.
    """

    kind: ClassVar[str] = "own-paper"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:  # noqa: ARG002 - the protocol
        """Yield a finding for each document that is another's, guidance for all, or a page for the public."""
        documents = list(opened(context))
        alone = not any(is_lasting(one.exhibit) and one.exhibit.foreign is None for one in documents)
        for one in documents:
            sign = one.exhibit.foreign
            if sign is not None and not _is_partner(one.exhibit, sign) and not _is_tied(one.exhibit, sign, context):
                is_guidance = sign.caveat is Caveat.NATIONAL_GUIDANCE
                yield self._for_all(one, context, sign, alone) if is_guidance else self._of_another(one, context, sign)
            public = one.look.caveat(Caveat.PUBLIC_PAGE)
            if public is not None and is_lasting(one.exhibit):
                yield self._for_the_public(one, context, public)

    def _of_another(self, one: Opened, context: RuleContext, sign: CaveatSpot) -> Finding:
        what = f"a paper of {sign.words} ({shown(sign.spot)})"
        rest = f", and nothing says that it applies to {_organisation(context)}"
        fix = f"File your own. If this one holds for you, say in applies how it does, and name {sign.words}."
        return self._finding(
            one, context, sign, f"{what}{rest}", fix, grave=is_lasting(one.exhibit) and not _is_agreement(one.exhibit)
        )

    def _for_all(self, one: Opened, context: RuleContext, sign: CaveatSpot, alone: bool) -> Finding:
        grave = alone and is_lasting(one.exhibit)
        rest = ", and no policy or procedure of your own is claimed beside it" if grave else ""
        fix = "Claim your own policy or procedure. If you follow this one as it stands, say in applies who adopted it."
        return self._finding(one, context, sign, f"guidance for all ({shown(sign.spot)}){rest}", fix, grave=grave)

    def _for_the_public(self, one: Opened, context: RuleContext, sign: CaveatSpot) -> Finding:
        what = f"a page for the public ({shown(sign.spot)}), and not the procedure itself"
        fix = "Claim what staff follow, or register the page as a statement."
        return self._finding(one, context, sign, what, fix, grave=False)

    def _finding(
        self, one: Opened, context: RuleContext, sign: CaveatSpot, what: str, fix: str, *, grave: bool
    ) -> Finding:
        """Return a finding that holds the criterion back if it is *grave*, and otherwise is only noted."""
        message = f"“{name_of(one.exhibit)}” seems to be {what}."
        level, reason = (self.level, Reason.INSUFFICIENT) if grave else (Level.NOTE, None)
        place = inside(one.exhibit, sign.spot)
        return about(one.exhibit, context, self.kind, level, message, fix, reason, place)


def _is_agreement(exhibit: Exhibit) -> bool:
    """Return whether the paper is claimed as an agreement and as nothing else that has to be in force."""
    return LASTING.intersection(exhibit.entry.kinds) == {Kind.AGREEMENT}


def _is_partner(exhibit: Exhibit, sign: CaveatSpot) -> bool:
    """Return whether an agreement names whom it is made with: a council's may be a neighbour's own as well."""
    return sign.caveat is Caveat.OTHER_BODY and _is_agreement(exhibit) and _COUNCIL.search(sign.words) is None


def _is_tied(exhibit: Exhibit, sign: CaveatSpot, context: RuleContext) -> bool:
    """Return whether the register says that the paper was adopted, or that it applies, naming whose it is or us."""
    said = ". ".join([exhibit.entry.applies, *(claim.note for claim in exhibit.claims)])
    said = "\n".join(one for one in _SENTENCE.split(said) if not _REFUSED.search(one))
    if _ADOPTED.search(said):
        return True
    names = [*_known_as(context), *([sign.words] if sign.caveat is Caveat.OTHER_BODY else [])]
    system = _words(context.folder.register.system) if context.folder else set()
    told = [_words(name) - _SAID_OF_ANY - system for name in names]
    return _APPLIED.search(said) is not None and any(one and one <= _words(said) for one in told)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _known_as(context: RuleContext) -> tuple[str, ...]:
    names = context.folder.register.known_as if context.folder else ()
    return tuple(_ASIDE.sub("", one) for one in names)


def _organisation(context: RuleContext) -> str:
    return next(iter(_known_as(context)), "your organisation")
