"""The command `approve`: say in the register who approved a document, or no longer say so."""

from __future__ import annotations

import argparse

from readiness._register import Named, with_approval, without_approval

from ._edits import described_path, document_path, opened, save
from ._exit import Exit
from ._taking_back import named, refuse_half_said

_FACTS = {"body": "body", "on": "date", "minute": "minute", "approved_version": "version"}
"""The key in the register of each option."""
_NEEDED = {"body": "--body", "on": "--on"}


def run(options: argparse.Namespace) -> Exit:
    """Add the approval, and the document if the register has not got it yet; or take it back."""
    if options.remove:
        return _take_back(options, named(options, _FACTS))
    refuse_half_said(options, _NEEDED)
    register = opened(options)
    path = document_path(options.document, register)
    revision = with_approval(
        register, path, body=options.body, on=options.on, minute=options.minute, version=options.approved_version
    )
    return save(options, register, revision)


def _take_back(options: argparse.Namespace, which: Named) -> Exit:
    """Take it back; the document stays described."""
    register = opened(options)
    path = described_path(options.document, register)
    return save(options, register, without_approval(register, path, which))
