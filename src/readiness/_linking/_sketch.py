"""A few numbers by which two texts are compared, without keeping the texts."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from zlib import crc32

_PLACES, _PLACE_BITS = 64, 26
"""Classes, by the first six bits of a hash of 32; the rest of it is its rank in its class."""
_SHINGLE = 5
_FEWEST_WORDS = 30
_MARK = 0x9E3779B1


class Hashes(dict[str, int]):
    """The number of each word met."""

    def __missing__(self, word: str) -> int:
        self[word] = number = crc32(word.encode("utf-8", "replace"))
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
    hashes = sorted(_shingles(numbers))
    firsts = (bisect_left(hashes, place << _PLACE_BITS) for place in range(_PLACES))
    least = {hashes[first] >> _PLACE_BITS: hashes[first] for first in firsts if first < len(hashes)}
    return tuple(_borrowed(least, place) for place in range(_PLACES))


def _shingles(numbers: list[int]) -> list[int]:
    """Return the hash of each run of words."""
    packed = memoryview(array("I", numbers).tobytes())
    step = len(packed) // len(numbers)
    length = step * _SHINGLE
    return [crc32(packed[start : start + length]) for start in range(0, len(packed) - length + 1, step)]


def _borrowed(least: dict[int, int], place: int) -> int:
    """Return the least hash of a class, or that of the next one that has any, marked by the distance."""
    for step in range(_PLACES):
        if (found := least.get((place + step) % _PLACES)) is not None:
            return (found + step * _MARK) & 0xFFFFFFFF
    return 0
