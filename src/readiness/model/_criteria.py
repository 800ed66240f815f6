"""What is asked: a catalogue of criteria, each with the source of every fact."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeGuard

from attrs import field, frozen

from ._threshold import STRICT, Threshold
from ._vocabulary import Subject, Vocabulary

if TYPE_CHECKING:
    from ._protocols import FolderRule, Rule

_NO_VOCABULARY = Vocabulary()
_NO_SUBJECT = Subject()


class Kind(Enum):
    """A kind of evidence. A criterion asks for kinds; a registered document declares the ones it is."""

    POLICY = "policy"
    PROCESS = "process"
    PROCEDURE = "procedure"
    RECORD = "record"
    AGREEMENT = "agreement"
    TRAINING = "training"
    STATEMENT = "statement"


class Wording(Enum):
    """Whether anybody knows what the criterion asks."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    LOCAL = "local"
    """Supplied by the register of the organisation, because the catalogue does not know it."""


class FactBasis(Enum):
    """What a fact of the catalogue rests on."""

    PLAN = "plan"
    PUBLIC = "public"
    INFERENCE = "inference"


@frozen
class KindAsk:
    """
    One kind of evidence asked for, or several of which any will do.

    Attributes:
        any_of: the kinds, at least one.

    >>> str(KindAsk((Kind.PROCESS, Kind.PROCEDURE)))
    'process or procedure'
    """

    any_of: tuple[Kind, ...]

    def __str__(self) -> str:
        return " or ".join(kind.value for kind in self.any_of)

    def met_by(self, kinds: frozenset[Kind]) -> bool:
        """Return whether any of *kinds* is one of those asked for."""
        return not kinds.isdisjoint(self.any_of)


@frozen(kw_only=True)
class Aspect:
    """
    One thing the evidence has to deal with.

    Attributes:
        id: short name, used in a claim's ``aspects``.
        title: the aspect in words.
        terms: words and phrases by which a text deals with it.
        required: whether evidence that leaves it out is insufficient; only sourced aspects are.
        basis: what the aspect rests on.
    """

    id: str
    title: str
    terms: tuple[str, ...] = ()
    required: bool = False
    basis: FactBasis = FactBasis.INFERENCE


@frozen(kw_only=True)
class Source:
    """
    Where facts come from.

    Attributes:
        id: the short name that `Provenance` cites.
        title: what it is.
        url: where to find it; may be empty.
    """

    id: str
    title: str
    url: str = ""


@frozen(kw_only=True)
class Provenance:
    """
    What one fact of a criterion rests on.

    Attributes:
        of: the name of the field, such as ``requires`` or ``endorsers``, or a free topic.
        basis: plan, public source or our inference.
        sources: ids of `Source`; empty for an inference.
        note: what the source says, in our words.
    """

    of: str
    basis: FactBasis
    sources: tuple[str, ...] = ()
    note: str = ""


@frozen(kw_only=True)
class Candidate:
    """
    A deliverable that might belong to a criterion of unknown wording. It is offered, never assumed.

    Attributes:
        id: short name of it, unlike any criterion's.
        topic: what it is.
        note: why it might belong; may be empty.
    """

    id: str
    topic: str
    note: str = ""


@frozen(kw_only=True)
class Strand:
    """
    A strand of the programme.

    Attributes:
        id: in kebab-case.
        title: in words.
    """

    id: str
    title: str


@frozen(kw_only=True)
class Withdrawn:
    """
    A criterion that its publisher has taken back, which nobody is asked for.

    Attributes:
        id: as it was.
        title: as it was.
        note: what became of it; may be empty.
    """

    id: str
    title: str
    note: str = ""


@frozen(kw_only=True)
class AssessmentSpec:
    """
    An assessment that an organisation is judged in, such as RA7.

    Attributes:
        id: short name.
        title: in words.
        due: the date it is due, or ``None`` where each organisation has its own (then the register gives it).
        criteria: ids in scope; empty means every criterion of the catalogue.
        note: what is not known of it.
        threshold: what it takes, if that is anything but criteria that are clear.
    """

    id: str
    title: str
    due: date | None = None
    criteria: tuple[str, ...] = ()
    note: str = ""
    threshold: Threshold = STRICT


