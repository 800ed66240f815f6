"""Lay an assessment out for a reader: a pure function from `Assessment` to `EvidenceProfile`."""

from ._build import build_profile
from ._gaps import gaps_of
from ._map import evidence_map

__all__ = ["build_profile", "evidence_map", "gaps_of"]
