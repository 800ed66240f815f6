"""The command `report`: the reports that a project board and its people ask for."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterable, Iterator

from readiness._registry import report_renderers
from readiness._rendering import report_renderer_of
from readiness._reporting import compare, load_record, owner_reports, report
from readiness._words import counted
from readiness.model import Difference, Report, ReportRenderer

from ._exit import Exit
from ._files import write_folder
from ._forms import form_of, hand_over, refuse_to_print, report_suffixes
from ._judged import judged
from ._parser_looking_back import LEFT_OUT
from ._screen import tell, visible
from ._templates import own_of

_UNSAFE = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_RESERVED = frozenset({"aux", "con", "nul", "prn", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
"""Names that one system keeps for devices."""


def run(options: argparse.Namespace) -> Exit:
    """Write one report, or a folder with a note for each owner; a report full of gaps is still a report."""
    if options.action == "owners":
        return _owners(options)
    form, own = form_of(options, _suffixes(options.action), "md"), own_of(options)
    refuse_to_print(form, options.output)
    renderer = report_renderer_of(form, own)
    earlier = load_record(options.since) if getattr(options, "since", None) else None
    assessment = judged(options)
    found: Difference | None = compare(earlier, assessment) if earlier else None
    made = report(assessment, options.action, since=found, wording=own.phrasing)
    hand_over(options.output, renderer.render(made))
    where = f"{options.output}: " if options.output else ""
    gaps = counted(len(assessment.gaps), "gap")
    tell(options, f"{where}{visible(assessment.organisation)}, {assessment.decision.value}, {gaps}")
    return Exit.CLEAR


def _suffixes(kind: str) -> dict[str, str]:
    """Return the format of each suffix that a report of a kind can have."""
    return {suffix: form for suffix, form in report_suffixes().items() if form not in LEFT_OUT[kind]}


def _owners(options: argparse.Namespace) -> Exit:
    form, own = str(options.format or "html"), own_of(options)
    renderer = report_renderer_of(form, own)
    if options.output.exists():
        message = "is there already; give a folder that is to be made, so that no old note stays in it"
        raise FileExistsError(17, message, str(options.output))
    notes = owner_reports(judged(options), wording=own.phrasing)
    suffix = str(report_renderers.get(form).suffix)
    write_folder(options.output, _files(notes.items(), renderer, suffix))
    tell(options, f"{options.output}: {counted(len(notes), 'note')}")
    return Exit.CLEAR


def _files(notes: Iterable[tuple[str, Report]], renderer: ReportRenderer, suffix: str) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for owner, note in notes:
        name = file_name(owner, taken)
        taken.add(name)
        yield f"{name}{suffix}", renderer.render(note)


def file_name(owner: str, taken: Iterable[str] = ()) -> str:
    """
    Return a name for the note of an owner that every system allows, and that none of *taken* has.

    >>> file_name("Head of ICT / Security"), file_name("../../etc", ["etc"]), file_name("con")
    ('head-of-ict-security', 'etc-2', 'owner-con')
    """
    plain = unicodedata.normalize("NFKD", owner).encode("ascii", "ignore").decode().lower()
    name = _UNSAFE.sub("-", plain).strip("-")[:_LONGEST].strip("-")
    if not name or name in _RESERVED:
        name = f"owner-{name}".strip("-")
    known = set(taken)
    number = next(one for one in range(1, len(known) + 2) if (name if one == 1 else f"{name}-{one}") not in known)
    return name if number == 1 else f"{name}-{number}"
