"""What a document is worth that names a criterion and that nobody claims."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from rule_papers import TOKENS, Paper, catalogue, deals, folder, found, paper, result, spot, unregistered

from readiness import assess
from readiness._rules.has_evidence import HasEvidence
from readiness._rules.in_date import InDate
from readiness.model import Action, Citation, CriterionRef, Look, Plan, Reason, Status

PLAN = Plan(
    title="Plan",
    actions=(
        Action(
            id="A1",
            section="",
            strand="",
            deliverable="Token procedure",
            criteria=(CriterionRef(id="OA12", written="OA12"),),
            progress_words="draft",
            lines=(3,),
        ),
    ),
    file="plan.csv",
)


def citing(path: str, look: Look, **entry: Any) -> Paper:
    citation = Citation(criterion="OA12", written="OA12", spot=spot(3, "Meets OA12."))
    one = paper(path, look, claims=(), reading={"citations": (citation,)}, **entry)
    return unregistered(one)


DEALING, NAMING = citing("guide.html", found(aspects=deals("loss"))), citing("page.html", found(aspects=()))


@pytest.mark.parametrize(
    ("papers", "plan", "status", "reason", "says"),
    [
        (
            (DEALING,),
            PLAN,
            Status.PARTLY_MET,
            Reason.INSUFFICIENT,
            "“guide.html” (page 3: “Meets OA12.”) cites OA12, but nobody claims it as evidence.",
        ),
        (
            (DEALING, citing("other.html", found(aspects=deals("loss")))),
            None,
            Status.PARTLY_MET,
            Reason.INSUFFICIENT,
            "“guide.html” (page 3: “Meets OA12.”) and 1 other document cite OA12, but nobody claims it as evidence.",
        ),
        (
            (NAMING,),
            None,
            Status.NOT_MET,
            Reason.NOTHING_FOUND,
            "names OA12. “page.html” only names OA12 and says nothing of what it asks.",
        ),
        (
            (NAMING, citing("more.html", found(aspects=()))),
            PLAN,
            Status.PLANNED,
            Reason.ONLY_PLANNED,
            "nothing shows it yet. “page.html” and “more.html” only name OA12 and say nothing of what it asks.",
        ),
    ],
    ids=["deals with it", "two deal with it", "only names it", "only named, but planned"],
)
def test_to_name_a_criterion_proves_nothing(
    papers: tuple[Paper, ...], plan: Plan | None, status: Status, reason: Reason, says: str
) -> None:
    """A document that deals with an aspect is something; one that only names the criterion is nothing, and is told."""
    judged = assess(catalogue(HasEvidence()), folder(*papers), as_of=date(2009, 3, 2), plan=plan).results[0]

    assert (judged.status, judged.reasons) == (status, (reason,))
    assert judged.findings[0].message.endswith(says)


def test_a_criterion_without_aspects_is_dealt_with_by_naming_it() -> None:
    """Nobody said what more there would be to deal with."""
    plain = evolve(TOKENS, aspects=())

    assert result(HasEvidence(), NAMING, criterion=plain).status is Status.PARTLY_MET


def test_a_lapsed_claim_beside_a_document_that_deals_with_it_is_partly_met() -> None:
    """Claiming an old document never makes the criterion worse than leaving it out."""
    lapsed = paper("old.doc", review_by=date(2009, 1, 1))

    assert result(HasEvidence(), InDate(), DEALING).status is Status.PARTLY_MET
    assert result(HasEvidence(), InDate(), DEALING, lapsed).status is Status.PARTLY_MET
    assert result(HasEvidence(), InDate(), NAMING, lapsed).status is Status.NOT_MET
