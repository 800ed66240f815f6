"""The parts of a Word file: what points at what, of which type it is, and the document before it is filled in."""

from __future__ import annotations

from collections.abc import Mapping

from readiness._resources import shipped

from ._xml import element, escaped

MAIN, TYPES, ROOT = "word/document.xml", "[Content_Types].xml", "_rels/.rels"
_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_SCHEMAS}/package/2006/relationships"
OFFICE = f"{_SCHEMAS}/officeDocument/2006/relationships"
PROPERTIES = f"{_RELATIONS}/metadata/core-properties"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FILES = {
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "header": "header",
    "footer": "footer",
}
"""Each part beside the document: its file is its type, and its place in the list its relationship."""


def own_parts() -> dict[str, bytes]:
    """Return the parts of the document that is used when nobody gives a template."""
    folder = shipped("templates").joinpath("docx")
    names = ("document", *_FILES)
    held = {f"word/{name}.xml": folder.joinpath(f"{name}.xml").read_bytes() for name in names}
    return {
        TYPES: _types().encode(),
        ROOT: relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", MAIN),
                "rId2": (PROPERTIES, "docProps/core.xml"),
            }
        ).encode(),
        **held,
        "word/_rels/document.xml.rels": relations(
            {f"rId{at}": (f"{OFFICE}/{kind}", f"{name}.xml") for at, (name, kind) in enumerate(_FILES.items(), 1)}
        ).encode(),
    }


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return a part that says what another points at: type and target by id."""
    held = (relation(one, *target) for one, target in targets.items())
    return _XML + element("Relationships", *held, attributes={"xmlns": _RELATIONS})


def relation(name: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Return one thing that a part points at: inside the package, or a web address *outside* it."""
    held = {"xmlns": _RELATIONS, "Id": name, "Type": kind, "Target": target}
    return element("Relationship", attributes=held | ({"TargetMode": "External"} if outside else {}))


def _types() -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    parts = {f"/word/{name}.xml": f"{WORD}.{kind}+xml" for name, kind in _FILES.items()}
    parts = {f"/{MAIN}": f"{WORD}.document.main+xml", **parts}
    parts["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    return _XML + element(
        "Types",
        *(element("Default", attributes={"Extension": one, "ContentType": kind}) for one, kind in defaults.items()),
        *(element("Override", attributes={"PartName": one, "ContentType": kind}) for one, kind in parts.items()),
        attributes={"xmlns": f"{_SCHEMAS}/package/2006/content-types"},
    )


def core(title: str, subject: str, day: str) -> str:
    """Return the properties of the document: title, language and a day that depends on no clock."""
    stamp = {"xsi:type": "dcterms:W3CDTF"}
    return _XML + element(
        "cp:coreProperties",
        element("dc:title", escaped(title)),
        element("dc:subject", escaped(subject)),
        element("dc:language", "en-GB"),
        element("dcterms:created", f"{day}T00:00:00Z", attributes=stamp),
        element("dcterms:modified", f"{day}T00:00:00Z", attributes=stamp),
        attributes={
            "xmlns:cp": f"{_SCHEMAS}/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )
