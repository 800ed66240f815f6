"""A report as Markdown, to be pasted into a mail, a wiki or a ticket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from attrs import frozen

from readiness.model import (
    Block,
    Bullets,
    Contents,
    Drawing,
    Facts,
    Grid,
    Heading,
    Line,
    Numbers,
    Paragraph,
    Report,
    Tone,
    Verdict,
    Words,
)

from . import _text
from ._md_text import link, listed, plain, table


@frozen
class MarkdownReportRenderer:
    """
    Write a report as Markdown: headings, lists and tables only, no HTML.

    >>> MarkdownReportRenderer().suffix
    '.md'
    """

    suffix: ClassVar[str] = ".md"
    worded: ClassVar[bool] = True

    def render(self, report: Report) -> bytes:
        """Return UTF-8 Markdown in which no text of the report acts as markup."""
        lines = [f"# {plain(report.kind)}: {plain(report.organisation)}", "", plain(report.subtitle), ""]
        for block in report.blocks:
            lines += _WAYS[type(block)](block)
        about = f" {plain(report.about)}." if report.about else ""
        lines += ["---", "", f"Made by {plain(report.generator)}.{about}"]
        return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _heading(block: Heading) -> Iterator[str]:
    status = f": {plain(block.standing) or _text.status_words(block.status)}" if block.status else ""
    yield from (f"{'#' * block.level} {plain(block.text)}{status}", "")


def _contents(block: Contents) -> Iterator[str]:
    """Yield nothing: where there are no pages, the headings are enough."""
    del block
    yield from ()


def _drawing(block: Drawing) -> Iterator[str]:
    """Yield what can be seen in a picture: a text without HTML has none of its own."""
    yield from (f"**{plain(block.title)}.** {plain(block.said)}", "")


def _paragraph(block: Paragraph) -> Iterator[str]:
    said = _line(block.words)
    yield from (f"> {said}" if block.tone in {Tone.NOTICE, Tone.QUOTE} else said, "")


def _bullets(block: Bullets) -> Iterator[str]:
    yield from listed(map(_line, block.items))


def _facts(block: Facts) -> Iterator[str]:
    yield from listed(f"**{plain(name)}:** {_line(said)}" for name, said in block.rows)


def _grid(block: Grid) -> Iterator[str]:
    if block.rows:
        yield from (f"**{plain(block.caption)}**", "")
    rows = [[_line(cell) for cell in row] for row in block.rows]
    yield from table([*map(plain, block.head)], rows, otherwise=plain(block.otherwise))


def _verdict(block: Verdict) -> Iterator[str]:
    yield from (f"**{plain(block.word)}.** {plain(block.sentence)}", "")


def _numbers(block: Numbers) -> Iterator[str]:
    yield from listed(
        f"**{number}** {plain(name)} ({_text.rag_words(rag).lower()})" for number, name, rag in block.items
    )


_WAYS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Grid: _grid,
    Verdict: _verdict,
    Numbers: _numbers,
    Contents: _contents,
    Drawing: _drawing,
}


def _line(line: Line) -> str:
    """Return a line; runs are joined by the spaces that stand at their ends, which escaping would drop."""
    return "".join(map(_run, line)).strip()


def _run(run: Words) -> str:
    if run.status is not None:
        return f"{plain(run.text) or _text.status_words(run.status)} ({_text.rag_words(run.status.rag).lower()})"
    if run.rag is not None:
        return _text.rag_words(run.rag)
    if _text.web_address(run.link):
        return link(run.text, run.link)
    before, after = (" " * (run.text[at:][:1].isspace()) for at in (0, len(run.text) - 1))
    said = plain(run.text)
    return f"{before}{f'**{said}**' if run.strong and said else said}{after if said else ''}"
