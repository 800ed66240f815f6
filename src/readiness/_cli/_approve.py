"""The command `approve`: say in the register who approved a document."""

from __future__ import annotations

import argparse

from readiness._register import with_approval

from ._edits import document_path, opened, save
from ._exit import Exit


def run(options: argparse.Namespace) -> Exit:
    """Add the approval, and the document if the register has not got it yet."""
    register = opened(options)
    path = document_path(options.document, register)
    revision = with_approval(
        register, path, body=options.body, on=options.on, minute=options.minute, version=options.approved_version
    )
    return save(options, register, revision)
