"""The command `map`: which document is evidence for which criterion."""

from __future__ import annotations

import argparse
import sys

from readiness._profile import evidence_map
from readiness._rendering import PLAIN, Own
from readiness._words import counted
from readiness.model import EvidenceMap

from ._exit import Exit
from ._files import write_atomically
from ._forms import form_of
from ._judged import judged
from ._options import TEXT
from ._screen import Screen, tell, write, write_bytes
from ._templates import own_templates
from ._text import how_many

_SUFFIXES = {".html": "html", ".htm": "html", ".csv": "csv", ".txt": TEXT}


def run(options: argparse.Namespace) -> Exit:
    """Print the map, or write it to a file; it shows what is there and fails nothing."""
    form = form_of(options, _SUFFIXES)
    own = own_templates(options, form)
    found = evidence_map(judged(options))
    if options.output:
        write_atomically(options.output, _rendered(found, form, own))
    elif form == TEXT:
        write(_rendered(found, form, width=Screen.of(sys.stdout, options.color).width).decode("utf-8").rstrip())
    else:
        write_bytes(_rendered(found, form, own))
    linked = counted(len(found.rows), "document")
    where = f"{options.output}: " if options.output else ""
    without = f"; {how_many(found.assessment)}" if found.assessment.partial else f", {len(found.idle)} without"
    tell(options, f"{where}{linked} with a link{without}; {len(found.bare)} criteria unclaimed")
    return Exit.CLEAR


def _rendered(found: EvidenceMap, form: str, own: Own = PLAIN, *, width: int = 100) -> bytes:
    """Return the map in its format; each renderer is loaded only when it is wanted."""
    if form == "html":
        from readiness._renderers._map_html import map_page  # noqa: PLC0415 - loads the templates

        return map_page(found, own.templates, own.folder)
    from readiness._renderers._map_text import map_csv, map_table  # noqa: PLC0415 - as above

    return map_csv(found) if form == "csv" else map_table(found, width=width).encode("utf-8")
