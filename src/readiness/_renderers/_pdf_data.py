"""A report as plain data, which a layout for paper reads; every text in it is a text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

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
    Rag,
    Report,
    Verdict,
    Words,
)

from . import _text
from ._compact import SIZE
from ._drawn_svg import svg
from ._looks import INK, TINT, label
from ._outline import LONGEST, NOTHING, Outline, outline

FONTS = ("Readiness Sans", "DejaVu Sans Mono", "Libertinus Serif")
"""The first is shipped, the others come with what lays it out: a PDF does not depend on what a machine has."""
_SHORT = 70
_BREAKS = re.compile(r"\r\n|\r")
_SPACE = "\N{NO-BREAK SPACE}"


def report_data(report: Report) -> dict[str, Any]:
    """Return a report as what JSON can hold."""
    headings = outline(report)
    about = f" {report.about}." if report.about else ""
    title = f"{report.organisation}: {report.subtitle}"
    listed = headings.listed
    return {
        "size": SIZE if report.one_page else 1.0,
        "title": _text.shortened(title, 250),
        "about": _text.shortened(report.about, 250),
        "organisation": _text.shortened(report.organisation, LONGEST) or NOTHING,
        "subtitle": _text.shortened(report.subtitle, LONGEST),
        "as_of": [report.as_of.year, report.as_of.month, report.as_of.day],
        "head": [_text.shortened(report.organisation, _SHORT), _head(report)],
        "foot": f"Made by {_text.shortened(report.generator, _SHORT)}",
        "end": _shown(f"Made by {report.generator}.{about}"),
        "depth": max((one.heading.level - 1 for one in listed), default=1),
        "inks": {rag.value: INK[rag] for rag in Rag},
        "tints": {rag.value: TINT[rag] for rag in Rag},
        "blocks": [_block(one, place, headings) for place, one in enumerate(report.blocks)],
    }


def _shown(text: str) -> str:
    """Return *text* with nothing that no font can draw: a tabulator is no letter, and a line has one kind of end."""
    return _BREAKS.sub("\n", _text.visible(text)).replace("\t", "    ")


def _head(report: Report) -> str:
    return f"{_text.shortened(report.kind, _SHORT)}, as of {_text.day(report.as_of)}"


def _block(block: Block, place: int, headings: Outline) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    if isinstance(block, Heading):
        entry = headings.places[place]
        return {"kind": kind, "text": entry.said, "level": block.level, "name": entry.name, "opens": block.opens}
    return {"kind": kind, **_WAYS[type(block)](block, headings)}


def _paragraph(block: Paragraph, headings: Outline) -> dict[str, Any]:
    return {"tone": block.tone.value, "words": _line(block.words, headings)}


def _bullets(block: Bullets, headings: Outline) -> dict[str, Any]:
    return {"items": [_line(one, headings) for one in block.items]}


def _facts(block: Facts, headings: Outline) -> dict[str, Any]:
    return {"rows": [[_shown(name), _line(said, headings)] for name, said in block.rows]}


def _grid(block: Grid, headings: Outline) -> dict[str, Any]:
    """Return a table; one without rows is a paragraph."""
    if not block.rows:
        return {"kind": "paragraph", "tone": "plain", "words": _line((Words(text=block.otherwise),), headings)}
    return {
        "caption": _shown(block.caption),
        "head": [_shown(one) for one in block.head],
        "rows": [[_line(cell, headings) for cell in row] for row in block.rows],
        "widths": [*block.widths] if len(block.widths) == len(block.head) else [1] * len(block.head),
        "fill": block.to_fill,
    }


def _verdict(block: Verdict, headings: Outline) -> dict[str, Any]:
    del headings
    return {"word": _shown(block.word), "rag": block.rag.value, "sentence": _shown(block.sentence)}


def _numbers(block: Numbers, headings: Outline) -> dict[str, Any]:
    del headings
    said = ((f"{number:,}{_SPACE}{_shown(name)}", rag.value) for number, name, rag in block.items)
    return {"items": [[*one] for one in said]}


def _contents(block: Contents, headings: Outline) -> dict[str, Any]:
    del block, headings
    return {}


def _drawing(block: Drawing, headings: Outline) -> dict[str, Any]:
    del headings
    return {
        "caption": _text.shortened(block.title, 250) or NOTHING,
        "said": _text.shortened(block.said, 1_500) or NOTHING,
        "svg": svg(block, FONTS),
        "width": block.width,
    }


_WAYS: dict[type[Block], Callable[[Any, Outline], dict[str, Any]]] = {
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Grid: _grid,
    Verdict: _verdict,
    Numbers: _numbers,
    Contents: _contents,
    Drawing: _drawing,
}


def _line(line: Line, headings: Outline) -> list[dict[str, Any]]:
    return [_run(one, headings) for one in line]


def _run(one: Words, headings: Outline) -> dict[str, Any]:
    rag = one.status.rag if one.status else one.rag
    return {
        "text": _shown(label(one)),
        "mark": one.status.value if one.status else None,
        "rag": rag.value if rag else None,
        "link": _target(one.link, headings),
        "strong": one.strong,
        "path": one.path,
        "quiet": one.quiet,
    }


def _target(link: str, headings: Outline) -> str:
    if link.startswith("#"):
        name = headings.anchors.get(link[1:])
        return f"#{name}" if name else ""
    return link if _text.web_address(link) else ""
