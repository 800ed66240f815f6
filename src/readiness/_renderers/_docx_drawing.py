"""A drawing inside a Word document, made of Word's own shapes: nothing to decode, and text in the document's font."""

from __future__ import annotations

from attrs import frozen

from readiness.model import Drawing, DrawnBox, DrawnPath, DrawnText, Shape, Side

from . import _text
from ._docx_text import BOLD, run
from ._xml import element, escaped

_POINT = 12_700
"""Of the units of a drawing in a point."""
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_SPACES = {
    "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": _MAIN,
    "xmlns:wpg": f"{_OFFICE}Group",
    "xmlns:wps": f"{_OFFICE}Shape",
}
_SIDES = {Side.LEFT: "left", Side.MIDDLE: "center", Side.RIGHT: "right"}
_NEED, _ROOM = 0.62, 0.85
"""How wide a letter is at least and at most, as a share of its size: some programs wrap words that need more."""
_TIGHT = {"w:before": "0", "w:after": "0", "w:lineRule": "exact"}
_LONGEST_ALT = 1_500


def drawn(drawing: Drawing, number: int, scale: float) -> str:
    """
    Return a run that holds a drawing; a program that knows none of Word's shapes shows its words instead.

    Args:
        drawing: what is drawn.
        number: that no other drawing of the document has, nor any of the 9,999 that follow.
        scale: 1 for its own size.
    """
    choice = element("mc:Choice", element("w:drawing", _inline(drawing, number, scale)), attributes={"Requires": "wpg"})
    words = f"[{_text.shortened(drawing.said, _LONGEST_ALT)}]"
    fallback = element("mc:Fallback", element("w:t", escaped(words)))
    return element("w:r", element("mc:AlternateContent", choice, fallback, attributes=_SPACES))


def _inline(drawing: Drawing, number: int, scale: float) -> str:
    data = element("a:graphicData", _group(drawing, number, scale), attributes={"uri": _SPACES["xmlns:wpg"]})
    return element(
        "wp:inline",
        element("wp:extent", attributes=_size(drawing.width * scale, drawing.height * scale)),
        element("wp:effectExtent", attributes=dict.fromkeys("ltrb", "0")),
        element("wp:docPr", attributes=_named(drawing, number)),
        element("wp:cNvGraphicFramePr"),
        element("a:graphic", data),
        attributes={f"dist{one}": "0" for one in "TBLR"},
    )


def _group(drawing: Drawing, number: int, scale: float) -> str:
    zero = {"x": "0", "y": "0"}
    frame = element(
        "a:xfrm",
        element("a:off", attributes=zero),
        element("a:ext", attributes=_size(drawing.width * scale, drawing.height * scale)),
        element("a:chOff", attributes=zero),
        element("a:chExt", attributes=_size(drawing.width, drawing.height)),
    )
    pen = _Pen(drawing.width, scale)
    shapes = (_shape(one, number + at, pen) for at, one in enumerate(drawing.shapes, start=1))
    return element("wpg:wgp", element("wpg:cNvGrpSpPr"), element("wpg:grpSpPr", frame), *shapes)


@frozen
class _Pen:
    """How wide the drawing is, and how much smaller it is drawn than it is."""

    room: float
    scale: float


def _named(drawing: Drawing, number: int) -> dict[str, str]:
    return {
        "id": str(number),
        "name": f"Drawing {number}",
        "title": _text.shortened(drawing.title, 250),
        "descr": _text.shortened(drawing.said, _LONGEST_ALT),
    }


def _size(width: float, height: float) -> dict[str, str]:
    return {"cx": _units(width), "cy": _units(height)}


def _units(points: float) -> str:
    return str(round(points * _POINT))


def _shape(shape: Shape, number: int, pen: _Pen) -> str:
    if isinstance(shape, DrawnText):
        return _words(shape, number, pen)
    if isinstance(shape, DrawnBox):
        place, form = _place(shape.x, shape.y, shape.width, shape.height), _preset("rect")
    else:
        place, form = _outline(shape)
    look = element("wps:spPr", place, form, _fill(shape.fill), _line(shape, pen.scale))
    return element("wps:wsp", _said(number), element("wps:cNvSpPr"), look, element("wps:bodyPr"))