@frozen(kw_only=True)
class Criterion:
    """
    One criterion of a catalogue.

    Attributes:
        id: canonical id, such as ``OA8``.
        title: short name; for an unknown wording a plain statement that it is unknown.
        requires: what it asks, one or two sentences; empty if unknown.
        wording: whether the wording is known.
        strand: id of a `Strand`, or empty.
        owners: roles that look after it.
        endorsers: bodies that have to endorse the evidence; only where sourced.
        review_months: the evidence's cycle of review in months, or ``None`` where no source gives one.
        kinds: kinds of evidence asked for; every one of them has to be there.
        aspects: what the evidence has to deal with.
        vocabulary: terms of the period and later ones.
        subject: by what a text about it is known; without it the title and the other terms have to do.
        typed_as: how the id is typed in the sources, where that differs from `id`.
        candidates: for an unknown wording, the deliverables that might belong here.
        note: anything else a reader should know.
        provenance: what each fact rests on.
        rules: rules of this criterion alone; they replace the catalogue's rule of the same kind.
        file: the catalogue file it was read from.
    """

    id: str
    title: str
    requires: str = ""
    wording: Wording = Wording.KNOWN
    strand: str = ""
    owners: tuple[str, ...] = ()
    endorsers: tuple[str, ...] = ()
    review_months: int | None = None
    kinds: tuple[KindAsk, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    vocabulary: Vocabulary = _NO_VOCABULARY
    subject: Subject = _NO_SUBJECT
    typed_as: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    note: str = ""
    provenance: tuple[Provenance, ...] = ()
    rules: tuple[Rule, ...] = ()
    file: str = ""


@frozen(kw_only=True)
class Catalogue:
    """
    A list of criteria with the rules that judge them.

    Attributes:
        id: short name, the folder's name for a shipped catalogue.
        title: in words.
        version: of the catalogue's data.
        about: what a reader has to know before trusting it.
        system: the system that the criteria are about; may be empty.
        subject: the field that all of them are about: its `Subject.words`, and in ``apart`` words of other fields.
        strands: in the order of the programme.
        assessments: what an organisation can be judged in; without any, a register names its own, with a due date.
        sources: what the provenance cites.
        withdrawn: ids that are no longer asked, so that nobody has to wonder where they went.
        criteria: in catalogue order.
        rules: those that hold for every criterion; a file that names none gets all built-in ones.
    """

    id: str
    title: str
    version: str
    about: str = ""
    system: str = ""
    subject: Subject = _NO_SUBJECT
    strands: tuple[Strand, ...] = ()
    assessments: tuple[AssessmentSpec, ...] = ()
    sources: tuple[Source, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    criteria: tuple[Criterion, ...] = field(default=())
    rules: tuple[Rule | FolderRule, ...] = ()

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return the criterion of that canonical id, or ``None``."""
        return next((one for one in self.criteria if one.id == criterion_id), None)

    def assessment(self, assessment_id: str) -> AssessmentSpec | None:
        """Return the assessment of that id (upper or lower case), or ``None``."""
        wanted = assessment_id.casefold()
        return next((one for one in self.assessments if one.id.casefold() == wanted), None)

    def rules_for(self, criterion: Criterion) -> tuple[Rule, ...]:
        """Return the catalogue's rules and the criterion's own, which replace those of the same kind."""
        own = {rule.kind for rule in criterion.rules}
        return tuple(one for one in self.rules if _judges_criteria(one) and one.kind not in own) + criterion.rules

    @property
    def folder_rules(self) -> tuple[FolderRule, ...]:
        """Return the rules about the folder as a whole."""
        return tuple(one for one in self.rules if _judges_folders(one))


def _judges_criteria(rule: Rule | FolderRule) -> TypeGuard[Rule]:
    return hasattr(rule, "check")


def _judges_folders(rule: Rule | FolderRule) -> TypeGuard[FolderRule]:
    return hasattr(rule, "check_folder")
