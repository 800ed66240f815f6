"""
The values of `readiness`: frozen, typed, free of files, clocks and rules.

Each is imported on its first use: a worker needs a few of them, and making a class takes longer than a document.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._acceptance import Acceptance, Edit, EditKind, Revision
    from ._assessment import Assessment, Change, CriterionResult, Forecast
    from ._baseline import Baseline, Comparison, KnownFinding, KnownGap
    from ._caveat import Caveat, CaveatSpot, Qualm
    from ._criteria import (
        Aspect,
        AssessmentSpec,
        Candidate,
        Catalogue,
        Criterion,
        FactBasis,
        Kind,
        KindAsk,
        Provenance,
        Source,
        Strand,
        Withdrawn,
        Wording,
    )
    from ._difference import Cause, CauseKind, Difference, DocumentMove, Movement, Way
    from ._documents import DocumentFacts, DocumentText, Fault, Passage, ReadFault, ReadItem, ReadLimits
    from ._drawing import Drawing, DrawnBox, DrawnPath, DrawnText, Shape, Side
    from ._evidence import Basis, EvidenceFolder, EvidenceLink, FileState, FoundFile, Locator
    from ._findings import Finding, Level, Location, Reason
    from ._map import EvidenceMap, MapCell, MapRow, Mark
    from ._phrasing import Phrasing
    from ._plan import (
        Action,
        ColourKey,
        Confidence,
        CriterionRef,
        Milestone,
        PartialDate,
        Plan,
        PlanDate,
        PlanProblem,
        Precision,
        Progress,
        least_advanced,
    )
    from ._profile import DocumentRow, EvidenceProfile, Gap, Lapse, MarkedQuote, RulePage, Tile, Timeline, TimelineRow
    from ._protocols import (
        Exhibit,
        FolderContext,
        FolderRule,
        Reader,
        ReadSource,
        Renderer,
        ReportRenderer,
        Rule,
        RuleContext,
    )
    from ._reading import (
        AspectFound,
        Citation,
        DatedSpot,
        Look,
        Pin,
        Reading,
        Spot,
        Stated,
        StatedFact,
        TermSpot,
    )
    from ._record import (
        Record,
        RecordedAction,
        RecordedCatalogue,
        RecordedCriterion,
        RecordedDecision,
        RecordedDocument,
        RecordedLink,
        RecordedWaiver,
    )
    from ._register import Approval, Claim, DocumentEntry, LocalWording, NotApplicable, Register, Tuning, Waiver
    from ._report import (
        Block,
        Bullets,
        Contents,
        Facts,
        Grid,
        Heading,
        Line,
        Numbers,
        Paragraph,
        Report,
        Tone,
        Verdict,
        Words,
    )
    from ._status import Decision, Rag, Status
    from ._suggestion import Rejection, Sign, Suggestion, Suggestions
    from ._threshold import AgreedThreshold, Threshold
    from ._trend import Stretch, Trend, TrendPoint, TrendRow
    from ._vocabulary import Subject, Vocabulary

__all__ = [
    "Acceptance",
    "Action",
    "AgreedThreshold",
    "Approval",
    "Aspect",
    "AspectFound",
    "Assessment",
    "AssessmentSpec",
    "Baseline",
    "Basis",
    "Block",
    "Bullets",
    "Candidate",
    "Catalogue",
    "Cause",
    "CauseKind",
    "Caveat",
    "CaveatSpot",
    "Change",
    "Citation",
    "Claim",
    "ColourKey",
    "Comparison",
    "Confidence",
    "Contents",
    "Criterion",
    "CriterionRef",
    "CriterionResult",
    "DatedSpot",
    "Decision",
    "Difference",
    "DocumentEntry",
    "DocumentFacts",
    "DocumentMove",
    "DocumentRow",
    "DocumentText",
    "Drawing",
    "DrawnBox",
    "DrawnPath",
    "DrawnText",
    "Edit",
    "EditKind",
    "EvidenceFolder",
    "EvidenceLink",
    "EvidenceMap",
    "EvidenceProfile",
    "Exhibit",
    "FactBasis",
    "Facts",
    "Fault",
    "FileState",
    "Finding",
    "FolderContext",
    "FolderRule",
    "Forecast",
    "FoundFile",
    "Gap",
    "Grid",
    "Heading",
    "Kind",
    "KindAsk",
    "KnownFinding",
    "KnownGap",
    "Lapse",
    "Level",
    "Line",
    "LocalWording",
    "Location",
    "Locator",
    "Look",
    "MapCell",
    "MapRow",
    "Mark",
    "MarkedQuote",
    "Milestone",
    "Movement",
    "NotApplicable",
    "Numbers",
    "Paragraph",
    "PartialDate",
    "Passage",
    "Phrasing",
    "Pin",
    "Plan",
    "PlanDate",
    "PlanProblem",
    "Precision",
    "Progress",
    "Provenance",
    "Qualm",
    "Rag",
    "ReadFault",
    "ReadItem",
    "ReadLimits",
    "ReadSource",
    "Reader",
    "Reading",
    "Reason",
    "Record",
    "RecordedAction",
    "RecordedCatalogue",
    "RecordedCriterion",
    "RecordedDecision",
    "RecordedDocument",
    "RecordedLink",
    "RecordedWaiver",
    "Register",
    "Rejection",
    "Renderer",
    "Report",
    "ReportRenderer",
    "Revision",
    "Rule",
    "RuleContext",
    "RulePage",
    "Shape",
    "Side",
    "Sign",
    "Source",
    "Spot",
    "Stated",
    "StatedFact",
    "Status",
    "Strand",
    "Stretch",
    "Subject",
    "Suggestion",
    "Suggestions",
    "TermSpot",
    "Threshold",
    "Tile",
    "Timeline",
    "TimelineRow",
    "Tone",
    "Trend",
    "TrendPoint",
    "TrendRow",
    "Tuning",
    "Verdict",
    "Vocabulary",
    "Waiver",
    "Way",
    "Withdrawn",
    "Wording",
    "Words",
    "least_advanced",
]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    _NAMES = {
        "_acceptance": "Acceptance Edit EditKind Revision",
        "_assessment": "Assessment Change CriterionResult Forecast",
        "_baseline": "Baseline Comparison KnownFinding KnownGap",
        "_caveat": "Caveat CaveatSpot Qualm",
        "_criteria": (
            "Aspect AssessmentSpec Candidate Catalogue Criterion FactBasis Kind KindAsk Provenance Source "
            "Strand Withdrawn Wording"
        ),
        "_difference": "Cause CauseKind Difference DocumentMove Movement Way",
        "_documents": "DocumentFacts DocumentText Fault Passage ReadFault ReadItem ReadLimits",
        "_drawing": "Drawing DrawnBox DrawnPath DrawnText Shape Side",
        "_evidence": "Basis EvidenceFolder EvidenceLink FileState FoundFile Locator",
        "_findings": "Finding Level Location Reason",
        "_map": "EvidenceMap MapCell MapRow Mark",
        "_phrasing": "Phrasing",
        "_plan": (
            "Action ColourKey Confidence CriterionRef Milestone PartialDate Plan PlanDate PlanProblem Precision "
            "Progress least_advanced"
        ),
        "_profile": "DocumentRow EvidenceProfile Gap Lapse MarkedQuote RulePage Tile Timeline TimelineRow",
        "_protocols": "Exhibit FolderContext FolderRule ReadSource Reader Renderer ReportRenderer Rule RuleContext",
        "_reading": "AspectFound Citation DatedSpot Look Pin Reading Spot Stated StatedFact TermSpot",
        "_record": (
            "Record RecordedAction RecordedCatalogue RecordedCriterion RecordedDecision RecordedDocument "
            "RecordedLink RecordedWaiver"
        ),
        "_register": "Approval Claim DocumentEntry LocalWording NotApplicable Register Tuning Waiver",
        "_report": "Block Bullets Contents Facts Grid Heading Line Numbers Paragraph Report Tone Verdict Words",
        "_status": "Decision Rag Status",
        "_suggestion": "Rejection Sign Suggestion Suggestions",
        "_threshold": "AgreedThreshold Threshold",
        "_trend": "Stretch Trend TrendPoint TrendRow",
        "_vocabulary": "Subject Vocabulary",
    }

    __getattr__ = imported_on_use(__name__, _NAMES)

    def __dir__() -> list[str]:
        """Return the public names."""
        return [*__all__]
