"""What the commands that judge a folder share."""

from __future__ import annotations

import argparse
import os
import time
from datetime import UTC, date, datetime
from pathlib import Path

from readiness._api import assess_folder, load_catalogue
from readiness._profile import build_profile
from readiness._store import VARIABLE, default_place
from readiness._words import counted
from readiness.exceptions import InputError, Problem
from readiness.model import Assessment, Catalogue, Comparison, EvidenceProfile, Phrasing, Suggestions

from ._outputs import from_root
from ._progress import progress
from ._screen import detail


def judged(options: argparse.Namespace) -> Assessment:
    """Return the assessment that the options ask for; the clock is read here and nowhere else."""
    began = time.perf_counter()
    catalogue, cache = load_catalogue(options.catalogue), cache_place(options)
    detail(options, f"catalogue {catalogue.id}: read, {time.perf_counter() - began:.2f} s")
    detail(options, f"cache: {cache or 'none'}")
    with progress(options) as watch:
        found = assess_folder(
            options.folder,
            as_of=options.as_of or today(),
            catalogue=catalogue,
            assessment=options.assessment,
            plan=options.plan,
            warn_before=options.warn_before,
            only=getattr(options, "only", ()),  # a baseline is always of the whole
            cache=cache,
            told=watch.told,
            noted=watch.noted,
            suggestions=_suggested(options, catalogue, cache) if options.suggest else None,
        )
    judged_in = time.perf_counter() - began
    detail(options, f"{counted(len(found.results), 'criterion', 'criteria')}: judged, {judged_in:.2f} s in all")
    return found


def _suggested(options: argparse.Namespace, catalogue: Catalogue, cache: Path | None) -> Suggestions:
    """Return what may be evidence; whoever does not ask for it does not wait until what finds it is loaded."""
    from readiness._api_suggest import suggest  # noqa: PLC0415 - the point of this function

    return suggest(options.folder, catalogue, cache=cache)


def cache_place(options: argparse.Namespace) -> Path | None:
    """Return the folder in which to keep what was read; ``None`` if nothing is to be kept."""
    return None if options.no_cache else cache_beside(options.folder)


def cache_beside(folder: Path) -> Path | None:
    """
    Return this user's cache, for an evidence folder that it has to lie outside of.

    Raises:
        InputError: it lies among the evidence, to which nothing here is ever added.
    """
    place = default_place(os.environ)
    if place is not None and place.resolve().is_relative_to(folder.resolve()):
        mend = f"let {VARIABLE} name a folder elsewhere, or add --no-cache"
        raise InputError([Problem(str(place), f"the cache would lie inside the evidence folder {folder}; {mend}")])
    return place


def laid_out(
    assessment: Assessment,
    options: argparse.Namespace,
    comparison: Comparison | None = None,
    phrasing: Phrasing | None = None,
) -> EvidenceProfile:
    """Return the profile of an assessment, with paths that lead to its files from the root of the repository."""
    plan = (from_root(options.plan) or options.plan.name) if options.plan else ""
    place = from_root(options.folder)
    return build_profile(assessment, folder_path=place, plan_path=plan, comparison=comparison, phrasing=phrasing)


def today() -> date:
    """Return the day it is where the program runs."""
    return datetime.now(UTC).astimezone().date()
