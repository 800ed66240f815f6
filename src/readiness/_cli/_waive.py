"""The command `waive`: say in the register that a criterion is excused for a while, or no longer say so."""

from __future__ import annotations

import argparse

from readiness._register import with_waiver, without_waiver

from ._edits import opened, save
from ._exit import Exit
from ._taking_back import named, refuse_half_said

_FACTS = {"reason": "reason", "approver": "approver", "first": "from", "until": "until"}
"""The key in the register of each option."""
_NEEDED = {"reason": "--reason", "approver": "--approver", "first": "--from", "until": "--until"}


def run(options: argparse.Namespace) -> Exit:
    """Add the waiver, or take it back."""
    if options.remove:
        which = named(options, _FACTS)
        register = opened(options)
        return save(options, register, without_waiver(register, options.criterion, which))
    refuse_half_said(options, _NEEDED)
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
