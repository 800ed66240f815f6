"""Paragraphs and runs of WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from readiness.model import Line, Rag, Status, Words

from ._docx_parts import OFFICE
from ._looks import INK, TINT, label, shape
from ._xml import element, escaped, joined

_SYMBOLS = "Segoe UI Symbol"
_BREAKS = re.compile(r"\r\n|[\r\n]")


@frozen(kw_only=True)
class Kit:
    """
    What the parts of a package have to know of each other.

    Attributes:
        styles: the id of each style by its name in small letters.
        width: of the text, in twentieths of a point.
        height: of the text of a page, in the same.
        bullets: the number of the list definition.
        addresses: the relationship of each web address.
        bookmarks: the bookmark of each anchor.
        titled: whether the title stands in the template already.
    """

    styles: Mapping[str, str]
    width: int = 9638
    height: int = 14_000
    bullets: str = "1"
    addresses: Mapping[str, str] = field(factory=dict)
    bookmarks: Mapping[str, str] = field(factory=dict)
    titled: bool = False


def paragraph(kit: Kit, style: str, content: str, *properties: str) -> str:
    """Return a paragraph in the style called *style*; *content* and *properties* are ready XML."""
    named = element("w:pStyle", attributes={"w:val": kit.styles[style]})
    return element("w:p", element("w:pPr", named, *properties), content)


def run(text: str, *properties: str) -> str:
    """Return a run of text; a line end in it breaks the line."""
    if not text:
        return ""
    held = element("w:rPr", *properties) if properties else ""
    return element("w:r", held, element("w:br").join(map(_said, _BREAKS.split(text))))


def _said(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else ""


BOLD = "<w:b/><w:bCs/>"


def coloured(rag: Rag, *, shaded: bool = True) -> str:
    """Return the properties of a run in the colour of *rag*."""
    fill = element("w:shd", attributes={"w:val": "clear", "w:color": "auto", "w:fill": TINT[rag]}) if shaded else ""
    return BOLD + element("w:color", attributes={"w:val": INK[rag]}) + fill


def standing(status: Status, said: str = "") -> str:
    """Return a status: its shape, its words or those that are *said*, and its colour."""
    fonts = element("w:rFonts", attributes={"w:ascii": _SYMBOLS, "w:hAnsi": _SYMBOLS, "w:eastAsia": _SYMBOLS})
    look = coloured(status.rag)
    words = f"\N{NO-BREAK SPACE}{label(Words(status=status, text=said))}\N{NO-BREAK SPACE}"
    return run(f"\N{NO-BREAK SPACE}{shape(status)}", fonts, look) + run(words, look)


def runs(kit: Kit, line: Line) -> str:
    """Return a line as runs."""
    return joined(_run(kit, one) for one in line)


def _run(kit: Kit, one: Words) -> str:
    if one.status is not None:
        return standing(one.status, one.text)
    if one.rag is not None:
        return run(f"\N{NO-BREAK SPACE}{label(one)}\N{NO-BREAK SPACE}", coloured(one.rag))
    if one.link and (target := _target(kit, one.link)):
        name, value = target
        inner = run(one.text, _style(kit, "hyperlink"), *_properties(kit, one))
        return element("w:hyperlink", inner, attributes={name: value, "w:history": "1", "xmlns:r": OFFICE})
    return run(one.text, *_properties(kit, one))


def _target(kit: Kit, link: str) -> tuple[str, str] | None:
    if link.startswith("#"):
        bookmark = kit.bookmarks.get(link[1:])
        return ("w:anchor", bookmark) if bookmark else None
    relation = kit.addresses.get(link)
    return ("r:id", relation) if relation else None


def _properties(kit: Kit, one: Words) -> Iterator[str]:
    if one.path and not one.link:
        yield _style(kit, "readiness path")
    elif one.quiet and not one.link:
        yield _style(kit, "readiness aside")
    if one.strong:
        yield BOLD


def _style(kit: Kit, name: str) -> str:
    return element("w:rStyle", attributes={"w:val": kit.styles[name]})


def field_of(code: str) -> str:
    """Return a field that an office program works out, empty until then."""
    return opened(code) + mark("end")


def opened(code: str) -> str:
    """Return the beginning of a field; what it shows and its end follow."""
    instruction = f'<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText>'
    return mark("begin") + element("w:r", instruction) + mark("separate")


def mark(kind: str) -> str:
    """Return a mark of a field: ``begin``, ``separate`` or ``end``."""
    return element("w:r", element("w:fldChar", attributes={"w:fldCharType": kind}))
