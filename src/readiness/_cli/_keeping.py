"""Keep decisions on suggestions: claims in the register, rejections beside it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from readiness._register import (
    REJECTED_NAME,
    OpenRegister,
    load_rejections,
    open_register,
    rejections_toml,
    with_claim,
    with_rejections,
)
from readiness._words import counted
from readiness.model import Rejection, Suggestion

from ._deciding import Decided
from ._edits import opened, replace
from ._files import refuse_read_only, write_atomically
from ._judged import today

_WORDS, _FEWEST = 12, 3
_CELLS = re.compile(r"(?:^|, )(?:row|table) \d|!")
_ENDS = re.compile('["\u201c\u201d\u00ab\u00bb|\u2026]')


def keep(decided: Decided, options: argparse.Namespace) -> Iterator[str]:
    """
    Write what was decided, and yield what was done in words.

    Raises:
        PermissionError: a file that has to be written is read-only; nothing is written then.
        InputError: somebody else has written the register meanwhile; nothing is written then.
        RegisterError: the outcome would not load.
    """
    register = opened(options)
    target = register.folder / REJECTED_NAME
    refuse_read_only(*([register.path] if decided.accepted else []), *([target] if decided.rejected else []))
    if decided.accepted:
        said = _claim(register, decided.accepted)
        yield from (f"{register.name}: {line}" for line in said)
    if decided.rejected:
        rejected = [_rejection(one, options.by, options.on or today()) for one in decided.rejected]
        whole = with_rejections(load_rejections(register.folder), rejected)
        write_atomically(target, rejections_toml(whole).encode("utf-8"))
        yield f"{target}: {counted(len(rejected), 'rejection')} kept"


def _claim(register: OpenRegister, accepted: Iterable[Suggestion]) -> list[str]:
    """Write a claim for each suggestion, all in one go, through what `claim` does for one."""
    now, said = register, list[str]()
    for one in accepted:
        revision = with_claim(now, one.document, one.criterion, where=where_of(one))
        said += revision.said
        now = open_register(register.folder, register.catalogue, revision.raw)
    replace(register, evolve(revision, raw=now.raw, said=tuple(said)))
    return said


def where_of(one: Suggestion) -> str:
    """
    Return the place of a suggestion as a claim writes it: some words of the passage, or its cells.

    >>> where_of(Suggestion(criterion="OA1", document="a", confidence=1, quote="Lost tokens are disabled at once."))
    '"Lost tokens are disabled at once."'
    """
    if _CELLS.search(one.locator):
        return one.locator
    runs = [run.split() for run in _ENDS.split(one.quote)]
    words = max(runs, key=len)[:_WORDS]
    return f'"{" ".join(words)}"' if len(words) >= _FEWEST else one.locator


def _rejection(one: Suggestion, by: str, on: date) -> Rejection:
    return Rejection(
        document=one.document,
        criterion=one.criterion,
        by=by,
        on=on,
        document_fingerprint=one.document_fingerprint,
        passage_fingerprint=one.passage_fingerprint,
        criterion_fingerprint=one.criterion_fingerprint,
    )
