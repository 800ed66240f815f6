"""What a document says of itself in lines: on its title page, in its margins, in sentences near either end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from readiness._words import folded
from readiness.model import Passage, Spot, Stated, StatedFact

from ._calendar import dated
from ._labels import Label, is_control_title, is_label, label_of, labels_in
from ._parts import Part, is_body, part_of
from ._text import quoted
from ._values import VERSION_AT, is_blank, value_of, version_key

_HEAD, _TAIL = 40, 25
"""Passages of the running text at either end that may speak of the document."""
_SHORT, _LONG = 120, 600
_NEAR = 12
"""Characters that may stand between a label and its date."""
_MOST_ROWS, _MOST_WRAPPED = 40, 3
_BARE_VERSION = re.compile(r"(?<![\w.-])[vV]\.?\s?(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?![\w/%]|-\d|\.\d)")
_PAST = re.compile(
    r"\b(?:replac\w+|supersed\w+|previous|earlier|old|last|original|former|since|software|system|windows|word|excel"
    r"|explorer|browser|release|application|requires|using|contactpoint)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\W*this\s+(?:\w+\s+){0,2}(?:policy|procedure|process|document|guidance|protocol|agreement|plan|statement)\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.;:|]\s+|\t)\W*(?:(?:the|date|its)\s+)*$", re.IGNORECASE)
_APART = re.compile(r"(?:\s{2,}|\t|[|;,]\s*|\d\s)$")
_COLON = re.compile(r"[:=\t\u2013\u2014]|\s-\s")
_MAY_STATE = re.compile(r"[\d:=\t\u2013\u2014]")
_OWNER_END = re.compile(r"\s{2,}|\t|\s\|\s|\.\s|[;.]$")
_HISTORY_HEAD = re.compile(
    r"\W*(?:version|issue|revision|rev)\b(?:\W+(?:no|number)\b)?"
    r"(?:\W+(?:date|author|changes?|description|amend\w*|status|comments?|details?|summary|reason|by|of|made|for|issued?"
    r"|approved|reviewed|name|and)\b)+\W*",
    re.IGNORECASE,
)
_HISTORY_ROW = re.compile(r"\W{0,3}[vV]?(\d{1,2}\.\d{1,3}[a-z]?)(?![\d./])")
_HISTORY_IN_LINE = re.compile(r"(?<![\d./])(\d{1,2}\.\d{1,3}[a-z]?)(?=\s+\S*\d)")


@frozen
class _Line:
    """A line of a passage that may speak of the document."""

    text: str
    passage: Passage


def stated_in_lines(passages: tuple[Passage, ...]) -> Iterator[Stated]:
    """Yield what the lines at the ends of *passages* and in their margins state."""
    lines = list(_lines(passages))
    past = _history(lines)
    for number, line in enumerate(lines):
        if number not in past:
            yield from _in_line(line)
            yield from _in_next(line, lines[number + 1 : number + 2])
    if versions := [one for found in past.values() for one in found]:
        yield max(versions, key=lambda one: version_key(one.written))


def _lines(passages: tuple[Passage, ...]) -> Iterator[_Line]:
    body = [one for one in passages if is_body(one)]
    edges = {id(one) for one in (*body[:_HEAD], *body[-_TAIL:])}
    for one in passages:
        place = one.locator
        if place.cell or place.table is not None:
            continue
        control = bool(place.heading) and is_control_title(place.heading[-1])
        if id(one) in edges or control or part_of(place.part) is Part.MARGIN:
            for text in one.text.split("\n"):
                if text.strip() and len(text) <= _LONG:
                    yield _Line(text.strip(), one)


def _in_line(line: _Line) -> Iterator[Stated]:
    """Yield what a line states by a label and a value behind it, or by a bare ``v1.2``."""
    text, versioned = line.text, False
    if not _may_state(text):
        return
    for label in labels_in(text):
        if _PAST.search(text, max(0, label.start - _SHORT), label.start):
            continue
        versioned = versioned or label.fact is StatedFact.VERSION
        if value := _value(line, label):
            yield value
    bare = None if versioned or _is_sentence(text) else _BARE_VERSION.search(text)
    if bare and not _PAST.search(text, 0, bare.start()):
        yield Stated(fact=StatedFact.VERSION, written=bare[1], spot=_spot(line, bare.start(), bare.end()))


def _may_state(text: str) -> bool:
    """Return whether a line may state anything: versions and dates have a digit, owners a sign or *by* before them."""
    return (
        _MAY_STATE.search(text) is not None
        or ("-" in text and _COLON.search(text) is not None)
        or "owned" in folded(text)
    )


def _value(line: _Line, label: Label) -> Stated | None:
    """Return the value behind a label; in a long sentence only if the sentence speaks of the document."""
    begins = _SENTENCE_START.search(line.text[: label.start]) is not None
    if _is_sentence(line.text) and not begins and not _ITSELF.match(line.text):
        return None
    value = line.text[label.value_start : label.value_end]
    spot = _spot(line, label.start, label.value_end)
    if label.fact is StatedFact.VERSION:
        dated_label = "date" in line.text[label.end : label.value_start].casefold()
        named = not dated_label and (begins or line.text[label.start].isupper() or len(value) <= _NEAR)
        found = VERSION_AT.match(value) if named else None
        return Stated(fact=label.fact, written=found[1], spot=spot) if found else None
    if label.fact is StatedFact.OWNER:
        parted = begins or _APART.search(line.text, 0, label.start) or _ITSELF.match(line.text)
        owner = _owner(line, label, value) if parted else ""
        return Stated(fact=label.fact, written=owner, spot=spot) if owner else None
    when = dated(value[:_SHORT])
    if when is None or when.start > _NEAR:
        return None
    written = value[when.start : when.end].strip()
    return Stated(fact=label.fact, written=written, earliest=when.earliest, latest=when.latest, spot=spot)


def _is_sentence(text: str) -> bool:
    """Return whether a line is prose rather than an entry of a title page."""
    return len(text) > _SHORT or text.endswith(".")


def _owner(line: _Line, label: Label, value: str) -> str:
    """Return the owner behind a label, up to where something else begins; a colon or the like has to part them."""
    parted = _COLON.search(line.text[label.end : label.value_start])
    if not parted and not line.text[label.start : label.end].casefold().endswith("by"):
        return ""
    owner = _OWNER_END.split(value, maxsplit=1)[0].strip(" ,;")
    return owner if len(owner) <= _SHORT and not is_blank(owner) and any(one.isalpha() for one in owner) else ""


def _in_next(line: _Line, following: list[_Line]) -> Iterator[Stated]:
    """Yield what a line that is nothing but a label and the next line state, as cells of a PDF's table do."""
    fact = label_of(line.text)
    if fact is None or not following or is_label(following[0].text):
        return
    value = value_of(fact, following[0].text, following[0].passage)
    if value and (fact in {StatedFact.VERSION, StatedFact.OWNER} or value.earliest):
        yield value


def _history(lines: list[_Line]) -> dict[int, list[Stated]]:
    """Return the lines that list past versions, by their number, with the versions in each."""
    past: dict[int, list[Stated]] = {}
    for number, line in enumerate(lines):
        head = _HISTORY_HEAD.match(line.text)
        if head is None:
            continue
        past[number] = [_version(line, one) for one in _HISTORY_IN_LINE.finditer(line.text, head.end())]
        wrapped = 0
        for later in range(number + 1, min(len(lines), number + _MOST_ROWS)):
            row = _HISTORY_ROW.match(lines[later].text)
            wrapped = 0 if row else wrapped + 1
            if wrapped > _MOST_WRAPPED or labels_in(lines[later].text):
                break
            past[later] = [_version(lines[later], row)] if row else []
    return past


def _version(line: _Line, found: re.Match[str]) -> Stated:
    return Stated(fact=StatedFact.VERSION, written=found[1], spot=_spot(line, found.start(), found.end()))


def _spot(line: _Line, start: int, end: int) -> Spot:
    """Return the place of a piece of a line."""
    offset = max(0, line.passage.text.find(line.text))
    return Spot(line.passage.locator, quoted(line.passage.text, offset + start, offset + end))
