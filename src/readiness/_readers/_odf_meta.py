"""What an OpenDocument file says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.model import DocumentFacts

from ._xml import Event, number

_FACTS = {
    "title": "title",
    "initial-creator": "author",
    "creator": "author",
    "creation-date": "created",
    "date": "modified",
}
_OTHERS = {"subject", "description", "keyword", "language"}


def meta_facts(stream: Iterable[Event]) -> Iterator[DocumentFacts]:
    """Yield the facts of a ``meta`` element, and read no further than its end."""
    said: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    text = user_name = ""
    pages = 0
    for kind, value, attributes in stream:
        if kind == "text":
            text += value
            continue
        if kind == "start":
            text = ""
            if value == "document-statistic":
                pages = number(attributes.get("page-count"), 0)
            elif value == "user-defined":
                user_name = attributes.get("name", "")
            elif value == "body":
                break
        elif value in _FACTS:
            said.setdefault(_FACTS[value], text.strip())
        elif value in _OTHERS or value == "user-defined":
            others.append((user_name if value == "user-defined" else value, text.strip()))
        elif value == "meta":
            break
    properties = tuple((name, text) for name, text in others if text)
    yield DocumentFacts(**said, page_count=pages or None, properties=properties)  # type: ignore[arg-type]
