"""A fingerprint of what a criterion asks."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from ._text import squeezed

if TYPE_CHECKING:
    from readiness.model import Criterion


def criterion_fingerprint(criterion: Criterion) -> str:
    """
    Return a fingerprint of what *criterion* asks: it changes with the wording, not with notes, terms or sources.

    It takes in the title, what is required, the kinds of evidence, who endorses, the cycle of review and the aspects
    that are required. The order of kinds, endorsers and aspects makes no difference.
    """
    asked = [
        squeezed(criterion.title),
        squeezed(criterion.requires),
        sorted(sorted(kind.value for kind in ask.any_of) for ask in criterion.kinds),
        sorted(squeezed(one) for one in criterion.endorsers),
        criterion.review_months,
        sorted([one.id, squeezed(one.title)] for one in criterion.aspects if one.required),
    ]
    wire = json.dumps(asked, separators=(",", ":"))
    return hashlib.sha256(wire.encode("ascii")).hexdigest()[:32]
