"""Which document is evidence for which criterion, as one page."""

from __future__ import annotations

from collections.abc import Mapping

from readiness._version import __version__
from readiness._words import part_of
from readiness.model import EvidenceMap, Mark, Phrasing

from ._html import NO_TEMPLATES, rendered
from ._view import anchors_of


def map_page(found: EvidenceMap, templates: Mapping[str, str] = NO_TEMPLATES, folder: str = "") -> bytes:
    """
    Return UTF-8 HTML that needs nothing else: the table, and under it every place with its words.

    Args:
        found: which document is evidence for what.
        templates: text of somebody's own templates by name.
        folder: where they stand, for messages.

    Raises:
        InputError: one of *templates* is broken, with its line.
    """
    anchors = anchors_of(found.criteria)
    marks = {row.document: {cell.criterion: cell.mark for cell in row.cells} for row in found.rows}
    by_criterion = {
        one.id: tuple((row, cell) for row in found.rows for cell in row.cells if cell.criterion == one.id)
        for one in found.criteria
    }
    judged = found.assessment
    part = part_of(anchors, len(judged.in_scope), judged.assessment) if judged.partial else ""
    told = {"map": found, "anchors": anchors, "marks": marks, "by_criterion": by_criterion, "part": part, "Mark": Mark}
    told["generator"] = f"readiness {__version__}"
    return f"{rendered('map.html', templates, folder, Phrasing(), **told)}\n".encode()
