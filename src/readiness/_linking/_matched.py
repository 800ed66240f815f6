"""Where in a quote the words stand by which it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from ._phrases import PhraseIndex, phrases_of

_QUOTED = re.compile(r"[\"\u201c\u201d\u00ab]([^\"\u201c\u201d\u00bb]+)[\"\u201c\u201d\u00bb]")
_SPACE = re.compile(r"\s+")


@frozen
class Finder:
    """
    Looks for terms in quotes, as they are looked for in documents: shield finds shielded and shielding.

    >>> finder = Finder.of(["shielding", "lost token"])
    >>> text = "Shielded records; lost tokens."
    >>> [text[first:last] for first, last in finder.marks(text)]
    ['Shielded', 'lost tokens']
    """

    index: PhraseIndex

    @classmethod
    def of(cls, terms: Iterable[str]) -> Finder:
        """Return a finder of *terms*."""
        return cls(PhraseIndex(phrase for term in terms for phrase in phrases_of(term)))

    def marks(self, text: str, where: str = "") -> tuple[tuple[int, int], ...]:
        """
        Return where in *text* the terms stand, and the phrases that *where* quotes: in order, and apart.

        Args:
            text: the quote.
            where: a claim's ``where``; what stands in quotation marks there is looked for too.
        """
        return joined([*self.index.places(text), *_phrases(text, where)])


def _phrases(text: str, where: str) -> Iterator[tuple[int, int]]:
    for quoted in _QUOTED.findall(where):
        words = [re.escape(word) for word in _SPACE.split(quoted.strip()) if word]
        if words and (found := re.search(r"\s+".join(words), text, re.IGNORECASE)):
            yield found.span()


def joined(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """
    Return *marks* in order, those that touch or overlap made one.

    >>> joined([(5, 9), (0, 3), (8, 12)])
    ((0, 3), (5, 12))
    """
    kept: list[tuple[int, int]] = []
    for first, last in sorted(marks):
        if kept and first <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(kept[-1][1], last)
        elif last > first:
            kept.append((first, last))
    return tuple(kept)
