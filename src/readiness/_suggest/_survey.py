"""One pass over a document: where it speaks of what each criterion is about, and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from attrs import frozen

from readiness._linking._fingerprint import text_fingerprint
from readiness._linking._phrases import words
from readiness._linking._stems import stem
from readiness._linking._text import quoted
from readiness.model import DocumentText, Locator, Passage

from ._caveats import qualms
from ._form import form_of
from ._form_told import form_in_text
from ._likeness import Likeness, close, like, most_like, most_told, nearest, tellers, told_by, voice_of
from ._query import Queries, Role
from ._sections import Section, sections
from ._seen import Seen, seen_in
from ._spread import spread
from ._surveyed import Sighting, Survey

VERSION = 9
"""Raised whenever the same text gives another survey."""

_MOST_ALIKE = 3
"""Criteria that a document is looked at for without naming their subject, because its words are like theirs."""
_TITLE = 160
"""Characters of a first passage that can be a title; below a longer one there is none."""
_HARDLY = 0.1
_TELLS = -2.0
"""Log of the odds from which it is noted by which words a section proves a criterion."""
_MARKED = 8
"""Terms that are marked in a quote."""


@frozen
class _Likes:
    """How like each criterion a document is: section by section, whole, by its cosine, and by learned words."""

    by_section: list[Likeness]
    whole: Likeness
    cosines: Likeness
    told: list[Likeness]


def survey(document: DocumentText, queries: Queries) -> Survey:
    """
    Return what *document* says of the subject of each criterion.

    Args:
        document: as it was read; the name of its file counts as a title.
        queries: what is looked for.
    """
    found = list(sections(document.passages, queries))
    name, title = _named(document)
    size = sum(one.words for one in found)
    field = spread(found, f"{name}\n{title}", queries)
    every = _added(one.every for one in found)
    cosines = close(every, queries)
    first, second = [*sorted(cosines.values(), reverse=True), 0.0, 0.0][:2]
    return Survey(
        words=size,
        field=len(field.own),
        core=len(field.core),
        density=round(sum(one.known for one in found) / max(1, size), 4),
        elsewhere=len(field.elsewhere),
        strange=round(field.strange / max(1, field.passages), 4),
        learned=queries.learned,
        voice=round(voice_of(every, head_of(document), queries), 3),
        clear=round(first - second, 4),
        form=form_in_text([one.text for one in document.passages]) or form_of(name, title),
        qualms=qualms(document, system=queries.system, organisation=queries.organisation),
        sightings=tuple(_sightings(found, f"{name}\n{title}", queries, cosines)),
    )


def _named(document: DocumentText) -> tuple[str, str]:
    """Return the name of a document's file as words, and its title: from its properties and its first lines."""
    stem_of_name = re.sub(r"\.\w{1,5}$", "", document.path.rsplit("/", 1)[-1])
    first = takewhile(lambda text: len(text) <= _TITLE, (one.text for one in document.passages[:3]))
    return re.sub(r"[-_.]+", " ", stem_of_name), "\n".join([document.facts.title, *first])


def head_of(document: DocumentText) -> Counter[str]:
    """Return how often each stem stands in the name of a document's file and in its title."""
    return Counter(stem(one) for text in _named(document) for one in words(text))


def _sightings(found: list[Section], title: str, queries: Queries, cosines: Likeness) -> list[Sighting]:
    """Return what is said of each criterion that is named, or whose words are like the document's."""
    seen = seen_in(found, queries)
    size = sum(one.words for one in found)
    likes = _Likes(
        by_section=[like(one.counts, one.words, queries) for one in found],
        whole=like(_added(one.counts for one in found), size, queries),
        cosines=cosines,
        told=[told_by(one.every, queries) for one in found],
    )
    for number in nearest(likes.whole, likes.by_section, _MOST_ALIKE) | nearest(cosines, [], _MOST_ALIKE):
        if number not in seen or not seen[number].is_about:
            _take_alike(number, found, likes.by_section, seen)
    titled = _titled(title, queries)
    return [
        _sighting(number, one, titled.get(number, 0), queries, likes, found)
        for number, one in sorted(seen.items())
        if one.best is not None
    ]


def _added(counts: Iterable[Counter[str]]) -> Counter[str]:
    whole = Counter[str]()
    for one in counts:
        whole.update(one)
    return whole


def _titled(text: str, queries: Queries) -> dict[int, int]:
    """Return which criteria a title names, and how plainly."""
    found: dict[int, int] = {}
    for number in queries.index.find(text):
        for duty in queries.duties[number]:
            if duty.role in {Role.NAME, Role.WORD}:
                found[duty.query] = max(found.get(duty.query, 0), 2 if duty.role is Role.NAME else 1)
    return found


def _take_alike(number: int, found: list[Section], likes: list[Likeness], seen: dict[int, Seen]) -> None:
    """Add what a section has whose words are most like those of a criterion, although it does not name the subject."""
    at = max(range(len(found)), key=lambda one: likes[one].get(number, 0.0))
    if not found[at].places:
        return
    section, whole = found[at], seen.setdefault(number, Seen())
    place = max(section.places, key=lambda one: one.like.get(number, 0.0) * one.worth)
    whole.words, whole.rules = section.words, section.rules
    whole.rank, whole.best = _HARDLY, place.passage


def _sighting(number: int, seen: Seen, titled: int, queries: Queries, likes: _Likes, found: list[Section]) -> Sighting:
    most, ahead = most_like(number, likes.by_section)
    told, told_ahead = most_told(number, likes.told)
    query = queries.each[number]
    passage = seen.best or Passage("-", Locator())
    quote, spoken = _quoted(passage.text, number, queries)
    return Sighting(
        criterion=query.criterion.id,
        named=seen.named,
        nearly=seen.nearly,
        titled=titled,
        words=seen.words,
        said=seen.said,
        aspects=tuple(query.criterion.aspects[one].id for one in sorted(seen.aspects)),
        together=seen.together,
        required=len(seen.aspects & query.required) / len(query.required) if query.required else 1.0,
        like=round(most, 4),
        ahead=round(ahead, 4),
        alike=round(likes.whole.get(number, 0.0), 4),
        close=round(likes.cosines.get(number, 0.0), 4),
        told=round(told, 3),
        told_ahead=round(told_ahead, 3),
        tellers=_tellers(number, likes.told, found, queries) if told > _TELLS else (),
        terms=len(seen.terms),
        rules=seen.rules,
        apart=seen.apart,
        spoken=spoken,
        locator=str(passage.locator),
        quote=quote,
        fingerprint=text_fingerprint([passage]),
    )


def _tellers(number: int, told: list[Likeness], found: list[Section], queries: Queries) -> tuple[str, ...]:
    at = max(range(len(found)), key=lambda one: told[one].get(number, 0.0))
    return tellers(number, (one.passage.text for one in found[at].places), queries)


def _quoted(text: str, query: int, queries: Queries) -> tuple[str, tuple[str, ...]]:
    """Return what to show of a passage, cut around what names the subject, and the terms that stand in it."""
    held: list[tuple[int, int]] = []
    for number in queries.index.find(text):
        roles = [int(one.role) for one in queries.duties[number] if one.query == query and one.role is not Role.APART]
        if roles:
            held.append((min(roles), number))
    spans = [queries.index.locate(text, number) for _, number in sorted(held)[:_MARKED]]
    quote = quoted(text, *(spans[0] if spans else (0, 0)))
    spoken = dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans if end)
    return quote, tuple(one for one in spoken if one in quote)
