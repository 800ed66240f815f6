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

from attrs import frozen

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem

from ._faults import UnreadableError
from ._html import html_items
from ._made import Locator, Passage
from ._source import Source
from ._text import decode, text_passages

_LARGEST = 64 << 20
_PARTS = 500
_DEPTH = 20
_BOUNDARIES = 20_000
_LONGEST_HEADER = 20_000
_NEWS = 0.3
"""Share of new words from which on a page is read beside the plain text that is meant to say the same."""
_LOCKED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_HEADERS = ("Subject", "From", "To", "Cc", "Date")


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read a letter by mail. Of plain text and a page that say the same, the text is read.

    Places:
        header, by its name; line of the body, or headings and paragraph if it is a page; attachment, by its name,
        with the place in it; enclosed letter.

    Facts:
        subject as title, sender as author, date; what is left in attached documents.

    Not read:
        pictures that the body shows; the seal of a signed letter.
    """
    data = source.whole(_LARGEST)
    if data.count(b"\n--") > _BOUNDARIES:
        raise UnreadableError(Fault.TOO_LARGE, "it has too many parts, or parts inside parts")
    message = _parsed(data)
    yield _facts(message)
    for name in _HEADERS:
        if value := _header(message, name):
            yield Passage(f"{name}: {value}", Locator(part=f"header {name}"))
    yield from _bodies(message, source)


def _parsed(data: bytes) -> Message:
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except TypeError as error:  # see `_filename`; here it is the boundary between the parts
        raise UnreadableError(Fault.CORRUPT, "its headers do not fit together") from error


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
    return _decoded(str(message.get(name, ""))[:_LONGEST_HEADER])


def _decoded(raw: str) -> str:
    try:
        pieces = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        return raw
    words = [decode(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces]
    return " ".join("".join(words).split())


@frozen
class _Part:
    """
    A part of a letter on its way.

    Attributes:
        message: the part.
        depth: parts it stands in.
        said: words of the plain part that is meant to say the same.
        beside: whether it stands beside the page that shows it.
    """

    message: Message
    depth: int = 0
    said: frozenset[str] = frozenset()
    beside: bool = False


def _bodies(message: Message, source: Source) -> Iterator[ReadItem]:
    """Walk the parts without recursion, in their order, down to a depth that no honest letter reaches."""
    waiting = [_Part(message)]
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > _PARTS or part.depth > _DEPTH:
            yield ReadFault(Fault.TOO_LARGE, "it has too many parts, or parts inside parts")
            return
        kind = part.message.get_content_type()
        if kind in _LOCKED:
            yield ReadFault(Fault.ENCRYPTED, "the letter itself")
        elif part.message.is_multipart() and kind != "message/rfc822":
            waiting.extend(reversed(list(_inner(part, kind))))
        else:
            yield from _leaf(part, count, source)


def _inner(part: _Part, kind: str) -> Iterator[_Part]:
    """Yield the parts of a part, each with the words of the plain part that is meant to say the same."""
    said = part.said
    for one in cast("list[Message]", part.message.get_payload()):
        yield _Part(one, part.depth + 1, said, beside=kind == "multipart/related")
        if kind == "multipart/alternative" and one.get_content_type() == "text/plain":
            said = frozenset(decode(_content(one), _charset(one)).split())


def _leaf(part: _Part, number: int, source: Source) -> Iterator[ReadItem]:
    """Read one part that holds no others, save a letter enclosed whole."""
    message = part.message
    name, kind = _decoded(_filename(message)[:_LONGEST_HEADER]), message.get_content_type()
    is_attached = message.get_content_disposition() == "attachment"
    if kind == "message/rfc822":
        yield from source.inside(f"enclosed letter {number}.eml", _enclosed(message))
        return
    if is_signature(name, kind) or (kind.startswith("image/") and (part.beside or not is_attached)):
        return  # it says nothing: the seal of a letter, or the logo under a name
    content = _content(message)
    charset = _charset(message)
    if name or is_attached or not kind.startswith("text/"):
        if content.strip():
            yield from source.inside(f"attachment {name or number}", content)
    elif kind != "text/html":
        yield from text_passages(decode(content, charset), "body")
    else:
        page = [one for one in html_items(decode(content, charset), "body (html)") if isinstance(one, Passage)]
        words = {word for one in page for word in one.text.split()}
        if len(words - part.said) > _NEWS * len(words):
            yield from page


def _filename(message: Message) -> str:
    """Return the name of an attachment; none where it is given in pieces and as a whole, which `email` cannot order."""
    try:
        return message.get_filename() or ""
    except TypeError:
        return ""


def _charset(message: Message) -> str:
    """Return how a part says that its text is encoded, with the same care as `_filename`."""
    try:
        return message.get_content_charset() or ""
    except TypeError:
        return ""


def _content(message: Message) -> bytes:
    data = message.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def is_signature(name: str, kind: str) -> bool:
    """
    Tell the part that seals a letter from a document sent with it.

    >>> is_signature("smime.p7s", ""), is_signature("", "application/pgp-signature"), is_signature("a.doc", "")
    (True, True, False)
    """
    return name.lower().endswith(".p7s") or kind.lower() in _SIGNATURES


def _enclosed(part: Message) -> bytes:
    """Return the bytes of a letter enclosed whole, which some programs encode though they must not."""
    inner = cast("list[Message]", part.get_payload())
    if not inner:
        return b""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        return base64.b64decode(str(inner[0].get_payload()).encode("ascii", "ignore"))
    return inner[0].as_bytes()
