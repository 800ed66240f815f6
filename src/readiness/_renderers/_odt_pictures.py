"""The drawings of an OpenDocument text: parts of their own in SVG, which its programs draw themselves."""

from __future__ import annotations

from readiness.model import Drawing, Report

from . import _text
from ._drawn_svg import svg
from ._xml import element, escaped

SVG = "image/svg+xml"
STYLE = "Picture"
_ROOM = (481.0, 640.0)
"""How wide and how high a drawing may be on the page of the shipped styles, in points."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def pictures(report: Report) -> dict[str, str]:
    """Return each drawing of a report by the name of its part."""
    drawn = ((place, block) for place, block in enumerate(report.blocks) if isinstance(block, Drawing))
    return {_part(place): f"{_XML}{svg(block)}\n" for place, block in drawn}


def frame(block: Drawing, place: int) -> str:
    """Return what shows a drawing in the text, with its words for whoever does not see it."""
    scale = min(1.0, _ROOM[0] / block.width, _ROOM[1] / block.height)
    link = {"xlink:href": _part(place), "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    return element(
        "draw:frame",
        element("draw:image", attributes={**link, "draw:mime-type": SVG}),
        element("svg:title", escaped(_text.shortened(block.title, 250))),
        element("svg:desc", escaped(_text.shortened(block.said, 1_500))),
        attributes={
            "draw:style-name": STYLE,
            "draw:name": f"Drawing {place}",
            "text:anchor-type": "as-char",
            "svg:width": f"{block.width * scale:.2f}pt",
            "svg:height": f"{block.height * scale:.2f}pt",
        },
    )


def picture_style() -> str:
    """Return the style of a drawing in the text."""
    look = {"style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:padding": "0cm", "fo:border": "none"}
    held = element("style:graphic-properties", attributes=look)
    return element("style:style", held, attributes={"style:name": STYLE, "style:family": "graphic"})


def _part(place: int) -> str:
    return f"Pictures/drawing-{place}.svg"
