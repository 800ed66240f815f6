"""Letters by mail: headers, bodies, and attachments as documents of their own."""

from __future__ import annotations

import base64
import email
import email.errors
import email.header
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import Message
from typing import cast

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadFault, ReadItem

from ._html import html_items
from ._source import Source
from ._text import decode, text_passages

_LARGEST = 64 << 20
_PARTS = 500
_DEPTH = 20
_HEADERS = ("Subject", "From", "To", "Cc", "Date")


def read(source: Source) -> Iterator[ReadItem]:
    """Read a letter. The policy of old is used: the new one parses headers so thoroughly that bad ones raise."""
    message = email.message_from_bytes(source.whole(_LARGEST), policy=email.policy.compat32)
    yield _facts(message)
    for name in _HEADERS:
        if value := _header(message, name):
            yield Passage(f"{name}: {value}", Locator(part=f"header {name}"))
    yield from _bodies(message, source)


def _facts(message: Message) -> DocumentFacts:
    return DocumentFacts(
        title=_header(message, "Subject"), author=_header(message, "From"), created=_iso(_header(message, "Date"))
    )


def _iso(date: str) -> str:
    """Return a mail's date in ISO 8601; anything else as it stands."""
    try:
        return email.utils.parsedate_to_datetime(date).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return date


def _header(message: Message, name: str) -> str:
    """Return a header decoded, whatever its encoding claims to be."""
    return _decoded(str(message.get(name, "")))


def _decoded(raw: str) -> str:
    try:
        pieces = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        return raw
    words = [decode(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces]
    return " ".join("".join(words).split())


def _bodies(message: Message, source: Source) -> Iterator[ReadItem]:
    """Walk the parts without recursion, in their order, down to a depth that no honest letter reaches."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if count > _PARTS or depth > _DEPTH:
            yield ReadFault(Fault.TOO_LARGE, "it has too many parts, or parts inside parts")
            return
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            inner = cast("list[Message]", part.get_payload())
            waiting.extend((one, depth + 1) for one in reversed(inner))
        else:
            yield from _leaf(part, count, source)


def _leaf(part: Message, number: int, source: Source) -> Iterator[ReadItem]:
    """Read one part that holds no others, save a letter enclosed whole."""
    name, kind = _decoded(part.get_filename() or ""), part.get_content_type()
    if kind == "message/rfc822":
        yield from source.inside(f"enclosed letter {number}.eml", _enclosed(part))
        return
    if kind.startswith("image/") and part.get_content_disposition() != "attachment":
        return  # a logo under a signature says nothing
    data = part.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
        if content.strip():
            yield from source.inside(f"attachment {name or number}", content)
    elif kind == "text/html":
        yield from (
            one
            for one in html_items(decode(content, part.get_content_charset() or ""), "body (html)")
            if isinstance(one, Passage)
        )
    else:
        yield from text_passages(decode(content, part.get_content_charset() or ""), "body")


def _enclosed(part: Message) -> bytes:
    """Return the bytes of a letter enclosed whole, which some programs encode though they must not."""
    inner = cast("list[Message]", part.get_payload())
    if not inner:
        return b""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        return base64.b64decode(str(inner[0].get_payload()).encode("ascii", "ignore"))
    return inner[0].as_bytes()
