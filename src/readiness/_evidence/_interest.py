"""Which documents are worth a closer look, and what is looked for in each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from readiness._linking import Asked

if TYPE_CHECKING:
    from readiness.model import Reading, Register

Described = tuple[tuple[str, ...], tuple[str, ...]]
"""What the register says of a document: the places that its claims point to, and the criteria they are made for."""


@frozen
class Interest:
    """
    What is looked for.

    Attributes:
        asked: in every document.
        described: what the register says of documents, by their paths.
    """

    asked: Asked = field(factory=Asked)
    described: Mapping[str, Described] = field(factory=dict)

    @classmethod
    def of(cls, asked: Asked, register: Register) -> Interest:
        """Return what is looked for in the documents of *register* and those that name a criterion."""
        described = {
            one.path: (
                tuple(dict.fromkeys(claim.where for claim in one.claims if claim.where)),
                tuple(claim.criterion for claim in one.claims),
            )
            for one in register.documents
        }
        return cls(asked, described)

    def in_document(self, reading: Reading) -> Asked | None:
        """Return what to look closer for in a document; ``None`` if nobody wants a closer look at it."""
        return question(self.asked, self.described.get(reading.path), reading)


def question(asked: Asked, described: Described | None, reading: Reading) -> Asked | None:
    """
    Return what to look closer for in a document.

    Args:
        asked: what is looked for in every document.
        described: what the register says of this one; ``None`` if it does not name it.
        reading: what a glance at it found.

    Returns:
        What is asked of a document that the register describes or that names a criterion; ``None`` for any other.
    """
    cited = [one.criterion for one in reading.citations if one.known]
    if described is None and not cited:
        return None
    wheres, claimed = described or ((), ())
    return asked.for_document(wheres, (*claimed, *cited))


def described_from_wire(value: Any) -> Described | None:
    """Return what the register says of a document, as it comes out of a job for a worker."""
    return None if value is None else (tuple(value[0]), tuple(value[1]))
