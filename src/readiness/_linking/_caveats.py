"""What has to be borne in mind about a paper, whatever its subject: whose it is, and to whom it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Caveat, CaveatSpot, DocumentText, Spot

from ._own import Own
from ._text import quoted
from ._voices import national_guidance, public_page
from ._whose import Sign, other_body

_LONGEST = 80


def caveats(document: DocumentText, own: Own) -> tuple[CaveatSpot, ...]:
    """
    Return what says that *document* is no procedure of the organisation: guidance for all, another's, for the public.

    Args:
        document: as it was read.
        own: names of the organisation.
    """
    return tuple(_spot(caveat, sign) for caveat, sign in _found(document, own))


def _found(document: DocumentText, own: Own) -> Iterator[tuple[Caveat, Sign]]:
    if sign := national_guidance(document, own):
        yield Caveat.NATIONAL_GUIDANCE, sign
    elif sign := other_body(document, own):
        yield Caveat.OTHER_BODY, sign
    if sign := public_page(document):
        yield Caveat.PUBLIC_PAGE, sign


def _spot(caveat: Caveat, sign: Sign) -> CaveatSpot:
    words, text = " ".join(sign.name.split())[:_LONGEST], sign.passage.text
    at = max(0, text.find(sign.name))
    return CaveatSpot(caveat, words, Spot(sign.passage.locator, quoted(text, at, at + len(sign.name))))
