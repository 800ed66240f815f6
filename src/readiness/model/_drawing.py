"""
A picture as shapes, with nothing of how a file holds it: each format draws the same shapes with its own means.

Measures are in points, 72 to an inch, from the upper left corner; colours are six hexadecimal digits.
"""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen, validators


class Side(Enum):
    """Which side of a text its place is."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@frozen(kw_only=True)
class DrawnBox:
    """
    An upright rectangle.

    Attributes:
        x: of its left edge.
        y: of its upper edge.
        width: how wide it is.
        height: how high it is.
        fill: the colour inside; empty for none.
        edge: the colour of its line; empty for none.
        thick: how thick the line is.
        dashed: whether the line is dashed.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    thick: float = 0.75
    dashed: bool = False


@frozen(kw_only=True)
class DrawnPath:
    """
    Straight lines from point to point.

    Attributes:
        points: two at least, each from the left and from above.
        fill: the colour inside; empty for none, and for a path that is not closed.
        edge: the colour of the lines; empty for none.
        thick: how thick the lines are.
        dashed: whether the lines are dashed.
        closed: whether a last line leads back to the first point.
    """

    points: tuple[tuple[float, float], ...] = field(validator=validators.min_len(2))
    fill: str = ""
    edge: str = ""
    thick: float = 0.75
    dashed: bool = False
    closed: bool = False


@frozen(kw_only=True)
class DrawnText:
    """
    Words on one line.

    Attributes:
        x: where the side named by ``side`` is.
        y: of the line that the letters stand on.
        words: what it says.
        size: of the letters.
        ink: the colour of the letters.
        strong: whether it stands out.
        side: which side of the words ``x`` is.
    """

    x: float
    y: float
    words: str
    size: float = 7.0
    ink: str = "22282B"
    strong: bool = False
    side: Side = Side.LEFT


Shape = DrawnBox | DrawnPath | DrawnText
"""One piece of a drawing."""


@frozen(kw_only=True)
class Drawing:
    """
    A picture inside a report.

    Attributes:
        title: what it shows, in a few words; stands above it as the caption of a table does.
        said: what can be seen in it, in words, for whoever does not see it.
        width: how wide it is, more than nothing; wider than the text, it is drawn smaller.
        height: how high it is, more than nothing.
        shapes: what it is made of, in order; a later one covers an earlier one.
    """

    title: str
    said: str
    width: float = field(validator=validators.gt(0))
    height: float = field(validator=validators.gt(0))
    shapes: tuple[Shape, ...]
