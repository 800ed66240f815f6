"""Many phrases looked for in one pass over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from ._stems import stem
from ._text import plain

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['\u2019]s(?![^\W_])")
_APOSTROPHES = ("'", "\u2019")
_ARTICLES = frozenset({"a", "an", "the"})
_MOST_KNOWN = 200_000


@frozen
class Phrase:
    """
    A term, as it is looked for.

    Attributes:
        stems: of its words, articles left out.
        capitals: its words that have to stand in capitals: what is MASH is no mash.
    """

    stems: tuple[str, ...]
    capitals: frozenset[str] = frozenset()


def words(text: str) -> list[str]:
    """
    Return the words of *text* in lower case, without the s of a possessive.

    >>> words("The child\u2019s record: case-by-case")
    ['the', 'child', 'record', 'case', 'by', 'case']
    """
    text = plain(text).lower()
    return _WORD.findall(_POSSESSIVE.sub("", text) if "'s" in text else text)


@lru_cache(maxsize=4)
def spans(text: str) -> list[tuple[str, int, int]]:
    """
    Return the words of *text* as `words` does, each with where it begins and ends.

    >>> spans("a child's")
    [('a', 0, 1), ('child', 2, 7)]
    """
    found = ((one[0].lower(), one.start(), one.end()) for one in _WORD.finditer(text))
    return [one for one in found if one[0] != "s" or text[one[1] - 1 : one[1]] not in _APOSTROPHES]


def phrases_of(term: str, *, strict: bool = False) -> Iterator[Phrase]:
    """
    Yield the forms of *term*: as written and, if it has hyphens, with its words run together.

    Args:
        term: a word or a phrase.
        strict: whether words in capitals have to stand in capitals.
    """
    capitals = frozenset(word for word in _WORD.findall(term) if word.isupper() and len(word) > 1) if strict else ()
    for written in dict.fromkeys((term, term.replace("-", ""))):
        if stems := tuple(stem(word) for word in words(written) if word not in _ARTICLES):
            yield Phrase(stems, frozenset(capitals))


class PhraseIndex:
    """
    Phrases by their first words.

    >>> index = PhraseIndex([*phrases_of("remove the shield"), *phrases_of("panel")])
    >>> [index.phrases[number].stems for number in index.find("Removing a shield: the Panel's decision.")]
    [('remov', 'shield'), ('panel',)]
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._by_first: dict[str, list[tuple[int, Phrase, str | None]]] = {}
        for number, phrase in enumerate(self.phrases):
            second = phrase.stems[1] if len(phrase.stems) > 1 else None
            self._by_first.setdefault(phrase.stems[0], []).append((number, phrase, second))
        self._stems = _Stems(frozenset(one for phrase in self.phrases for one in phrase.stems))

    def find(self, text: str) -> list[int]:
        """Return the numbers of the phrases that *text* holds, each once, in the order of their first places."""
        return self.find_in(words(text), text)

    def find_in(self, spoken: list[str], text: str) -> list[int]:
        """Return what `find` does for a text whose words are known."""
        known = self._stems
        if len(known) > _MOST_KNOWN:
            known.clear()
        stems = [known[word] for word in spoken]
        found: dict[int, None] = {}
        for at, one in enumerate(stems):
            if one is None or (begun := self._by_first.get(one)) is None:
                continue
            following = _following(at, stems, spoken)
            for number, phrase, second in begun:
                if second is not None and second != following:  # most phrases end here
                    continue
                if number not in found and _stands(phrase, at, stems, spoken, text):
                    found[number] = None
        return list(found)

    def locate(self, text: str, number: int) -> tuple[int, int]:
        """Return where in *text* a phrase that it holds begins and ends; two noughts if it cannot be told."""
        said = spans(text)
        spoken = [word for word, _, _ in said]
        stems = [self._stems[word] for word in spoken]
        phrase = self.phrases[number]
        for at, one in enumerate(stems):
            if one == phrase.stems[0] and (last := _end(phrase, at, stems, spoken)) is not None:
                return said[at][1], said[last][2]
        return 0, 0

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each phrase that *text* holds begins and ends, every time it stands there."""
        said = spans(text)
        spoken = [word for word, _, _ in said]
        stems = [self._stems[word] for word in spoken]
        for at, one in enumerate(stems):
            for _, phrase, _ in self._by_first.get(one, ()) if one else ():
                if _stands(phrase, at, stems, spoken, text) and (last := _end(phrase, at, stems, spoken)) is not None:
                    yield said[at][1], said[last][2]


class _Stems(dict[str, str | None]):
    """The stem of each word met, or ``None`` if no phrase has it."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> str | None:
        one = stem(word)
        self[word] = known = one if one in self._vocabulary else None
        return known


def _following(at: int, stems: list[str | None], spoken: list[str]) -> str | None:
    """Return the stem of the word after *at*, an article passed over, if any phrase has it."""
    at += 1
    if at < len(spoken) and spoken[at] in _ARTICLES:
        at += 1
    return stems[at] if at < len(stems) else None


def _stands(phrase: Phrase, at: int, stems: list[str | None], spoken: list[str], text: str) -> bool:
    """Return whether a phrase whose first word stands at *at* stands there as a whole."""
    if len(phrase.stems) > 1 and _end(phrase, at, stems, spoken) is None:
        return False
    return not phrase.capitals or phrase.capitals <= _as_written(text)


@lru_cache(maxsize=4)
def _as_written(text: str) -> frozenset[str]:
    """Return the words of *text* with their capitals; every place of a phrase in it asks for them."""
    return frozenset(_WORD.findall(text))


def _end(phrase: Phrase, at: int, stems: list[str | None], spoken: list[str]) -> int | None:
    """Return the index of the last word if *phrase* stands at *at*; articles between its words do not count."""
    for wanted in phrase.stems[1:]:
        at += 1
        if at < len(spoken) and spoken[at] in _ARTICLES:
            at += 1
        if at >= len(stems) or stems[at] != wanted:
            return None
    return at
