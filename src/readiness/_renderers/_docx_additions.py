"""What a document adds to the parts of its template: properties, a list definition, web addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ._docx_package import Package, targets
from ._docx_parts import OFFICE, PROPERTIES, ROOT, TYPES, WORD, relation
from ._docx_styles import with_bullets, with_styles
from ._xml import element, joined

_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_KINDS = ("template.main+xml", "document.main+xml")


def equipped(package: Package) -> tuple[Package, dict[str, str], str]:
    """Return a package as a document with every style and list that is needed; style ids by name; the list's number."""
    package = package.having(TYPES, package.text(TYPES).replace(*_KINDS))
    sheet = package.related("styles")[0]
    xml, ids = with_styles(package.text(sheet))
    package = package.having(sheet, xml)
    lists = package.related("numbering")
    part = lists[0] if lists else posixpath.join(posixpath.dirname(package.main), "readiness-numbering.xml")
    if not lists:
        link = relation("rIdReadinessLists", f"{OFFICE}/numbering", posixpath.basename(part))
        package = _typed(_spliced(package, package.relations, link), part, f"{WORD}.numbering+xml")
    xml, bullets = with_bullets(package.text(part))
    return package.having(part, xml), ids, bullets


def with_addresses(package: Package, addresses: Mapping[str, str]) -> Package:
    """Return a package whose text can point at web addresses, each by its id."""
    held = (relation(one, f"{OFFICE}/hyperlink", address, outside=True) for address, one in addresses.items())
    return _spliced(package, package.relations, joined(held)) if addresses else package


def with_properties(package: Package, xml: str) -> Package:
    """Return a package with title, subject and language of its own in place of the template's."""
    found = targets(package.parts[ROOT], PROPERTIES)
    if found:
        return package.having(found[0].lstrip("/"), xml)
    part = "docProps/core.xml"
    package = _spliced(package, ROOT, relation("rIdReadinessProperties", PROPERTIES, part))
    return _typed(package, part, _CORE_TYPE).having(part, xml)


def _typed(package: Package, part: str, kind: str) -> Package:
    return _spliced(
        package,
        TYPES,
        element("Override", attributes={"PartName": f"/{part}", "ContentType": kind, "xmlns": _TYPES_IN}),
    )


_TYPES_IN = "http://schemas.openxmlformats.org/package/2006/content-types"


def _spliced(package: Package, part: str, xml: str) -> Package:
    """Return a package with elements added at the end of a part."""
    held = package.text(part)
    at = held.rindex("</")
    return package.having(part, f"{held[:at]}{xml}{held[at:]}")
