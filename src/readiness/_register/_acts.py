"""Single entries that a command adds to a register: a claim, an approval, a waiver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from readiness._ids import IdScheme
from readiness._toml import did_you_mean
from readiness._words import day, listed
from readiness.exceptions import InputError, Problem
from readiness.model import Aspect, Catalogue, Register

from ._edit import OpenRegister, Revision, revised
from ._starter import title_of
from ._tables import plain, register_table
from ._unknown import named, only

Data = dict[str, Any]


def with_claim(
    opened: OpenRegister,
    path: str,
    criterion: str,
    *,
    aspects: Iterable[str] = (),
    where: str = "",
    note: str = "",
    facts: Mapping[str, object] | None = None,
) -> Revision:
    """
    Return the register with a claim more; a document that it does not describe yet is added, too.

    Args:
        opened: the register.
        path: of the document, relative to the folder.
        criterion: its id as typed.
        aspects: ids of aspects; none means the criterion as a whole.
        where: page, heading, cell or quoted phrase.
        note: for the assessor.
        facts: what is known of the document, by the keys of its table; each takes the place of what stands there.

    Raises:
        InputError: there is no such criterion or aspect.
        RegisterError: the outcome would not load.
    """
    known = canonical(criterion, opened.catalogue)
    wanted = list(dict.fromkeys(aspects))
    _check_aspects(wanted, known, opened.catalogue, opened.register)
    claim = {"criterion": known, "aspects": wanted, "where": where, "note": note}

    def add(data: Data) -> None:
        document = _document(data, path, opened)
        document.update(facts or {})
        _add_once(document.setdefault("claim", []), claim)

    return _revised(opened, add)


def with_approval(
    opened: OpenRegister, path: str, *, body: str, on: date, minute: str = "", version: str = ""
) -> Revision:
    """
    Return the register with an approval more; a document that it does not describe yet is added, too.

    Args:
        opened: the register.
        path: of the document, relative to the folder.
        body: who approved it.
        on: the day.
        minute: reference of the minute.
        version: which version was approved.

    Raises:
        InputError: no body is named.
        RegisterError: the outcome would not load.
    """
    _check_said({"--body": body})
    approval = {"body": body, "date": on, "minute": minute, "version": version}

    def add(data: Data) -> None:
        _add_once(_document(data, path, opened).setdefault("approval", []), approval)

    return _revised(opened, add)


def with_waiver(
    opened: OpenRegister, criterion: str, *, reason: str, approver: str, first: date, until: date
) -> Revision:
    """
    Return the register with a waiver more.

    Args:
        opened: the register.
        criterion: its id as typed.
        reason: why it is excused.
        approver: who decided.
        first: first day it holds.
        until: last day it holds.

    Raises:
        InputError: there is no such criterion, a word is missing, or the days are the wrong way round.
        RegisterError: the outcome would not load.
    """
    known = canonical(criterion, opened.catalogue)
    _check_said({"--reason": reason, "--approver": approver})
    if until < first:
        raise InputError([Problem("--until", f"{day(until)} lies before the first day, {day(first)}")])
    waiver = {"criterion": known, "reason": reason, "approver": approver, "from": first, "until": until}
    return _revised(opened, lambda data: _add_once(data.setdefault("waiver", []), waiver))


def canonical(criterion: str, catalogue: Catalogue) -> str:
    """
    Return the id of a criterion however it is written.

    Raises:
        InputError: there is no such criterion.
    """
    scheme = IdScheme.of(one.id for one in catalogue.criteria)
    found = scheme.normalise(criterion)
    if found is None:
        raise InputError([Problem(criterion, _no_criterion(criterion, scheme))])
    return found


def _no_criterion(criterion: str, scheme: IdScheme) -> str:
    if (several := named(criterion, scheme)) > 1:
        return f"these are {several} criteria; give one at a time"
    return f"the catalogue has no such criterion, {only(criterion, scheme)}"


def _check_aspects(aspects: Iterable[str], criterion: str, catalogue: Catalogue, register: Register) -> None:
    own = {one.id: one.aspects for one in register.wordings}
    of_catalogue = catalogue.criterion(criterion)
    held: tuple[Aspect, ...] = own.get(criterion, of_catalogue.aspects if of_catalogue else ())
    known = [one.id for one in held]
    problems = [
        Problem(one, f"{criterion} has no such aspect{did_you_mean(one, known) or _only(known)}")
        for one in aspects
        if one not in known
    ]
    if problems:
        raise InputError(problems)


def _only(known: list[str]) -> str:
    return f"; it has {listed(known)}" if known else "; it has none, so leave --aspect out"


def _check_said(options: dict[str, str]) -> None:
    problems = [
        Problem(name, "empty; say it, or it does not count") for name, said in options.items() if not said.strip()
    ]
    if problems:
        raise InputError(problems)


def _document(data: Data, path: str, opened: OpenRegister) -> Data:
    """Return the table of a document, which is made if need be."""
    documents: list[Data] = data.setdefault("document", [])
    for one, entry in zip(documents, opened.register.documents, strict=True):
        if entry.path == path:
            return one
    documents.append({"path": path, "title": title_of(path)})
    return documents[-1]


def _add_once(tables: list[Data], table: Data) -> None:
    """Add a table unless it is there."""
    said = {name: value for name, value in table.items() if value not in ("", [])}
    if said not in tables:
        tables.append(said)


def _revised(opened: OpenRegister, change: Callable[[Data], None]) -> Revision:
    wanted = opened.copy()
    change(wanted)
    return revised(opened, plain(wanted, register_table()))
