"""The lines of a PDF's page put together to paragraphs and rows, by where they stand on the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium
from attrs import define

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_HYPHEN = re.compile("[\x02\ufffe\xad]\r?\n?")
_ENDS = re.compile(r"[.:;!?)\]”\"]$")
_BEGINS = re.compile(r"(?:[•▪◦‣·–-]|o(?= )|\(?[0-9a-zA-Z]{1,3}[.)](?=\s|[^\W\d_]{2})|\d+(?:\.\d+)+)\s?\S")  # noqa: RUF001  # dashes of lists
_CELL = " | "
_LONGEST = 2000
_SAME_ROW, _LARGER_GAP, _OTHER_SIZE, _SHORT_LINE = 0.3, 1.3, 0.12, 0.85
_LEAST_GAP, _USUAL_GAP, _LARGEST_GAP = 4.0, 13.0, 60.0
"""Points between lines: fewer are the same line, more are another part of the page."""


class Line(NamedTuple):
    """
    A line of text and where it stands; a size of 0 means that it is not known where.

    Attributes:
        number: place among the lines of the page, counted from 1.
        text: never empty.
        left, right, bottom: in points from the lower left corner of the page; the bottom is what letters stand on.
        size: of its letters, to be compared with others only.
    """

    number: int
    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0


_origin, _box, _font_size = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetFontSize


def page_lines(textpage: PdfTextPage) -> list[Line]:
    """Return the lines of a page; without places if the text and its characters cannot be matched."""
    raw = str(textpage.get_text_range())
    if len(raw) != textpage.count_chars():
        return [
            Line(number, words)
            for number, line in enumerate(_clean(str(textpage.get_text_bounded())).split("\n"), start=1)
            if (words := line.strip())
        ]
    found: list[Line] = []
    ruler = _Ruler(textpage)
    start = 0
    for number, line in enumerate(raw.split("\r\n"), start=1):
        words = line.strip()
        if words:
            first = start + len(line) - len(line.lstrip())
            found.append(ruler.placed(number, words, first, first + len(words) - 1))
        start += len(line) + 2
    return found


def paragraphs(lines: list[Line]) -> Iterator[tuple[int, str]]:
    r"""
    Join the lines that belong together; yield the number of the first line and the text.

    >>> list(paragraphs([Line(1, "The Board"), Line(2, "meets monthly."), Line(3, "Minutes are kept.")]))
    [(1, 'The Board meets monthly.'), (3, 'Minutes are kept.')]
    """
    page = _Page.of(lines)
    group: list[Line] = []
    marks: list[str] = []
    length = 0
    for line in lines:
        mark = page.mark_between(group[-1], line, is_row=_CELL in marks) if group else ""
        if group and (not mark or length > _LONGEST):
            yield group[0].number, _joined(group, marks)
            group, marks, length = [], [], 0
        elif group:
            marks.append(mark)
        group.append(line)
        length += len(line.text)
    if group:
        yield group[0].number, _joined(group, marks)


def _joined(group: Iterable[Line], marks: Iterable[str]) -> str:
    text = "".join(line.text + mark for line, mark in zip(group, [*marks, ""], strict=True))
    return _clean(text).strip()


def _clean(text: str) -> str:
    """Return text without the marks of hyphens at line ends, and with plain line ends."""
    if "\x02" in text or not text.isascii():
        text = _HYPHEN.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class _Ruler:
    """Measures lines of a page; what the library writes its answers into is made once for all of them."""

    def __init__(self, textpage: PdfTextPage) -> None:
        self._raw = textpage.raw
        self._left, self._bottom, self._right, self._unused = (ctypes.c_double() for _ in range(4))

    def placed(self, number: int, words: str, first: int, last: int) -> Line:
        """Return a line with its place, from its first and its last character."""
        left, bottom, right, unused = self._left, self._bottom, self._right, self._unused
        if not _origin(self._raw, first, left, bottom):
            return Line(number, words)
        right.value = 0.0
        _box(self._raw, last, unused, right, unused, unused)
        size = _font_size(self._raw, first)
        return Line(number, words, left.value, right.value, bottom.value, size)


@define
class _Page:
    """What is usual on a page: how far lines are apart, and how far to the right they reach."""

    pitch: float
    right: float

    @classmethod
    def of(cls, lines: list[Line]) -> _Page:
        """Measure the lines."""
        gaps = [gap for one, two in pairwise(lines) if _LEAST_GAP < (gap := one.bottom - two.bottom) < _LARGEST_GAP]
        return cls(median(gaps) if gaps else _USUAL_GAP, max((line.right for line in lines), default=0.0))

    def mark_between(self, one: Line, two: Line, *, is_row: bool) -> str:
        """Return what joins two lines: a space, the mark between cells, or nothing if a paragraph ends there."""
        if one.size <= 0 or two.size <= 0:
            return "" if _BEGINS.match(two.text) or _is_end(one.text, two.text) else " "
        gap = one.bottom - two.bottom
        if abs(gap) < _SAME_ROW * self.pitch and two.left > one.left:
            return _CELL if two.left - one.right > _SAME_ROW * self.pitch else " "
        if gap <= 0 or gap > _LARGER_GAP * self.pitch or _BEGINS.match(two.text):
            return ""
        if abs(one.size - two.size) > _OTHER_SIZE * one.size or (is_row and two.left < one.left - self.pitch):
            return ""
        is_short = one.right < _SHORT_LINE * self.right
        return "" if is_short and not two.text[0].islower() else " "


def _is_end(before: str, line: str) -> bool:
    """Tell whether a paragraph ends between two lines: after a full stop, or a short line before a capital."""
    starts_anew = not line[0].islower()
    return starts_anew and (_ENDS.search(before) is not None or len(before) < len(line) // 2)
