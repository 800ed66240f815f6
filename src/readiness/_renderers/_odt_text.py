"""Paragraphs and spans of OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readiness.model import Line, Rag, Words

from . import _text
from ._looks import INK, TINT, label, shape
from ._xml import element, escaped, joined

_BREAKS = re.compile(r"\r\n|[\r\n]")
_SPACES = re.compile(r"\t|(?:^ )|(?: $)|(?<= ) +")


def style(name: str) -> str:
    """
    Return the name of a style as it is written in a file.

    >>> style("Heading 1")
    'Heading_20_1'
    """
    return name.replace(" ", "_20_")


def paragraph(name: str, content: str) -> str:
    """Return a paragraph in the style called *name*; *content* is ready XML."""
    return element("text:p", content, attributes={"text:style-name": style(name)})


def plain(text: str) -> str:
    r"""
    Return text with the line ends and the spaces that a reader would drop written as elements.

    >>> plain("a\nb  c")
    'a<text:line-break/>b <text:s text:c="1"/>c'
    """
    return "<text:line-break/>".join(_SPACES.sub(_space, escaped(one)) for one in _BREAKS.split(text))


def _space(found: re.Match[str]) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'


def span(name: str, content: str) -> str:
    """Return ready XML in the character style called *name*."""
    return element("text:span", content, attributes={"text:style-name": style(name)}) if content else ""


def coloured(rag: Rag, content: str) -> str:
    """Return ready XML in the colour of *rag*, on its tint."""
    return span(f"Rag {rag.value}", content)


def spans(line: Line, anchors: Mapping[str, str]) -> str:
    """Return a line; *anchors* names what its links lead to."""
    return joined(_span(one, anchors) for one in line)


def _span(one: Words, anchors: Mapping[str, str]) -> str:
    if one.status is not None:
        return coloured(
            one.status.rag,
            f"\N{NO-BREAK SPACE}{shape(one.status)}\N{NO-BREAK SPACE}{plain(label(one))}\N{NO-BREAK SPACE}",
        )
    if one.rag is not None:
        return coloured(one.rag, f"\N{NO-BREAK SPACE}{label(one)}\N{NO-BREAK SPACE}")
    said = plain(one.text)
    target = f"#{anchors[one.link[1:]]}" if one.link[1:] in anchors and one.link.startswith("#") else one.link
    if said and (target.startswith("#readiness") or _text.web_address(target)):
        return link(target, said)
    if one.path:
        return span("Readiness Path", said)
    said = span("Readiness Aside", said) if one.quiet else said
    return span("Readiness Strong", said) if one.strong else said


def link(target: str, content: str, look: str = "Internet link") -> str:
    """Return ready XML that leads somewhere; it looks the same when somebody has been there."""
    looks = {"text:style-name": style(look), "text:visited-style-name": style(look)}
    return element("text:a", content, attributes={"xlink:type": "simple", "xlink:href": target, **looks})


def colours() -> str:
    """Return the styles of the colours, and of the shapes in them."""
    return joined(
        element(
            "style:style",
            element(
                "style:text-properties",
                attributes={
                    "fo:color": f"#{INK[rag]}",
                    "fo:background-color": f"#{TINT[rag]}",
                    "fo:font-weight": "bold",
                },
            ),
            attributes={"style:name": style(f"Rag {rag.value}"), "style:family": "text"},
        )
        for rag in Rag
    )
