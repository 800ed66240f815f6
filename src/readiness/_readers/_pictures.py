"""The words that describe a picture, where a person wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._made import Locator, Passage

_FILE = re.compile(r"\S*[\\/]\S*|.*\.(?:jpe?g|png|gif|bmp|tiff?|[ew]mf|pict|svg)", re.IGNORECASE)


def is_file_name(words: str) -> bool:
    """Tell a file's name, which programs put where a description belongs."""
    return _FILE.fullmatch(words) is not None


def picture_passages(attributes: dict[str, str], place: Locator | None = None) -> Iterator[Passage]:
    r"""
    Yield the description that an element gives of a picture, unless it is only the name of a file.

    >>> [passage.text for passage in picture_passages({"descr": "Plan of the office"})]
    ['Plan of the office']
    >>> list(picture_passages({"descr": "C:\\scan01.jpg"})), list(picture_passages({}))
    ([], [])
    """
    words = (attributes.get("descr") or attributes.get("title") or "").strip()
    if words and not is_file_name(words):
        yield Passage(words, place or Locator(part="picture"))
