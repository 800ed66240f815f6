"""The words in which what people read says a judgement: the program's, or an organisation's own."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ._findings import Reason
from ._status import Decision, Status

HEADINGS = {
    "glance": "The criteria at a glance",
    "coverage": "How far each strand has come",
    "gaps": "Gaps, what to do first",
    "forecast": "Forecast for {due}",
    "plan": "The plan",
    "strand-plan": "The plan by strand",
    "year": "What runs out within a year",
    "matrix": "Criteria and documents",
    "criteria": "Each criterion",
    "findings": "Findings",
    "evidence": "Evidence",
    "aspects": "What the evidence has to deal with",
    "in-the-plan": "In the plan",
    "documents": "Documents",
    "rests-on": "What this report rests on",
    "not-looked-at": "What was not looked at",
    "organisation": "About the organisation as a whole",
    "plan-unused": "What could not be used of the plan",
    "sign-off": "Sign-off",
    "annex-plan": "Annex A: the plan",
    "annex-sources": "Annex B: how we know what each criterion asks",
    "by-strand": "By strand",
    "in-the-way": "What stands in the way",
    "outlook": "Outlook",
    "decision": "Decision",
    "risks": "Risks and issues",
    "next-month": "Next month",
    "to-do": "What to do, the most pressing first",
    "project-plan": "The project plan",
    "own-gaps": "Gaps",
    "own-actions": "Plan actions",
    "counts": "How many criteria stood how",
    "over-time": "Each criterion over time",
}
"""The usual text of each heading that can be put otherwise, by its key."""
_KEYS = {text: key for key, text in HEADINGS.items()} | {
    "Coverage by strand": "coverage",
    "How many criteria stand how": "counts",
}
"""The key of each usual text, also of those that a format puts a little otherwise."""


def word_key(usual: str) -> str:
    """
    Return the key of a usual word in a file of wording.

    >>> word_key("not met"), word_key("NO-GO")
    ('not-met', 'no-go')
    """
    return usual.lower().replace(" ", "-")


@frozen(kw_only=True)
class Phrasing:
    """
    The words of an organisation; without any it says everything as usual.

    Colours and shapes are not among them: what is red stays red, whatever it is called.

    Attributes:
        words: each own word by its place, such as ``status.not-met``; what is not there is said as usual.
        file: where they stand, for readers who want to know; empty for the usual ones.

    >>> Phrasing(words={"status.met": "achieved"}).label(Status.MET), Phrasing().label(Status.NOT_MET)
    ('Achieved', 'Not met')
    """

    words: Mapping[str, str] = field(factory=dict, hash=False)
    file: str = ""

    def status(self, of: Status) -> str:
        """Return a status as a sentence says it."""
        return self._own("status", of.value)

    def label(self, of: Status) -> str:
        """Return a status as a label."""
        said = self.status(of)
        return f"{said[:1].upper()}{said[1:]}"

    def reason(self, of: Reason) -> str:
        """Return why a criterion is not met, in a few words."""
        return self._own("reason", of.value)

    def decision(self, of: Decision) -> str:
        """Return a decision."""
        return self._own("decision", of.value)

    def heading(self, usual: str, **values: str) -> str:
        """
        Return a heading.

        Args:
            usual: as the program says it, with a name in braces for each of *values*.
            values: what the names stand for.

        >>> Phrasing(words={"heading.gaps": "Our actions"}).heading("Gaps, what to do first")
        'Our actions'
        """
        text = self.words.get(f"heading.{_KEYS[usual]}", usual) if usual in _KEYS else usual
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def next_step(self, rule: str, fix: str) -> str:
        """Return what to do next about what a rule says; an own sentence has the rule's in it."""
        own = self.words.get(f"next-step.{rule}")
        return own.replace("{fix}", fix) if own and fix else fix

    def _own(self, table: str, usual: str) -> str:
        return self.words.get(f"{table}.{word_key(usual)}", usual) if self.words else usual

    @property
    def steps(self) -> bool:
        """Return whether any next step is put otherwise."""
        return any(one.startswith("next-step.") for one in self.words)

    @property
    def changed(self) -> tuple[tuple[str, str], ...]:
        """Return each word of a judgement that is put otherwise: the usual one and the own one."""
        pairs = (
            *((one.value, self.decision(one)) for one in Decision),
            *((one.value, self.status(one)) for one in Status),
            *((one.value, self.reason(one)) for one in Reason),
        )
        return tuple((usual, own) for usual, own in pairs if usual != own)

    @property
    def notice(self) -> str:
        """
        Return in a sentence which words of a judgement are not the usual ones; empty if all are.

        >>> Phrasing(words={"status.met": "achieved"}).notice
        'Some words are not the usual ones: “achieved” stands for “met”. Colours and shapes are as ever.'
        """
        told = "; ".join(f"“{own}” stands for “{usual}”" for usual, own in self.changed)
        return f"Some words are not the usual ones: {told}. Colours and shapes are as ever." if told else ""
