"""Take an approval or a waiver out of a register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from readiness._words import day, listed
from readiness.exceptions import InputError, Problem

from ._acts import canonical
from ._edit import OpenRegister, Revision, revised

_OPTIONS = {
    "body": "--body", "date": "--on", "minute": "--minute", "version": "--version",
    "reason": "--reason", "approver": "--approver", "from": "--from", "until": "--until",
}  # fmt: skip
"""What tells one entry from another, by its key in the register."""

Table = Mapping[str, Any]


@frozen(kw_only=True)
class Named:
    """
    Which entry is meant.

    Attributes:
        facts: what was said of it, by the keys of the register; an empty text names one that does not say it.
        every: all that fit, and not one.
    """

    facts: Mapping[str, object]
    every: bool = False

    def fits(self, table: Table) -> bool:
        """
        Return whether an entry may be the one; capitals and spaces do not matter.

        >>> Named(facts={"body": "lscb"}).fits({"body": "LSCB", "minute": "14/09"})
        True
        """
        return all(_bare(table.get(key, "")) == _bare(value) for key, value in self.facts.items())


def without_approval(opened: OpenRegister, path: str, named: Named) -> Revision:
    """
    Return the register without an approval of a document; without several only if all were asked for.

    Args:
        opened: the register.
        path: of the document, as the register writes it.
        named: tells the approval from others of the document.

    Raises:
        InputError: there is no such approval, or there are several.
        RegisterError: the outcome would not load.
    """
    wanted, gone, left = opened.copy(), list[Table](), list[Table]()
    for table, entry in zip(wanted["document"], opened.register.documents, strict=True):
        if entry.path == path:
            there = table.get("approval", [])
            gone = _chosen(there, named, opened, f"“{path}” is approved")
            left = table["approval"] = [one for one in there if one not in gone]
    said = [f"- document {path}, approval {_described(one)}" for one in gone]
    return _revised(opened, wanted, [*said, *([] if left else [f"“{path}” is approved by nobody now"])])


def without_waiver(opened: OpenRegister, criterion: str, named: Named) -> Revision:
    """
    Return the register without a waiver of a criterion; without several only if all were asked for.

    Args:
        opened: the register.
        criterion: its id as typed.
        named: tells the waiver from others of the criterion.

    Raises:
        InputError: there is no such criterion or waiver, or there are several.
        RegisterError: the outcome would not load.
    """
    known, wanted = canonical(criterion, opened.catalogue), opened.copy()
    tables = wanted.get("waiver", [])
    there = [table for table, one in zip(tables, opened.register.waivers, strict=True) if one.criterion == known]
    gone = _chosen(there, named, opened, f"{known} is waived")
    wanted["waiver"] = [one for one in tables if one not in gone]
    said = [f"- waiver of {known} {_described(one)}" for one in gone]
    return _revised(opened, wanted, [*said, *([] if len(there) > len(gone) else [f"{known} is not waived now"])])


def _revised(opened: OpenRegister, wanted: dict[str, Any], said: Iterable[str]) -> Revision:
    """Return the revision in words that tell the entry from others of its kind."""
    return evolve(revised(opened, wanted), said=tuple(said))


def _chosen(there: Sequence[Table], named: Named, opened: OpenRegister, so: str) -> list[Table]:
    """
    Return what is meant of what there is.

    Args:
        there: the entries of the document or the criterion.
        named: which of them.
        opened: the register.
        so: what they say, as the beginning of a sentence.
    """
    found = [one for one in there if named.fits(one)]
    if not found:
        others = f", but not so, only {listed(map(_described, there))}" if there else " by nobody"
        raise InputError([Problem(opened.name, f"{so}{others}")])
    if len(found) > 1 and not named.every:
        raise InputError([Problem(opened.name, f"{so} {len(found)} times, {_several(found)}")])
    return found


def _several(found: Sequence[Table]) -> str:
    """Return the entries that may be meant, and what tells them apart."""
    keys = [key for key in _OPTIONS if len({_bare(one.get(key, "")) for one in found}) > 1]
    options = listed([_OPTIONS[key] for key in keys], "or")
    how = f"say which with {options}" if keys else "they say the same, so delete one by hand"
    return f"{listed(map(_described, found))}; {how}, or take all of them back with --all"


def _described(table: Table) -> str:
    """Return how an entry differs from others of its kind."""
    if "body" in table:
        more = [f"{key} {table[key]}" for key in ("minute", "version") if table.get(key)]
        return " ".join([f"by {table['body']} on {day(table['date'])}", *([f"({', '.join(more)})"] if more else [])])
    return f"by {table['approver']} from {day(table['from'])} until {day(table['until'])}"


def _bare(value: object) -> object:
    return value if isinstance(value, dt.date) else " ".join(str(value).casefold().split())
