"""Set two recorded assessments beside each other: a pure function of the two."""

from ._compare import compare, strangers_of

__all__ = ["compare", "strangers_of"]
