"""Look closer at the documents that matter, and see how accepted ones have changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from readiness._linking import Asked, compare, look, look_from_wire, look_to_wire, passage_texts
from readiness.model import Acceptance, DocumentEntry, DocumentText, Look, Reading, Revision

from ._memory import Opened
from ._opening import Opener


@frozen(kw_only=True)
class Examiner:
    """
    Looks closer at documents.

    Attributes:
        opener: gives the documents' passages.
        asked: what is looked for.
        entries: the register's documents by their paths.
        acceptances: what has been accepted, by document.
    """

    opener: Opener
    asked: Asked
    entries: Mapping[str, DocumentEntry]
    acceptances: Mapping[str, tuple[Acceptance, ...]]
    kept: dict[tuple[str, str], str] = field(factory=dict)

    def matters(self, opened: Opened) -> bool:
        """Return whether a closer look is wanted: the register describes the document, or it names a criterion."""
        described = opened.path in self.entries
        return described or (not opened.plain and any(one.known for one in opened.reading.citations))

    def prepare(self, known: Iterable[Opened]) -> None:
        """Fetch what earlier runs have seen of documents, all at once."""
        pairs = ((one.key, self._asked(one.reading).digest) for one in known if self.matters(one))
        self.kept.update(self.opener.store.looks(pairs))

    def examine(self, opened: Opened) -> tuple[Reading, tuple[Revision, ...]]:
        """Return the reading with its closer look, and how each accepted text of the document has changed."""
        reading = opened.reading
        if not reading.readable:
            return reading, ()
        asked = self._asked(reading)
        kept = self._kept(opened.key, asked.digest)
        changed = [] if kept is None else [one for one in self._accepted(reading) if has_changed(one, reading, kept)]
        if kept is not None and not changed:
            return evolve(reading, look=kept), ()
        document = self.opener.document(opened)
        if document is None:
            return evolve(reading, look=kept), ()
        looked = kept or self._look(document, opened.key, asked)
        found = evolve(reading, look=looked)
        return found, tuple(self._revisions(found, document))

    def _accepted(self, reading: Reading) -> Iterable[Acceptance]:
        return self.acceptances.get(reading.path, ())

    def _asked(self, reading: Reading) -> Asked:
        cited = (one.criterion for one in reading.citations if one.known)
        return self.asked.for_document(self.entries.get(reading.path), cited)

    def _kept(self, key: str, digest: str) -> Look | None:
        text = self.kept.pop((key, digest), None)
        try:
            return look_from_wire(json.loads(text)) if text else None
        except ValueError:
            return None

    def _look(self, document: DocumentText, key: str, asked: Asked) -> Look:
        found = look(document, asked)
        if key:
            text = json.dumps(look_to_wire(found), ensure_ascii=False, separators=(",", ":"))
            self.opener.store.put_look(key, asked.digest, text)
        return found

    def _revisions(self, reading: Reading, document: DocumentText) -> Iterator[Revision]:
        for one in self._accepted(reading):
            if reading.look and has_changed(one, reading, reading.look):
                edits = compare(one.text, passage_texts(document, one.where)) if one.text else ()
                yield Revision(document=one.document, criterion=one.criterion, where=one.where, edits=edits)


def has_changed(accepted: Acceptance, reading: Reading, looked: Look) -> bool:
    """Return whether the text that was accepted, the place or the whole document, is another one today."""
    if not accepted.passage_fingerprint:
        return reading.fingerprint != accepted.document_fingerprint
    pin = looked.pin(accepted.where)
    return pin is None or pin.fingerprint != accepted.passage_fingerprint
