"""A report put into a Word package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from readiness.model import Block, Bullets, Facts, Grid, Line, Paragraph, Report

from . import _text
from ._docx_additions import equipped, with_addresses, with_properties
from ._docx_body import body
from ._docx_package import Package
from ._docx_parts import TYPES, core
from ._docx_places import alone, filled, names
from ._docx_text import Kit
from ._outline import outline

CONTENT = "profile"
"""The placeholder that stands where the report goes."""
OF_A_PROFILE = ("assessment", "decision", "due", "system")
OF_EVERY_REPORT = ("organisation", "kind", "title", "as-of", "made-by", "criteria")
_TITLES = frozenset({"organisation", "title"})
_NARROWEST, _WIDEST = 2_000, 40_000
_USUAL = (9_638, 14_000)
_HELD = re.compile(r"<w:(?:drawing|pict|object|tbl|sectPr)[\s>]")
_BODY = re.compile(r"<w:body(?:\s[^>]*)?>")
_PAGE = re.compile(r"<w:sectPr(?:\s[^>]*)?/?>")
_SIDES = (("w", "left", "right"), ("h", "top", "bottom"))
"""The names of a page's size and of its margins, across and down."""
_LINES = 70


def written(package: Package, report: Report, values: Mapping[str, str]) -> Package:
    """
    Return a package with a report in it.

    Args:
        package: the shipped one, or a template that `place` has found a place in.
        report: what to write.
        values: what placeholders stand for, besides those that every report has.
    """
    headings = outline(report)
    package, styles, bullets = equipped(package)
    addresses = {one: f"rIdReadiness{at}" for at, one in enumerate(_addresses(report), start=1)}
    package = with_addresses(package, addresses)
    width, height = (_measure(package.text(package.main), at) for at in range(2))
    kit = Kit(
        styles=styles,
        bullets=bullets,
        width=width,
        height=height,
        addresses=addresses,
        bookmarks=headings.anchors,
        titled=bool(_TITLES & names(package.text(package.main))),
    )
    package = _filled(
        package, {**dict.fromkeys(OF_A_PROFILE, ""), **values, **_values(report)}, body(report, headings, kit)
    )
    title = f"{report.organisation}: {report.subtitle}"
    properties = core(_text.shortened(title, 250), _text.shortened(report.about, 250), report.as_of.isoformat())
    return with_properties(package, properties)


def _values(report: Report) -> dict[str, str]:
    return {
        "organisation": _text.shortened(report.organisation, _LINES),
        "kind": _text.shortened(report.kind, _LINES),
        "title": _text.shortened(report.subtitle, _LINES),
        "as-of": _text.day(report.as_of),
        "made-by": _text.shortened(report.generator, _LINES),
        "criteria": _text.shortened(report.about, _LINES),
    }


def _filled(package: Package, values: Mapping[str, str], content: str) -> Package:
    """Return the package with its placeholders filled in, the report's own text last, which may look like one."""
    short = {name: _text.shortened(one, _LINES) for name, one in values.items()}
    for part in package.layout:
        package = package.having(part, filled(package.text(part), short))
    xml = package.text(package.main)
    start, end = place(xml) or (len(xml), len(xml))
    return package.having(package.main, f"{xml[:start]}{content}{xml[end:]}")


def place(xml: str) -> tuple[int, int] | None:
    """Return where the report goes in the text of a template, if it has a place for it."""
    if found := alone(xml, CONTENT):
        return found.start, found.end
    opened, pages = _BODY.search(xml), [*_PAGE.finditer(xml)]
    start = opened.end() if opened else 0
    end = pages[-1].start() if pages and "</w:p>" not in xml[pages[-1].end() :] else xml.rindex("</w:body>")
    inner = xml[start:end]
    empty = not _HELD.search(inner) and not re.sub(r"<[^>]*>", "", inner).strip()
    return (start, end) if empty else None


def _measure(xml: str, axis: int) -> int:
    """Return how wide or how high the text of a page is, in twentieths of a point."""
    size, *margins = _SIDES[axis]
    patterns = (rf'<w:pgSz\s[^>]*?w:{size}="(\d+)', *(rf'<w:pgMar\s[^>]*?w:{one}="-?(\d+)' for one in margins))
    sizes = [int(found[-1]) for one in patterns if (found := re.findall(one, xml))]
    inner = sizes[0] - sizes[1] - sizes[2] if len(sizes) == len(patterns) else _USUAL[axis]
    return inner if _NARROWEST <= inner <= _WIDEST else _USUAL[axis]


def _addresses(report: Report) -> Iterator[str]:
    runs = (run for block in report.blocks for line in _lines(block) for run in line)
    yield from dict.fromkeys(run.link for run in runs if _text.web_address(run.link))


def _lines(block: Block) -> Iterable[Line]:
    if isinstance(block, Paragraph):
        return (block.words,)
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Facts):
        return (said for _, said in block.rows)
    return (cell for row in block.rows for cell in row) if isinstance(block, Grid) else ()


def order(name: str) -> tuple[bool, bool, str]:
    """Return what to sort the parts of a package by: what says how to read the others comes first."""
    return name != TYPES, not name.startswith("_rels/"), name
