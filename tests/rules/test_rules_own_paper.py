"""The rule that asks whether a paper is the organisation's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from rule_papers import TOKENS, Paper, deals, found, paper, result, said, spot, told, unregistered

from readiness import assess_folder, suggest
from readiness._rules.has_evidence import HasEvidence
from readiness._rules.own_paper import OwnPaper
from readiness.model import Caveat, CaveatSpot, Citation, Claim, Finding, Kind, Level, Look, Reason, Status

HELD_BACK = [(Level.ERROR, Reason.INSUFFICIENT)]
NOTED = [(Level.NOTE, None)]


def bearing(caveat: Caveat, words: str = "Northmoor County Council") -> Look:
    return found(caveats=(CaveatSpot(caveat, words, spot(quote=f"{words}: tokens")),))


THEIRS, FOR_ALL, PUBLIC = map(bearing, (Caveat.OTHER_BODY, Caveat.NATIONAL_GUIDANCE, Caveat.PUBLIC_PAGE))


def test_anothers_paper_holds_the_criterion_back_and_says_whose_it_is() -> None:
    """It is shown where the name stands, and what would mend it."""
    judged = result(OwnPaper(), paper(look=THEIRS))
    [finding] = judged.findings

    assert judged.status is Status.PARTLY_MET
    assert told([finding]) == HELD_BACK
    assert finding.message == (
        "“Tokens” seems to be a paper of Northmoor County Council (page 1: “Northmoor County Council: tokens”), and "
        "nothing says that it applies to Anytown."
    )
    assert "applies" in finding.fix
    assert (finding.location.file, finding.document) == ("tokens.docx", "tokens.docx")


@pytest.mark.parametrize(
    ("applies", "tied"),
    [
        ("Northmoor's procedure binds our users by the agreement of 3 March.", True),
        ("The agreement of 3 March gives it to Anytown's staff.", True),
        ("Adopted by the Project Board on 3 March.", True),
        ("Section 2 covers every system that holds personal data.", False),
        ("It covers every council and county.", False),
        ("Anytown adopts it.", True),
        ("Adopted on 3 May. It does not cover schools.", True),
        ("It binds Anytown's staff, but not schools.", True),
        ("Not adopted.", False),
        ("Not yet formally adopted by Anytown.", False),
        ("Nobody has adopted it.", False),
        ("To be adopted in June.", False),
        ("Awaiting adoption.", False),
        ("Adopted: no.", False),
        ("Does not bind Anytown yet.", False),
        ("Doesn't apply to Anytown.", False),
        ("Applies to adoption and fostering staff.", False),
        ("Covers adopted children.", False),
        ("Northmoor", False),
        ("See Northmoor's page 2.", False),
        (" ", False),
    ],
)
def test_the_register_says_how_anothers_paper_applies(applies: str, tied: bool) -> None:
    """In the document's table or in a claim's note; how it applies to a system says nothing of whose it is."""
    by_note = (Claim(criterion="OA12", note=applies),)

    for one in (paper(look=THEIRS, applies=applies), paper(look=THEIRS, claims=by_note)):
        assert told(said(OwnPaper(), one)) == ([] if tied else HELD_BACK)


@pytest.mark.parametrize(
    ("words", "applies", "tied"),
    [
        ("Secure Data Systems Ltd", "It covers every system that holds personal data.", False),
        ("Secure Data Systems Ltd", "Secure Data Systems runs our helpdesk.", True),
        ("ContactPoint Northmoor", "Section 2 covers ContactPoint.", False),
        ("ContactPoint Ltd", "Section 2 covers ContactPoint.", False),
        ("ContactPoint Northmoor", "By agreement with Northmoor.", True),
    ],
)
def test_neither_a_word_of_a_name_nor_the_system_says_that_a_paper_applies(
    words: str, applies: str, tied: bool
) -> None:
    """Only all that tells a name from others does."""
    one = paper(look=bearing(Caveat.OTHER_BODY, words), applies=applies)

    assert told(said(OwnPaper(), one, system="ContactPoint")) == ([] if tied else HELD_BACK)


@pytest.mark.parametrize(
    ("words", "kinds", "expected"),
    [
        ("Northmoor Primary Care Trust", (Kind.AGREEMENT,), []),
        ("Northmoor Primary Care Trust", (Kind.AGREEMENT, Kind.RECORD), []),
        ("Northmoor County Council", (Kind.AGREEMENT,), NOTED),
        ("Northmoor Primary Care Trust", (Kind.AGREEMENT, Kind.PROCEDURE), HELD_BACK),
        ("Northmoor Primary Care Trust", (Kind.PROCEDURE,), HELD_BACK),
    ],
)
def test_an_agreement_may_bear_the_partners_name(words: str, kinds: tuple[Kind, ...], expected: list[Any]) -> None:
    """It is made with somebody; that of a neighbour may be the neighbour's own."""
    assert told(said(OwnPaper(), paper(look=bearing(Caveat.OTHER_BODY, words), kinds=kinds))) == expected


