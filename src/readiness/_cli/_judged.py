"""What the commands that judge a folder share."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime

from readiness._api import assess_folder, load_catalogue
from readiness._profile import build_profile
from readiness.model import Assessment, EvidenceProfile

from ._outputs import from_root


def judged(options: argparse.Namespace) -> Assessment:
    """Return the assessment that the options ask for; the clock is read here and nowhere else."""
    return assess_folder(
        options.folder,
        as_of=options.as_of or today(),
        catalogue=load_catalogue(options.catalogue),
        assessment=options.assessment,
        plan=options.plan,
    )


def laid_out(assessment: Assessment, options: argparse.Namespace) -> EvidenceProfile:
    """Return the profile of an assessment, with paths that lead to its files from the root of the repository."""
    plan = (from_root(options.plan) or options.plan.name) if options.plan else ""
    return build_profile(assessment, folder_path=from_root(options.folder), plan_path=plan)


def today() -> date:
    """Return the day it is where the program runs."""
    return datetime.now(UTC).astimezone().date()
