"""Passages that belong together, and what each of them holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field

from readiness._linking._parts import Part, is_contents_line, is_heading, part_of
from readiness._linking._phrases import words
from readiness._linking._stems import stem
from readiness.model import Passage

from ._likeness import Likeness, like, told_by
from ._query import Queries
from ._style import mentions_in, rules_in

_LONGEST = 100
"""Words of a section, after which another begins under the same heading."""
_SAYING = frozenset({Part.BODY, Part.BESIDE})


@define
class Place:
    """
    A passage, and how it speaks.

    Attributes:
        passage: itself.
        numbers: of the phrases that it holds.
        words: words that it has.
        heading: whether it is a heading.
        rules: how often it says what has to be done.
        mentions: how often it only tells that something will be.
        like: how much it is like each criterion.
        told: how surely it proves each, by learned words; empty if nobody learned them.
    """

    passage: Passage
    numbers: list[int]
    words: int
    heading: bool
    rules: int
    mentions: int
    like: Likeness
    told: Likeness

    @property
    def worth(self) -> float:
        """Return what showing it is worth; a heading shows little."""
        return 0.3 if self.heading else 1.0


@define
class Section:
    """
    Passages that belong together.

    Attributes:
        heading: above them.
        words: words that they have.
        known: of these, words that several criteria share.
        rules: how often they say what has to be done.
        places: the passages.
        counts: how often each stem of the criteria stands in them.
        every: the same of every stem.
    """

    heading: tuple[str, ...]
    words: int = 0
    known: int = 0
    rules: int = 0
    places: list[Place] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    every: Counter[str] = field(factory=Counter)


def sections(passages: Iterable[Passage], queries: Queries) -> Iterator[Section]:
    """Yield the sections of a document: by its headings, or a good paragraph or two at a time."""
    section = Section(())
    for passage in passages:
        if part_of(passage.locator.part) not in _SAYING or is_contents_line(passage.text):
            continue
        if passage.locator.heading != section.heading or section.words > _LONGEST:
            yield section
            section = Section(passage.locator.heading)
        _take(passage, section, queries)
    yield section


def _take(passage: Passage, section: Section, queries: Queries) -> None:
    spoken = words(passage.text)
    every = [stem(one) for one in spoken]
    known = [one for one in every if one in queries.weights]
    rules = rules_in(passage.text)
    section.words += len(spoken)
    section.rules += rules
    section.every.update(every)
    section.counts.update(known)
    section.known += sum(one in queries.field for one in known)
    section.places.append(
        Place(
            passage=passage,
            numbers=queries.index.find_in(spoken, passage.text),
            words=len(spoken),
            heading=is_heading(passage),
            rules=rules,
            mentions=mentions_in(passage.text),
            like=like(Counter(known), len(spoken), queries),
            told=told_by(Counter(every), queries),
        )
    )
