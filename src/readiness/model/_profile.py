"""The evidence profile: an assessment laid out for a reader, with nothing left to look up."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ._assessment import Assessment, CriterionResult
from ._baseline import Comparison
from ._findings import Level
from ._map import EvidenceMap
from ._phrasing import Phrasing
from ._plan import Action, Milestone
from ._status import Rag, Status


@frozen(kw_only=True)
class Tile:
    """
    One criterion on the front page.

    Attributes:
        id: of the criterion.
        title: its short name.
        status: gives the colour.
        say: the few words under the id, such as ``plan says done``.
    """

    id: str
    title: str
    status: Status
    say: str


@frozen(kw_only=True)
class Gap:
    """
    One thing to do, ready to be handed to somebody.

    Attributes:
        id: id of the criterion.
        title: title of the criterion.
        status: see `Status`.
        why: one sentence that says what is missing.
        what: one sentence that says what to do next.
        who: roles, from the plan's action or else from the catalogue.
        by: a date in words, ``29 May 2009``, with its source if that is not the due date, and whether it has passed.
        action: the plan action that covers it, in words; empty if none does.
        taken: why the assessment takes it all the same, in a sentence; empty if it does not.
        due: the date of ``by``; ``None`` if nobody gave one.
        known: since when the baseline has it, in words, or that it is new; empty without a baseline.
    """

    id: str
    title: str
    status: Status
    why: str
    what: str
    who: tuple[str, ...]
    by: str
    action: str
    taken: str = ""
    due: date | None = None
    known: str = ""


@frozen(kw_only=True)
class TimelineRow:
    """
    One strand of the timeline.

    Attributes:
        strand: its title.
        actions: those with a date.
        undated: how many have none.
    """

    strand: str
    actions: tuple[Action, ...]
    undated: int


@frozen(kw_only=True)
class Timeline:
    """
    The plan as a picture.

    Attributes:
        start: first day shown, the first of a month.
        end: last day shown, the last of a month.
        as_of: the day the line stands on.
        due: the day the assessment is due.
        rows: one for each strand that has actions, in the plan's order.
        milestones: drawn above the rows.
    """

    start: date
    end: date
    as_of: date
    due: date
    rows: tuple[TimelineRow, ...]
    milestones: tuple[Milestone, ...]


@frozen(kw_only=True)
class DocumentRow:
    """
    One document of the list: every registered one, and every file that the register does not name.

    Attributes:
        path: relative to the evidence folder, with ``/`` between parts.
        title: as registered; otherwise the path.
        kinds: kinds of evidence, in words.
        owner: the role that keeps it.
        version: as registered.
        effective: the day it came into force, in words.
        review_by: the day of its next review, in words.
        approvals: who approved it and when, in words.
        criteria: ids of those it is claimed for.
        size: bytes; ``None`` if nothing stands on disk.
        sha256: of its bytes, in hexadecimal; empty if they were not read.
        registered: whether the register names it.
        state: a `FileState` in words, or ``not in the folder``.
    """

    path: str
    title: str
    kinds: str
    owner: str
    version: str
    effective: str
    review_by: str
    approvals: tuple[str, ...]
    criteria: tuple[str, ...]
    size: int | None
    sha256: str
    registered: bool
    state: str


@frozen(kw_only=True)
class RulePage:
    """
    The manual page of a rule, for formats that explain what they report.

    Attributes:
        kind: name of the rule, as findings give it.
        summary: what it asks, in one sentence.
        sections: heading and text of each further part of the page.
        level: how serious its findings are, as the catalogue sets it.
    """

    kind: str
    summary: str
    sections: tuple[tuple[str, str], ...] = ()
    level: Level = Level.ERROR


@frozen(kw_only=True)
class Lapse:
    """
    Something that is good until a day within the next twelve months.

    Attributes:
        until: the last day it is good for.
        what: what runs out, in words: a document's title, or a waiver.
        why: what falls due, in a few words, such as ``review due``.
        document: path of the document; empty for a waiver.
        criteria: ids of the criteria in scope that rest on it.
    """

    until: date
    what: str
    why: str
    document: str = ""
    criteria: tuple[str, ...] = ()


@frozen(kw_only=True)
class MarkedQuote:
    """
    The words of a quote by which it was found.

    Attributes:
        criterion: id of the criterion it was found for.
        quote: as shown.
        marks: first and last place of each run of words, the last one not included, in order and apart.
    """

    criterion: str
    quote: str
    marks: tuple[tuple[int, int], ...]


@frozen(kw_only=True)
class EvidenceProfile:
    """
    Everything a renderer needs.

    Attributes:
        assessment: the whole judgement.
        catalogue_title: title and version of the catalogue.
        counts: how many criteria have each status, in the order of `Status`.
        rag_counts: how many have each colour, in the order of `Rag`.
        tiles: one for each criterion.
        gaps: what to do first comes first.
        results: one for each criterion, in catalogue order.
        timeline: ``None`` without a plan.
        documents: see `DocumentRow`.
        not_looked_at: what this judgement did not look at, each as a sentence; never hidden from a reader.
        generator: name and version of the program.
        rules: a page for each rule that judged, and for what is said besides.
        folder_path: the evidence folder as seen from the root of its repository, with ``/`` between parts; empty if it
            is the root itself, or if nobody says.
        plan_path: the same for a plan that stands outside the folder; empty for one inside.
        comparison: what of it is new since a baseline; ``None`` without one.
        lapses: what runs out within twelve months of the as-of date, the first to do so first.
        quotes: the words that matter in each quote.
        map: which document is evidence for what; ``None`` if nobody asked.
        phrasing: the words in which people are told.
    """

    assessment: Assessment
    catalogue_title: str
    counts: tuple[tuple[Status, int], ...]
    rag_counts: tuple[tuple[Rag, int], ...]
    tiles: tuple[Tile, ...]
    gaps: tuple[Gap, ...]
    results: tuple[CriterionResult, ...]
    timeline: Timeline | None
    documents: tuple[DocumentRow, ...]
    not_looked_at: tuple[str, ...]
    generator: str
    rules: tuple[RulePage, ...] = ()
    folder_path: str = ""
    plan_path: str = ""
    comparison: Comparison | None = None
    lapses: tuple[Lapse, ...] = ()
    quotes: tuple[MarkedQuote, ...] = ()
    map: EvidenceMap | None = None
    phrasing: Phrasing = field(factory=Phrasing)
