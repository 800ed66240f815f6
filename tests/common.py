"""Names that several folders of tests import; a fixture belongs into conftest.py."""

from __future__ import annotations

from typing import NamedTuple

HEAD = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'


class Ran(NamedTuple):
    """What one run of the command line left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str
