"""The command `claim`: say in the register what a document is evidence for."""

from __future__ import annotations

import argparse

from readiness._register import with_claim

from ._edits import document_path, opened, save
from ._exit import Exit


def run(options: argparse.Namespace) -> Exit:
    """Add the claim, and the document if the register has not got it yet."""
    register = opened(options)
    path = document_path(options.document, register)
    revision = with_claim(
        register, path, options.criterion, aspects=options.aspect, where=options.where, note=options.note
    )
    return save(options, register, revision)
