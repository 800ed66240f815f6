"""
Find a rule, a renderer or a reader by its name.

Built-ins stand in the tables below, as import strings, so that nothing is imported before it is wanted. Packages that
offer more declare entry points; they are looked at only when a name is not in the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from attrs import frozen

from .exceptions import PluginError

_RULES = {
    "approved": "readiness._rules.approved:Approved",
    "covers-aspects": "readiness._rules.covers_aspects:CoversAspects",
    "criterion-unchanged": "readiness._rules.criterion_unchanged:CriterionUnchanged",
    "dates-agree": "readiness._rules.dates_agree:DatesAgree",
    "effective-by-assessment": "readiness._rules.effective_by_assessment:EffectiveByAssessment",
    "endorsed-by": "readiness._rules.endorsed_by:EndorsedBy",
    "evidence-of-practice": "readiness._rules.evidence_of_practice:EvidenceOfPractice",
    "has-evidence": "readiness._rules.has_evidence:HasEvidence",
    "has-kinds": "readiness._rules.has_kinds:HasKinds",
    "in-date": "readiness._rules.in_date:InDate",
    "localised": "readiness._rules.localised:Localised",
    "names-system": "readiness._rules.names_system:NamesSystem",
    "near-duplicates": "readiness._rules.near_duplicates:NearDuplicates",
    "no-orphans": "readiness._rules.no_orphans:NoOrphans",
    "not-draft": "readiness._rules.not_draft:NotDraft",
    "not-superseded": "readiness._rules.not_superseded:NotSuperseded",
    "own-paper": "readiness._rules.own_paper:OwnPaper",
    "owned": "readiness._rules.owned:Owned",
    "period-vocabulary": "readiness._rules.period_vocabulary:PeriodVocabulary",
    "planned-on-time": "readiness._rules.planned_on_time:PlannedOnTime",
    "readable": "readiness._rules.readable:Readable",
    "reviewed-within": "readiness._rules.reviewed_within:ReviewedWithin",
    "single-point-of-evidence": "readiness._rules.single_point_of_evidence:SinglePointOfEvidence",
    "unchanged-since-accepted": "readiness._rules.unchanged_since_accepted:UnchangedSinceAccepted",
    "where-found": "readiness._rules.where_found:WhereFound",
    "wording-known": "readiness._rules.wording_known:WordingKnown",
}

_RENDERERS = {
    "badge": "readiness._renderers._badge:BadgeRenderer",
    "csv": "readiness._renderers._csv:CsvRenderer",
    "docx": "readiness._renderers._docx:DocxRenderer",
    "github": "readiness._renderers._github:GithubRenderer",
    "gitlab": "readiness._renderers._gitlab:GitlabRenderer",
    "html": "readiness._renderers._html:HtmlRenderer",
    "json": "readiness._renderers._json:JsonRenderer",
    "junit": "readiness._renderers._junit:JunitRenderer",
    "md": "readiness._renderers._markdown:MarkdownRenderer",
    "odt": "readiness._renderers._odt:OdtRenderer",
    "oscal": "readiness._renderers._oscal_results:OscalResultsRenderer",
    "oscal-poam": "readiness._renderers._oscal_poam:OscalPoamRenderer",
    "pdf": "readiness._renderers._pdf:PdfRenderer",
    "sarif": "readiness._renderers._sarif:SarifRenderer",
    "xlsx": "readiness._renderers._xlsx:XlsxRenderer",
}
_REPORT_RENDERERS = {
    "csv": "readiness._renderers._report_csv:CsvReportRenderer",
    "docx": "readiness._renderers._docx:DocxReportRenderer",
    "html": "readiness._renderers._report_html:HtmlReportRenderer",
    "md": "readiness._renderers._report_md:MarkdownReportRenderer",
    "odt": "readiness._renderers._odt:OdtReportRenderer",
    "pdf": "readiness._renderers._pdf:PdfReportRenderer",
    "xlsx": "readiness._renderers._xlsx:XlsxReportRenderer",
}
SUFFIXES = {
    ".csv": "csv",
    ".docx": "docx",
    ".github.txt": "github",
    ".gitlab.json": "gitlab",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".markdown": "md",
    ".odt": "odt",
    ".oscal.json": "oscal",
    ".poam.json": "oscal-poam",
    ".md": "md",
    ".pdf": "pdf",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".svg": "badge",
    ".xlsx": "xlsx",
    ".xml": "junit",
}
"""Which built-in renderer the end of a file's name asks for; the longest that fits decides."""
PACKAGES = frozenset({"docx", "odt", "pdf", "xlsx"})
"""Formats that are files for a program, and no text that could be printed."""


