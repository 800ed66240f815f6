"""Names that several folders of tests import; a fixture belongs into conftest.py."""

from __future__ import annotations

import os
from typing import NamedTuple

HEAD = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'


class Ran(NamedTuple):
    """What one run of the command line left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def kept() -> str:
    """Return the folder in which this session keeps what it has read, so that the same document is opened once."""
    return os.environ["READINESS_CACHE_DIR"]


def at_most(examples: int) -> int:
    """Return how many examples of a law to try: so many, unless this run is one of several and told to try fewer."""
    return min(examples, int(os.environ.get("READINESS_EXAMPLES", examples)))
