"""Look closer at the documents that matter, and see how accepted ones have changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from readiness import _linking
from readiness._linking import Asked, look_from_wire, look_to_wire
from readiness.model import Acceptance, DocumentText, Edit, Look, Reading, Revision

from ._memory import Opened
from ._opening import Opener
from ._packing import dumped


@frozen(kw_only=True)
class Examiner:
    """
    Looks closer at documents.

    Attributes:
        opener: gives the documents' passages, and knows what is looked for.
        acceptances: what has been accepted, by document.
        kept: closer looks that earlier runs took, by document key and digest of what was asked.
    """

    opener: Opener
    acceptances: Mapping[str, tuple[Acceptance, ...]]
    kept: dict[tuple[str, str], str] = field(factory=dict)

    def wanted(self, opened: Opened) -> Asked | None:
        """Return what a closer look is to look for; ``None`` if nobody wants one."""
        interest = self.opener.interest
        return None if opened.plain and opened.path not in interest.described else interest.in_document(opened.reading)

    def prepare(self, known: Iterable[Opened]) -> None:
        """Fetch what earlier runs have seen of documents, all at once."""
        pairs = ((one.key, asked.digest) for one in known if (asked := self.wanted(one)) is not None)
        self.kept.update(self.opener.store.looks(pairs))

    def examine(self, opened: Opened, asked: Asked) -> tuple[Reading, tuple[Revision, ...]]:
        """Return the reading with its closer look, and how each accepted text of the document has changed."""
        reading = opened.reading
        if not reading.readable:
            return reading, ()
        kept = self._kept(opened, asked)
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

    def _kept(self, opened: Opened, asked: Asked) -> Look | None:
        """Return the look that an earlier run took, or the worker that has just read the document."""
        text = opened.looked or self.kept.pop((opened.key, asked.digest), "")
        try:
            found = look_from_wire(json.loads(text)) if text else None
        except (ValueError, RecursionError):
            return None
        if found is not None and opened.looked:
            self._keep(opened.key, asked, opened.looked)
        return found

    def _look(self, document: DocumentText, key: str, asked: Asked) -> Look:
        found = _linking.look(document, asked)
        self._keep(key, asked, dumped(look_to_wire(found)))
        return found

    def _keep(self, key: str, asked: Asked, text: str) -> None:
        if key:
            self.opener.store.put_look(key, asked.digest, text)

    def _revisions(self, reading: Reading, document: DocumentText) -> Iterator[Revision]:
        for one in self._accepted(reading):
            if reading.look and has_changed(one, reading, reading.look):
                edits = _edits(one, document) if one.text else ()
                yield Revision(document=one.document, criterion=one.criterion, where=one.where, edits=edits)


def _edits(accepted: Acceptance, document: DocumentText) -> tuple[Edit, ...]:
    return _linking.compare(accepted.text, _linking.passage_texts(document, accepted.where))


def has_changed(accepted: Acceptance, reading: Reading, looked: Look) -> bool:
    """Return whether the text that was accepted, the place or the whole document, is another one today."""
    if not accepted.passage_fingerprint:
        return reading.fingerprint != accepted.document_fingerprint
    pin = looked.pin(accepted.where)
    return pin is None or pin.fingerprint != accepted.passage_fingerprint
