"""What those who read OSCAL and those who write it agree on: names, and text inside its Markdown."""

from __future__ import annotations

import re
from typing import Final

from attrs import Factory, define

NAMESPACE: Final = "urn:readiness:oscal"
"""The namespace of the properties that OSCAL has no name for."""

VERSION: Final = "1.2.3"
"""The version of OSCAL that is written, and that the outputs are checked against."""

STATEMENT_SUFFIX: Final = "_smt"
"""What NIST adds to the id of a control for the id of its statement."""

_NOT_IN_TOKEN = re.compile(r"[^\w.\-]")
_MARKUP = re.compile(r"([\\*_`~^<>\[\]{}&$|])")
_BLOCK_START = re.compile(r"^(?:([#>+\-=])|(\d{1,9})([.)]))", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": " "}
_ENTITY = re.compile("|".join(_ENTITIES))
_INLINE = re.compile(
    r"""
      (?P<escape>\\.)
    | !?\[(?P<text>(?:\\.|[^\[\]\\])*)\]\((?:\\.|[^()\\])*\)
    | (?P<mark>\*{1,3}|`+|~|\^)(?=[^\s*`~^])(?P<inner>(?:\\.|(?!(?P=mark))[^\\])+?)(?<=[^\s])(?P=mark)
    """,
    re.VERBOSE | re.DOTALL,
)
_ACTIVE = re.compile(r"[\\*`~^\[&]|^\#", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)
_NESTED = 3


@define
class Tokens:
    """
    Ids made fit for OSCAL, where an id begins with a letter and has no space; two that differ stay apart.

    >>> tokens = Tokens()
    >>> tokens.give("OA8"), tokens.give("Fire Safety"), tokens.give("Fire_Safety"), tokens.give("8.1")
    ('OA8', 'Fire_Safety', 'Fire_Safety-2', '_8.1')
    """

    _taken: dict[str, int] = Factory(dict)

    def give(self, text: str) -> str:
        """Return a token that looks like *text* and that nobody has been given yet."""
        plain = token(text)
        one = plain
        while one in self._taken:
            self._taken[plain] += 1
            one = f"{plain}-{self._taken[plain]}"
        self._taken[one] = 1
        return one


def token(text: str) -> str:
    """
    Return *text* as a token; two texts may give the same.

    >>> token("A.5.1 (b)"), token("")
    ('A.5.1__b_', '_')
    """
    kept = "".join(one if one.isalpha() or one in "0123456789._-" else "_" for one in _NOT_IN_TOKEN.sub("_", text))
    return kept if kept and (kept[0].isalpha() or kept[0] == "_") else f"_{kept}"


def escaped(text: str) -> str:
    r"""
    Return *text* as Markdown that shows it as it is.

    >>> print(escaped("2 * 3 < 7 [sic]"))
    2 \* 3 \< 7 \[sic\]
    """
    return _BLOCK_START.sub(_escaped_start, _MARKUP.sub(r"\\\1", text))


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def unescaped(markdown: str) -> str:
    r"""
    Return the text that OSCAL's Markdown shows, without its emphasis and links.

    >>> unescaped(r"See *all* of [AC-2](#ac-2), 2 \* 3")
    'See all of AC-2, 2 * 3'
    """
    if not _ACTIVE.search(markdown):
        return markdown  # most of a catalogue is plain, and there is a lot of it
    text = _HEADING.sub("", markdown)
    for _ in range(_NESTED):
        text = _INLINE.sub(_bare, text)
    return "".join(_literal(piece) for piece in re.split(r"(\\.)", text, flags=re.DOTALL))


def _bare(found: re.Match[str]) -> str:
    return found["escape"] or found["text"] or found["inner"] or ""


def _literal(piece: str) -> str:
    if piece.startswith("\\"):
        return _ESCAPED.sub(r"\1", piece)
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], piece)
