"""Look into documents of word processors: what stands in them as text, so that a change can be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package; each one that is XML has to be well formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
        assert len(found) == len(archive.infolist())
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name, part in found.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(part)
    return found


def docx_dump(data: bytes) -> str:
    """Return the structure of a Word document: a line for each paragraph, with its style, and for each row."""
    root = ET.fromstring(parts(data)["word/document.xml"])
    (body,) = root.iter(f"{W}body")
    return "".join(f"{line}\n" for line in _blocks(body))


def _blocks(parent: ET.Element) -> Iterator[str]:
    for one in parent:
        if one.tag == f"{W}p":
            yield f"{_style(one)}: {said(one)}"
        elif one.tag == f"{W}sdt":
            inside = one.find(f"{W}sdtContent")
            yield from (f"  {line}" for line in _blocks(one if inside is None else inside))
        elif one.tag == f"{W}tbl":
            yield from map(_row, one.iter(f"{W}tr"))


def _row(row: ET.Element) -> str:
    head = " (head)" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
    return f"  row{head}: {' | '.join(' '.join(map(said, cell.iter(f'{W}p'))) for cell in row.iter(f'{W}tc'))}"


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    opens = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    return f"{'' if style is None else style.get(f'{W}val')}{', new page' if opens else ''}"


def said(paragraph: ET.Element) -> str:
    """Return the text of a paragraph; a broken line as a slash, a tab as an arrow, a field in braces."""
    if (drawn := next(paragraph.iter(f"{WP}docPr"), None)) is not None:
        return f"drawing: {drawn.get('title')}: {drawn.get('descr')}"
    marks = {f"{W}br": " / ", f"{W}tab": " > "}
    texts = (
        (one.text or "") if one.tag == f"{W}t" else f"{{{one.text}}}" if one.tag == f"{W}instrText" else marks[one.tag]
        for run in paragraph.iter(f"{W}r")
        for one in run
        if one.tag in {f"{W}t", f"{W}instrText", *marks}
    )
    return "".join(texts).replace("\N{NO-BREAK SPACE}", "~")


TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})


def odt_dump(data: bytes) -> str:
    """Return the structure of an OpenDocument text, as that of a Word document."""
    root = ET.fromstring(parts(data)["content.xml"])
    (body,) = root.iter(f"{OFFICE}text")
    return "".join(f"{line}\n" for line in _odt_blocks(body))


def _odt_blocks(parent: ET.Element) -> Iterator[str]:
    for one in parent:
        if one.tag in _PARAGRAPHS:
            name = str(one.get(f"{TEXT}style-name")).replace("_20_", " ")
            yield f"{name}: {odt_said(one)}"
        elif one.tag == f"{TABLE}table":
            head = set(one.findall(f"{TABLE}table-header-rows/{TABLE}table-row"))
            for row in one.iter(f"{TABLE}table-row"):
                cells = (odt_said(cell) for cell in row.iter(f"{TEXT}p"))
                yield f"  row{' (head)' if row in head else ''}: {' | '.join(cells)}"
        else:
            yield from (f"  {line}" for line in _odt_blocks(one))


def odt_said(paragraph: ET.Element) -> str:
    """Return the text of a paragraph; a broken line as a slash, a tab as an arrow, a page number in braces."""
    if (drawn := paragraph.find(f".//{SVG}title")) is not None:
        return f"drawing: {drawn.text}: {paragraph.findtext(f'.//{SVG}desc')}"
    marks = {f"{TEXT}line-break": " / ", f"{TEXT}tab": " > ", f"{TEXT}bookmark-ref": "{page}"}
    return _flat(paragraph, marks).replace("\N{NO-BREAK SPACE}", "~")


def _flat(one: ET.Element, marks: dict[str, str]) -> str:
    spaces = " " * int(one.get(f"{TEXT}c", "1")) if one.tag == f"{TEXT}s" else ""
    inner = "".join(_flat(child, marks) + (child.tail or "") for child in one)
    return f"{marks.get(one.tag, '')}{spaces}{one.text or ''}{inner}"
