"""Put recorded assessments in order of time: a pure function of them."""

from ._trend import trend_of

__all__ = ["trend_of"]
