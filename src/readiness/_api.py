"""The functions of the library. `readiness` offers them by name and imports this module when one is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from attrs import evolve

from readiness import _assess, _catalogue, _plans, _profile, _register, model
from readiness._desk import AnyPath, opening
from readiness._ids import IdScheme
from readiness._registry import SUFFIXES, renderers
from readiness._rendering import Own, render_difference, render_report, render_trend, renderer_of
from readiness._reporting import compare, load_record, owner_reports, phrasing_of, report, trend
from readiness.exceptions import InputError, Problem
from readiness.model import Assessment, Catalogue, Difference, EvidenceFolder, Plan, Report, Trend

__all__ = [
    "assess",
    "assess_folder",
    "compare",
    "load_catalogue",
    "load_evidence",
    "load_record",
    "owner_reports",
    "read_plan",
    "render",
    "report",
    "trend",
]


def load_catalogue(path: AnyPath | None = None) -> Catalogue:
    """
    Load a catalogue of criteria.

    Args:
        path: a folder with ``catalogue.toml`` and one TOML file for each criterion, a catalogue in OSCAL (``.json``,
            ``.yaml`` or ``.xml``), or the name of a shipped one; default: the 28 organisational accreditation
            criteria of the ContactPoint programme, ``contactpoint-oa``.

    Raises:
        CatalogueError: with every problem of every file, each with its file, line and mend.

    >>> len(load_catalogue().criteria)
    28
    """
    return _catalogue.load_catalogue(None if path is None else Path(path))


def load_evidence(
    folder: AnyPath,
    catalogue: Catalogue | None = None,
    *,
    cache: AnyPath | None = None,
    told: Callable[[int, int], None] | None = None,
    noted: Callable[[str, float | None], None] | None = None,
) -> EvidenceFolder:
    """
    Load an evidence folder: its register, and what is found in its documents. Nothing in the folder is changed.

    Args:
        folder: a folder with ``register.toml``.
        catalogue: what the register is checked against; default: the shipped one.
        cache: a folder in which to keep what was read, so that an unchanged document is never read twice; default:
            nothing is kept.
        told: called with the number of documents read and of those that have to be, each time one more is done;
            default: nobody is told.
        noted: called with the path of each document, and the seconds that it took to open, or ``None`` if it was
            known from the cache; default: nobody is told.

    Raises:
        InputError: the folder does not exist, or is not a folder.
        NothingToAssessError: the folder has no register.
        RegisterError: with every problem of the register, or of what was accepted, each with its line and mend.
        ReadinessError: documents cannot be opened at all, as no process can be started for it.

    >>> load_evidence("evidence/isle-of-wight").register.organisation
    'Isle of Wight Council'
    """
    with opening(folder, catalogue or load_catalogue(), cache=cache, told=told, noted=noted) as desk:
        return desk.load()


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

    >>> len(read_plan("evidence/isle-of-wight/plan.txt").actions)
    90
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
    only: Iterable[str] = (),
    warn_before: int | None = None,
) -> Assessment:
    """
    Judge an evidence folder on a day. Pure: the same arguments always give the same assessment.

    Args:
        catalogue: from `load_catalogue`.
        folder: from `load_evidence`.
        as_of: the day the judgement is for.
        assessment: id of the assessment, such as ``RA7``; default: the one that the register is made for.
        plan: from `read_plan`, or ``None``.
        only: judge these criteria alone, each an id as people write it, a range such as ``OA8-10``, or a strand; a
            part of what the assessment asks for is never GO. Default: all of it.
        warn_before: how many days before something lapses to warn of it, ``0`` for none; default: as each rule says,
            which is 30 unless a catalogue or a register tunes it.

    Raises:
        InputError: the assessment does not exist, nobody says when it is due, or *only* names what there is not.
        NothingToAssessError: the assessment has no criteria.
        RuleFailedError: a rule raised an exception.

    >>> catalogue = load_catalogue()
    >>> folder = load_evidence("evidence/isle-of-wight", catalogue)
    >>> assess(catalogue, folder, as_of=date(2008, 10, 31)).decision.value
    'NO-GO'
    """
    return _assess.assess(
        catalogue, folder, as_of=as_of, assessment=assessment, plan=plan, only=only, warn_before=warn_before
    )


def assess_folder(
    folder: AnyPath,
    *,
    as_of: date,
    catalogue: Catalogue | None = None,
    assessment: str = "",
    plan: AnyPath | None = None,
    only: Iterable[str] = (),
    warn_before: int | None = None,
    cache: AnyPath | None = None,
    told: Callable[[int, int], None] | None = None,
    noted: Callable[[str, float | None], None] | None = None,
    suggestions: model.Suggestions | None = None,
) -> Assessment:
    """
    Load an evidence folder with its plan, and judge it on a day.

    Args:
        folder: a folder with ``register.toml``.
        as_of: the day the judgement is for.
        catalogue: default: the shipped one.
        assessment: id of the assessment; default: the one that the register is made for.
        plan: path of the project plan; default: the one that the register names, if it names one.
        only: see `assess`.
        warn_before: see `assess`.
        cache: a folder in which to keep what was read; see `load_evidence`.
        told: see `load_evidence`.
        noted: see `load_evidence`.
        suggestions: from `suggest`; they count for nothing, but it is said where there is nothing else.

    Raises:
        InputError: anything given cannot be used; see `load_evidence`, `read_plan` and `assess`.
        NothingToAssessError: there is no register, or the assessment has no criteria.

    >>> assessment = assess_folder("evidence/isle-of-wight", as_of=date(2008, 10, 31))
    >>> assessment.gaps[0].criterion.id, assessment.gaps[0].status.value
    ('OA1', 'planned')
    """
    chosen = catalogue or load_catalogue()
    evidence = load_evidence(folder, chosen, cache=cache, told=told, noted=noted)
    evidence = evolve(evidence, suggested=suggestions.links) if suggestions else evidence
    found = _plan(Path(folder), evidence.register.plan, plan, chosen)
    return assess(chosen, evidence, as_of=as_of, assessment=assessment, plan=found, only=only, warn_before=warn_before)


def _plan(folder: Path, named: str, given: AnyPath | None, catalogue: Catalogue) -> Plan | None:
    """Return the plan under a name that does not depend on where the program was started."""
    if given is not None:
        return evolve(read_plan(given, catalogue), file=Path(given).name)
    if not named:
        return None
    if not (folder / named).exists():
        where = f"{folder / _register.REGISTER_NAME}"
        message = f"{named!r} is not in the folder; put the plan there, correct its path, or remove the line"
        raise InputError([Problem(where, message, "plan")])
    return evolve(read_plan(folder / named, catalogue), file=named)


def render(
    result: Assessment | Difference | Trend | Report,
    format: str = "html",  # noqa: A002 - the word users know
    *,
    folder: str = "",
    template: AnyPath | None = None,
    wording: model.Phrasing | AnyPath | None = None,
) -> bytes:
    """
    Render the evidence profile of an assessment, a comparison, a trend or a report.

    Args:
        result: from `assess`, `assess_folder`, `compare`, `trend` or `report`.
        format: of an assessment ``html``, ``docx``, ``odt``, ``pdf``, ``xlsx``, ``md``, ``json``, ``junit``,
            ``sarif``, ``github``, ``gitlab``, ``csv``, ``badge``, ``oscal``, ``oscal-poam`` or the name of an
            installed renderer; of a comparison, a trend or a report ``html``, ``docx``, ``odt``, ``pdf``, ``xlsx``,
            ``csv`` or ``md``; of a comparison also ``json``.
        folder: where the evidence folder stands in its repository, such as ``evidence/anytown``; for the formats that
            point at files.
        template: a Word document whose styles, page, header and footer are used; for ``docx`` only.
        wording: a file such as ``wording.toml``, with an organisation's own words for what people read; a report has
            its words from `report`.

    Returns:
        The whole file; the same result always gives the same bytes.

    Raises:
        PluginError: there is no such format.
        InputError: the template or the wording cannot be used, or not for this format.

    >>> render(assess_folder("evidence/isle-of-wight", as_of=date(2008, 10, 31)), "md").decode().splitlines()[0]
    '# Isle of Wight Council: RA7 evidence profile'
    """
    phrasing = phrasing_of(wording)
    own = Own(word=template, phrasing=phrasing, folder=phrasing.file)
    if isinstance(result, Difference):
        return render_difference(result, format, own)
    if isinstance(result, Trend):
        return render_trend(result, format, own)
    if isinstance(result, Report):
        return render_report(result, format, own)
    renderer = renderer_of(format, own)
    return renderer.render(_profile.build_profile(result, folder_path=folder, phrasing=phrasing))


def format_for(path: AnyPath) -> str:
    """
    Return the format that the end of the name of *path* asks for.

    >>> format_for("profile.HTML"), format_for("report.sarif.json")
    ('html', 'sarif')

    Raises:
        InputError: no renderer has that suffix.
    """
    name = Path(path).name.lower()
    if fitting := [one for one in SUFFIXES if name.endswith(one)]:
        return SUFFIXES[max(fitting, key=len)]
    plugin = Path(name).suffix.removeprefix(".")
    if plugin and plugin in set(renderers.names()) - set(renderers.builtins):
        return plugin
    known = ", ".join(sorted(SUFFIXES))
    raise InputError([Problem(str(path), f"the file's suffix chooses the format; use one of {known}")])
