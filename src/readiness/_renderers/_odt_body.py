"""The blocks of a report as the body of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from ._odt_pictures import frame
from ._odt_tables import cell_style, column_style, table_style
from ._odt_text import coloured, link, paragraph, plain, span, spans, style
from ._outline import LONGEST, Entry, Outline
from ._xml import element, joined

_TONES = {
    Tone.PLAIN: "Standard",
    Tone.QUIET: "Readiness Quiet",
    Tone.NOTICE: "Readiness Notice",
    Tone.QUOTE: "Quotations",
    Tone.LEAD: "Readiness Lead",
}


@frozen
class _Desk:
    """The block that is being written, and what it may refer to."""

    outline: Outline
    anchors: Mapping[str, str]
    place: int


def body(report: Report, outline: Outline) -> str:
    """Return a report as headings, paragraphs, lists and tables."""
    anchors = outline.anchors
    about = f" {report.about}." if report.about else ""
    return joined(
        (
            paragraph("Title", plain(_text.shortened(report.organisation, LONGEST))),
            paragraph("Subtitle", plain(_text.shortened(report.subtitle, LONGEST))),
            *(_WAYS[type(one)](one, _Desk(outline, anchors, place)) for place, one in enumerate(report.blocks)),
            paragraph("Readiness Quiet", plain(f"Made by {report.generator}.{about}")),
        )
    )


def _heading(block: Heading, desk: _Desk) -> str:
    entry = desk.outline.places[desk.place]
    name = {"text:name": entry.name}
    level = str(block.level - 1)
    return element(
        "text:h",
        element("text:bookmark-start", attributes=name),
        plain(entry.said),
        element("text:bookmark-end", attributes=name),
        attributes={
            "text:style-name": style(f"{'Opening' if block.opens else 'Heading'} {level}"),
            "text:outline-level": level,
        },
    )


def _paragraph(block: Paragraph, desk: _Desk) -> str:
    return paragraph(_TONES[block.tone], spans(block.words, desk.anchors))


def _bullets(block: Bullets, desk: _Desk) -> str:
    items = (element("text:list-item", paragraph("List Bullet", spans(one, desk.anchors))) for one in block.items)
    return element("text:list", *items, attributes={"text:style-name": style("Readiness List")}) if block.items else ""


def _facts(block: Facts, desk: _Desk) -> str:
    return joined(
        paragraph("Readiness Fact", span("Readiness Strong", plain(name)) + "<text:tab/>" + spans(said, desk.anchors))
        for name, said in block.rows
    )


def _verdict(block: Verdict, desk: _Desk) -> str:
    del desk
    return paragraph(f"Verdict {block.rag.value}", plain(block.word)) + paragraph(
        f"Reason {block.rag.value}", plain(block.sentence)
    )


def _numbers(block: Numbers, desk: _Desk) -> str:
    del desk
    said = (
        coloured(rag, plain(f"\N{NO-BREAK SPACE}{number:,}\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}"))
        for number, name, rag in block.items
    )
    return paragraph("Readiness Numbers", plain("   ").join(said))


def _contents(block: Contents, desk: _Desk) -> str:
    del block
    if not desk.outline.listed:
        return ""
    title = element(
        "text:index-title",
        paragraph("Contents Heading", "Contents"),
        attributes={"text:name": "Contents heading"},
    )
    deepest = str(max(one.heading.level for one in desk.outline.listed) - 1)
    source = element("text:table-of-content-source", attributes={"text:outline-level": deepest})
    inner = element("text:index-body", title, *map(_entry, desk.outline.listed))
    return element("text:table-of-content", source, inner, attributes={"text:name": "Contents"})


def _entry(one: Entry) -> str:
    page = element("text:bookmark-ref", attributes={"text:reference-format": "page", "text:ref-name": one.name})
    return paragraph(
        f"Contents {one.heading.level - 1}", link(f"#{one.name}", plain(one.said) + "<text:tab/>" + page, "Index Link")
    )


def _drawing(block: Drawing, desk: _Desk) -> str:
    return paragraph("Caption", plain(block.title)) + paragraph("Readiness Drawing", frame(block, desk.place))


def _grid(block: Grid, desk: _Desk) -> str:
    if not block.rows:
        return paragraph("Standard", plain(block.otherwise))
    columns = (
        element("table:table-column", attributes={"table:style-name": column_style(block, at)})
        for at in range(len(block.head))
    )
    head = element("table:table-header-rows", _row((plain(one) for one in block.head), head=True))
    rows = (_row((spans(cell, desk.anchors) for cell in row), to_fill=block.to_fill) for row in block.rows)
    name = _text.shortened(block.caption, 200)
    table = element(
        "table:table",
        element("table:title", plain(name)),
        *columns,
        head,
        *rows,
        attributes={"table:name": f"{desk.place} {name}", "table:style-name": table_style()},
    )
    return paragraph("Caption", plain(block.caption)) + table


def _row(cells: Iterable[str], *, head: bool = False, to_fill: bool = False) -> str:
    name = "Readiness Table Head" if head else "Readiness Table Text"
    look = {"table:style-name": cell_style(head=head), "office:value-type": "string"}
    held = (element("table:table-cell", paragraph(name, one), attributes=look) for one in cells)
    return element("table:table-row", *held, attributes={"table:style-name": "Row-high" if to_fill else "Row"})


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
