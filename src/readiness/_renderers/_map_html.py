"""Which document is evidence for which criterion, as one page."""

from __future__ import annotations

from readiness._version import __version__
from readiness._words import part_of
from readiness.model import EvidenceMap, Mark

from ._html import environment
from ._view import anchors_of


def map_page(found: EvidenceMap) -> bytes:
    """Return UTF-8 HTML that needs nothing else: the table, and under it every place with its words."""
    anchors = anchors_of(found.criteria)
    marks = {row.document: {cell.criterion: cell.mark for cell in row.cells} for row in found.rows}
    by_criterion = {
        one.id: tuple((row, cell) for row in found.rows for cell in row.cells if cell.criterion == one.id)
        for one in found.criteria
    }
    judged = found.assessment
    part = part_of(anchors, len(judged.in_scope), judged.assessment) if judged.partial else ""
    page = environment().get_template("map.html")
    told = {"map": found, "anchors": anchors, "marks": marks, "by_criterion": by_criterion, "part": part, "Mark": Mark}
    return f"{page.render(told, generator=f'readiness {__version__}')}\n".encode()
