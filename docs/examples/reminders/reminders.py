"""
Write one mail for each role that has gaps to close, with nothing in it but what that role can do.

    python reminders.py FOLDER ADDRESSES OUTBOX [--as-of DATE] [--from ADDRESS]

It sends nothing: the mails are ``.eml`` files, which a mail program opens as drafts.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from textwrap import fill

import readiness
from readiness.exceptions import ReadinessError
from readiness.model import Assessment, CriterionResult

NOBODY = "Nobody yet"


def gaps_by_role(assessment: Assessment) -> dict[str, list[CriterionResult]]:
    """Return the gaps of each role: of those the plan gives the work to, or else of those the catalogue names."""
    found: dict[str, list[CriterionResult]] = {}
    for gap in assessment.gaps:
        planned = dict.fromkeys(role for action in gap.actions for role in action.who)
        for role in tuple(planned) or gap.criterion.owners or (NOBODY,):
            found.setdefault(role, []).append(gap)
    return dict(sorted(found.items()))


def in_words(gap: CriterionResult) -> str:
    """Return a gap as a few lines: what is wrong, and what to do next."""
    lines = [f"{gap.criterion.id}  {gap.criterion.title}: {gap.status.value}"]
    for finding in gap.counting:
        if finding.reason is not None:  # it keeps the criterion from being met; the rest can wait
            lines += [fill(finding.message, initial_indent="  - ", subsequent_indent="    ")]
            lines += [fill(f"Next: {finding.fix}", initial_indent="    ", subsequent_indent="    ")]
    return "\n".join(lines)


def mail(assessment: Assessment, role: str, gaps: Sequence[CriterionResult], sender: str, to: str) -> EmailMessage:
    """Return the reminder for one role."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = sender, to
    message["Subject"] = (
        f"{assessment.assessment}: {len(gaps)} to do, {(assessment.due - assessment.as_of).days} days left"
    )
    message["X-Unsent"] = "1"  # opens as a draft, so that a person reads it before it goes out
    message.set_content(
        f"To the {role}\n\n"
        f"{assessment.organisation}: {assessment.assessment} is on {day(assessment.due)}.\n"
        f"On {day(assessment.as_of)} the decision is {assessment.decision.value}. This is yours to do:\n\n"
        + "\n\n".join(map(in_words, gaps))
        + "\n\nWhen something is done, put the document into the evidence folder and\nclaim it in register.toml.\n",
        cte="8bit",
    )
    return message


def day(one: date) -> str:
    """Return a date in words."""
    return f"{one.day} {one:%B %Y}"


def addresses(path: Path) -> dict[str, str]:
    """Return the address of each role, from a csv file with the columns ``role`` and ``address``."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if not {"role", "address"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{path}: the first line has to be: role,address")
        return {row["role"].strip(): row["address"].strip() for row in rows if row["address"]}


def write_all(assessment: Assessment, known: Mapping[str, str], outbox: Path, sender: str) -> Iterable[str]:
    """Write the mails, and yield the roles that have gaps but no address."""
    outbox.mkdir(parents=True, exist_ok=True)
    for role, gaps in gaps_by_role(assessment).items():
        if role not in known:
            yield role
            continue
        file = outbox / (re.sub(r"\W+", "-", role.lower()).strip("-") + ".eml")
        file.write_bytes(bytes(mail(assessment, role, gaps, sender, known[role])))
        print(f"{file}: {', '.join(gap.criterion.id for gap in gaps)}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; return 0, or 2 if something given cannot be used."""
    parser = argparse.ArgumentParser(description="Write one mail for each role that has gaps to close.")
    parser.add_argument("folder", type=Path, help="the evidence folder")
    parser.add_argument("addresses", type=Path, help="a csv file with the columns role and address")
    parser.add_argument("outbox", type=Path, help="where to put the mails")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), help="judge as on this day")
    parser.add_argument("--from", dest="sender", default="evidence@council.example", help="who the mails come from")
    given = parser.parse_args(arguments)
    try:
        known = addresses(given.addresses)
        assessment = readiness.assess_folder(given.folder, as_of=given.as_of)
        outbox = given.outbox / given.as_of.isoformat()  # a folder for each day: no draft of last week is sent again
        unknown = list(write_all(assessment, known, outbox, given.sender))
    except (ReadinessError, OSError, ValueError) as error:
        print(f"reminders: {error}", file=sys.stderr)
        return 2
    if unknown:
        print(f"no address, so no mail: {', '.join(unknown)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
