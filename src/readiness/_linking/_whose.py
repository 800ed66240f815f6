"""Whose paper a document is, by what it says of itself at its head, in its margins and where it defines its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readiness.model import DocumentText, Passage

from ._bodies import Body, Group, bodies_in, holds
from ._own import Own
from ._parts import Part, is_body, part_of, property_passages

_HEAD, _MARGINS, _DEFINING = 10, 12, 25
"""Passages in which a paper says whose it is: the first ones, its margins, and where it says who the Council is."""
_LINE, _LISTED, _CELLS = 200, 4, 3
"""A longer line is a sentence; with more commas or bars it lists bodies."""
_DEFINITION = 600
_SIGNS = " \t#*_>\u2022\"'\u201c\u201d\u2018\u2019"
_PAPER = r"(?:policy|procedure|manual|handbook|guidance|protocol|standard|process|committee|board|directorate|team)"
_MADE = r"(?:issued|published|written|prepared|produced|approved|ratified|adopted|agreed|owned)"
_BEFORE = re.compile(
    rf"(?:^|[\u2013\u2014|:(\u00a9\u00b7/,.-]|\b{_PAPER}\s+of|\b{_MADE}\s+by|\b(?:copyright|\d{{4}}))[\s*_#]*(?:the\s+)?$",
    re.IGNORECASE,
)
"""What may stand before the name of whose paper it is."""
_LABEL = re.compile(r"(?:^|[|\u2013\u2014,.-][\s*_]*)([A-Za-z ]{2,60}):[\s*_]*$")
_LABELS = re.compile(
    rf"organi[sz]ation|authority|council|{_MADE}\s+by|author|owner|publisher|company|employer",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s*_]*(?:$|[\u2013\u2014|:)\u00b7/,.-]|['\u2019]s\b|[A-Z(]"
    r"|(?:intranet|website|staff|internal|policy|procedure|guidance)\b|(?:and|with)\s+(?:its|the\s+[A-Z]|[A-Z])(?!.*\.$))"
)
"""What may stand after it; a sentence that speaks of a body goes on otherwise."""
_DEFINED = re.compile(
    r"\s*\(\s*(?:hereinafter|hereafter|called|referred\s+to\s+as)?[\s,\"'\u201c\u2018\u2019]*the\s+"
    r"(?:council|authority|trust|school|company|college|charity|force|practice)\b",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"\b(?:shared\s+with|cop(?:y|ied|ies)\s+(?:given\s+|sent\s+)?(?:to|for)|(?:circulated|sent|given)\s+to)\b.*",
    re.IGNORECASE,
)
"""Who has a copy of a paper is not whose it is."""
US = re.compile(r"\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Dd]irectorate)\b")
_OTHERS = (
    r"(?:Trust|School|Academy|College|University|Company|Charity|Practice|Association|Force|Agency|Setting|Playgroup"
    r"|Hospital)"
)
_THEM = re.compile(rf"\b[Tt]he {_OTHERS}\b")
_WE = r"the\s+(?:(?:county|city|borough|district)\s+)?(?:council|authority)"
_PARTY = re.compile(
    rf"^(?:[\W\d_]|\b(?:party|partner|signatory|parties|between|and|with)\b)*{_WE}(?:\W|\band\b)*$"
    rf"|\b(?:and|between|with)\s+{_WE}\W*$|\bbetween\s+{_WE}\b|\b{_WE}\s+and\s+(?-i:[A-Z])"
    rf"|\b{_WE}\s+and\s+the\s+{_OTHERS}\b|\bthe\s+{_OTHERS}\s+and\s+{_WE}\b",
    re.IGNORECASE,
)
"""The Council as one who agrees with somebody: not the one who is meant by the other name."""
_REGION = re.compile(
    r"pan[- ].*|greater .*|(?:(?:north|south|east|west|mid|central|and|of|the|england|london|wales|yorkshire|humber"
    r"|midlands|region)(?:[- ]|$))+"
)
"""Places of a board that may be the organisation's own, as its own lies there."""


class Sign(NamedTuple):
    """A name that a paper gives as its own, and where."""

    name: str
    passage: Passage


class _Line(NamedTuple):
    text: str
    passage: Passage


def other_body(document: DocumentText, own: Own) -> Sign | None:
    """
    Return the name of another body whose own paper *document* is; ``None`` if nothing says so.

    A paper that names the organisation where it says whose it is, or oftener than the other, is not another's.

    Args:
        document: as it was read.
        own: names of the organisation; without any, one council is not told from another.
    """
    said = said_in(document)
    beginning = list(_beginning(said, document))
    if any(own.has(body) for line in beginning for body in bodies_in(line.text)):
        return None
    text = "\n".join([document.facts.title, *(one.text for one in said)])
    for line, body in _signs(said, document):
        if not own.has(body) and _borne_out(body, text, own, beginning):
            return Sign(" ".join(body.name.split()), line.passage)
    return None


