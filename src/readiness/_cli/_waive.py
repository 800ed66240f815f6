"""The command `waive`: say in the register that a criterion is excused for a while."""

from __future__ import annotations

import argparse

from readiness._register import with_waiver

from ._edits import opened, save
from ._exit import Exit


def run(options: argparse.Namespace) -> Exit:
    """Add the waiver."""
    register = opened(options)
    revision = with_waiver(
        register,
        options.criterion,
        reason=options.reason,
        approver=options.approver,
        first=options.first,
        until=options.until,
    )
    return save(options, register, revision)
