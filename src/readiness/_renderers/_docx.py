"""A report as a Word document that is handed over; the profile is one of them."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from readiness.model import EvidenceProfile, Report

from . import _text
from ._docx_package import Package, own_package
from ._docx_written import order, written
from ._package import pack
from ._profile_report import profile_report


@frozen
class DocxReportRenderer:
    """
    Write a report as a Word document.

    Attributes:
        template: from `template`; ``None`` for the one that is shipped.

    >>> DocxReportRenderer().suffix
    '.docx'
    """

    suffix: ClassVar[str] = ".docx"
    worded: ClassVar[bool] = True
    template: Package | None = None

    def render(self, report: Report) -> bytes:
        """Return a .docx file; a template's styles, page, headers and footers are kept."""
        return _packed(written(self.template or own_package(one_page=report.one_page), report, {}))


@frozen
class DocxRenderer:
    """
    Write the profile as a Word document.

    Attributes:
        template: from `template`; ``None`` for the one that is shipped.

    >>> DocxRenderer().suffix
    '.docx'
    """

    suffix: ClassVar[str] = ".docx"
    worded: ClassVar[bool] = True
    template: Package | None = None

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return a .docx file; a template's styles, page, headers and footers are kept."""
        judged = profile.assessment
        own = {
            "assessment": judged.assessment,
            "decision": profile.phrasing.decision(judged.decision),
            "due": _text.day(judged.due),
            "system": judged.folder.register.system or "system not named",
        }
        return _packed(written(self.template or own_package(), profile_report(profile), own))


def _packed(made: Package) -> bytes:
    return pack({name: made.parts[name] for name in sorted(made.parts, key=order)})
