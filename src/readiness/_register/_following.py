"""Let what was accepted follow its claim, when the claim's document gets another path or its place another name."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from readiness._toml import Edit, RemoveTable, SetKey, edited, parse
from readiness.exceptions import InputError, Problem
from readiness.model import Acceptance

from ._changes import at, edits_between, merged
from ._edit import OpenRegister, Revision, open_register
from ._tables import register_table

_Place = tuple[str, str, str]
"""Document, criterion and where."""


@frozen
class Moved:
    """An acceptance as it ``was``, and as it ``becomes``."""

    was: Acceptance
    becomes: Acceptance

    @property
    def in_words(self) -> str:
        """
        Return what becomes of it.

        That it is not taken for accepted anew is the point: its fingerprints are those of the text that somebody read.
        """
        old, new = self.was, self.becomes
        path = f" -> {new.document}" if new.document != old.document else ""
        place = f" -> {at(new.where) or 'no place'}" if new.where != old.where else ""
        return " ".join(filter(None, (f"{old.document}{path} for {old.criterion}", f"{at(old.where)}{place}".strip())))


def followed(
    opened: OpenRegister, revision: Revision, acceptances: Iterable[Acceptance], gone: Collection[Acceptance]
) -> list[Moved]:
    """
    Return the acceptances of claims that a revision of a register moves, each with where it belongs then.

    They keep their fingerprints, so that what has changed since is told of the claim at its new place as of the old.

    Args:
        opened: the register as it is.
        revision: what becomes of it.
        acceptances: all there are.
        gone: those of them that go with their claims.
    """
    after = open_register(opened.folder, opened.catalogue, revision.raw)
    still = {(one.path, claim.criterion, claim.where) for one in after.register.documents for claim in one.claims}
    paths, places = _moves(opened, after)
    found = []
    for one in acceptances:
        old = one.document, one.criterion, one.where
        path, _, where = places.get(old, (paths.get(one.document, one.document), one.criterion, one.where))
        if old not in still and one not in gone and (path, where) != (one.document, one.where):
            found.append(Moved(one, evolve(one, document=path, where=where)))
    return found


def _moves(opened: OpenRegister, after: OpenRegister) -> tuple[dict[str, str], dict[_Place, _Place]]:
    """Return the new path of each document that gets one, and the new place of each claim that gets another."""
    edits = [one for one in edits_between(opened.data, after.data, register_table()) if isinstance(one, SetKey)]
    new = {(*one.table, one.key): one.value for one in edits}
    paths, places = dict[str, str](), dict[_Place, _Place]()
    for number, entry in enumerate(opened.register.documents):
        path = paths[entry.path] = new.get(("document", number, "path"), entry.path)
        for index, claim in enumerate(entry.claims):
            where = new.get(("document", number, "claim", index, "where"), claim.where) or ""
            places.setdefault((entry.path, claim.criterion, claim.where), (path, claim.criterion, where))
    return paths, places


def acceptances_rewritten(raw: bytes, becomes: Mapping[int, Acceptance | None], name: str) -> bytes:
    """
    Return ``accepted.toml`` with acceptances taken out or moved; comments, order and everything else stay.

    Args:
        raw: the file as it is.
        becomes: by the number of an acceptance in the file, what takes its place: its document and its ``where`` are
            written; ``None`` takes it out.
        name: of the file.

    Raises:
        InputError: the file is laid out in a way that cannot be changed safely.
    """
    text = raw.decode("utf-8-sig")
    data, _ = parse(text, name)
    edits = [edit for index, one in becomes.items() for edit in _edits(index, data["accepted"][index], one)]
    wanted = merged(data, edits)
    new = edited(text, edits, lambda path: wanted.get(str(path[0]), []))
    done, problem = parse(new, name)
    if problem is not None or done.get("accepted", []) != wanted.get("accepted", []):
        message = "is laid out in a way that cannot be changed safely; nothing was written, so edit it by hand"
        raise InputError([Problem(name, message)])
    return new.encode("utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "utf-8")


def _edits(index: int, table: Mapping[str, Any], becomes: Acceptance | None) -> Iterator[Edit]:
    """Yield what makes of a table of the file the acceptance that it becomes."""
    if becomes is None:
        yield RemoveTable(("accepted", index))
        return
    for key, value in (("document", becomes.document), ("where", becomes.where)):
        if table.get(key, "") != value:
            yield SetKey(("accepted", index), key, value or None)
