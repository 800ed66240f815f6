"""The plug-in protocols: what a rule, a reader and a renderer have to look like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Protocol

from attrs import frozen

from ._caveat import Caveat, CaveatSpot
from ._criteria import Criterion
from ._documents import ReadItem, ReadLimits
from ._evidence import Basis, EvidenceFolder, EvidenceLink, FoundFile
from ._findings import Finding
from ._plan import Action
from ._reading import Citation, Reading
from ._register import Claim, DocumentEntry
from ._report import Report

if TYPE_CHECKING:
    from ._profile import EvidenceProfile


@frozen(kw_only=True)
class Exhibit:
    """
    One document put forward for a criterion: the link, the register's entry, the file and what was found in it.

    Attributes:
        link: why it is put forward, and where to look.
        entry: what the register says of it; for a document that only cites the criterion it may be no more than a path.
        file: what stands on disk; ``None`` if nothing does.
        reading: what was found in it; ``None`` if it was not opened, which is never as good as having looked.
        citation: where it names the criterion, if that is why it is put forward.
    """

    link: EvidenceLink
    entry: DocumentEntry
    file: FoundFile | None = None
    reading: Reading | None = None
    citation: Citation | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return everything that the register claims the document for, as far as it is this criterion."""
        return tuple(one for one in self.entry.claims if one.criterion == self.link.criterion)

    @property
    def listed(self) -> bool:
        """Return whether the document names the criterion as one of many in the rows of a table."""
        return self.reading is not None and self.citation is not None and self.reading.lists(self.citation)

    @property
    def foreign(self) -> CaveatSpot | None:
        """Return the sign that the document is another body's paper, or guidance for all; ``None`` without one."""
        look = self.reading.look if self.reading else None
        return (look.caveat(Caveat.OTHER_BODY) or look.caveat(Caveat.NATIONAL_GUIDANCE)) if look else None

    def deals_with(self, criterion: Criterion) -> bool:
        """
        Return whether the document deals with anything that the criterion asks; to name it proves nothing.

        A claim holds as long as nobody could look. Afterwards the text has to hold a word of some aspect, or a person
        has quoted it for one; where the catalogue has no words, nobody can tell and the claim holds, too. Another
        body's paper that names the criterion says nothing of the organisation, unless the register says how it applies.
        """
        if self.link.basis is Basis.CITED:
            if self.listed or (self.citation is not None and self.citation.denied):
                return False
            if self.foreign is not None and not self.entry.applies.strip():
                return False
            return bool(self.link.aspects) or not criterion.aspects
        look = self.reading.look if self.reading else None
        if look is None or not any(one.terms for one in criterion.aspects):
            return True
        quoted = (look.pin(one.where) for one in self.claims if one.aspects and one.quotes)
        return bool(look.aspects_of(criterion.id)) or any(one is not None and one.spot is not None for one in quoted)


@frozen(kw_only=True)
class RuleContext:
    """
    Everything a rule may look at besides the criterion.

    Attributes:
        as_of: the day the judgement is for.
        due: the day the assessment is due.
        assessment: id of the assessment.
        system: name of the system the organisation is to be accredited for.
        exhibits: the documents put forward for the criterion.
        actions: the plan's actions that name the criterion.
        register_file: name of the register, for locations.
        plan_file: name of the plan, for locations; empty without a plan.
        folder: the whole folder, for rules that compare a document with others; ``None`` if there is none.
        criterion_fingerprint: of the criterion's wording today; empty if nobody made one.
        warn_days: how many days before something lapses to warn of it; ``None`` leaves that to each rule.
    """

    as_of: date
    due: date
    assessment: str = ""
    system: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    actions: tuple[Action, ...] = ()
    register_file: str = "register.toml"
    plan_file: str = ""
    folder: EvidenceFolder | None = None
    criterion_fingerprint: str = ""
    warn_days: int | None = None


@frozen(kw_only=True)
class FolderContext:
    """
    Everything that a rule about the folder as a whole may look at.

    Attributes:
        as_of: the day the judgement is for.
        due: the day the assessment is due.
        assessment: id of the assessment.
        folder: the register, the files and what was found in them.
        criteria: those in scope, with local wordings.
        exhibits: the documents put forward, by the id of the criterion.
    """

    as_of: date
    due: date
    assessment: str = ""
    folder: EvidenceFolder
    criteria: tuple[Criterion, ...] = ()
    exhibits: Mapping[str, tuple[Exhibit, ...]] = {}


class Rule(Protocol):
    """
    A rule: a frozen attrs class with a field for each option of its TOML.

    The class's docstring is its manual page, under the headings *What it asks*, *Why*, *What satisfies it*, *How to
    fix* and *Options*; ``readiness explain KIND`` prints it. A rule never prints, writes or reads the clock.

    Attributes:
        kind: the name in a catalogue's ``[[rule]] kind = "..."``, in kebab-case.
    """

    kind: ClassVar[str]

    def check(self, criterion: Criterion, context: RuleContext) -> Iterator[Finding]:
        """Yield what the rule has to say about *criterion*; nothing if it is satisfied."""
        ...


class FolderRule(Protocol):
    """
    A rule about the folder as a whole, such as a document that supports nothing.

    Written, documented and tuned as a `Rule`; what it says belongs to no single criterion and changes no status.
    """

    kind: ClassVar[str]

    def check_folder(self, context: FolderContext) -> Iterator[Finding]:
        """Yield what the rule has to say about the folder; nothing if it is satisfied."""
        ...


class ReadSource(Protocol):
    """
    A document handed to a reader.

    Attributes:
        name: its path, or its name inside the file that holds it; never to be opened.
        file: its bytes, open at the start and seekable.
        limits: see `ReadLimits`.
        careful: a first try killed its process, so take the way that cannot.
    """

    @property
    def name(self) -> str: ...
    @property
    def file(self) -> BinaryIO: ...
    @property
    def limits(self) -> ReadLimits: ...
    @property
    def careful(self) -> bool: ...

    def inside(self, name: str, data: bytes) -> Iterator[ReadItem]:
        """Yield what a document held inside this one says, each locator beginning with *name*."""
        ...


class Reader(Protocol):
    """
    A reader: turns the bytes of one format into passages. It runs in a process of its own that may be killed.

    Attributes:
        suffixes: the file suffixes it reads, with the dot and in small letters.
        version: raised whenever the same bytes give other passages, so that documents are read again.
    """

    @property
    def suffixes(self) -> tuple[str, ...]: ...
    @property
    def version(self) -> int: ...

    def read(self, source: ReadSource) -> Iterator[ReadItem]:
        """Yield passages, facts and faults; whoever asks may stop at any passage."""
        ...


class Renderer(Protocol):
    """
    A renderer: a pure function of a profile. It knows nothing of rules, readers or terminals.

    Attributes:
        suffix: the file suffix it is chosen by, with the dot.
    """

    suffix: ClassVar[str]

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return the whole output; the same profile gives the same bytes."""
        ...


class ReportRenderer(Protocol):
    """
    A renderer of reports: a pure function of neutral blocks.

    Attributes:
        suffix: the file suffix it is chosen by, with the dot.
    """

    suffix: ClassVar[str]

    def render(self, report: Report) -> bytes:
        """Return the whole output; the same report gives the same bytes."""
        ...
