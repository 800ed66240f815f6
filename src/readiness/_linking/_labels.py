"""The labels under which documents state their version, owner and dates."""

from __future__ import annotations

import re

from attrs import frozen

from readiness._words import folded
from readiness.model import StatedFact

_WHOSE = r"(?:(?:this|the|current|document|policy|procedure|process|guidance|strategy|protocol)\s+){0,2}"
_LABELS = {
    StatedFact.VERSION: rf"{_WHOSE}(?:version|issue|revision|edition|ver|rev)(?:\s*(?:control\s+)?(?:no\.?|number))?",
    StatedFact.OWNER: (
        rf"{_WHOSE}(?:(?:information|business|author\s*(?:/|and|&)\s*)\s*)?owner(?:ship|\(s\)|s)?(?:\s*(?:/|and|&)\s*author|\s+role)?"
        r"|(?:policy|document|responsible|accountable|lead)\s+(?:lead|officer|manager|director|person)|owned\s+by"
    ),
    StatedFact.EFFECTIVE: (
        r"(?:date\s+)?effective(?:\s+(?:from|date|as\s+of|as\s+from))?|date\s+(?:effective|in\s+force|of\s+implementation)"
        r"|(?:(?:comes?|came|coming)\s+into|in|with)\s+(?:force|effect)(?:\s+(?:from|on))?|takes?\s+effect(?:\s+(?:from|on))?"
        r"|implementation\s+date|valid\s+from|commencement\s+date|operative\s+(?:date|from)|go[\s-]?live\s+date"
    ),
    StatedFact.REVIEW_BY: (
        rf"{_WHOSE}(?:next\s+|planned\s+|scheduled\s+)?review\s+(?:due\s+date|date|due|by|due\s+by|on\s+or\s+before|before)"
        r"|(?:date\s+(?:of|for)\s+|due\s+for\s+)?next\s+(?:planned\s+|formal\s+)?review(?:\s+(?:date|due|by|on|is\s+due))?"
        r"|date\s+(?:for|of)\s+review|due\s+for\s+review|(?:to|will|must|should|shall)\s+be\s+reviewed(?:\s+again)?"
        r"|expiry\s+date|expires(?:\s+on)?|valid\s+until"
    ),
}
_OTHER = (
    r"(?:issue\s+|approval\s+|last\s+review\s+|publication\s+|print\s+)?date(?:s|d)?|date\s+(?:of\s+)?(?:issued?|approv\w+|created)"
    r"|(?:document\s+)?(?:authors?|status|title|name|reference|ref|type|classification|location|history|control|sponsor)"
    r"|changes?(?:\s+made)?|(?:description|details|summary|nature|reason)(?:\s+(?:of|for)\s+\w+)?|amend(?:ments?|ed)(?:\s+\w+)?"
    r"|comments?|notes?|(?:approved|reviewed|prepared|issued|produced|written|authorised|amended|ratified)(?:\s+(?:by|on))?"
    r"|last\s+review(?:ed)?|role|page|pages|section|distribution|circulation|review\s+(?:cycle|period|frequency)|department"
    r"|directorate|service|contact|signature|signed|approv(?:al|ed\s+by)"
)
_CELL = {fact: re.compile(rf"\W*(?:{pattern})\s*[:.]*\s*", re.IGNORECASE) for fact, pattern in _LABELS.items()}
_OTHER_CELL = re.compile(rf"\W*(?:{_OTHER})\s*[:.]*\s*", re.IGNORECASE)
_HISTORY_CELL = re.compile(
    r"\W*(?:date|author|change|description|amend|summary|comment|reason|status|nature|detail)", re.IGNORECASE
)
_INLINE = {
    fact: re.compile(rf"(?<![^\W_])(?<!-)(?:{pattern})(?![^\W_])", re.IGNORECASE) for fact, pattern in _LABELS.items()
}
_HINTS = {
    StatedFact.VERSION: ("ver", "issue", "rev", "edition"),
    StatedFact.OWNER: ("own", "lead", "officer", "manager", "director", "person"),
    StatedFact.EFFECTIVE: ("effect", "force", "implement", "valid", "commenc", "operative", "live"),
    StatedFact.REVIEW_BY: ("review", "expir", "valid"),
}
"""What is in every label, so that most lines need no closer look."""
_JOINT = re.compile(
    r"[\s*_]*(?:(?:is|are|on|by|in|from|of|due|before|date)\b\s*)*[:=*_\u2013\u2014\t-]*\s*(?:(?:on|by|in|from|before)\b)?\s*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_CONTROL = re.compile(
    r"\b(?:document|version|change|amendment|revision|policy|issue)\s+(?:control|history|information|details|record|summary|status|log)"
    r"|\babout\s+this\s+document",
    re.IGNORECASE,
)


def label_of(cell: str) -> StatedFact | None:
    """
    Return what the value beside or below a cell is, if the whole cell is a label.

    >>> label_of("Next review date:"), label_of("Version control is a must")
    (<StatedFact.REVIEW_BY: 'review date'>, None)
    """
    if len(cell) > _LONGEST_LABEL:
        return None
    return next((fact for fact, shape in _CELL.items() if shape.fullmatch(cell)), None)


def is_label(cell: str) -> bool:
    """Return whether a cell is any label of a control table, and so no value."""
    return label_of(cell) is not None or (len(cell) <= _LONGEST_LABEL and _OTHER_CELL.fullmatch(cell) is not None)


def tells_history(cell: str) -> bool:
    """Return whether a cell heads a column that only a list of past versions has."""
    return len(cell) <= _LONGEST_LABEL and _HISTORY_CELL.match(cell) is not None


def is_control_title(text: str) -> bool:
    """Return whether a heading announces a document control table."""
    return len(text) <= _LONGEST_LABEL and _CONTROL.search(text) is not None


@frozen
class Label:
    """A label in a line, and where its value can begin and end: at the next label."""

    fact: StatedFact
    start: int
    end: int
    value_start: int
    value_end: int


def labels_in(text: str) -> list[Label]:
    """
    Return every label in a line.

    >>> line = "Version: 1.2   Next review due 01/03/10"
    >>> [(one.fact.value, line[one.value_start : one.value_end].strip()) for one in labels_in(line)]
    [('version', '1.2'), ('review date', '01/03/10')]
    """
    small = folded(text)
    hinted = [fact for fact, hints in _HINTS.items() if any(one in small for one in hints)]
    found = [(one.start(), -one.end(), fact) for fact in hinted for one in _INLINE[fact].finditer(text)]
    kept: list[tuple[int, int, StatedFact]] = []
    for start, end, fact in sorted(found, key=lambda one: one[:2]):
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, fact))
    lasts = [*(start for start, _, _ in kept[1:]), len(text)][: len(kept)]
    return [
        Label(fact, start, end, min(_value_start(text, end), last), last)
        for (start, end, fact), last in zip(kept, lasts, strict=True)
    ]


def _value_start(text: str, end: int) -> int:
    joint = _JOINT.match(text, end)
    return joint.end() if joint else end
