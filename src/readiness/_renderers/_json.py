"""The profile as JSON, for other programs."""

from __future__ import annotations

import json
from typing import ClassVar

from attrs import frozen

from readiness.model import EvidenceProfile

from ._text import encodable
from ._wire import assessment


@frozen
class JsonRenderer:
    """
    Write the assessment as JSON of version 1; its schema is ``assessment-1.json``.

    >>> JsonRenderer().suffix
    '.json'
    """

    suffix: ClassVar[str] = ".json"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 JSON that ends in a newline, keys in a fixed order."""
        text = json.dumps(assessment(profile), ensure_ascii=False, indent=2)
        return f"{encodable(text)}\n".encode()