@pytest.mark.parametrize("kinds", [(Kind.RECORD,), (Kind.TRAINING,), (Kind.STATEMENT,), (Kind.RECORD, Kind.TRAINING)])
def test_what_may_well_come_from_others_is_only_noted(kinds: tuple[Kind, ...]) -> None:
    """An auditor's letter, a supplier's certificate and a course of the trust are somebody else's, and evidence."""
    assert told(said(OwnPaper(), paper(look=THEIRS, kinds=kinds))) == NOTED
    assert told(said(OwnPaper(), paper(look=THEIRS, kinds=(*kinds, Kind.POLICY)))) == HELD_BACK


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ((paper(look=FOR_ALL),), HELD_BACK),
        ((paper(look=FOR_ALL), paper("own.docx")), NOTED),
        ((paper(look=FOR_ALL), paper("log.docx", kinds=(Kind.RECORD,))), HELD_BACK),
        ((paper(look=FOR_ALL, kinds=(Kind.TRAINING,)),), NOTED),
        ((paper(look=FOR_ALL, applies="Adopted as it stands on 3 March."),), []),
        ((paper(look=FOR_ALL), paper("their.docx", look=THEIRS)), [*HELD_BACK, *HELD_BACK]),
    ],
    ids=["alone", "beside one's own", "beside a record", "as training", "adopted", "beside another's"],
)
def test_national_guidance_is_no_procedure_of_ones_own(papers: tuple[Paper, ...], expected: list[Any]) -> None:
    """Beside a procedure it is a good thing to file; alone it shows what others want."""
    assert told(said(OwnPaper(), *papers)) == expected


def test_a_page_for_the_public_is_noted_where_it_is_claimed_as_a_procedure() -> None:
    """As a statement it is what it says it is."""
    [noted] = said(OwnPaper(), paper(look=PUBLIC, kinds=(Kind.PROCEDURE,)))

    assert told([noted]) == NOTED
    assert "speaks to" not in noted.message
    assert "page for the public" in noted.message
    assert said(OwnPaper(), paper(look=PUBLIC, kinds=(Kind.STATEMENT,))) == []


def test_ones_own_paper_needs_no_word_and_the_level_can_be_tuned() -> None:
    """A milder level leaves the status as it is."""
    milder = result(OwnPaper(level=Level.WARNING), paper(look=THEIRS))

    assert said(OwnPaper(), paper()) == []
    assert told(list(milder.findings)) == [(Level.WARNING, Reason.INSUFFICIENT)]
    assert milder.status is Status.PARTLY_MET


@pytest.mark.parametrize("look", [THEIRS, FOR_ALL], ids=["another's", "guidance"])
def test_a_paper_that_is_not_ones_own_proves_nothing_by_naming_the_criterion(look: Look) -> None:
    """National guidance names all of them. It is said that it does, and the criterion is as if nobody had."""
    cited = Citation(criterion="OA12", written="OA12", spot=spot(quote="OA12 Tokens"))
    look = evolve(look, aspects=deals("issue", "loss"))

    def judged(seen: Look, applies: str = "") -> tuple[Status, list[Finding]]:
        one = paper(look=seen, claims=(), applies=applies, reading={"citations": (cited,)})
        judgement = result(HasEvidence(), one if applies else unregistered(one))
        return judgement.status, list(judgement.findings)

    status, [finding] = judged(look)

    assert judged(found())[0] is Status.PARTLY_MET
    assert (status, finding.reason) == (Status.NOT_MET, Reason.NOTHING_FOUND)
    assert "names OA12 and is not your own" in finding.message
    assert judged(look, "Northmoor's procedure holds here.")[0] is Status.PARTLY_MET
    assert TOKENS.id in finding.message


REGISTER = """\
organisation = "Anyshire County Council"
assessment = "RA7"
due = 2009-05-29

[[document]]
path = "tokens.txt"
kinds = ["procedure"]

    [[document.claim]]
    criterion = "OA12"
"""
TOKEN_PROCEDURE = """\
Moorland Shared Services Ltd

Token procedure

A token is issued by the Company's helpdesk and signed for by its user.

A lost or stolen token is reported to the Company at once. A damaged one is handed back.
"""


def test_further_names_in_the_register_are_ones_own_wherever_documents_are_looked_at(tmp_path: Path) -> None:
    """What is judged and what is suggested agree on whose paper it is, without a second reading of the register."""
    (tmp_path / "tokens.txt").write_text(TOKEN_PROCEDURE, encoding="utf-8")
    names = 'own_names = ["Moorland Shared Services"]\n'

    def seen(register: str) -> tuple[bool, bool]:
        (tmp_path / "register.toml").write_text(register, encoding="utf-8")
        findings = assess_folder(tmp_path, as_of=date(2009, 3, 2)).result("OA12").findings
        (tmp_path / "register.toml").write_text(register.partition("[[document]]")[0], encoding="utf-8")
        [found] = suggest(tmp_path).rows
        said = any(one.caveat is Caveat.OTHER_BODY for one in found.qualms)
        return any(one.rule == "own-paper" for one in findings), said

    assert seen(REGISTER) == (True, True)
    assert seen(names + REGISTER) == (False, False)