@frozen
class Registry:
    """
    A table of built-ins, with the entry-point group that may add to it.

    >>> rules.get("owned").kind
    'owned'
    """

    group: str
    builtins: Mapping[str, str]

    def get(self, name: str) -> Any:
        """
        Return what *name* stands for.

        Raises:
            PluginError: nothing has that name, two packages claim it, or its package cannot be imported.
        """
        if target := self.builtins.get(name):
            return _load(target)
        return self._plugin(name)

    def names(self) -> tuple[str, ...]:
        """Return every name that `get` knows, sorted: the built-in ones and those of installed packages."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and hardly ever needed

        return tuple(sorted({*self.builtins, *(entry.name for entry in entry_points(group=self.group))}))

    def offered(self) -> tuple[str, ...]:
        """Return the names that installed packages offer, sorted."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and hardly ever needed

        return tuple(sorted({entry.name for entry in entry_points(group=self.group)}))

    def packages(self, name: str) -> tuple[str, ...]:
        """Return who offers *name*, each package with its version, sorted."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and hardly ever needed

        found = entry_points(group=self.group, name=name)
        return tuple(sorted(f"{one.dist.name} {one.dist.version}" if one.dist else one.value for one in found))

    def provider(self, name: str) -> str:
        """Return which package offers *name*, with its version; empty for a built-in one, or if none does."""
        return "" if name in self.builtins else " and ".join(self.packages(name))

    def made(self, name: str) -> Any:
        """
        Return a renderer by its name, ready to render; one of another package is guarded.

        Raises:
            PluginError: as `get`.
        """
        if name in self.builtins:
            return self.get(name)()
        return GuardedRenderer(name, self.provider(name), self.get(name))

    def _plugin(self, name: str) -> Any:
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and hardly ever needed

        found = list(entry_points(group=self.group, name=name))
        if not found:
            raise PluginError(f"nothing is called {name!r}; there are: {', '.join(sorted(self.builtins))}")
        if len(found) > 1:
            claimants = " and ".join(sorted(entry.dist.name if entry.dist else entry.value for entry in found))
            raise PluginError(f"{name!r} is claimed by {claimants}; uninstall one of them")
        try:
            return found[0].load()
        except Exception as error:
            package = found[0].dist.name if found[0].dist else found[0].value
            raise PluginError(f"{name!r} of the package {package} cannot be loaded: {error}") from error


@frozen
class GuardedRenderer:
    """A renderer of another package: what goes wrong in it names the package, and nothing in it ends the program."""

    name: str
    package: str
    of_package: Any

    def render(self, subject: object) -> bytes:
        """
        Let it render.

        Raises:
            PluginError: it failed, or gave something else than bytes.
        """
        try:
            return _bytes(self.of_package().render(subject))
        except (Exception, SystemExit) as error:
            message = f"the format {self.name!r} of the package {self.package} failed: {type(error).__name__}: {error}"
            raise PluginError(message) from error


def _bytes(rendered: Any) -> bytes:
    if not isinstance(rendered, bytes):
        raise TypeError(f"it gave {type(rendered).__name__} and not bytes")
    return rendered


def _load(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


rules = Registry("readiness.rules", _RULES)
renderers = Registry("readiness.renderers", _RENDERERS)
report_renderers = Registry("readiness.report_renderers", _REPORT_RENDERERS)
readers = Registry("readiness.readers", {})
"""By suffix, without the dot; the built-in ones have a table of their own, which is asked first."""
