"""Set two recorded assessments beside each other: a pure function of the two."""

from ._compare import compare

__all__ = ["compare"]
