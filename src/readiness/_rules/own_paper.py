"""The rule `own-paper`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from readiness.model import Caveat, CaveatSpot, Criterion, Exhibit, Finding, Level, Reason, RuleContext

from ._shared import Opened, about, inside, is_lasting, name_of, opened, shown

_ASIDE = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAID_OF_ANY = frozenset(
    """
    the of and for city county borough district town parish metropolitan unitary royal london council authority trust
    nhs primary care foundation hospital hospitals health police service services school academy college university
    children safeguarding local board partnership limited ltd plc
    """.split()  # noqa: SIM905 - it reads more easily
)


@frozen(kw_only=True)
class OwnPaper:
    """
    The evidence is the organisation's own paper, or somebody has said why another's applies to it.

    What it asks
        That no policy, process, procedure or agreement claimed for the criterion is another organisation's: another
        council's, a trust's, a school's, a company's. It looks at the first lines, at headers and footers, at the
        title in the properties, and at who the text says that "the Council" is.

    Why
        Good policies are borrowed. A neighbour's procedure holds every word that is asked for, and binds nobody
        here. An assessor who opens it sees the wrong name on the first page, and trusts nothing else in the profile.

    What satisfies it
        A paper of the organisation, of its boards and partnerships, or one that names it as well, as a joint policy
        does. Another's paper, if ``applies`` in the document's table or a claim's ``note`` says how it applies, and
        names either of the two or says that it was adopted. ``own_names`` at the top of the register lists further
        names that are the organisation's own, such as a former one or a service it shares. Records, statements and
        training material may well come from others: then it is only noted. So is national guidance beside a
        procedure of one's own; alone it is not enough. A page for the public that is claimed as a policy or procedure
        is noted.

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
            if sign is not None and not _is_tied(one.exhibit, sign, context):
                is_guidance = sign.caveat is Caveat.NATIONAL_GUIDANCE
                yield self._for_all(one, context, sign, alone) if is_guidance else self._of_another(one, context, sign)
            public = one.look.caveat(Caveat.PUBLIC_PAGE)
            if public is not None and is_lasting(one.exhibit):
                yield self._for_the_public(one, context, public)

    def _of_another(self, one: Opened, context: RuleContext, sign: CaveatSpot) -> Finding:
        what = f"a paper of {sign.words} ({shown(sign.spot)})"
        rest = f", and nothing says that it applies to {_organisation(context)}"
        fix = f"File your own. If this one holds for you, say in applies how it does, and name {sign.words}."
        return self._finding(one, context, sign, f"{what}{rest}", fix, grave=is_lasting(one.exhibit))

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


def _is_tied(exhibit: Exhibit, sign: CaveatSpot, context: RuleContext) -> bool:
    """Return whether the register says how the paper applies: by naming whose it is or us, or that it was adopted."""
    said = " ".join([exhibit.entry.applies, *(claim.note for claim in exhibit.claims)]).casefold()
    names = [*_known_as(context), *([sign.words] if sign.caveat is Caveat.OTHER_BODY else [])]
    telling = {word for name in names for word in _WORD.findall(name.casefold())} - _SAID_OF_ANY
    return "adopt" in said or not telling.isdisjoint(_WORD.findall(said))


def _known_as(context: RuleContext) -> tuple[str, ...]:
    names = context.folder.register.known_as if context.folder else ()
    return tuple(_ASIDE.sub("", one) for one in names)


def _organisation(context: RuleContext) -> str:
    return next(iter(_known_as(context)), "your organisation")
