"""A drawing as SVG: text that says everything of itself, so that it needs no style sheet and no script."""

from __future__ import annotations

from readiness.model import Drawing, DrawnBox, DrawnPath, DrawnText, Shape, Side

from ._xml import element, escaped

_ANCHORS = {Side.LEFT: "start", Side.MIDDLE: "middle", Side.RIGHT: "end"}
_FONTS = ("Arial", "Liberation Sans", "DejaVu Sans", "sans-serif")
_DASHES = "2.5 2"


def svg(drawing: Drawing, fonts: tuple[str, ...] = _FONTS) -> str:
    """Return a drawing as an SVG element with its title and what can be seen in it; *fonts* by their names."""
    size = {"width": f"{drawing.width:g}pt", "height": f"{drawing.height:g}pt"}
    return element(
        "svg",
        element("title", escaped(drawing.title)),
        element("desc", escaped(drawing.said)),
        *map(_shape, drawing.shapes),
        attributes={
            "xmlns": "http://www.w3.org/2000/svg",
            **size,
            "viewBox": f"0 0 {drawing.width:g} {drawing.height:g}",
            "role": "img",
            "font-family": ", ".join(fonts),
        },
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, DrawnText):
        return _words(shape)
    look = {
        "fill": f"#{shape.fill}" if shape.fill else "none",
        **({"stroke": f"#{shape.edge}", "stroke-width": f"{shape.thick:g}"} if shape.edge else {}),
        **({"stroke-dasharray": _DASHES} if shape.dashed else {}),
    }
    if isinstance(shape, DrawnBox):
        place = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
        return element("rect", attributes={**{name: f"{one:g}" for name, one in place.items()}, **look})
    return element("path", attributes={"d": _path(shape), **look})


def _path(shape: DrawnPath) -> str:
    points = "L".join(f"{x:g} {y:g}" for x, y in shape.points)
    return f"M{points}{'z' if shape.closed else ''}"


def _words(shape: DrawnText) -> str:
    look = {
        "x": f"{shape.x:g}",
        "y": f"{shape.y:g}",
        "font-size": f"{shape.size:g}",
        "fill": f"#{shape.ink}",
        **({"font-weight": "bold"} if shape.strong else {}),
        **({"text-anchor": _ANCHORS[shape.side]} if shape.side is not Side.LEFT else {}),
    }
    return element("text", escaped(shape.words), attributes=look)
