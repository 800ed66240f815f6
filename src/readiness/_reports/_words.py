"""Small pieces that every report is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from readiness._words import listed
from readiness.model import Block, Line, Paragraph, Phrasing, Rag, Status, Tone, Words


def say(text: str, *, strong: bool = False) -> Line:
    """Return plain text as a line; an empty text as an empty line."""
    return (Words(text=text, strong=strong),) if text else ()


def path(text: str) -> Line:
    """Return the path of a file as a line."""
    return (Words(text=text, path=True),) if text else ()


def dated(text: str, on: date | None) -> Line:
    """Return text that names a day, with that day for formats that sort by it."""
    return (Words(text=text, day=on),) if text else ()


def standing(status: Status | None) -> Line:
    """Return a status as a line; none as a sentence."""
    return (Words(status=status),) if status else say("not judged")


def colour(rag: Rag) -> Line:
    """Return a colour as a line."""
    return (Words(rag=rag),)


def about_words(phrasing: Phrasing) -> Iterator[Block]:
    """Yield at the end of a report which words of a judgement are not the usual ones."""
    if notice := phrasing.notice:
        yield Paragraph(words=say(notice), tone=Tone.QUIET)


def counts(pairs: Iterable[tuple[int, str]], otherwise: str) -> str:
    """
    Return counts as a list inside a sentence; those of nought are left out.

    >>> counts([(2, "opened"), (0, "weakened"), (1, "closed")], "nothing moved")
    '2 opened and 1 closed'
    """
    return listed([f"{number} {name}" for number, name in pairs if number]) or otherwise


def sentence(text: str) -> str:
    """
    Return text that begins with a capital letter.

    >>> sentence("newly stale")
    'Newly stale'
    """
    return text[:1].upper() + text[1:]


def unique(texts: Iterable[str]) -> Iterator[str]:
    """Yield each text once, in order."""
    yield from dict.fromkeys(texts)
