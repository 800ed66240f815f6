"""
Linking: what was found in a document, from the text that a reader gave.

Everything here is pure: a `DocumentText` goes in, values of the model come out. `glance` runs for every document, and
`look` for those that the register describes or that name a criterion.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._asked import VERSION, Asked, asked_from_wire, asked_to_wire
    from ._compare import compare
    from ._criterion import criterion_fingerprint
    from ._glance import glance
    from ._look import look
    from ._matched import Finder
    from ._pins import passage_texts
    from ._wire import reading_from_wire, reading_to_wire
    from ._wire_look import look_from_wire, look_to_wire

__all__ = [
    "VERSION",
    "Asked",
    "Finder",
    "asked_from_wire",
    "asked_to_wire",
    "compare",
    "criterion_fingerprint",
    "glance",
    "look",
    "look_from_wire",
    "look_to_wire",
    "passage_texts",
    "reading_from_wire",
    "reading_to_wire",
]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    __getattr__ = imported_on_use(
        __name__,
        {
            "_asked": "VERSION Asked asked_from_wire asked_to_wire",
            "_compare": "compare",
            "_criterion": "criterion_fingerprint",
            "_glance": "glance",
            "_look": "look",
            "_matched": "Finder",
            "_pins": "passage_texts",
            "_wire": "reading_from_wire reading_to_wire",
            "_wire_look": "look_from_wire look_to_wire",
        },
    )
