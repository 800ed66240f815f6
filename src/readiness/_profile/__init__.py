"""Lay an assessment out for a reader: a pure function from `Assessment` to `EvidenceProfile`."""

from ._build import build_profile
from ._gaps import gaps_of

__all__ = ["build_profile", "gaps_of"]
