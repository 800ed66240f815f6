"""Places that mark a document as unfinished, or as no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from readiness._words import WITHDRAWN_HINTS, calls_itself_withdrawn, counted, folded
from readiness.model import DocumentText, Locator, Passage, Spot, Stated, StatedFact

from ._grid import grids
from ._labels import label_of
from ._parts import Part, part_of, property_passages
from ._text import quoted
from ._values import version_in, version_key

_HEAD = 30
_SHORT = 120
_MOST_COMMENTS = 5
_DRAFT = re.compile(
    r"\bdraft(?: (?:version|v)? ?\d[\w.]*)?\b|\b(?:version|ver|issue|v)[ .:]*0\.\d+\w*|\bnot (?:yet )?approved\b"
    r"|\bfor (?:consultation|comment|discussion) only\b|\bwork in progress\b"
    r"|^\W*(?:(?:document )?status\W+)?(?:for|under|in|out to|out for) (?:public )?consultation\W*$",
    re.IGNORECASE,
)
_HINTS = ("draft", "0.", "approved", "only", "progress", "consultation", *WITHDRAWN_HINTS)
"""What is in every mark, so that most passages need no closer look."""
_OTHER_DRAFT = re.compile(
    r"\b(?:replac\w+|supersed\w+|previous|earlier|first|circulat\w+|comments?\s+on|the|a)\s+(?:\w+\s+)?draft\b"
    r"|\bdraft\s+(?:minutes|agenda|letter|order|bill|regulations?|report\s+to|plan\s+for|responses?)\b|\bdraft(?:ed|ing|s)\b",
    re.IGNORECASE,
)
_VERSION_ROW = re.compile(r"\W{0,3}v?(\d{1,2}\.\d{1,3}[a-z]?)(?![\d./])", re.IGNORECASE)
_STATUS = re.compile(r"\s*(?:document |current )?status\b\W*", re.IGNORECASE)
_FINISHED = ((1, ""),)


def drafts(document: DocumentText, said: tuple[Stated, ...]) -> tuple[Spot, ...]:
    """
    Return the places that mark *document* as unfinished, each text once.

    Args:
        document: as it was read.
        said: what it states of itself: a version below 1 is a draft, and lines about older versions are not.
    """
    versions = [one for one in said if one.fact is StatedFact.VERSION and one.written[0].isdigit()]
    latest = max((version_key(one.written) for one in versions), default=())
    past = _past(document.passages, latest) if latest >= _FINISHED else frozenset()
    telling = list(_telling(document))
    beside = _beside_a_status(telling)
    found = [spot for one in telling if id(one) not in past for spot in _marks(one, unlabelled=id(one) not in beside)]
    found += [one.spot for one in versions if version_key(one.written) < _FINISHED]
    found += [*_unplaced(document), *_left_open(document)]
    kept: dict[tuple[str, Locator | None], Spot] = {}
    for spot in found:
        margin = part_of(spot.locator.part) is Part.MARGIN
        kept.setdefault((spot.quote, None if margin else spot.locator), spot)
    return tuple(kept.values())


def _telling(document: DocumentText) -> Iterator[Passage]:
    """Yield the head, the margins and the properties, where marks stand; running text only talks of drafts."""
    for number, one in enumerate(document.passages):
        part = part_of(one.locator.part)
        if part is Part.MARGIN or (number < _HEAD and part is not Part.ASIDE):
            yield one
    yield from property_passages(document.facts)


def _beside_a_status(passages: list[Passage]) -> frozenset[int]:
    """Return the cells, by identity, that stand right of one that says *status*, as in a table of document control."""
    return frozenset(
        id(one)
        for left, one in pairwise(passages)
        if (place := one.locator).column
        and (left.locator.table, left.locator.row, left.locator.column) == (place.table, place.row, place.column - 1)
        and _STATUS.fullmatch(left.text)
    )


def _marks(passage: Passage, *, unlabelled: bool) -> Iterator[Spot]:
    """Yield the first mark of a passage, if a short line of it holds one; *unlabelled*: no status stands beside it."""
    small = folded(passage.text)
    if not any(one in small for one in _HINTS):
        return
    offset = 0
    listed = unlabelled and passage.locator.table is not None
    for line in passage.text.split("\n"):
        found = _mark_of(line, listed=listed) if len(line) <= _SHORT else None
        if found:
            yield Spot(passage.locator, quoted(passage.text, offset + found.start(), offset + found.end()))
            return
        offset += len(line) + 1


def _mark_of(line: str, *, listed: bool) -> re.Match[str] | None:
    """Return a mark of a short line. A table may list what is superseded, so that there only a status says so."""
    if found := _DRAFT.search(line):
        return None if _OTHER_DRAFT.search(line) else found
    return None if listed and not _STATUS.match(line) else calls_itself_withdrawn(line)


def _past(passages: tuple[Passage, ...], latest: tuple[tuple[int, str], ...]) -> frozenset[int]:
    """Return the passages, by identity, that tell of versions before the latest."""
    past = {id(one) for one in passages if (row := _VERSION_ROW.match(one.text)) and version_key(row[1]) < latest}
    for grid in grids(passages):
        head = next(iter(grid.rows.values()), {})
        if not any(label_of(cell.text) is StatedFact.VERSION for cell in head.values()):
            continue
        for cells in grid.rows.values():
            if not any(
                version_in(cell.text) and version_key(version_in(cell.text)) == latest for cell in cells.values()
            ):
                past.update(id(cell.passage) for cell in cells.values())
    return frozenset(past)


def _unplaced(document: DocumentText) -> Iterator[Spot]:
    """Yield marks that a reader saw and that stand in no passage."""
    if not document.facts.draft_marks:
        return
    everywhere = [one.text.casefold() for one in (*document.passages, *property_passages(document.facts))]
    for mark in document.facts.draft_marks:
        if mark.strip() and not any(mark.casefold() in text for text in everywhere):
            yield Spot(Locator(part="draft mark"), quoted(mark))


def _left_open(document: DocumentText) -> Iterator[Spot]:
    """Yield what nobody has settled: changes that were tracked, and review comments."""
    if changes := document.facts.tracked_changes:
        yield Spot(Locator(part="tracked changes"), counted(changes, "tracked change"))
    comments = [one for one in document.passages if _is_comment(one)]
    yield from (Spot(one.locator, quoted(one.text)) for one in comments[:_MOST_COMMENTS])
    if document.facts.comments and not comments:
        yield Spot(Locator(part="comments"), counted(document.facts.comments, "review comment"))


def _is_comment(passage: Passage) -> bool:
    return any(piece.startswith("comment") for piece in passage.locator.part.split(", "))
