"""The rule `covers-aspects`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from readiness._words import listed
from readiness.model import Aspect, Criterion, Exhibit, Finding, Level, Reason, RuleContext

from ._aspects import Standing, Survey
from ._shared import about, claimed, claimed_at, first_claim, inside, name_of, quoted_names, shown

_TERMS = 3


@frozen(kw_only=True)
class CoversAspects:
    """
    The evidence deals with every part of what is asked.

    What it asks
        That each aspect that a source requires is claimed, and that the text of a claimed document deals with it.

    Why
        Some criteria ask several things at once: tokens are issued, lost, returned and damaged, and a procedure for
        issue alone proves a quarter of it. A page that only mentions the criterion proves none of it.

    What satisfies it
        Claims that together name every required aspect (a claim without ``aspects`` is made for the criterion as a
        whole), and for each aspect a claimed document that holds one of the catalogue's words for it. A claim that
        names the aspect and quotes a phrase in ``where`` that is found in the document counts too, whatever words it
        uses: a person has looked. A document that deals with no aspect at all gives nothing. An aspect that the
        catalogue has no words for cannot be looked for; the register's word is taken, and that is noted. Aspects that
        no source requires are noted at most. Words that say the opposite count all the same; where the only passage
        seems to say that there is nothing yet, as in "there is no procedure for it", that is a warning.

    How to fix
        Claim a document for the missing aspect, or add the aspect to the claim of the document that deals with it. If
        it does so in other words, quote them in ``where``.

    Options
        level: ``error``, ``warning`` or ``note``; default ``error``.
    """

    kind: ClassVar[str] = "covers-aspects"
    level: Level = Level.ERROR

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield what is not claimed, what is claimed and not dealt with, and what could not be looked at."""
        exhibits = list(claimed(context))
        if not exhibits or not criterion.aspects:
            return
        survey = Survey.of(criterion, exhibits)
        required = survey.sorted(one for one in criterion.aspects if one.required)
        if unclaimed := required[Standing.UNCLAIMED]:
            message = f"No claim covers: {_titles(unclaimed)}.{_seems(survey, unclaimed)}"
            fix = "Claim a document that deals with it, or add the aspect to the claim that already does."
            yield self._together(context, message, fix)
        yield from self._missing(survey, required, context)
        yield from _claimed_in_vain(survey, context)
        yield from _denied(survey, required[Standing.COVERED])
        if unread := required[Standing.UNREAD]:
            yield _unread(survey, unread, context)
        yield from _remarks(survey, required, context)

    def _missing(
        self, survey: Survey, required: dict[Standing, list[Aspect]], context: RuleContext
    ) -> Iterator[Finding]:
        names, missing = quoted_names(survey.idle), required[Standing.MISSING]
        fix = "Claim a document that deals with it; if one does in other words, quote them in where."
        if survey.idle and not survey.any_at_work:
            verb = "deals" if len(survey.idle) == 1 else "deal"
            said = _searched(missing or survey.criterion.aspects)
            message = f"{names} {verb} with nothing that {survey.criterion.id} asks for: {said}."
            yield self._together(context, message, fix, survey.idle)
        elif missing:
            read = "" if survey.complete else " in what could be read"
            message = f"Nothing that is claimed deals{read} with: {_searched(missing)}."
            covered = [f"{one.title} ({_where(survey, one)})" for one in required[Standing.COVERED]]
            message += f" Dealt with: {'; '.join(covered)}." if covered else ""
            yield self._together(context, message, fix)

    def _together(self, context: RuleContext, message: str, fix: str, exhibits: Iterable[Exhibit] = ()) -> Finding:
        """Return a finding about all the evidence together, or about the one document that it is about."""
        every = list(exhibits) or list(claimed(context))
        return Finding(
            rule=self.kind,
            level=self.level,
            message=message,
            location=claimed_at(every[0], context),
            fix=fix,
            reason=Reason.INSUFFICIENT,
            document=every[0].entry.path if len(every) == 1 else "",
        )


