"""How documents of word processors show a status: a word, a shape and a colour, so that none of them stands alone."""

from __future__ import annotations

from readiness.model import Rag, Status, Words

from . import _text

INK: dict[Rag, str] = {
    Rag.GREEN: "005A30",
    Rag.AMBER: "6B3A00",
    Rag.RED: "8F1D10",
    Rag.GREY: "3D4448",
    Rag.PURPLE: "4C2C92",
    Rag.NONE: "22282B",
}
"""Of the text; on its tint each has a contrast of more than 4.5 to 1."""
TINT: dict[Rag, str] = {
    Rag.GREEN: "D5E9DE",
    Rag.AMBER: "FDEAC4",
    Rag.RED: "F8DAD5",
    Rag.GREY: "E6E8EA",
    Rag.PURPLE: "EEE8F8",
    Rag.NONE: "FFFFFF",
}
_SHAPES = {
    Status.MET: "\N{BLACK CIRCLE}",
    Status.PARTLY_MET: "\N{CIRCLE WITH LEFT HALF BLACK}",
    Status.PLANNED: "\N{WHITE CIRCLE}",
    Status.NOT_MET: "\N{BLACK SQUARE}",
    Status.NOT_ASSESSABLE: "\N{WHITE DIAMOND}",
    Status.NOT_APPLICABLE: "\N{EN DASH}",
    Status.WAIVED: "\N{WHITE SQUARE}",
}


def shape(status: Status) -> str:
    """Return the shape of a status, as a character."""
    return _SHAPES[status]


def label(run: Words) -> str:
    """
    Return what a run that is a status or a colour says; the words of any other.

    >>> label(Words(status=Status.NOT_MET))
    'Not met'
    """
    if run.status is not None:
        return run.text or _text.status_words(run.status)
    return _text.rag_words(run.rag) if run.rag is not None else run.text