def bodies_at_head(document: DocumentText) -> Iterator[Body]:
    """Yield the bodies that *document* gives as those whose paper it is."""
    return (body for _, body in _signs(said_in(document), document))


def said_in(document: DocumentText) -> list[Passage]:
    """Return what *document* says, without comments on it."""
    return [one for one in document.passages if part_of(one.locator.part) is not Part.ASIDE]


def _beginning(said: list[Passage], document: DocumentText) -> Iterator[_Line]:
    """Yield the lines in which the organisation would be named if the paper were its own, or its own as well."""
    margins = [one for one in said if part_of(one.locator.part) is Part.MARGIN][:_MARGINS]
    for one in (*said[:_HEAD], *margins, *property_passages(document.facts)):
        yield from (_Line(_COPY.sub("", line), one) for line in one.text[:_DEFINITION].split("\n"))


def _head(said: list[Passage]) -> Iterator[_Line]:
    """Yield the lines that can say whose a paper is: short ones of its first passages and of its margins, no lists."""
    first = [one for one in said if is_body(one) and not one.locator.in_row][:_HEAD]
    margins = [one for one in said if part_of(one.locator.part) is Part.MARGIN][:_MARGINS]
    for one in (*first, *margins):
        for line in one.text[:_DEFINITION].split("\n"):
            if len(line) <= _LINE and line.count(",") < _LISTED and line.count("|") < _CELLS:
                yield _Line(line.strip(_SIGNS), one)


def _signs(said: list[Passage], document: DocumentText) -> Iterator[tuple[_Line, Body]]:
    """Yield the bodies that a paper gives as those whose it is, each with the line that says so."""
    titles = (_Line(one.text[:_LINE], one) for one in property_passages(document.facts) if _is_title(one))
    for line in (*_head(said), *titles):
        yield from ((line, body) for body in bodies_in(line.text) if _is_whose(line.text, body))
    for one in said[:_DEFINING]:
        line = _Line(one.text[:_DEFINITION], one)
        yield from ((line, body) for body in bodies_in(line.text) if _DEFINED.match(line.text, body.end))


def _is_title(passage: Passage) -> bool:
    return passage.locator.part == "property Title"


def _is_whose(line: str, body: Body) -> bool:
    """Return whether a line of the head gives *body* as the one whose paper it is, and not as one it speaks of."""
    before = line[: body.start]
    if not _BEFORE.search(before) or not _AFTER.match(line, body.end):
        return False
    label = _LABEL.search(before)
    return label is None or _LABELS.search(label[1]) is not None


def _borne_out(body: Body, text: str, own: Own, beginning: Iterable[_Line]) -> bool:
    """Return whether the rest of a paper agrees that it is *body*'s and not the organisation's."""
    if not body.is_somewhere or _is_beside_us(body, own, beginning):
        return False
    ours, theirs = (own.names, body.name) if own.is_here(body) else (own.called, body.place)
    if any(_count_of(ours, line.text, theirs) for line in beginning):
        return False
    of_us, of_them = _count_of(ours, text, theirs), _count(text, theirs)
    if body.group is Group.COUNCIL:
        if not body.is_council and (_REGION.fullmatch(body.place) or not _is_named_apart(body, text)):
            return False
        return of_them > of_us
    if own.group in {Group.COUNCIL, None}:
        of_us, of_them = of_us + len(US.findall(text)), of_them + len(_THEM.findall(text))
    return of_us <= 2 * of_them


def _is_beside_us(body: Body, own: Own, beginning: Iterable[_Line]) -> bool:
    """Return whether a council is a party beside *body*, and so no other than the organisation."""
    if own.group not in {Group.COUNCIL, None}:
        return False
    elsewhere = body.group is not Group.COUNCIL
    return any(_PARTY.search(line.text) for line in beginning if elsewhere or body.name in line.text)


def _is_named_apart(body: Body, text: str) -> bool:
    """Return whether a department says of which place it is: many have a name that is no place's."""
    name = body.name.casefold()
    return not name.endswith(("services", "trust")) or _count(text, body.place) > _count(text, name)


def _count_of(ours: Iterable[str], text: str, theirs: str) -> int:
    """Return how often *text* has one of our names, apart from a longer one of *theirs* as South Northmoor is."""
    apart = {one: holds(theirs, one) and theirs != one for one in ours}
    return sum(max(0, _count(text, one) - longer * _count(text, theirs)) for one, longer in apart.items())


def _count(text: str, name: str) -> int:
    """Return how often *text* has a name, with a capital or in capitals."""
    shape = r"\s+".join(map(re.escape, name.split())).replace("'", "['\u2019]")
    return sum(one[0][0].isupper() for one in re.finditer(rf"(?<!\w){shape}(?!\w)", text, re.IGNORECASE))
