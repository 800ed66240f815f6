"""A trend as one page: two pictures, and everything that they show as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen

from readiness._version import __version__
from readiness.model import Phrasing, Status, Trend

from ._html import rendered
from ._trend_axis import LEFT, RIGHT, WIDTH
from ._trend_svg import counts_picture, lanes_picture
from ._trend_text import over_time


@frozen
class TrendPage:
    """
    Write a trend as a self-contained page.

    Attributes:
        templates: text of templates by name, which take the place of the shipped ones of the same name.
        folder: where they stand, for messages.
        phrasing: in which words.
    """

    worded: ClassVar[bool] = True
    templates: Mapping[str, str] = field(factory=dict, hash=False)
    folder: str = ""
    phrasing: Phrasing = field(factory=Phrasing)

    def render(self, trend: Trend) -> bytes:
        """
        Return UTF-8 HTML without scripts, outside styles or pictures from elsewhere.

        Raises:
            InputError: a template of `templates` is broken, with its line.
        """
        values = {
            "trend": trend,
            "counts": counts_picture(trend, self.phrasing),
            "lanes": lanes_picture(trend, self.phrasing),
            "used": [one for one in Status if any(point.number(one) for point in trend.points)],
            "stood": {one.criterion: over_time(one, self.phrasing) for one in trend.rows},
            "axis": {"left": LEFT, "right": RIGHT, "width": WIDTH},
            "generator": f"readiness {__version__}",
            "notice": self.phrasing.notice,
        }
        return f"{rendered('trend.html', self.templates, self.folder, self.phrasing, **values)}\n".encode()
