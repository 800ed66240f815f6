"""Write the first register for a folder of documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from attrs import frozen

from readiness._toml import quoted
from readiness._words import typed
from readiness.model import Catalogue, Kind, Wording

_PLAN = re.compile(r"(?<![a-z])plan(?:ner)?(?![a-z])[^/]*\.(?:csv|xlsx|xml|txt)$", re.IGNORECASE)
_HEAD = """\
# The register of this evidence folder: what the documents cannot say of themselves.
# Lines that begin with # are comments. Dates are written 2009-05-29, without quotes.
# Check it with:  readiness check {folder}{option}

organisation = {organisation}        # name of your organisation
system = {system}        # the system you are to be accredited for; leave it empty if there is none
assessment = {assessment}        # {assessments}
{due}
{made_for}# plan = {plan}        # your project plan in this folder, if you have one
"""

_WAIVER = """
# A criterion that somebody excused for a while:
# [[waiver]]
# criterion = "{example}"
# reason = ""
# approver = ""        # role
# from = {year}-01-01
# until = {year}-03-31

# A criterion that does not apply to you:
# [[not_applicable]]
# criterion = "{example}"
# reason = ""
# approver = ""
# date = {year}-01-01
"""

_WORDING = """
# The wording of {unknown} is not known to the catalogue. If your own papers have one:
# [[criterion]]
# id = "{first}"
# title = ""
# requires = ""
# source = ""        # the paper it is taken from
"""

_RULE = """
# A rule with options of your own; the profile says so. `readiness explain RULE` lists the options:
# [[rule]]
# kind = "evidence-of-practice"
# months = 6
"""

_DOCUMENTS = """
# ---- Documents found in the folder: {count}. Below each, say what you know of it, as in this example: ----
#
# [[document]]
# path = "policies/misuse.docx"
# title = "Misuse policy"
# kinds = ["policy"]        # any of {kinds}
# owner = "Head of ICT"        # a role, not a person
# version = "1.2"
# applies = ""        # how it applies to the system, or to you if it is another body's, if it does not say so itself
# effective = {year}-01-01
# review_by = {year}-12-31
#
#   [[document.approval]]
#   body = "Project Board"
#   date = {year}-01-01
#   minute = ""
#   version = ""        # which version they approved
#
#   [[document.claim]]        # one for each criterion that it is evidence for
#   criterion = "{example}"
#   aspects = []        # leave out for the criterion as a whole
#   where = ""        # page, heading, cell or a phrase in quotes
#
# Instead of writing a claim by hand:  readiness claim {folder} DOCUMENT {example}
"""

_DOCUMENT = """
[[document]]
path = {path}
title = {title}
"""


@frozen(kw_only=True)
class Start:
    """
    What is known before the register is written; whatever is empty is left for the person to fill in.

    ``catalogue`` is what was given for ``--catalogue``; empty for the list of criteria that comes with the program.
    """

    organisation: str = ""
    system: str = ""
    assessment: str = ""
    due: date | None = None
    catalogue: str = ""


def starter(folder: str, paths: Iterable[str], catalogue: Catalogue, start: Start, year: int) -> str:
    """
    Return the text of a commented register. It is well formed as it stands, and claims nothing.

    Args:
        folder: the folder as the user named it.
        paths: the documents found, relative to the folder.
        catalogue: for its assessments and ids.
        start: what is known already.
        year: year for the example dates.
    """
    listed = list(paths)
    example = catalogue.criteria[0].id if catalogue.criteria else "A1"
    parts = [_head(folder, catalogue, start, _plan(listed), year)]
    parts.append(_documents(folder, len(listed), example, year))
    parts += [_DOCUMENT.format(path=quoted(path), title=quoted(title_of(path))) for path in listed]
    parts.append(_WAIVER.format(example=example, year=year))
    unknown = [one.id for one in catalogue.criteria if one.wording is Wording.UNKNOWN]
    if unknown:
        parts.append(_WORDING.format(unknown=", ".join(unknown), first=unknown[0]))
    parts.append(_RULE)
    return "".join(parts)


def _head(folder: str, catalogue: Catalogue, start: Start, plan: str, year: int) -> str:
    ids = [one.id for one in catalogue.assessments]
    due = f"due = {start.due.isoformat()}" if start.due else f"# due = {year}-12-31"
    own = f"catalogue = {quoted(catalogue.id)}        # the list of criteria it is made for\n"
    return _HEAD.format(
        folder=_one_line(typed(folder)),
        option=_one_line(f" --catalogue {typed(start.catalogue)}") if start.catalogue else "",
        made_for=own if start.catalogue else "",
        plan=quoted(plan),
        organisation=quoted(start.organisation),
        system=quoted(start.system),
        assessment=quoted(start.assessment or (ids[-1] if ids else "")),
        assessments=f"one of: {', '.join(ids)}" if ids else "any name; the list of criteria has none of its own",
        due=f"{due}        # the day the assessment is due for you",
    )


def _plan(paths: list[str]) -> str:
    """Return the one path that seems to be a project plan, or else an example."""
    plans = [one for one in paths if _PLAN.search(PurePosixPath(one).name)]
    return plans[0] if len(plans) == 1 else "plan.csv"


def _documents(folder: str, count: int, example: str, year: int) -> str:
    kinds = ", ".join(kind.value for kind in Kind)
    return _DOCUMENTS.format(folder=_one_line(typed(folder)), count=count, kinds=kinds, example=example, year=year)


def title_of(path: str) -> str:
    """
    Return a title made of the name of a file.

    >>> title_of("policies/data-shielding_v2.docx")
    'data shielding v2'
    """
    return PurePosixPath(path).stem.replace("_", " ").replace("-", " ").strip() or path


def _one_line(text: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in text)
