"""What has changed between two versions of a text, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from readiness.model import Edit, EditKind

from ._text import squeezed

_AROUND = 12
"""Words that are the same and are shown on either side of a change."""
_MOST_PASSAGES = 2_000
_MOST_WORDS = 1_500
_FEW_WORDS = 300
Run = tuple[EditKind, list[str]]


def compare(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Edit, ...]:
    """
    Return how the passages *before* became those *after*.

    Passages are lined up first, and only those that differ are compared by words. A rewritten text that is too long to
    be compared so is shown as taken out and put in. How quotes, dashes and spaces are written makes no difference.

    Returns:
        runs of words; those that are the same make up both texts together with those removed, or those added. None if
        nothing has changed.

    >>> [(one.kind.value, one.words) for one in compare(("Tokens are signed for.",), ("Tokens are counted.",))]
    [('same', 'Tokens are'), ('removed', 'signed for.'), ('added', 'counted.')]
    """
    old, new = _passages(before), _passages(after)
    if [word for one in old for word in one.split()] == [word for one in new for word in one.split()]:
        return ()
    return tuple(_folded(_joined(_lined_up(old, new))))


def _passages(texts: Iterable[str]) -> list[str]:
    return [one for one in map(squeezed, texts) if one]


def _lined_up(old: list[str], new: list[str]) -> Iterator[Run]:
    """Compare passages as wholes, and what is left between those that are the same by words."""
    for same, ours, theirs in _blocks(old, new, _MOST_PASSAGES):
        if same:
            yield EditKind.SAME, _words(ours)
        else:
            yield from _by_words(_words(ours), _words(theirs))


def _by_words(old: list[str], new: list[str]) -> Iterator[Run]:
    """Compare words; those of long texts by sentences first."""
    if len(old) > _FEW_WORDS and len(new) > _FEW_WORDS:
        blocks = list(_blocks(_sentences(old), _sentences(new), _MOST_PASSAGES))
    else:
        blocks = [(False, [" ".join(old)], [" ".join(new)])]
    for same, ours, theirs in blocks:
        if same:
            yield EditKind.SAME, _words(ours)
            continue
        for alike, one, two in _blocks(_words(ours), _words(theirs), _MOST_WORDS):
            if alike:
                yield EditKind.SAME, one
            else:
                yield EditKind.REMOVED, one
                yield EditKind.ADDED, two


def _blocks(old: list[str], new: list[str], most: int) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Yield pieces of both lists in turn, those that are the same and those that are not."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield True, old[:head], new[:head]
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(ours) > most or len(theirs) > most:
        yield False, ours, theirs
    else:
        from difflib import SequenceMatcher  # noqa: PLC0415 - a worker comes through here and compares nothing

        matcher = SequenceMatcher(None, ours, theirs, autojunk=len(ours) > _FEW_WORDS)
        for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
            yield tag == "equal", ours[from_old:to_old], theirs[from_new:to_new]
    yield True, old[len(old) - tail :], new[len(new) - tail :]


def _common(old: list[str], new: list[str]) -> int:
    """Return how many pieces at the beginning are the same."""
    count = 0
    for one, two in zip(old, new, strict=False):
        if one != two:
            break
        count += 1
    return count


def _sentences(words: list[str]) -> list[str]:
    sentences: list[list[str]] = [[]]
    for word in words:
        sentences[-1].append(word)
        if word[-1] in ".;:!?":
            sentences.append([])
    return [" ".join(one) for one in sentences if one]


def _words(texts: Iterable[str]) -> list[str]:
    return [word for one in texts for word in one.split()]


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Put together neighbouring runs of one kind; between words that are the same, what was removed comes first."""
    joined: list[Run] = []
    for same, group in groupby((run for run in runs if run[1]), lambda run: run[0] is EditKind.SAME):
        gathered: dict[EditKind, list[str]] = {} if same else {EditKind.REMOVED: [], EditKind.ADDED: []}
        for kind, words in group:
            gathered.setdefault(kind, []).extend(words)
        joined += [(kind, words) for kind, words in gathered.items() if words]
    return joined


def _folded(runs: list[Run]) -> Iterator[Edit]:
    """Yield the runs as edits; of words that are the same only some around a change are kept to be shown."""
    last = len(runs) - 1
    for number, (kind, words) in enumerate(runs):
        before = 0 if number == 0 else _AROUND
        after = 0 if number == last else _AROUND
        if kind is not EditKind.SAME or len(words) <= before + after + _AROUND:
            yield Edit(kind, " ".join(words))
            continue
        if before:
            yield Edit(EditKind.SAME, " ".join(words[:before]))
        yield Edit(EditKind.SKIPPED, " ".join(words[before : len(words) - after]))
        if after:
            yield Edit(EditKind.SAME, " ".join(words[len(words) - after :]))
