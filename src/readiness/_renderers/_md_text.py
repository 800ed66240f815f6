"""Pieces of Markdown: text that cannot act as markup, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from ._text import visible, web_address

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$^!])")
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|javascript|data|www)([:.])")
_URL_SAFE = ":/?#@&=+,;%~"
_BLOCK_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    r"""
    Return *text* on one line, with everything escaped that Markdown or a wiki would act on.

    Args:
        text: anything, from anywhere.

    >>> print(plain("a|b <script> [x](http://y)"))
    a\|b \<script\> \[x\](http\://y)
    """
    line = " ".join(visible(text).replace("&", "&amp;").split())
    line = _ACTIVE.sub(r"\\\1", line)
    line = _ADDRESS.sub(r"\1\\\2", line)
    return _BLOCK_START.sub(_escaped_start, line)


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def link(title: str, url: str) -> str:
    """
    Return a link, or the title alone where *url* is no address that is safe to link to.

    >>> link("An answer", "https://example.org/a(b)"), link("The plan", "")
    ('[An answer](https://example.org/a%28b%29)', 'The plan')
    """
    if not web_address(url):
        return plain(title)
    return f"[{plain(title)}]({quote(url, safe=_URL_SAFE)})"


def listed(items: Iterable[str], otherwise: str = "") -> Iterator[str]:
    """Yield a list of ready Markdown with an empty line after it, or *otherwise* if there are no items."""
    lines = [f"- {one}" for one in items] or ([otherwise] if otherwise else [])
    yield from lines
    if lines:
        yield ""


def table(head: Sequence[str], rows: Sequence[Sequence[str]], otherwise: str = "") -> Iterator[str]:
    """Yield a table of ready Markdown with an empty line after it, or *otherwise* if there are no rows."""
    if not rows:
        yield from listed((), otherwise)
        return
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""
