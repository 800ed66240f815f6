"""The blocks of a report as the body of a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from readiness.model import (
    Block,
    Bullets,
    Contents,
    Drawing,
    Facts,
    Grid,
    Heading,
    Numbers,
    Paragraph,
    Report,
    Tone,
    Verdict,
)

from . import _text
from ._docx_contents import contents
from ._docx_drawing import drawn
from ._docx_text import BOLD, Kit, coloured, paragraph, run, runs
from ._looks import INK, TINT
from ._outline import LONGEST, Outline
from ._xml import element, joined

_TONES = {
    Tone.PLAIN: "normal",
    Tone.QUIET: "readiness quiet",
    Tone.NOTICE: "readiness notice",
    Tone.QUOTE: "quote",
    Tone.LEAD: "normal",
}
_CELL_HEIGHT = "794"
_TWENTIETHS, _HEADS = 20, 1_400
_PER_DRAWING = 10_000
_OURS = 1_000_000
"""Bookmarks are numbered from here, beyond those that a template may have."""


@frozen
class _Desk:
    """The block that is being written, and what it may refer to."""

    kit: Kit
    outline: Outline
    place: int


def body(report: Report, outline: Outline, kit: Kit) -> str:
    """Return a report as paragraphs and tables, without the properties of the page."""
    blocks = (_WAYS[type(block)](block, _Desk(kit, outline, place)) for place, block in enumerate(report.blocks))
    return joined((*_title(report, kit), *blocks, _end(report, kit)))


def _title(report: Report, kit: Kit) -> Iterator[str]:
    if not kit.titled:
        yield paragraph(kit, "title", run(_text.shortened(report.organisation, LONGEST)))
        yield paragraph(kit, "subtitle", run(_text.shortened(report.subtitle, LONGEST)))


def _end(report: Report, kit: Kit) -> str:
    about = f" {report.about}." if report.about else ""
    return paragraph(kit, "readiness quiet", run(f"Made by {report.generator}.{about}"))


def _heading(block: Heading, desk: _Desk) -> str:
    entry = desk.outline.places[desk.place]
    marks = {"w:id": str(_OURS + entry.number)}
    return paragraph(
        desk.kit,
        f"heading {block.level - 1}",
        element("w:bookmarkStart", attributes={**marks, "w:name": entry.name})
        + run(entry.said)
        + element("w:bookmarkEnd", attributes=marks),
        *([element("w:pageBreakBefore")] if block.opens else []),
    )


def _paragraph(block: Paragraph, desk: _Desk) -> str:
    kept = [element("w:keepNext")] if block.tone is Tone.LEAD else []
    return paragraph(desk.kit, _TONES[block.tone], runs(desk.kit, block.words), *kept)


def _bullets(block: Bullets, desk: _Desk) -> str:
    level = element("w:ilvl", attributes={"w:val": "0"})
    number = element("w:numPr", level, element("w:numId", attributes={"w:val": desk.kit.bullets}))
    return joined(paragraph(desk.kit, "list bullet", runs(desk.kit, one), number) for one in block.items)


def _facts(block: Facts, desk: _Desk) -> str:
    tab = element("w:r", element("w:tab"))
    return joined(
        paragraph(desk.kit, "readiness fact", run(name, BOLD) + tab + runs(desk.kit, said)) for name, said in block.rows
    )


def _verdict(block: Verdict, desk: _Desk) -> str:
    edge = {"w:val": "single", "w:sz": "48", "w:space": "6", "w:color": INK[block.rag]}
    sides = element("w:pBdr", element("w:left", attributes=edge))
    fill = element("w:shd", attributes={"w:val": "clear", "w:color": "auto", "w:fill": TINT[block.rag]})
    word = paragraph(desk.kit, "readiness verdict", run(block.word, coloured(block.rag, shaded=False)), sides, fill)
    return word + paragraph(desk.kit, "readiness reason", run(block.sentence), sides, fill)


def _numbers(block: Numbers, desk: _Desk) -> str:
    said = (
        run(f"\N{NO-BREAK SPACE}{number:,}\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}", coloured(rag))
        for number, name, rag in block.items
    )
    return paragraph(desk.kit, "readiness numbers", run("   ").join(said))


def _contents(block: Contents, desk: _Desk) -> str:
    del block
    return contents(desk.outline, desk.kit)


def _drawing(block: Drawing, desk: _Desk) -> str:
    """Return a drawing under its title, smaller than it is where the page has less room."""
    room = (desk.kit.width / block.width, (desk.kit.height - _HEADS) / block.height)
    scale = min(1.0, *(one / _TWENTIETHS for one in room))
    picture = drawn(block, (1 + desk.place) * _PER_DRAWING, round(scale, 3))
    return paragraph(desk.kit, "caption", run(block.title)) + paragraph(desk.kit, "readiness drawing", picture)


def _grid(block: Grid, desk: _Desk) -> str:
    if not block.rows:
        return paragraph(desk.kit, "normal", run(block.otherwise))
    widths = _widths(block, desk.kit.width)
    properties = element(
        "w:tblPr",
        element("w:tblStyle", attributes={"w:val": desk.kit.styles["table grid"]}),
        element("w:tblW", attributes={"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblLayout", attributes={"w:type": "fixed"}),
        element("w:tblLook", attributes={"w:val": "00A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noVBand": "1"}),
        element("w:tblCaption", attributes={"w:val": _text.shortened(block.caption, 250)}),
    )
    columns = element("w:tblGrid", *(element("w:gridCol", attributes={"w:w": str(one)}) for one in widths))
    head = _row((run(one) for one in block.head), widths, desk.kit, head=True)
    rows = (_row((runs(desk.kit, cell) for cell in row), widths, desk.kit, fill_in=block.to_fill) for row in block.rows)
    caption = paragraph(desk.kit, "caption", run(block.caption))
    return caption + element("w:tbl", properties, columns, head, *rows)


def _widths(block: Grid, whole: int) -> list[int]:
    shares = block.widths if len(block.widths) == len(block.head) else [1.0] * len(block.head)
    return [round(whole * one / sum(shares)) for one in shares]


def _row(cells: Iterable[str], widths: list[int], kit: Kit, *, head: bool = False, fill_in: bool = False) -> str:
    style = "readiness table head" if head else "readiness table text"
    fill = element("w:shd", attributes={"w:val": "clear", "w:color": "auto", "w:fill": "E6EBF0"}) if head else ""
    held = (
        element(
            "w:tc",
            element("w:tcPr", element("w:tcW", attributes={"w:w": str(width), "w:type": "dxa"}), fill),
            paragraph(kit, style, cell),
        )
        for cell, width in zip(cells, widths, strict=True)
    )
    high = element("w:trHeight", attributes={"w:val": _CELL_HEIGHT, "w:hRule": "atLeast"}) if fill_in else ""
    properties = element("w:trPr", element("w:cantSplit"), high, element("w:tblHeader") if head else "")
    return element("w:tr", properties, *held)


_WAYS: dict[type[Block], Callable[[Any, _Desk], str]] = {
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
