"""Places of claims, looked for in the document."""

from __future__ import annotations

import re

from readiness.model import DocumentText, Passage, Pin, Spot

from ._asked import Asked
from ._aspects import counts, found_in
from ._fingerprint import text_fingerprint
from ._parts import is_heading
from ._phrases import spans
from ._places import Place, Places
from ._text import quoted

_PAGE = re.compile(r"\W*+(?:(?:page|slide)\W*+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*+", re.IGNORECASE)


def pins(document: DocumentText, asked: Asked, spoken: list[list[str]]) -> tuple[Pin, ...]:
    """
    Return a pin for each ``where`` of the document's claims.

    Args:
        document: as it was read.
        asked: its ``wheres``, and the aspects.
        spoken: the words of each passage.
    """
    if not asked.wheres:
        return ()
    places = Places(document, spoken)
    return tuple(_pin(where, places.find(where), document.passages, asked, spoken) for where in asked.wheres)


def passage_texts(document: DocumentText, where: str) -> tuple[str, ...]:
    """
    Return the texts of the passages that *where* points to.

    Args:
        document: as it was read.
        where: see the claim's ``where``. If it is empty, or cannot be looked for, the whole document is meant.
    """
    place = Places(document).find(where) if where.strip() else None
    if place is None:
        return tuple(one.text for one in document.passages)
    return tuple(document.passages[at].text for at in place.positions)


def _pin(where: str, place: Place | None, passages: tuple[Passage, ...], asked: Asked, spoken: list[list[str]]) -> Pin:
    if place is None:
        return Pin(where=where, checkable=False)
    if not place.positions:
        return Pin(where=where)
    there = [passages[at] for at in place.positions]
    shown = there[0] if place.phrase else next((one for one in there if _says(one)), there[0])
    return Pin(
        where=where,
        spot=_spot(shown, place.phrase),
        fingerprint=text_fingerprint(there),
        aspects=found_in(there, asked, [spoken[at] for at in place.positions]),
    )


def _says(passage: Passage) -> bool:
    """Return whether a passage says something, rather than being a heading or the number of a page."""
    return counts(passage) and not is_heading(passage) and not _PAGE.fullmatch(passage.text)


def _spot(passage: Passage, phrase: tuple[str, ...]) -> Spot:
    """Return the place, its quote cut around the phrase as far as it stands in the passage."""
    spoken = spans(passage.text)
    said = [word for word, _, _ in spoken]
    for at in range(len(said)):
        run = said[at : at + len(phrase)]
        if phrase and run == list(phrase[: len(run)]):
            return Spot(passage.locator, quoted(passage.text, spoken[at][1], spoken[at + len(run) - 1][2]))
    return Spot(passage.locator, quoted(passage.text))
