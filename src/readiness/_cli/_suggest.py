"""The command `suggest`: what the documents of a folder may be evidence for, to accept or reject."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from attrs import evolve

from readiness import _api
from readiness._api_suggest import suggest
from readiness._assess._only import chosen
from readiness._register import REGISTER_NAME, REJECTED_NAME
from readiness._rendering import Own
from readiness._words import counted, listed, typed
from readiness.exceptions import InputError, NothingToAssessError, Problem
from readiness.model import Catalogue, Suggestions

from ._deciding import asked, from_file
from ._edits import opened
from ._exit import Exit
from ._files import refuse_read_only, write_atomically
from ._judged import cache_place
from ._keeping import keep
from ._progress import progress
from ._screen import Screen, tell, write, write_bytes
from ._templates import own_templates

_SUFFIXES = {".html": "html", ".htm": "html", ".csv": "csv", ".txt": "text", ".json": "json", ".md": "md"}


def run(options: argparse.Namespace) -> Exit:
    """Print the suggestions or write them to a file; or take decisions on them and keep those."""
    form = _form(options)
    own = own_templates(options, form)
    deciding = options.interactive or options.decisions is not None
    if options.write and not deciding:
        message = "says to keep decisions, and there are none; add --interactive, or --decisions FILE"
        raise InputError([Problem("--write", message)])
    if options.write:
        _refuse_in_vain(options)
    catalogue = _api.load_catalogue(options.catalogue)
    found = _found(options, catalogue)
    if deciding:
        return _decide(options, found, catalogue)
    _show(found, catalogue, options, form, own)
    return Exit.CLEAR


def _refuse_in_vain(options: argparse.Namespace) -> None:
    """Refuse a register that is not there, or what cannot be changed, before anybody decides anything."""
    register = opened(options)
    if options.interactive:  # what is filled in already may need one of the two only
        refuse_read_only(register.path, register.folder / REJECTED_NAME)


def _found(options: argparse.Namespace, catalogue: Catalogue) -> Suggestions:
    with progress(options) as watch:
        found = suggest(
            options.folder,
            catalogue,
            system=options.system,
            organisation=options.organisation,
            threshold=None if options.least is None else options.least / 100,
            cache=cache_place(options),
            told=watch.told,
            noted=watch.noted,
        )
    if not found.documents:
        raise NothingToAssessError(f"{options.folder} holds no document")
    if len(found.unread) == found.documents:
        raise NothingToAssessError(f"no document in {options.folder} could be read in full")
    for one in found.remarks:
        write(one, sys.stderr)
    return _chosen(found, options.criterion, catalogue)


def _chosen(found: Suggestions, wanted: list[str], catalogue: Catalogue) -> Suggestions:
    """Return what is suggested for the criteria that were named; all of it if none was."""
    if not wanted:
        return found
    ids = {one.id for one in chosen(wanted, catalogue, catalogue.criteria, catalogue.title)}
    return evolve(
        found,
        rows=tuple(one for one in found.rows if one.criterion in ids),
        bare=tuple(one for one in found.bare if one in ids),
        unknown=tuple(one for one in found.unknown if one in ids),
    )


def _form(options: argparse.Namespace) -> str:
    if options.format:
        return str(options.format)
    if not options.output:
        return "text"
    form = _SUFFIXES.get(options.output.suffix.lower())
    if form is None:
        known = listed(sorted(_SUFFIXES), "or")
        raise InputError([Problem(str(options.output), f"the file's suffix chooses the format; use {known}")])
    return form


def _show(found: Suggestions, catalogue: Catalogue, options: argparse.Namespace, form: str, own: Own) -> None:
    if options.output:
        write_atomically(options.output, _rendered(found, catalogue, options.folder, form, own))
    elif form == "text":
        screen = Screen.of(sys.stdout, options.color)
        text = _text(found, catalogue, screen)
        write(text.rstrip("\n"))
    else:
        write_bytes(_rendered(found, catalogue, options.folder, form, own))
    where = f"{options.output}: " if options.output else ""
    write(f"{where}{_summary(found)}", sys.stderr)
    if form == "text" and not options.output and found.rows:
        tell(options, _next(options.folder))


def _next(folder: Path) -> str:
    """Return how to go on."""
    place = typed(folder)
    first = "" if (folder / REGISTER_NAME).exists() else f"`readiness init {place}` first, then "
    how = f"`readiness suggest {place} --interactive --write` asks about each"
    return f"to decide: {first}{how}; or -o LIST.csv writes a list to fill in and give back with --decisions"


def _text(found: Suggestions, catalogue: Catalogue, screen: Screen) -> str:
    from readiness._renderers._suggestions import suggestions_text, titles_of  # noqa: PLC0415 - only when shown

    return suggestions_text(found, titles_of(catalogue.criteria), width=screen.width, strong=screen.bold)


def _rendered(found: Suggestions, catalogue: Catalogue, folder: Path, form: str, own: Own) -> bytes:
    """Return the suggestions in their format; each renderer is loaded only when it is wanted."""
    if form == "html":
        from readiness._renderers._suggestions_html import suggestions_page  # noqa: PLC0415 - loads the templates

        return suggestions_page(
            found,
            catalogue.criteria,
            folder=folder.resolve().name,
            templates=own.templates,
            templates_folder=own.folder,
        )
    from readiness._renderers import _suggestions as renderers  # noqa: PLC0415 - as above

    titles = renderers.titles_of(catalogue.criteria)
    match form:
        case "json":
            return renderers.suggestions_json(found)
        case "csv":
            return renderers.suggestions_csv(found, titles)
        case "md":
            return renderers.suggestions_markdown(found, titles)
        case _:
            return renderers.suggestions_text(found, titles).encode("utf-8")


def _summary(found: Suggestions) -> str:
    made = f"{counted(len(found.rows), 'suggestion')} from {counted(found.documents, 'document')}"
    parts = [made, f"{counted(len(found.silent), 'document')} without any"]
    if found.claimed:
        parts.append(f"{counted(found.claimed, 'suggestion')} left out as claimed already")
    if found.rejected:
        parts.append(f"{counted(found.rejected, 'suggestion')} left out as rejected before")
    if found.unread:
        parts.append(f"{counted(len(found.unread), 'document')} not read in full")
    return "; ".join(parts)


def _decide(options: argparse.Namespace, found: Suggestions, catalogue: Catalogue) -> Exit:
    """Take decisions, and keep them if that was asked for."""
    if options.decisions is not None:
        decided = from_file(options.decisions, found)
    else:
        decided = asked(found, catalogue, Screen.of(sys.stdout, options.color))
    taken = f"{len(decided.accepted)} accepted, {len(decided.rejected)} rejected, {decided.open} left open"
    if not options.write:
        write(f"{taken}; nothing was written, add --write to keep it", sys.stderr)
        return Exit.CLEAR
    for line in keep(decided, options):
        write(line, sys.stderr)
    write(taken, sys.stderr)
    return Exit.CLEAR
