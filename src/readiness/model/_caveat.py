"""Why a document on the right subject may still not be what is asked for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ._reading import Spot


class Caveat(Enum):
    """Why a document on the right subject may still not be what is asked for."""

    OTHER_BODY = "other-body"
    OTHER_SYSTEM = "other-system"
    SYSTEM_UNNAMED = "system-unnamed"
    TEMPLATE = "template"
    NATIONAL_GUIDANCE = "national-guidance"
    PUBLIC_PAGE = "public-page"

    @property
    def sentence(self) -> str:
        """
        Say what is to be borne in mind, for a person.

        >>> Caveat.TEMPLATE.sentence
        'It is a template that nobody has filled in.'
        """
        return _SENTENCES[self]


_SENTENCES = {
    Caveat.OTHER_BODY: "It seems to be another organisation's paper.",
    Caveat.OTHER_SYSTEM: "It seems to be about another system.",
    Caveat.SYSTEM_UNNAMED: "It never names the system asked about, so it may be about another.",
    Caveat.TEMPLATE: "It is a template that nobody has filled in.",
    Caveat.NATIONAL_GUIDANCE: "It is guidance for all, not your own procedure.",
    Caveat.PUBLIC_PAGE: "It assures the public; it is not the procedure itself.",
}


@frozen
class Qualm:
    """
    A caveat, with what gave rise to it.

    Attributes:
        caveat: see `Caveat`.
        words: of the document, or the name that it lacks; empty if it was neither.
    """

    caveat: Caveat
    words: str

    def __str__(self) -> str:
        if self.caveat is Caveat.SYSTEM_UNNAMED and self.words:
            return f"It never names {self.words}, so it may be about another system."
        return f"{self.caveat.sentence} (“{self.words}”)" if self.words else self.caveat.sentence


@frozen
class CaveatSpot:
    """
    A sign that the document is not the organisation's own procedure.

    Attributes:
        caveat: see `Caveat`.
        words: the name of the body whose paper it seems to be, or words by which it speaks to others.
        spot: where they stand.
    """

    caveat: Caveat
    words: str
    spot: Spot
