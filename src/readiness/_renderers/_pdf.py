"""A report as a tagged PDF that follows PDF/UA-1; the profile is one of them. It needs the extra ``pdf``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from attrs import frozen

from readiness._resources import shipped
from readiness.exceptions import PluginError
from readiness.model import EvidenceProfile, Report

from ._pdf_data import FONTS, report_data
from ._profile_report import profile_report

_HOW = "writing PDF needs one more package; install it with: python -m pip install 'readiness[pdf]'"
_STANDARD = "ua-1"
_LAST_PLAIN = 0x24F
"""Up to here, the end of Latin Extended-B, our fonts have every letter."""
_PROBE = b"""
#set document(title: [Probe])
#set text(font: json(bytes(sys.inputs.fonts)))
#text(sys.inputs.said)
"""


@frozen
class PdfReportRenderer:
    """
    Write a report as a tagged PDF.

    >>> PdfReportRenderer().suffix
    '.pdf'
    """

    suffix: ClassVar[str] = ".pdf"
    worded: ClassVar[bool] = True

    def render(self, report: Report) -> bytes:
        """
        Return a .pdf file.

        Raises:
            PluginError: the package that lays it out is not installed, or it refuses the report.
        """
        data = json.dumps({**report_data(report), "fonts": FONTS}, ensure_ascii=False)
        press = _Press.of(_typst(), data)
        layout = shipped("templates").joinpath("pdf", "report.typ").read_bytes()
        try:
            return press.printed(layout, report=press.showable(data))
        except press.refusal as error:
            raise PluginError(f"the PDF could not be made: {error}") from error


@frozen
class PdfRenderer:
    """
    Write the profile as a tagged PDF.

    >>> PdfRenderer().suffix
    '.pdf'
    """

    suffix: ClassVar[str] = ".pdf"
    worded: ClassVar[bool] = True

    def render(self, profile: EvidenceProfile) -> bytes:
        """
        Return a .pdf file.

        Raises:
            PluginError: see `PdfReportRenderer`.
        """
        return PdfReportRenderer().render(profile_report(profile))


def _typst() -> Any:
    try:
        import typst  # noqa: PLC0415 - an extra, and only who wants a PDF pays for it
    except ModuleNotFoundError:
        raise PluginError(_HOW) from None
    return typst


@frozen
class _Press:
    """What lays pages out, with its fonts looked up once."""

    typst: Any
    fonts: Any

    @classmethod
    def of(cls, typst: Any, data: str) -> _Press:
        """Return one with our own fonts; where they lack a character of *data*, with those of the machine besides."""
        folder = str(shipped("templates").joinpath("pdf", "fonts"))
        own = cls(typst, typst.Fonts(include_system_fonts=False, font_paths=[folder]))
        if not any(own.missing(data)):
            return own
        return cls(typst, typst.Fonts(include_system_fonts=True, font_paths=[folder]))

    @property
    def refusal(self) -> type[Exception]:
        error: type[Exception] = self.typst.TypstError
        return error

    def printed(self, layout: bytes, **inputs: str) -> bytes:
        """Return a PDF; whatever the standard forbids is refused."""
        made: bytes = self.typst.compile(layout, sys_inputs=inputs, pdf_standards=[_STANDARD], font_paths=self.fonts)
        return made

    def showable(self, data: str) -> str:
        """Return *data* with each character that no font has written out: the standard allows no empty boxes."""
        return data.translate({ord(one): f"[U+{ord(one):04X}]" for one in self.missing(data)})

    def missing(self, data: str) -> Iterator[str]:
        """Yield each character of *data* that no font has."""
        yield from self._missing(sorted({one for one in data if ord(one) > _LAST_PLAIN}))

    def _missing(self, rare: Sequence[str]) -> Iterator[str]:
        """Yield the characters that cannot be drawn, by halves: mostly there are none."""
        if not rare or self._draws("".join(rare)):
            return
        if len(rare) == 1:
            yield from rare
            return
        half = len(rare) // 2
        yield from self._missing(rare[:half])
        yield from self._missing(rare[half:])

    def _draws(self, characters: str) -> bool:
        try:
            self.printed(_PROBE, said=characters, fonts=json.dumps(FONTS))
        except self.refusal:
            return False
        return True
