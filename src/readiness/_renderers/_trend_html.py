"""A trend as one page: two pictures, and everything that they show as tables."""

from __future__ import annotations

from readiness._version import __version__
from readiness.model import Status, Trend

from ._html import environment
from ._trend_axis import LEFT, RIGHT, WIDTH
from ._trend_svg import counts_picture, lanes_picture
from ._trend_text import over_time


def trend_page(trend: Trend) -> bytes:
    """Return UTF-8 HTML without scripts, outside styles or pictures from elsewhere."""
    page = environment().get_template("trend.html")
    said = page.render(
        trend=trend,
        counts=counts_picture(trend),
        lanes=lanes_picture(trend),
        used=[one for one in Status if any(point.number(one) for point in trend.points)],
        over_time=over_time,
        axis={"left": LEFT, "right": RIGHT, "width": WIDTH},
        generator=f"readiness {__version__}",
    )
    return f"{said}\n".encode()
