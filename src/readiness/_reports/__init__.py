"""Lay judgements and comparisons out as reports: pure functions to neutral blocks."""

from ._actions import action_report
from ._board import board_report
from ._difference import difference_report, due, next_steps
from ._difference_tables import difference_tables
from ._highlight import highlight_report
from ._owners import NOBODY, owner_reports
from ._trend import trend_report

__all__ = [
    "NOBODY",
    "action_report",
    "board_report",
    "difference_report",
    "difference_tables",
    "due",
    "highlight_report",
    "next_steps",
    "owner_reports",
    "trend_report",
]
