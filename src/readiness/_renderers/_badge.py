"""The decision as a small picture for a page that cannot hold more: ``RA7 | NO-GO 5/28 met``."""

from __future__ import annotations

from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from readiness.model import Decision, EvidenceProfile, Status

from ._text import day, shortened
from ._view import why

_COLOURS = {
    Decision.GO: "#1a6e2e",
    Decision.NO_GO: "#a5201b",
    Decision.UNDECIDED: "#555",
}  # white on either is easy to read
_LABEL, _INK = "#444", "#fff"
_WIDE = frozenset("mwMW%@")
_NARROW = frozenset("fijlrtI.,:;|!'/ ()[]-")
_LONGEST = 40


@frozen(kw_only=True)
class Badge:
    """
    A badge: what is judged, how it stands, and a sentence for those who cannot see it.

    Attributes:
        label: left part.
        message: right part.
        colour: behind the right part.
        title: all of it in one sentence.
    """

    label: str
    message: str
    colour: str
    title: str


@frozen
class BadgeRenderer:
    """
    Write a badge as svg, with nothing fetched from elsewhere.

    >>> BadgeRenderer().suffix
    '.svg'
    """

    suffix: ClassVar[str] = ".svg"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 SVG with a title; the words say what the colour says."""
        return _svg(_badge(profile)).encode()


def _badge(profile: EvidenceProfile) -> Badge:
    judged, total = profile.assessment, len(profile.results)
    met = sum(one.status is Status.MET for one in profile.results)
    message = f"{judged.decision.value} {met:,}/{total:,} met"
    if judged.partial:
        message += f", of {len(judged.in_scope):,}"
    label = shortened(judged.assessment, _LONGEST) or "readiness"
    sentence = f"{judged.organisation}, {label}: {message}, as of {day(judged.as_of)}. {why(profile)}"
    return Badge(label=label, message=message, colour=_COLOURS[judged.decision], title=shortened(sentence, 300))


def _svg(badge: Badge) -> str:
    left, right = _width(badge.label), _width(badge.message)
    whole, title = left + right, escape(badge.title)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="20" role="img" aria-label={quoteattr(badge.title)}>
  <title>{title}</title>
  <clipPath id="r"><rect width="{whole}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#r)">
    <rect width="{left}" height="20" fill="{_LABEL}"/>
    <rect x="{left}" width="{right}" height="20" fill="{badge.colour}"/>
  </g>
  <g fill="{_INK}" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">
    {_words(badge.label, 0, left)}
    {_words(badge.message, left, right)}
  </g>
</svg>
"""


def _words(words: str, start: int, width: int) -> str:
    """Return words stretched to the space left for them, so that every font fits."""
    return f'<text x="{start + 6}" y="14" textLength="{width - 12}">{escape(words)}</text>'


def _width(words: str) -> int:
    """Return how many pixels the words and their margins take, a little generously."""
    return 12 + round(sum(10.5 if one in _WIDE else 4.5 if one in _NARROW else 7.2 for one in words))
