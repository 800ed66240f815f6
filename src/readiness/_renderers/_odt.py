"""A report as an OpenDocument text, for LibreOffice and others; the profile is one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen

from readiness._resources import shipped
from readiness.model import EvidenceProfile, Report

from . import _text
from ._compact import compact
from ._odt_body import body
from ._odt_pictures import SVG, pictures
from ._odt_tables import automatic_styles
from ._outline import outline
from ._package import pack
from ._profile_report import profile_report
from ._xml import element, escaped

_TYPE = "application/vnd.oasis.opendocument.text"
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_VERSION = "1.3"
_PLACEHOLDER = re.compile(r"\{\{([a-z-]+)\}\}")
_SHORT = 70
_SIZES = r'(font-size(?:-asian|-complex)?=")([\d.]+)(pt")'
_MARGINS = r'(fo:margin-(?:top|bottom)=")([\d.]+)(pt")'


@frozen
class OdtReportRenderer:
    """
    Write a report as an OpenDocument text.

    >>> OdtReportRenderer().suffix
    '.odt'
    """

    suffix: ClassVar[str] = ".odt"
    worded: ClassVar[bool] = True

    def render(self, report: Report) -> bytes:
        """Return an .odt file."""
        drawn = pictures(report)
        parts = {
            "mimetype": _TYPE,
            "META-INF/manifest.xml": _manifest(("/", "content.xml", "styles.xml", "meta.xml", *drawn)),
            "content.xml": _content(report),
            "styles.xml": _styles(report),
            "meta.xml": _meta(report),
            **drawn,
        }
        return pack({name: part.encode() for name, part in parts.items()}, stored={"mimetype"})


@frozen
class OdtRenderer:
    """
    Write the profile as an OpenDocument text.

    >>> OdtRenderer().suffix
    '.odt'
    """

    suffix: ClassVar[str] = ".odt"
    worded: ClassVar[bool] = True

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return an .odt file."""
        return OdtReportRenderer().render(profile_report(profile))


def _document(name: str, *children: str) -> str:
    spaces = {f"xmlns:{prefix}": space for prefix, space in _SPACES.items()}
    return _XML + element(f"office:{name}", *children, attributes={**spaces, "office:version": _VERSION})


def _content(report: Report) -> str:
    styles = element("office:automatic-styles", automatic_styles(report))
    text = element("office:text", body(report, outline(report)))
    return _document("document-content", styles, element("office:body", text))


def _meta(report: Report) -> str:
    stamp = f"{report.as_of.isoformat()}T00:00:00"
    title = _text.shortened(f"{report.organisation}: {report.subtitle}", 250)
    return _document(
        "document-meta",
        element(
            "office:meta",
            element("meta:generator", escaped(_text.shortened(report.generator, _SHORT))),
            element("dc:title", escaped(title)),
            element("dc:subject", escaped(_text.shortened(report.about, 250))),
            element("dc:language", "en-GB"),
            element("meta:creation-date", stamp),
            element("dc:date", stamp),
        ),
    )


def _styles(report: Report) -> str:
    """Return the shipped styles with header and footer filled in."""
    values: Mapping[str, str] = {
        "organisation": report.organisation,
        "kind": report.kind,
        "as-of": _text.day(report.as_of),
        "made-by": report.generator,
    }
    sheet = shipped("templates").joinpath("odt", "styles.xml").read_text("utf-8")
    if report.one_page:
        sheet = compact(sheet, _SIZES, _MARGINS)
    return _PLACEHOLDER.sub(lambda found: escaped(_text.shortened(values[found[1]], _SHORT)), sheet)


def _manifest(names: tuple[str, ...]) -> str:
    held = (
        element(
            "manifest:file-entry",
            attributes={
                "manifest:full-path": name,
                "manifest:media-type": _TYPE if name == "/" else SVG if name.endswith(".svg") else "text/xml",
                **({"manifest:version": _VERSION} if name == "/" else {}),
            },
        )
        for name in names
    )
    return _XML + element(
        "manifest:manifest", *held, attributes={"xmlns:manifest": _MANIFEST, "manifest:version": _VERSION}
    )