def _preset(name: str) -> str:
    return element("a:prstGeom", element("a:avLst"), attributes={"prst": name})


def _said(number: int) -> str:
    return element("wps:cNvPr", attributes={"id": str(number), "name": f"Shape {number}"})


def _place(x: float, y: float, width: float, height: float) -> str:
    corner = element("a:off", attributes={"x": _units(x), "y": _units(y)})
    return element("a:xfrm", corner, element("a:ext", attributes=_size(width, height)))


def _outline(shape: DrawnPath) -> tuple[str, str]:
    """Return where a path stands, and its form as seen from there."""
    left, top = (min(one[axis] for one in shape.points) for axis in (0, 1))
    width, height = (max(one[axis] for one in shape.points) - low for axis, low in ((0, left), (1, top)))
    if not (width and height):
        return _place(left, top, width, height), _preset("line")
    steps = (
        element(
            "a:lnTo" if at else "a:moveTo",
            element("a:pt", attributes={"x": _units(x - left), "y": _units(y - top)}),
        )
        for at, (x, y) in enumerate(shape.points)
    )
    end = element("a:close") if shape.closed else ""
    held = {"w": _units(width), "h": _units(height), **({} if shape.fill else {"fill": "none"})}
    path = element("a:pathLst", element("a:path", *steps, end, attributes=held))
    lists = (element(f"a:{one}") for one in ("avLst", "gdLst", "ahLst", "cxnLst"))
    corners = element("a:rect", attributes={"l": "0", "t": "0", "r": "r", "b": "b"})
    return _place(left, top, width, height), element("a:custGeom", *lists, corners, path)


def _fill(colour: str) -> str:
    if not colour:
        return element("a:noFill")
    return element("a:solidFill", element("a:srgbClr", attributes={"val": colour}))


def _line(shape: DrawnBox | DrawnPath, scale: float) -> str:
    if not shape.edge:
        return element("a:ln", element("a:noFill"))
    dash = element("a:prstDash", attributes={"val": "sysDash"}) if shape.dashed else ""
    return element("a:ln", _fill(shape.edge), dash, attributes={"w": _units(shape.thick * scale)})


def _words(shape: DrawnText, number: int, pen: _Pen) -> str:
    left, width = _span(shape, pen.room)
    look = element(
        "wps:spPr",
        _place(left, shape.y - shape.size * 1.05, width, shape.size * 1.3),
        _preset("rect"),
        element("a:noFill"),
    )
    box = element("wps:txbx", element("w:txbxContent", _paragraph(shape, pen.scale)))
    body = {"wrap": "none", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": "t"}
    kind = element("wps:cNvSpPr", attributes={"txBox": "1"})
    end = element("wps:bodyPr", element("a:noAutofit"), attributes=body)
    return element("wps:wsp", _said(number), kind, look, box, end)


def _span(shape: DrawnText, room: float) -> tuple[float, float]:
    """Return where the box of some words begins, and how wide it is: inside the drawing, unless they need more."""
    least, most = (len(shape.words) * shape.size * share + 2 for share in (_NEED, _ROOM))
    beside = {Side.LEFT: room - shape.x, Side.RIGHT: shape.x, Side.MIDDLE: 2 * min(shape.x, room - shape.x)}[shape.side]
    width = max(least, min(most, beside))
    before = {Side.LEFT: 0.0, Side.MIDDLE: width / 2, Side.RIGHT: width}[shape.side]
    return shape.x - before, width


def _paragraph(shape: DrawnText, scale: float) -> str:
    line = str(round(shape.size * 1.3 * scale * 20))
    indent = element("w:ind", attributes={"w:left": "0", "w:right": "0", "w:firstLine": "0"})
    held = element(
        "w:pPr",
        element("w:spacing", attributes={**_TIGHT, "w:line": line}),
        indent,
        element("w:jc", attributes={"w:val": _SIDES[shape.side]}),
    )
    size = str(max(2, round(shape.size * scale * 2)))
    look = (
        element("w:color", attributes={"w:val": shape.ink}),
        element("w:sz", attributes={"w:val": size}),
        element("w:szCs", attributes={"w:val": size}),
    )
    return element("w:p", held, run(_text.visible(shape.words), *([BOLD] if shape.strong else []), *look))
