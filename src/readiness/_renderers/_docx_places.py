"""The placeholders of a Word template: found even where Word has cut them in pieces, and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from ._xml import escaped

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z][A-Za-z_-]*)\s*\}\}")
_TOKEN = re.compile(r"<w:p(?=[\s>])(?![^>]*/>)[^>]*>|</w:p>|<w:t(?:\s[^>]*)?>(?P<text>[^<]*)</w:t>")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_ENTITY = re.compile(r"&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9A-Fa-f]+));")


@frozen
class _Piece:
    """A run's text: where its element begins and ends, and what it says."""

    start: int
    end: int
    said: str


@frozen
class Written:
    """A paragraph of a part: where it begins and ends, how deep it stands, and the pieces of its text."""

    start: int
    end: int
    depth: int
    pieces: tuple[_Piece, ...]

    @property
    def said(self) -> str:
        """Return its text."""
        return "".join(one.said for one in self.pieces)


def paragraphs(xml: str) -> Iterator[Written]:
    """Yield each paragraph of a part; one inside another, as in a text box, comes before it."""
    open_at: list[tuple[int, list[_Piece]]] = []
    for found in _TOKEN.finditer(xml):
        if found["text"] is not None:
            if open_at:
                open_at[-1][1].append(_Piece(found.start(), found.end(), _plain(found["text"])))
        elif found[0] != "</w:p>":
            open_at.append((found.start(), []))
        elif open_at:
            start, pieces = open_at.pop()
            yield Written(start, found.end(), len(open_at), tuple(pieces))


def names(xml: str) -> set[str]:
    """Return the names of the placeholders in a part, in small letters with hyphens."""
    return {_name(found[1]) for one in paragraphs(xml) for found in PLACEHOLDER.finditer(one.said)}


def alone(xml: str, name: str) -> Written | None:
    """Return the first paragraph that holds nothing but the placeholder called *name*."""
    for one in paragraphs(xml):
        found = PLACEHOLDER.fullmatch(one.said.strip())
        if found and _name(found[1]) == name and not one.depth:
            return one
    return None


def filled(xml: str, values: Mapping[str, str]) -> str:
    """Return a part with its placeholders filled in; what has no value stays."""
    changes: list[tuple[int, int, str]] = []
    for one in paragraphs(xml):
        changes += _changes(one, values)
    for start, end, said in sorted(changes, reverse=True):
        xml = f"{xml[:start]}{said}{xml[end:]}"
    return xml


def _changes(one: Written, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the pieces that change: a value goes where its placeholder begins, the rest of which is dropped."""
    said = one.said
    texts = [[*piece.said] for piece in one.pieces]
    owners = [(at, place) for at, piece in enumerate(one.pieces) for place in range(len(piece.said))]
    touched: set[int] = set()
    for found in PLACEHOLDER.finditer(said):
        value = values.get(_name(found[1]))
        if value is None:
            continue
        for position in range(found.start(), found.end()):
            at, place = owners[position]
            texts[at][place] = value if position == found.start() else ""
            touched.add(at)
    for at in touched:
        text = escaped("".join(texts[at])).replace("\n", " ")
        yield one.pieces[at].start, one.pieces[at].end, f'<w:t xml:space="preserve">{text}</w:t>'


def _name(written: str) -> str:
    return written.lower().replace("_", "-")


def _plain(text: str) -> str:
    return _ENTITY.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _NAMED[found[1]]
    return chr(int(found[2]) if found[2] else int(found[3], 16))
