"""Take a claim out of a register, and what was accepted of it out of the acceptances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from readiness._toml import RemoveTable, SetKey
from readiness._words import listed
from readiness.exceptions import InputError, Problem
from readiness.model import Acceptance, Claim, DocumentEntry

from ._changes import QUOTES, at, edits_between
from ._edit import OpenRegister, Revision, open_register, revised
from ._tables import register_table

_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES))


@frozen(kw_only=True)
class Which:
    """
    Which of a document's claims for a criterion is meant.

    Attributes:
        where: the place that it names; ``None`` if that was not said.
        aspects: the aspects that it names; ``None`` if that was not said.
        every: all that fit, and not one.
    """

    where: str | None = None
    aspects: tuple[str, ...] | None = None
    every: bool = False

    def fits(self, claim: Claim) -> bool:
        """
        Return whether a claim may be the one; quotation marks are easily lost on the way through a shell.

        >>> Which(where="lost  tokens").fits(Claim(criterion="OA1", where="“Lost tokens”"))
        True
        """
        same_place = self.where is None or self.names(claim.where)
        return same_place and (self.aspects is None or set(self.aspects) == set(claim.aspects))

    def names(self, where: str) -> bool:
        """Return whether this place was named."""
        return self.where is not None and _bare(self.where) == _bare(where)


def _bare(where: str) -> str:
    return " ".join(where.translate(_NO_QUOTES).casefold().split())


def claims_of(opened: OpenRegister, path: str, criterion: str) -> list[Claim]:
    """Return the claims of the document at *path* for a criterion, by its canonical id."""
    entry = _entry(opened, path)
    return [one for one in entry.claims if one.criterion == criterion] if entry else []


def without_claims(opened: OpenRegister, path: str, criterion: str, which: Which) -> tuple[Revision, list[Claim]]:
    """
    Return the register without a claim, and the claim; several only if all were asked for.

    Args:
        opened: the register.
        path: of the document, as the register writes it.
        criterion: its canonical id.
        which: tells the claim from others of the document for the criterion.

    Raises:
        InputError: there is no such claim, or there are several.
        RegisterError: the outcome would not load.
    """
    there = claims_of(opened, path, criterion)
    gone = [one for one in there if which.fits(one)]
    if not gone:
        raise InputError([Problem(opened.name, _none(opened, path, criterion, there))])
    if len(gone) > 1 and not which.every:
        raise InputError([Problem(opened.name, _several(path, criterion, gone))])
    wanted = opened.copy()
    for table, entry in zip(wanted["document"], opened.register.documents, strict=True):
        if entry.path == path:
            pairs = zip(table["claim"], entry.claims, strict=True)
            table["claim"] = [one for one, claim in pairs if claim not in gone]
    return revised(opened, wanted), gone


def left_over(
    acceptances: Iterable[Acceptance], there: Iterable[Claim], gone: Sequence[Claim], which: Which
) -> list[Acceptance]:
    """
    Return the acceptances that belong to no claim once some are gone.

    Args:
        acceptances: those of a document for a criterion.
        there: the claims of the document for the criterion as they were.
        gone: those of them that are taken back; where none is left, acceptances of earlier ones go too.
        which: what was asked for; at a place that it names, acceptances of earlier claims go too.
    """
    stay = {one.where for one in there if one not in gone}
    places = {one.where for one in gone}
    idle = [one for one in acceptances if one.where not in stay]
    return [one for one in idle if not stay or one.where in places or which.names(one.where)]


def forsaken(opened: OpenRegister, revision: Revision, acceptances: Iterable[Acceptance]) -> list[Acceptance]:
    """
    Return the acceptances of claims that a revision takes out of a register.

    One of a claim that it moves to another place, or of a document that it calls otherwise, is none of them: that
    somebody accepted it as it was is told until it is accepted anew.

    Args:
        opened: the register as it is.
        revision: what becomes of it.
        acceptances: all there are.
    """
    after = open_register(opened.folder, opened.catalogue, revision.raw)
    still = {(one.path, claim.criterion, claim.where) for one in after.register.documents for claim in one.claims}
    free = [one for one in acceptances if (one.document, one.criterion, one.where) not in still]
    idle: list[Acceptance] = []
    for (path, criterion), gone in _gone(opened, after).items():
        own = [one for one in free if (one.document, one.criterion) == (path, criterion)]
        idle += left_over(own, claims_of(opened, path, criterion), gone, Which())
    return idle


def _gone(opened: OpenRegister, after: OpenRegister) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims that are there no longer, by the document and the criterion: taken out, or for another one."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for edit in edits_between(opened.data, after.data, register_table()):
        if isinstance(edit, RemoveTable) or (isinstance(edit, SetKey) and edit.key == "criterion"):
            match edit.table:
                case ("document", int(number)):
                    claims = opened.register.documents[number].claims
                case ("document", int(number), "claim", int(claim)):
                    claims = opened.register.documents[number].claims[claim : claim + 1]
                case _:
                    continue
            for one in claims:
                found.setdefault((opened.register.documents[number].path, one.criterion), []).append(one)
    return found


def _entry(opened: OpenRegister, path: str) -> DocumentEntry | None:
    return next((one for one in opened.register.documents if one.path == path), None)


def _none(opened: OpenRegister, path: str, criterion: str, there: list[Claim]) -> str:
    """Return that there is no such claim, and those that there are."""
    if there:
        return f"“{path}” is claimed for {criterion}, but not so; it is claimed {listed(map(_described, there))}"
    entry = _entry(opened, path)
    others = list(dict.fromkeys(one.criterion for one in entry.claims)) if entry else []
    return f"“{path}” is not claimed for {criterion}; it is claimed for {listed(others) or 'nothing'}"


def _several(path: str, criterion: str, found: list[Claim]) -> str:
    """Return that several claims may be meant, and what tells them apart."""
    places, aspects = {_bare(one.where) for one in found}, {frozenset(one.aspects) for one in found}
    telling = [option for option, values in (("--where", len(places)), ("--aspect", len(aspects))) if values > 1]
    how = f"say which with {listed(telling)}" if telling else "they say the same, so delete one by hand"
    if "" in places and "--where" in telling:
        how += ' (--where "" is the one that names no place)'
    said = listed(map(_described, found))
    return f"“{path}” is claimed for {criterion} {len(found)} times, {said}; {how}, or take all of them back with --all"


def _described(claim: Claim) -> str:
    """Return how a claim differs from others of its document for its criterion."""
    place = at(claim.where) or "without a place"
    of = f", aspect {' + '.join(claim.aspects)}" if claim.aspects else ""
    return f"{place} (line {claim.line}{of})"
