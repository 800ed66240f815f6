"""The command `claim`: say in the register what a document is evidence for, or no longer say so."""

from __future__ import annotations

import argparse

from readiness._register import with_claim
from readiness.exceptions import InputError, Problem

from ._edits import document_path, opened, save
from ._exit import Exit
from ._taking_back import take_back


def run(options: argparse.Namespace) -> Exit:
    """Add the claim, and the document if the register has not got it yet; or take it back."""
    if options.remove:
        return take_back(options)
    if options.all:
        raise InputError([Problem("--all", "says what to take back; add --remove")])
    register = opened(options)
    path = document_path(options.document, register)
    revision = with_claim(
        register,
        path,
        options.criterion,
        aspects=options.aspect,
        where=options.where,
        note=options.note,
        facts=_facts(options),
    )
    return save(options, register, revision)


def _facts(options: argparse.Namespace) -> dict[str, object]:
    """Return what was said of the document itself, by the keys of the register."""
    facts = {
        "kinds": list(dict.fromkeys(options.kind)),
        "owner": options.owner,
        "version": options.printed_version,
        "effective": options.effective,
        "review_by": options.review_by,
    }
    return {key: value for key, value in facts.items() if value}
