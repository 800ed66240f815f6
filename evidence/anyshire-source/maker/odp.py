"""OpenDocument presentations, with the notes of the speaker."""

from __future__ import annotations

from .model import Source
from .odf import package
from .packing import esc
from .slides import Slide, slides_of

_LAYOUT = (
    '<style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm" '
    'style:print-orientation="landscape"/></style:page-layout>'
)
_BOX = (
    '<style:style style:name="Box" style:family="graphic"><style:graphic-properties draw:stroke="none" '
    'draw:fill="none"/></style:style>'
)
_AUTOMATIC = _BOX + "".join(
    f'<style:style style:name="{name}" style:family="paragraph"><style:text-properties fo:font-family="Arial" '
    f'fo:font-size="{size}pt" fo:color="{colour}"{weight}/></style:style>'
    for name, size, colour, weight in (
        ("Heading", 32, "#1f3a5f", ' fo:font-weight="bold"'),
        ("Point", 22, "#000000", ""),
        ("Foot", 12, "#606060", ""),
    )
)


def odp(source: Source) -> bytes:
    """Return *source* as a presentation."""
    pages = "".join(_page(slide, number, source.footer) for number, slide in enumerate(slides_of(source), start=1))
    styles = (
        f"<office:styles/><office:automatic-styles>{_LAYOUT}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="PM1"/></office:master-styles>'
    )
    return package("presentation", source, _AUTOMATIC, f"<office:presentation>{pages}</office:presentation>", styles)


def _page(slide: Slide, number: int, footer: str) -> str:
    points = "".join(_line("Point", f"\N{BULLET} {point}") for point in slide.points)
    notes = "".join(_line("Foot", note) for note in slide.notes)
    said = f"<presentation:notes>{_frame('notes', 2, 14, 17, 12, notes)}</presentation:notes>" if slide.notes else ""
    return (
        f'<draw:page draw:name="page{number}" draw:master-page-name="Default">'
        f"{_frame('title', 2, 1.5, 24, 3, _line('Heading', slide.title))}"
        f"{_frame('outline', 2, 5, 24, 12, points)}"
        f"{_frame('footer', 2, 19, 24, 1, _line('Foot', footer))}{said}</draw:page>"
    )


def _line(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{esc(text)}</text:p>'


def _frame(kind: str, left: float, top: float, width: float, height: float, inner: str) -> str:
    sort = "" if kind == "footer" else f'presentation:class="{kind}" '
    return (
        f'<draw:frame draw:style-name="Box" {sort}svg:x="{left}cm" svg:y="{top}cm" '
        f'svg:width="{width}cm" svg:height="{height}cm">'
        f"<draw:text-box>{inner}</draw:text-box></draw:frame>"
    )
