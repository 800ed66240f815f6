"""A reader of our own pages that refuses what a browser would quietly mend."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "col", "link", "img", "hr", "input"})


class Page(HTMLParser):
    """Tags, attributes and headings of a page; `faults` lists tags that do not pair up."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[int] = []
        self.text = ""
        self.feed(html.decode("utf-8"))
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Pair a tag with the one that opened it."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing at line {self.getpos()[0]}")

    def handle_data(self, data: str) -> None:
        """Collect the text."""
        self.text += data

    def values(self, name: str) -> list[str]:
        """Return the values of every attribute of that name."""
        return [value for _, each, value in self.attributes if each == name]


def content(html: bytes) -> bytes:
    """Return a page with a mark for its looks, its script and their hashes, which stand in files of their own."""
    text = _LOOKS.sub(lambda found: f"<{found[1]}>…</{found[1]}>", html.decode("utf-8"))
    return re.sub(r"sha256-[A-Za-z0-9+/=]{44}", "sha256-…", text).encode("utf-8")


_LOOKS = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
