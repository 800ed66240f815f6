"""Pieces of XML, written so that no text acts as markup and none holds a character that XML forbids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ._text import visible

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(text: str) -> str:
    r"""
    Return *text* for an element or an attribute; what nobody could see, and what XML forbids, is written out.

    >>> escaped('<a "b"> & \x00')
    '&lt;a &quot;b&quot;&gt; &amp; [U+0000]'
    """
    return visible(text).translate(_ENTITIES)


def element(name: str, *children: str, attributes: Mapping[str, str] | None = None) -> str:
    """
    Return an element; *children* are ready XML, values of *attributes* are text.

    >>> element("w:p", element("w:t", "a"), attributes={"w:val": "<"})
    '<w:p w:val="&lt;"><w:t>a</w:t></w:p>'
    """
    held = "".join(f' {key}="{escaped(value)}"' for key, value in (attributes or {}).items())
    inner = "".join(children)
    return f"<{name}{held}>{inner}</{name}>" if inner else f"<{name}{held}/>"


def joined(parts: Iterable[str]) -> str:
    """Return pieces of XML one after the other."""
    return "".join(parts)
