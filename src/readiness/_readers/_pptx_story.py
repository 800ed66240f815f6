"""The text of one slide, its notes or its comments: as a story of Word, with the names that drawings use."""

from __future__ import annotations

from collections.abc import Mapping

from ._docx_story import Attributes, Story
from ._walk import inner_part

_MARGINS = {"ftr": "footer", "hdr": "header"}
_NUMBERS = frozenset({"sldNum"})


class SlideStory(Story):
    """
    Gathers the paragraphs of a slide or of what stands beside it.

    Args:
        label: what the part is, such as ``notes``; empty for the slide itself.
        links: addresses that the part points to, by id.
        authors: who writes comments, by id.
    """

    def __init__(self, label: str, links: dict[str, str], authors: Mapping[str, str] | None = None) -> None:
        super().__init__(label, {}, links)
        self._label = label
        self._authors = authors or {}
        self.starts |= {
            "cNvPr": self._picture, "hlinkClick": self._link, "text": self._open_text, "ph": self._place_holder,
            "cm": self._start_comment, "sp": self._start_shape,
        }  # fmt: skip
        self.ends |= {"text": self._close_text, "sp": self._end_shape}
        for name in ("ins", "del", "comment", "docPr", "numId", "ilvl"):
            self.starts.pop(name, None)

    def _start_shape(self, _: Attributes) -> None:
        self._end_shape()

    def _end_shape(self) -> None:
        self._part, self._moved = self._label, 0

    def _place_holder(self, attributes: Attributes) -> None:
        """Tell footers from text; the number of a slide is none."""
        sort = attributes.get("type", "")
        self._moved = sort in _NUMBERS
        if sort in _MARGINS:
            self._part = inner_part(self._label, _MARGINS[sort])

    def _start_comment(self, attributes: Attributes) -> None:
        self.comments += 1
        author = self._authors.get(attributes.get("authorId", ""), "")
        self._part = f"comment {self.comments}" + (f" by {author}" if author else "")

    def _open_text(self, attributes: Attributes) -> None:
        """Open the text of a comment, which has no paragraphs."""
        self._start_paragraph(attributes)
        self.taking = True

    def _close_text(self) -> None:
        self.taking = False
        self._end_paragraph()


class MasterStory(SlideStory):
    """Gathers what a master shows on every slide; the invitations in its placeholders are shown nowhere."""

    def __init__(self) -> None:
        super().__init__("slide master", {})

    def _place_holder(self, _: Attributes) -> None:
        self._moved = 1
