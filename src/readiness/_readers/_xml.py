"""XML as a flat stream of events: no tree, no entities, no recursion, so that size and depth cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from xml.parsers import expat

from readiness.model import Fault

from ._faults import UnreadableError

_BLOCK = 1 << 16


Event = tuple[str, str, dict[str, str]]
"""
One event: its kind (``start``, ``end`` or ``text``), its value and the attributes of an element that starts.

The value is the text, or the element's local name; attributes go by local name too, so that strict and transitional
files read alike. Where two differ only by namespace, their full names stand beside. Bare tuples, because making them is
most of the work of reading an office file.
"""


class Readable(Protocol):
    """What gives bytes: an open file, or a part of a package."""

    def read(self, size: int = ..., /) -> bytes:
        """Return at most *size* bytes; empty at the end."""


_NONE: dict[str, str] = {}


def events(stream: Readable) -> Iterator[Event]:
    """
    Yield the events of an XML document.

    >>> import io
    >>> [(kind, value) for kind, value, _ in events(io.BytesIO(b"<a xmlns='urn:x'><b>t</b></a>"))]
    [('start', 'a'), ('start', 'b'), ('text', 't'), ('end', 'b'), ('end', 'a')]

    Raises:
        UnreadableError: the document declares a type, which no office file does and attacks begin with.
        xml.parsers.expat.ExpatError: it is not well formed.
    """
    waiting: list[Event] = []
    parser = _parser(waiting)
    for block in blocks(stream):
        parser.Parse(block, not block)
        yield from waiting
        waiting.clear()


def attributes_of(stream: Readable, name: str) -> list[dict[str, str]]:
    """
    Return the attributes of every element called *name*, without going through all the events.

    >>> import io
    >>> attributes_of(io.BytesIO(b"<a><b c='1'/>text<b/></a>"), "b")
    [{'c': '1'}, {}]

    Raises:
        UnreadableError: see `events`.
        xml.parsers.expat.ExpatError: it is not well formed.
    """
    found: list[dict[str, str]] = []
    local = LocalNames()

    def start(full: str, attributes: dict[str, str]) -> None:
        if local[full] == name:
            found.append(local.attributes(attributes))

    parser = new_parser()
    parser.StartElementHandler = start
    for block in blocks(stream):
        parser.Parse(block, not block)
    return found


def blocks(stream: Readable) -> Iterator[bytes]:
    """Yield the bytes of *stream*, piece by piece, and at the end none."""
    while block := stream.read(_BLOCK):
        yield block
    yield b""


def new_parser() -> expat.XMLParserType:
    """Return a parser that refuses documents which declare a type."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _parser(waiting: list[Event]) -> expat.XMLParserType:
    """Return a parser that puts what it meets into *waiting*."""
    parser = new_parser()
    add = waiting.append
    local = LocalNames()

    def start(name: str, attributes: dict[str, str]) -> None:
        add(("start", local[name], local.attributes(attributes) if attributes else attributes))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: add(("end", local[name], _NONE))
    parser.CharacterDataHandler = lambda text: add(("text", text, _NONE))
    return parser


class LocalNames(dict[str, str]):
    """Names without their namespace; a file uses few, and many times."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition("}")[2]
        return local

    def attributes(self, attributes: dict[str, str]) -> dict[str, str]:
        """Return attributes by their local names; where two differ only by namespace, by their full names too."""
        named = {self[key]: value for key, value in attributes.items()}
        return named if len(named) == len(attributes) else named | attributes


def _refuse(*_: object) -> None:
    raise UnreadableError(Fault.CORRUPT, "it declares an XML document type, which is not safe to follow")


def number(text: str | None, default: int = 1, most: int = 1 << 31) -> int:
    """
    Return a number that a file gives, never below 0 nor above *most*; the file may say anything.

    >>> number("3"), number("x"), number("99999999999", most=100)
    (3, 1, 100)
    """
    if text is None or len(text) > 20:  # noqa: PLR2004  # longer than any number that means something
        return default
    try:
        return max(0, min(int(text), most))
    except ValueError:
        return default
