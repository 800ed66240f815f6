"""What a document is worth that names a criterion and that nobody claims."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from rule_papers import TOKENS, Paper, catalogue, deals, folder, found, of_folder, paper, result, spot, unregistered

from readiness import assess
from readiness._rules.has_evidence import HasEvidence
from readiness._rules.in_date import InDate
from readiness.model import Action, Citation, Criterion, CriterionRef, Locator, Look, Plan, Reason, Spot, Status

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
            "there is no plan. “page.html” only names OA12 and says nothing of what it asks.",
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


def in_rows(count: int, look: Look) -> Paper:
    """Return a document that names OA1, OA2 and so on, each in a row of a sheet, and deals with what OA12 asks."""
    rows = tuple(
        Citation(criterion=f"OA{n}", written=f"OA{n}", spot=Spot(Locator(cell=f"A{n}:G{n}"), f"OA{n} | Tokens"))
        for n in range(13 - count, 13)
    )
    return unregistered(paper("plan.csv", look, claims=(), reading={"citations": rows}))


@pytest.mark.parametrize("criterion", [TOKENS, evolve(TOKENS, aspects=())], ids=["with aspects", "without"])
def test_a_list_of_criteria_is_evidence_for_none_of_them(criterion: Criterion) -> None:
    """A plan or an index names every criterion and uses the words of each; six rows make a list, five do not."""
    judged = result(HasEvidence(), in_rows(6, found(aspects=deals("loss"))), criterion=criterion)
    few = result(HasEvidence(), in_rows(5, found(aspects=deals("loss"))), criterion=criterion)

    assert (judged.status, few.status) == (Status.NOT_MET, Status.PARTLY_MET)
    assert judged.links[0].aspects == ()
    assert judged.findings[0].message == "No document is claimed, and there is no plan."


def test_a_list_is_told_once_for_the_folder() -> None:
    """It is not repeated at each criterion; a list that somebody claims is a document like any other."""
    one = in_rows(7, found())

    (note,) = of_folder(None, one)[-1:]

    assert note.message == (
        "A table that names many criteria, as a plan or an index does, proves none of them: plan.csv (7 criteria)."
    )
    assert "name it as `plan` in the register" in note.fix
    assert not [each for each in of_folder(None, in_rows(5, found())) if "proves none" in each.message]


def test_a_document_that_denies_a_criterion_is_no_evidence_for_it() -> None:
    """What it says is shown, so that a person can tell whether it was understood."""
    citation = Citation(criterion="OA12", written="OA12", spot=spot(3, "This is not evidence for OA12."), denied=True)
    one = unregistered(paper("note.txt", found(aspects=deals("loss")), claims=(), reading={"citations": (citation,)}))

    judged = result(HasEvidence(), one)

    assert judged.status is Status.NOT_MET
    assert judged.links[0].aspects == ()
    assert judged.findings[0].message.endswith(
        "“note.txt” names OA12 only to deny it (“This is not evidence for OA12.”)."
    )


def test_a_long_quote_is_cut_around_the_name() -> None:
    """The words that are shown are those that name the criterion, however much stands in front of them."""
    words = f"{'A token is signed for. ' * 9}That is what OA12 asks. {'It is kept safe. ' * 9}"
    citation = Citation(criterion="OA12", written="OA12", spot=spot(3, words))
    one = unregistered(paper("guide.txt", found(aspects=deals("loss")), claims=(), reading={"citations": (citation,)}))

    (finding,) = result(HasEvidence(), one).findings

    assert "That is what OA12 asks. It is kept" in finding.message
    assert len(finding.message) < 200
