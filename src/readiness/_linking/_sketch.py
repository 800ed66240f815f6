"""A few numbers by which two texts are compared, without keeping the texts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_PLACES = 64
_SHINGLE = 5
_FEWEST_WORDS = 30
_MASK = (1 << 64) - 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
_STIR = 0xFF51AFD7ED558CCD


class Hashes(dict[str, int]):
    """The number of each word met."""

    def __missing__(self, word: str) -> int:
        self[word] = number = zlib.crc32(word.encode("utf-8", "replace"))
        return number


def sketch(numbers: list[int]) -> tuple[int, ...]:
    """
    Return the sketch of a text: of its runs of five words, the least hash in each of 64 classes.

    The share of equal numbers in two sketches is about the share of runs that the texts have in common. A class without
    a run borrows from the next that has one, so that short texts can be compared too.

    Args:
        numbers: those of its words in their order, by `Hashes`.

    Returns:
        64 numbers, or none for a text of a few words, which resembles others by chance.
    """
    if len(numbers) < _FEWEST_WORDS:
        return ()
    least: dict[int, int] = {}
    for one in set(_shingles(numbers)):
        place, rest = one >> 58, one >> 26 & 0xFFFFFFFF
        if rest < least.get(place, _MASK):
            least[place] = rest
    return tuple(_borrowed(least, place) for place in range(_PLACES))


def _shingles(numbers: list[int]) -> Iterable[int]:
    runs = zip(*(numbers[start:] for start in range(_SHINGLE)), strict=False)
    a, b, c, d, e = _FACTORS
    for one, two, three, four, five in runs:
        mixed = (one * a + two * b + three * c + four * d + five * e) & _MASK
        yield (mixed ^ mixed >> 31) * _STIR & _MASK


def _borrowed(least: dict[int, int], place: int) -> int:
    """Return the number of a class, or that of the next one that has any, marked by the distance."""
    for step in range(_PLACES):
        if (found := least.get((place + step) % _PLACES)) is not None:
            return (found + step * 0x9E3779B1) & 0xFFFFFFFF
    return 0
