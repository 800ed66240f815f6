"""Criteria named in a document: one citation each, with the best place and the number of places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from readiness._ids import IdMatch, IdScheme
from readiness.model import Citation, DocumentText, Passage, Spot

from ._denials import denies
from ._parts import Part, is_contents_line, part_of, property_passages
from ._text import quoted

_RUNNING = 3
"""Pages that show the same line before it is taken for a header or footer."""
_DENIED = 4
"""How much less a place says that denies: less than any that does not."""
_DIGITS = re.compile(r"\d+")


@frozen
class _Mention:
    """A passage that names a criterion, and the first match in it."""

    position: int
    passage: Passage
    match: IdMatch


def citations(document: DocumentText, ids: IdScheme) -> tuple[Citation, ...]:
    """Return one citation for each criterion that the passages or the properties of *document* name."""
    texts = "\n".join([one.text for one in document.passages])
    passages = document.passages if ids.may_name(texts) else ()
    mentions = list(_mentions((*passages, *property_passages(document.facts)), ids))
    if not mentions:
        return ()
    running = _running([one.passage for one in mentions])
    by_id: dict[str, list[_Mention]] = defaultdict(list)
    for one in mentions:
        by_id[one.match.id].append(one)
    cited = [(min(found, key=lambda one: _rank(one, running)), len(found)) for found in by_id.values()]
    return tuple(_citation(one, count) for one, count in sorted(cited, key=lambda pair: pair[0].position))


def _mentions(passages: Iterable[Passage], ids: IdScheme) -> Iterator[_Mention]:
    """Yield each criterion once for each passage that names it."""
    position = 0
    for passage in passages:
        if not ids.may_name(passage.text):
            continue
        for match in ids.find_first(passage.text):
            position += 1
            yield _Mention(position, passage, match)


def _citation(mention: _Mention, count: int) -> Citation:
    match, passage = mention.match, mention.passage
    return Citation(
        criterion=match.id,
        written=match.written,
        spot=Spot(passage.locator, quoted(passage.text, match.start, match.end)),
        count=count,
        known=match.known,
        typo=match.typo,
        denied=_denied(mention),
    )


def _denied(mention: _Mention) -> bool:
    """Return whether the passage says that the document is not about the criterion."""
    return denies(mention.passage.text, mention.match.start, mention.match.end)


def _rank(mention: _Mention, running: frozenset[str]) -> tuple[int, int]:
    """Return how little a place says: running text first, then margins and contents, properties, comments, denials."""
    passage = mention.passage
    part = part_of(passage.locator.part)
    if part is Part.ASIDE:
        rank = 3
    elif passage.locator.part.startswith("property "):
        rank = 2
    else:
        rank = int(part is Part.MARGIN or _outline(passage) in running or is_contents_line(passage.text))
    return rank + _DENIED * _denied(mention), mention.position


def _running(passages: Iterable[Passage]) -> frozenset[str]:
    """Return the lines that several pages show, whatever number stands in them: a PDF does not mark its margins."""
    pages: dict[str, set[int]] = defaultdict(set)
    for one in passages:
        if page := one.locator.page or one.locator.slide:
            pages[_outline(one)].add(page)
    return frozenset(text for text, shown in pages.items() if len(shown) >= _RUNNING)


def _outline(passage: Passage) -> str:
    return _DIGITS.sub("#", passage.text)
