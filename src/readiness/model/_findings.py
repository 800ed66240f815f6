"""What a rule says: a finding, how serious it is, and where to look."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen, validators


class Level(Enum):
    """How serious a finding is. ``error`` holds the assessment back, ``warning`` soon will, ``note`` informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """
        Return 2 for an error, 1 for a warning, 0 for a note, so that levels compare.

        >>> Level.ERROR.weight > Level.NOTE.weight
        True
        """
        return {"error": 2, "warning": 1, "note": 0}[self.value]


class Reason(Enum):
    """Why a criterion is not met, in the words that the profile uses."""

    NOTHING_FOUND = "nothing found"
    ONLY_PLANNED = "only planned"
    OVERDUE = "plan overdue"
    ONLY_SUGGESTED = "only suggested"
    UNREADABLE = "found but unreadable"
    STALE = "found but stale"
    INSUFFICIENT = "found but insufficient"
    UNAPPROVED = "found but unapproved"
    SUSPECT = "suspect"
    UNKNOWN_WORDING = "unknown wording"


@frozen
class Location:
    """
    Where a finding points: a file, and as close inside it as is known.

    Attributes:
        file: path relative to the evidence folder, with ``/`` between parts, or the name of a catalogue file.
        line: line counted from 1, or ``None``.
        column: column counted from 1, or ``None``.
        part: a key, page, cell or heading inside the file, in words; may be empty.

    >>> str(Location("register.toml", line=12, part="document[2]"))
    'register.toml:12 (document[2])'
    """

    file: str = field(validator=validators.min_len(1))
    line: int | None = None
    column: int | None = None
    part: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} ({self.part})" if self.part else place


@frozen(kw_only=True)
class Finding:
    """
    One thing a rule has to say. It cannot exist without a location, a message and a way to mend it.

    Attributes:
        rule: the rule's kind, such as ``has-evidence``.
        level: see `Level`.
        message: one sentence a person understands without knowing the rule.
        location: see `Location`.
        fix: what to do next, as an instruction; may be empty for a note.
        reason: set when the finding keeps its criterion from being met.
        document: path of the evidence document the finding is about, or empty.

    >>> Finding(rule="owned", level=Level.ERROR, message="", location=Location("a.doc"), fix="Name one.")
    Traceback (most recent call last):
        ...
    ValueError: Length of 'message' must be >= 1: 0
    """

    rule: str = field(validator=validators.min_len(1))
    level: Level
    message: str = field(validator=validators.min_len(1))
    location: Location = field(validator=validators.instance_of(Location))
    fix: str = ""
    reason: Reason | None = None
    document: str = ""
