"""The six functions of the library. `readiness` offers them by name and imports this module when one is used."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from attrs import evolve

from readiness import _assess, _catalogue, _evidence, _plans, _profile, _register
from readiness._ids import IdScheme
from readiness._registry import renderers
from readiness.exceptions import InputError, NothingToAssessError, PluginError, Problem
from readiness.model import Assessment, Catalogue, EvidenceFolder, Plan, Renderer

AnyPath = str | os.PathLike[str]


def load_catalogue(path: AnyPath | None = None) -> Catalogue:
    """
    Load a catalogue of criteria.

    Args:
        path: a folder with ``catalogue.toml`` and one TOML file for each criterion, or a catalogue in OSCAL
            (``.json``, ``.yaml`` or ``.xml``); default: the 28 organisational accreditation criteria of the
            ContactPoint programme.

    Raises:
        CatalogueError: with every problem of every file, each with its file, line and mend.

    >>> len(load_catalogue().criteria)
    28
    """
    return _catalogue.load_catalogue(None if path is None else Path(path))


def load_evidence(folder: AnyPath, catalogue: Catalogue | None = None) -> EvidenceFolder:
    """
    Load an evidence folder: its register, and a SHA-256 of each file. Nothing in the folder is changed.

    Args:
        folder: a folder with ``register.toml``.
        catalogue: what the register is checked against; default: the shipped one.

    Raises:
        InputError: the folder does not exist, or is not a folder.
        NothingToAssessError: the folder has no register.
        RegisterError: with every problem of the register, each with its line and mend.
    """
    place = existing_folder(folder)
    register = place / _register.REGISTER_NAME
    if not register.exists():
        how = f"`readiness init {place}` writes a first one for you to fill in"
        raise NothingToAssessError(f"{place} has no {_register.REGISTER_NAME}; {how}")
    return _evidence.load_folder(place, _register.load_register(place, catalogue or load_catalogue()))


def read_plan(path: AnyPath, catalogue: Catalogue | None = None) -> Plan:
    """
    Read a project plan from table text, csv or xlsx.

    Args:
        path: the file.
        catalogue: for the ids that the plan names and the strands it is ordered by; default: the shipped one.

    Returns:
        The plan. What could not be used is in its ``problems``, never dropped.

    Raises:
        PlanError: the file is not a project plan, or cannot be read.
    """
    chosen = catalogue or load_catalogue()
    return _plans.read_plan(Path(path), ids=IdScheme.of(one.id for one in chosen.criteria), strands=chosen.strands)


def assess(
    catalogue: Catalogue,
    folder: EvidenceFolder,
    *,
    as_of: date,
    assessment: str = "",
    plan: Plan | None = None,
) -> Assessment:
    """
    Judge an evidence folder on a day. Pure: the same arguments always give the same assessment.

    Args:
        catalogue: from `load_catalogue`.
        folder: from `load_evidence`.
        as_of: the day the judgement is for.
        assessment: id of the assessment, such as ``RA7``; default: the one that the register is made for.
        plan: from `read_plan`, or ``None``.

    Raises:
        InputError: the assessment does not exist, or nobody says when it is due.
        NothingToAssessError: the assessment has no criteria.
        RuleFailedError: a rule raised an exception.
    """
    return _assess.assess(catalogue, folder, as_of=as_of, assessment=assessment, plan=plan)


def assess_folder(
    folder: AnyPath,
    *,
    as_of: date,
    catalogue: Catalogue | None = None,
    assessment: str = "",
    plan: AnyPath | None = None,
) -> Assessment:
    """
    Load an evidence folder with its plan, and judge it on a day.

    Args:
        folder: a folder with ``register.toml``.
        as_of: the day the judgement is for.
        catalogue: default: the shipped one.
        assessment: id of the assessment; default: the one that the register is made for.
        plan: path of the project plan; default: the one that the register names, if it names one.

    Raises:
        InputError: anything given cannot be used; see `load_evidence`, `read_plan` and `assess`.
        NothingToAssessError: there is no register, or the assessment has no criteria.
    """
    chosen = catalogue or load_catalogue()
    evidence = load_evidence(folder, chosen)
    found = _plan(Path(folder), evidence.register.plan, plan, chosen)
    return assess(chosen, evidence, as_of=as_of, assessment=assessment, plan=found)


def _plan(folder: Path, named: str, given: AnyPath | None, catalogue: Catalogue) -> Plan | None:
    """Return the plan under a name that does not depend on where the program was started."""
    if given is not None:
        return evolve(read_plan(given, catalogue), file=Path(given).name)
    return evolve(read_plan(folder / named, catalogue), file=named) if named else None


def render(assessment: Assessment, format: str = "html") -> bytes:  # noqa: A002 - the word users know
    """
    Render the evidence profile of an assessment.

    Args:
        assessment: from `assess` or `assess_folder`.
        format: ``html``, ``md``, ``json`` or the name of an installed renderer.

    Returns:
        The whole file; the same assessment always gives the same bytes.

    Raises:
        PluginError: there is no such format.
    """
    renderer: Renderer = renderers.get(format)()
    return renderer.render(_profile.build_profile(assessment))


def format_for(path: AnyPath) -> str:
    """
    Return the format that the suffix of *path* asks for.

    >>> format_for("profile.HTML")
    'html'

    Raises:
        InputError: no renderer has that suffix.
    """
    suffix = Path(path).suffix.lower().removeprefix(".")
    name = {"htm": "html", "markdown": "md"}.get(suffix, suffix)
    try:
        renderers.get(name)
    except PluginError:
        known = ", ".join(f".{one}" for one in sorted(renderers.builtins))
        raise InputError([Problem(str(path), f"the file's suffix chooses the format; use one of {known}")]) from None
    return name


def existing_folder(folder: AnyPath) -> Path:
    """
    Return *folder* as a path.

    Raises:
        InputError: it does not exist, or is a file.
    """
    place = Path(folder)
    try:
        there = place.exists()
    except (OSError, ValueError):  # a name that no system allows
        there = False
    if not there:
        raise InputError([Problem(str(place), "there is no such folder; check the path")])
    if not place.is_dir():
        raise InputError([Problem(str(place), "is a file; give the folder that holds the evidence")])
    return place
