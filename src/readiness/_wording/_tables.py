"""The tables of a file of wording: which words there are, and how each is said as usual."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from readiness._registry import rules
from readiness.model import Decision, Reason, Status
from readiness.model._phrasing import HEADINGS, word_key


@frozen(kw_only=True)
class Table:
    """
    A table of the file.

    Attributes:
        name: in brackets in the file.
        about: what it is for, as a comment.
        usual: what is said as usual, by key.
        longest: how many characters an own word may have.
        told: what stands for something else in an own word, by key; ``{fix}`` in each next step.
        judges: whether its words say how something stands, so that no two may be alike.
    """

    name: str
    about: str
    usual: Mapping[str, str]
    longest: int
    told: Mapping[str, str]
    judges: bool = False


def tables() -> tuple[Table, ...]:
    """Return the tables in the order of the file."""
    statuses, reasons, decisions = ({word_key(one.value): one.value for one in of} for of in (Status, Reason, Decision))
    steps = dict.fromkeys(sorted(rules.builtins), "{fix}")
    return (
        Table(
            name="decision",
            about="The decision, in large letters.",
            usual=decisions,
            longest=30,
            told={},
            judges=True,
        ),
        Table(
            name="status",
            about="How a criterion stands. A label begins with a capital letter by itself.",
            usual=statuses,
            longest=40,
            told={},
            judges=True,
        ),
        Table(
            name="reason",
            about="Why a criterion is not met, in a few words.",
            usual=reasons,
            longest=80,
            told={},
            judges=True,
        ),
        Table(
            name="heading",
            about="Headings of the profile and of the reports.",
            usual=HEADINGS,
            longest=120,
            told={"forecast": "{due}"},
        ),
        Table(
            name="next-step",
            about="What to do next, by the rule that says so; {fix} is what the rule says, and has to stand in it.",
            usual=steps,
            longest=500,
            told=steps,
        ),
    )
