"""Lay judgements and comparisons out as reports: pure functions to neutral blocks."""

from ._difference import difference_report, due, next_steps

__all__ = ["difference_report", "due", "next_steps"]
