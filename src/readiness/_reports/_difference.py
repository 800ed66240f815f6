"""What changed between two assessments, as a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from readiness._renderers._phrased import phrased
from readiness._version import __version__
from readiness._words import counted, day
from readiness.model import (
    Block,
    Bullets,
    Cause,
    Difference,
    Facts,
    Grid,
    Heading,
    Line,
    Movement,
    Paragraph,
    Phrasing,
    Rag,
    Record,
    Report,
    Status,
    Tone,
    Verdict,
    Way,
    Words,
)

from ._words import about_words, counts, path, say, sentence, standing


def difference_report(found: Difference, phrasing: Phrasing | None = None) -> Report:
    """Return a comparison as a report: what is worse first, each with its cause."""
    words = phrasing or Phrasing()
    return framed(found, _blocks(found, words), words)


def framed(found: Difference, blocks: Iterable[Block], words: Phrasing) -> Report:
    """Return a report about a comparison."""
    new = found.new
    return Report(
        kind="What changed",
        organisation=new.organisation,
        subtitle=f"{new.assessment}, {day(found.old.as_of)} to {day(new.as_of)}",
        as_of=new.as_of,
        blocks=phrased((*blocks, *about_words(words)), words),
        generator=f"readiness {__version__}",
        about=f"{new.catalogue.title}, version {new.catalogue.version}",
    )


_COUNTED = {
    Way.OTHERWISE: "of which something else is said",
    Way.EVIDENCE: "with other evidence",
    Way.PLAN: "with another plan",
}
"""A way behind its number, where its own words do not fit there."""


def _blocks(found: Difference, words: Phrasing) -> Iterator[Block]:
    yield from difference_head(found, words)
    yield status_grid(found)
    yield from movement_blocks(found)
    yield Heading(text="Documents")
    yield document_grid(found)


def difference_head(found: Difference, words: Phrasing) -> Iterator[Block]:
    """Yield what a comparison is of, and what comes out of it."""
    yield verdict(found, words)
    for notice in found.notices:
        yield Paragraph(words=say(notice), tone=Tone.NOTICE)
    yield Facts(
        rows=(
            ("Before", _which(found.old, words)),
            ("Now", _which(found.new, words)),
            ("Due", say(due(found.new))),
        )
    )


def verdict(found: Difference, words: Phrasing) -> Verdict:
    """Return whether anything is worse, in a few words and a sentence."""
    worse = len({one.criterion for one in found.worse})
    moved = counts(((len(found.of(way)), _COUNTED.get(way, way.value)) for way in Way), "nothing moved")
    if worse:
        word, rag = f"{worse} worse", Rag.RED
    elif found.movements:
        word, rag = "Nothing worse", Rag.GREEN
    else:
        word, rag = "No change", Rag.NONE
    then, now = words.decision(found.old.decision), words.decision(found.new.decision)
    decided = (
        f"The decision is {now}, as before."
        if found.old.decision is found.new.decision
        else f"The decision was {then}, and is now {now}."
    )
    return Verdict(word=word, rag=rag, sentence=f"{sentence(moved)}. {decided}")


def _which(record: Record, words: Phrasing) -> Line:
    gaps, of = counted(len(record.gaps), "gap"), counted(len(record.criteria), "criterion", "criteria")
    return say(f"{day(record.as_of)}: {words.decision(record.decision)}, {gaps} in {of}")


def due(record: Record) -> str:
    """Return the due date, and how far away it is on the day of an assessment."""
    left = (record.due - record.as_of).days
    far = "the same day" if not left else f"{counted(abs(left), 'day')} {'ahead' if left > 0 else 'ago'}"
    return f"{day(record.due)}, {far}"


def status_grid(found: Difference) -> Grid:
    """Return how many criteria had each status, and how many have it now."""
    then, now = (Counter(one.status for one in each.criteria) for each in (found.old, found.new))
    rows = tuple(
        (standing(one), say(str(then[one])), say(str(now[one])), say(_signed(now[one] - then[one])))
        for one in Status
        if then[one] or now[one]
    )
    return Grid(caption="Criteria by status", head=("Status", "Before", "Now", "Change"), rows=rows)


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "\N{MINUS SIGN}") if number else "none"


def movement_blocks(found: Difference, level: int = 2) -> Iterator[Block]:
    """Yield every movement under a heading for its way, the worst way first."""
    for way in Way:
        if moved := found.of(way):
            yield Heading(text=f"{sentence(way.value)} ({len(moved)})", level=level)
            yield Paragraph(words=say(way.meaning), tone=Tone.QUIET)
            for one in moved:
                yield from _movement(one, level + 1)
    if not found.movements:
        yield Heading(text="What moved", level=level)
        yield Paragraph(words=say("Nothing moved between the two."))


def _movement(one: Movement, level: int) -> Iterator[Block]:
    yield Heading(text=f"{one.criterion} {one.title}".strip(), level=level)
    if one.then is not one.now:
        yield Paragraph(words=(Words(text="Was "), *standing(one.then), Words(text=", is now "), *standing(one.now)))
    elif one.now is not None:
        yield Paragraph(words=(*standing(one.now), Words(text=", as before")))
    if one.causes:
        yield Bullets(items=tuple(_cause(cause) for cause in one.causes))
    if todo := " ".join(next_steps(one)):
        yield Paragraph(words=(Words(text="What to do: ", strong=True), Words(text=todo)))


def next_steps(one: Movement) -> tuple[str, ...]:
    """Return what the rules say to do about what is worse; of what has lapsed it is said where the status moved."""
    wanted = one.worse and one.way is not Way.NEWLY_STALE
    return tuple(dict.fromkeys(cause.fix for cause in one.causes if wanted and cause.fix))


def _cause(cause: Cause) -> Line:
    said: list[Words] = [Words(text=f"{sentence(cause.kind.value)}: ", strong=True), Words(text=cause.sentence)]
    if cause.before:
        said.append(Words(text=f" Before: {cause.before}"))
    if cause.document and cause.document not in cause.sentence:
        said += [Words(text=" "), *path(cause.document)]
    if cause.rule:
        level = f", {cause.level.value}" if cause.level else ""
        said.append(Words(text=f" (rule {cause.rule}{level})"))
    return tuple(said)


def document_grid(found: Difference) -> Grid:
    """Return what became of the documents."""
    rows = tuple(
        (path(one.path), say(sentence(one.what.value)), say(one.then or "not there"), say(one.now or "not there"))
        for one in found.documents
    )
    return Grid(
        caption="Documents that moved",
        head=("Document", "What happened", "Before", "Now"),
        rows=rows,
        otherwise="No document came, went or changed.",
    )
