"""Take a claim out of a register, and what was accepted of it out of the acceptances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from readiness._words import listed
from readiness.exceptions import InputError, Problem
from readiness.model import Acceptance, Claim, DocumentEntry

from ._changes import QUOTES, at
from ._edit import OpenRegister, Revision, revised

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
