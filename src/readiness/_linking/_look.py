"""The closer look at a document that somebody describes or that names a criterion."""

from __future__ import annotations

from readiness.model import DocumentText, Look

from ._asked import Asked
from ._aspects import Gathered
from ._parts import Part, part_of
from ._phrases import words
from ._sketch import Hashes, sketch


def look(document: DocumentText, asked: Asked) -> Look:
    """
    Return what a closer look at *document* finds.

    Args:
        document: as it was read; one that could not be read gives an empty look.
        asked: see `Asked`.
    """
    gathered = Gathered(asked)
    hashes, numbers = Hashes(), list[int]()
    for passage in document.passages:
        spoken = words(passage.text)
        gathered.take(passage, spoken)
        if part_of(passage.locator.part) in {Part.BODY, Part.BESIDE}:
            numbers.extend([hashes[word] for word in spoken])
    return Look(
        aspects=gathered.aspects(),
        later_terms=gathered.later(),
        sketch=sketch(numbers),
    )
