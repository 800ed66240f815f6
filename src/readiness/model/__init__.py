"""
The values of `readiness`: frozen, typed, free of files, clocks and rules.

Each is imported on its first use: a worker needs a few of them, and making a class takes longer than a document.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._assessment import Assessment, Change, CriterionResult, Decision, Forecast, Rag, Status
    from ._baseline import Baseline, Comparison, KnownFinding, KnownGap
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
        Vocabulary,
        Withdrawn,
        Wording,
    )
    from ._documents import DocumentFacts, DocumentText, Fault, Passage, ReadFault, ReadItem, ReadLimits
    from ._evidence import Basis, EvidenceFolder, EvidenceLink, FileState, FoundFile, Locator
    from ._findings import Finding, Level, Location, Reason
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
    from ._profile import (
        DocumentRow,
        EvidenceMap,
        EvidenceProfile,
        Gap,
        MapCell,
        MapRow,
        Mark,
        RulePage,
        Tile,
        Timeline,
        TimelineRow,
    )
    from ._protocols import (
        Exhibit,
        FolderContext,
        FolderRule,
        Reader,
        ReadSource,
        Renderer,
        Rule,
        RuleContext,
    )
    from ._reading import (
        Acceptance,
        AspectFound,
        Citation,
        DatedSpot,
        Edit,
        EditKind,
        Look,
        Pin,
        Reading,
        Revision,
        Spot,
        Stated,
        StatedFact,
        TermSpot,
    )
    from ._register import Approval, Claim, DocumentEntry, LocalWording, NotApplicable, Register, Tuning, Waiver

__all__ = [
    "Acceptance",
    "Action",
    "Approval",
    "Aspect",
    "AspectFound",
    "Assessment",
    "AssessmentSpec",
    "Baseline",
    "Basis",
    "Candidate",
    "Catalogue",
    "Change",
    "Citation",
    "Claim",
    "ColourKey",
    "Comparison",
    "Confidence",
    "Criterion",
    "CriterionRef",
    "CriterionResult",
    "DatedSpot",
    "Decision",
    "DocumentEntry",
    "DocumentFacts",
    "DocumentRow",
    "DocumentText",
    "Edit",
    "EditKind",
    "EvidenceFolder",
    "EvidenceLink",
    "EvidenceMap",
    "EvidenceProfile",
    "Exhibit",
    "FactBasis",
    "Fault",
    "FileState",
    "Finding",
    "FolderContext",
    "FolderRule",
    "Forecast",
    "FoundFile",
    "Gap",
    "Kind",
    "KindAsk",
    "KnownFinding",
    "KnownGap",
    "Level",
    "LocalWording",
    "Location",
    "Locator",
    "Look",
    "MapCell",
    "MapRow",
    "Mark",
    "Milestone",
    "NotApplicable",
    "PartialDate",
    "Passage",
    "Pin",
    "Plan",
    "PlanDate",
    "PlanProblem",
    "Precision",
    "Progress",
    "Provenance",
    "Rag",
    "ReadFault",
    "ReadItem",
    "ReadLimits",
    "ReadSource",
    "Reader",
    "Reading",
    "Reason",
    "Register",
    "Renderer",
    "Revision",
    "Rule",
    "RuleContext",
    "RulePage",
    "Source",
    "Spot",
    "Stated",
    "StatedFact",
    "Status",
    "Strand",
    "TermSpot",
    "Tile",
    "Timeline",
    "TimelineRow",
    "Tuning",
    "Vocabulary",
    "Waiver",
    "Withdrawn",
    "Wording",
    "least_advanced",
]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    _NAMES = {
        "_assessment": "Assessment Change CriterionResult Decision Forecast Rag Status",
        "_baseline": "Baseline Comparison KnownFinding KnownGap",
        "_criteria": (
            "Aspect AssessmentSpec Candidate Catalogue Criterion FactBasis Kind KindAsk Provenance Source "
            "Strand Vocabulary Withdrawn Wording"
        ),
        "_documents": "DocumentFacts DocumentText Fault Passage ReadFault ReadItem ReadLimits",
        "_evidence": "Basis EvidenceFolder EvidenceLink FileState FoundFile Locator",
        "_findings": "Finding Level Location Reason",
        "_plan": (
            "Action ColourKey Confidence CriterionRef Milestone PartialDate Plan PlanDate PlanProblem "
            "Precision Progress least_advanced"
        ),
        "_profile": (
            "DocumentRow EvidenceMap EvidenceProfile Gap MapCell MapRow Mark RulePage Tile Timeline TimelineRow"
        ),
        "_protocols": "Exhibit FolderContext FolderRule Reader ReadSource Renderer Rule RuleContext",
        "_reading": (
            "Acceptance AspectFound Citation DatedSpot Edit EditKind Look Pin Reading Revision Spot Stated "
            "StatedFact TermSpot"
        ),
        "_register": "Approval Claim DocumentEntry LocalWording NotApplicable Register Tuning Waiver",
    }

    __getattr__ = imported_on_use(__name__, _NAMES)

    def __dir__() -> list[str]:
        """Return the public names."""
        return [*__all__]
