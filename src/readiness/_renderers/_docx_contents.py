"""
The table of contents of a Word document: a field that is filled in already, but for the page numbers.

Only a program that lays the pages out knows those. Word works them out when somebody updates the table, prints, or
saves as PDF; a flag that makes it do so at once makes it ask a question each time the document is opened.
"""

from __future__ import annotations

from collections.abc import Iterator

from ._docx_text import Kit, field_of, mark, opened, paragraph, run
from ._outline import Entry, Outline
from ._xml import element, joined


def contents(outline: Outline, kit: Kit) -> str:
    """Return the heading and the table; nothing if there is no heading to list."""
    if not outline.listed:
        return ""
    heading = paragraph(kit, "toc heading", run("Contents"), element("w:pageBreakBefore"))
    gallery = element("w:docPartGallery", attributes={"w:val": "Table of Contents"})
    properties = element("w:sdtPr", element("w:docPartObj", gallery, element("w:docPartUnique")))
    return element("w:sdt", properties, element("w:sdtContent", heading, *_entries(outline, kit)))


def _entries(outline: Outline, kit: Kit) -> Iterator[str]:
    deepest = max(one.heading.level for one in outline.listed) - 1
    code = f'TOC \\o "1-{deepest}" \\h \\z \\u'
    tab = element("w:tabs", element("w:tab", attributes={"w:val": "right", "w:leader": "dot", "w:pos": str(kit.width)}))
    last = len(outline.listed) - 1
    for at, one in enumerate(outline.listed):
        start = opened(code) if not at else ""
        end = mark("end") if at == last else ""
        yield paragraph(kit, f"toc {one.heading.level - 1}", joined((start, _entry(one), end)), tab)


def _entry(one: Entry) -> str:
    page = element("w:r", element("w:tab")) + field_of(f"PAGEREF {one.name} \\h")
    return element("w:hyperlink", run(one.said), page, attributes={"w:anchor": one.name, "w:history": "1"})
