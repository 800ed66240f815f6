"""The closer look at a document that somebody describes or that names a criterion."""

from __future__ import annotations

from readiness.model import DocumentText, Look, Passage

from ._asked import Asked
from ._aspects import Gathered
from ._caveats import caveats
from ._dates import Days
from ._drafts import drafts
from ._own import Own
from ._parts import is_said, property_passages
from ._phrases import words
from ._pins import pins
from ._residue import Residue, may_hold_residue
from ._sketch import Hashes, sketch
from ._stated import stated
from ._system import Names


def look(document: DocumentText, asked: Asked) -> Look:
    """
    Return what a closer look at *document* finds.

    Args:
        document: as it was read; one that could not be read gives an empty look.
        asked: see `Asked`.
    """
    gathered, names, days = Gathered(asked), Names(asked.systems), Days()
    residue = Residue(f"{document.path} {document.facts.title}")
    may_hold = may_hold_residue("\n".join([one.text for one in document.passages]))
    spoken = [words(one.text) for one in document.passages]
    for passage, said in zip(document.passages, spoken, strict=True):
        gathered.take(passage, said)
        names.take(passage)
        days.take(passage)
        if may_hold:
            residue.take(passage)
    for passage in property_passages(document.facts):
        names.take(passage)
    said_of_itself = stated(document)
    return Look(
        aspects=gathered.aspects(),
        system=names.spots(),
        residue=residue.spots(),
        drafts=drafts(document, said_of_itself),
        stated=said_of_itself,
        dates=days.latest(),
        later_terms=gathered.later(),
        caveats=caveats(document, Own.of(asked.organisation)),
        pins=pins(document, asked, spoken),
        sketch=_sketch(document.passages, spoken),
    )


def _sketch(passages: tuple[Passage, ...], spoken: list[list[str]]) -> tuple[int, ...]:
    """Return the sketch of everything but margins and comments, which copies of a text need not share."""
    hashes = Hashes()
    numbers: list[int] = []
    for passage, said in zip(passages, spoken, strict=True):
        if is_said(passage.locator.part):
            numbers.extend([hashes[word] for word in said])
    return sketch(numbers)
