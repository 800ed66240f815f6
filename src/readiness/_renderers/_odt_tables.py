"""The styles that belong to one OpenDocument text: columns of its tables, colours, headings that open a page."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Grid, Rag, Report

from ._looks import INK, TINT
from ._odt_pictures import picture_style
from ._odt_text import colours, style
from ._xml import element, joined

_WIDTH = 17.0
_EDGE = "0.5pt solid #8A9094"


def table_style() -> str:
    """Return the name of the style of a table."""
    return "Table"


def cell_style(*, head: bool) -> str:
    """Return the name of the style of a cell."""
    return "Cell-head" if head else "Cell"


def column_style(block: Grid, at: int) -> str:
    """Return the name of the style of a column: its width in hundredths of a millimetre."""
    return f"Column-{_widths(block)[at]}"


def _widths(block: Grid) -> list[int]:
    shares = block.widths if len(block.widths) == len(block.head) else [1.0] * len(block.head)
    return [round(100 * 10 * _WIDTH * one / sum(shares)) for one in shares]


def automatic_styles(report: Report) -> str:
    """Return every style that the body uses and the template does not have."""
    grids = [block for block in report.blocks if isinstance(block, Grid) and block.rows]
    widths = sorted({one for block in grids for one in _widths(block)})
    return joined((*map(_column, widths), *_cells(), *_verdicts(), *_openings(), picture_style(), colours()))


def _named(name: str, family: str, *children: str, parent: str = "") -> str:
    held = {"style:name": style(name), "style:family": family}
    return element(
        "style:style", *children, attributes=held | ({"style:parent-style-name": style(parent)} if parent else {})
    )


def _column(width: int) -> str:
    held = {"style:column-width": f"{width / 1000:.3f}cm"}
    return _named(f"Column-{width}", "table-column", element("style:table-column-properties", attributes=held))


def _cells() -> Iterator[str]:
    whole = {"style:width": f"{_WIDTH}cm", "table:align": "left", "fo:margin-bottom": "0.3cm"}
    yield _named("Table", "table", element("style:table-properties", attributes=whole))
    kept = {"fo:keep-together": "always"}
    yield _named("Row", "table-row", element("style:table-row-properties", attributes=kept))
    high = {**kept, "style:min-row-height": "1.4cm"}
    yield _named("Row-high", "table-row", element("style:table-row-properties", attributes=high))
    look = {"fo:border": _EDGE, "fo:padding-left": "0.15cm", "fo:padding-right": "0.15cm", "fo:padding-top": "0.03cm"}
    yield _named("Cell", "table-cell", element("style:table-cell-properties", attributes=look))
    head = {**look, "fo:background-color": "#E6EBF0"}
    yield _named("Cell-head", "table-cell", element("style:table-cell-properties", attributes=head))


def _verdicts() -> Iterator[str]:
    for rag in Rag:
        edge = {"fo:border-left": f"6pt solid #{INK[rag]}", "fo:background-color": f"#{TINT[rag]}"}
        edge |= {"fo:padding-left": "0.3cm", "fo:padding-right": "0.2cm", "fo:padding-top": "0.1cm"}
        edge |= {"fo:padding-bottom": "0.1cm"}
        held = element("style:paragraph-properties", attributes=edge)
        ink = element("style:text-properties", attributes={"fo:color": f"#{INK[rag]}"})
        yield _named(f"Verdict {rag.value}", "paragraph", held, ink, parent="Readiness Verdict")
        yield _named(f"Reason {rag.value}", "paragraph", held, parent="Readiness Reason")


def _openings() -> Iterator[str]:
    for level in (1, 2, 3):
        page = element("style:paragraph-properties", attributes={"fo:break-before": "page"})
        yield _named(f"Opening {level}", "paragraph", page, parent=f"Heading {level}")