def _claimed_in_vain(survey: Survey, context: RuleContext) -> Iterator[Finding]:
    """Yield a warning for each document that adds nothing, or not what its claim says."""
    for exhibit in survey.idle if survey.any_at_work else ():
        message = f"“{name_of(exhibit)}” deals with nothing that {survey.criterion.id} asks for; other documents do."
        fix = "Remove the claim, or quote in where what it says."
        yield about(
            exhibit, context, CoversAspects.kind, Level.WARNING, message, fix, location=claimed_at(exhibit, context)
        )
    for exhibit, aspects in survey.in_vain():
        message = f"“{name_of(exhibit)}” is claimed for what it does not seem to deal with: {_searched(aspects)}."
        fix = "Take the aspect out of the claim, or quote in where what it says."
        yield about(
            exhibit, context, CoversAspects.kind, Level.WARNING, message, fix, location=claimed_at(exhibit, context)
        )


def _denied(survey: Survey, covered: list[Aspect]) -> Iterator[Finding]:
    """Yield a warning for each aspect of which the evidence seems to say that there is nothing yet."""
    for aspect in covered:
        if place := survey.denied(aspect):
            exhibit, spot = place
            nothing = f"there is nothing yet for: {aspect.title} ({shown(spot)})"
            yield Finding(
                rule=CoversAspects.kind,
                level=Level.WARNING,
                message=f"“{name_of(exhibit)}” seems to say that {nothing}.",
                location=inside(exhibit, spot),
                fix="Read the passage. If it is so, claim a document that deals with it.",
                document=exhibit.entry.path,
            )


def _unread(survey: Survey, unread: list[Aspect], context: RuleContext) -> Finding:
    """Return a note with a reason: what nobody could look at is not covered, whatever else is said of the document."""
    documents = {one.entry.path: one for aspect in unread for one in survey.hangs_on(aspect)}
    return Finding(
        rule=CoversAspects.kind,
        level=Level.NOTE,
        message=f"What could not be read is claimed for: {_titles(unread)} ({quoted_names(documents.values())}).",
        location=first_claim(context),
        fix="Make it readable first.",
        reason=Reason.UNREADABLE,
    )


def _remarks(survey: Survey, required: dict[Standing, list[Aspect]], context: RuleContext) -> Iterator[Finding]:
    """Yield a note for what was taken on trust, and one for what would be worth dealing with."""
    where = first_claim(context)
    if trusted := required[Standing.UNSEARCHED]:
        message = f"The catalogue has no words to look for: {_titles(trusted)}. The register's word is taken."
        fix = "Read the documents for it, or give the aspect terms in the catalogue."
        yield Finding(rule=CoversAspects.kind, level=Level.NOTE, message=message, location=where, fix=fix)
    helpful = survey.sorted(one for one in survey.criterion.aspects if not one.required)
    without = [one for one in (*helpful[Standing.UNCLAIMED], *helpful[Standing.MISSING]) if survey.place(one) is None]
    if without and survey.any_at_work:
        message = f"Nothing claimed deals with these, which no source requires: {_titles(without)}."
        fix = "Worth adding when the documents are next revised."
        yield Finding(rule=CoversAspects.kind, level=Level.NOTE, message=message, location=where, fix=fix)


def _titles(aspects: Iterable[Aspect]) -> str:
    return listed(one.title for one in aspects)


def _searched(aspects: Iterable[Aspect]) -> str:
    """Return the aspects with a few of the words that were looked for."""
    return "; ".join(f"{one.title} (looked for {_words(one)})" if one.terms else one.title for one in aspects)


def _words(aspect: Aspect) -> str:
    words = [f"“{term}”" for term in aspect.terms[:_TERMS]]
    return ", ".join([*words, "…"] if len(aspect.terms) > _TERMS else words)


def _where(survey: Survey, aspect: Aspect) -> str:
    found = survey.place(aspect)
    place = str(found[1].locator) if found else ""
    return f"“{name_of(found[0])}”" + (f", {place}" if place else "") if found else ""


def _seems(survey: Survey, aspects: Iterable[Aspect]) -> str:
    """Return where a claimed document seems to deal with what nobody claims it for."""
    found = [f"{one.title} ({where})" for one in aspects if (where := _where(survey, one))]
    return f" A claimed document seems to deal with {listed(found)}." if found else ""
