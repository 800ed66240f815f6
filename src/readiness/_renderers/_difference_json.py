"""What changed between two assessments as JSON, for other programs."""

from __future__ import annotations

import json
from collections import Counter

from readiness.model import Cause, Difference, DocumentMove, Movement, Record, Status

from ._text import encodable

SCHEMA_VERSION = "1.0"


def difference_json(found: Difference) -> bytes:
    """
    Return a comparison as UTF-8 JSON of version 1; its schema is ``difference-1.json``.

    Args:
        found: the comparison.
    """
    wire = {
        "schema_version": SCHEMA_VERSION,
        "old": _side(found.old),
        "new": _side(found.new),
        "worse": bool(found.worse),
        "notices": list(found.notices),
        "movements": [_movement(one) for one in found.movements],
        "documents": [_document(one) for one in found.documents],
    }
    return f"{encodable(json.dumps(wire, ensure_ascii=False, indent=2))}\n".encode()


def _side(record: Record) -> dict[str, object]:
    counts = Counter(one.status for one in record.criteria)
    catalogue = record.catalogue
    return {
        "organisation": record.organisation,
        "assessment": record.assessment,
        "as_of": record.as_of.isoformat(),
        "due": record.due.isoformat(),
        "decision": record.decision.value,
        "catalogue": {"id": catalogue.id, "title": catalogue.title, "version": catalogue.version},
        "generator": record.generator,
        "counts": {status.value: counts[status] for status in Status},
    }


def _movement(one: Movement) -> dict[str, object]:
    return {
        "criterion": one.criterion,
        "title": one.title,
        "way": one.way.value,
        "then": one.then.value if one.then else None,
        "now": one.now.value if one.now else None,
        "worse": one.worse,
        "causes": [_cause(cause) for cause in one.causes],
    }


def _cause(one: Cause) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "sentence": one.sentence,
        "before": one.before,
        "rule": one.rule,
        "level": one.level.value if one.level else None,
        "document": one.document,
        "fix": one.fix,
    }


def _document(one: DocumentMove) -> dict[str, object]:
    return {"path": one.path, "what": one.what.value, "then": one.then, "now": one.now}
