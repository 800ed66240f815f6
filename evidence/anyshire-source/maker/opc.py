"""What every Office Open XML file has: declared types, relations and properties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .model import Source
from .packing import XML, esc, packed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

Relation = tuple[str, str]
"""The last word of the type of a relation, and what it leads to; its id is ``rId`` with its number in the list."""


def office_file(
    source: Source, main: str, parts: Mapping[str, str], types: Mapping[str, str], program: str = ""
) -> bytes:
    """
    Return a whole file.

    Args:
        source: for the properties.
        main: name of the part that the file is about.
        parts: name and content of every part but those written here.
        types: content type of each part, by its name.
        program: what the properties name as the program.
    """
    listed = dict(types) | {"docProps/core.xml": _CORE, "docProps/app.xml": _APP}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in listed.items())
    head = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>',
    }
    properties = {"docProps/core.xml": _core(source), "docProps/app.xml": _app(program, source.organisation)}
    return packed(head | properties | dict(parts))


def relations(*listed: Relation) -> str:
    """Return the relations of a part."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(listed, start=1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def stamp(moment: datetime) -> str:
    """Return a moment as the properties write it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _core(source: Source) -> str:
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{esc(source.title)}</dc:title><dc:subject>{source.invented}</dc:subject>"
        f"<dc:creator>{esc(source.author)}</dc:creator><cp:lastModifiedBy>{esc(source.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp(source.created)}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp(source.modified)}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _app(program: str, organisation: str) -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{XML}<Properties xmlns="{space}"><Application>{program}</Application>'
        f"<Company>{organisation}</Company></Properties>"
    )
