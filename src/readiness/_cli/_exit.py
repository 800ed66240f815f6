"""The exit codes; they are part of the interface."""

from enum import IntEnum


class Exit(IntEnum):
    """What the command line returns."""

    CLEAR = 0
    FINDINGS = 1
    ERROR = 2
    NOTHING = 3
