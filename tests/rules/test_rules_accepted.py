"""What became of the text, and of the criterion, since a person accepted it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from rule_papers import AS_OF, DUE, TOKENS, Paper, found, of_folder, paper, result, said, spot, told, unreadable

from readiness._rules.criterion_unchanged import CriterionUnchanged
from readiness._rules.unchanged_since_accepted import UnchangedSinceAccepted
from readiness.model import (
    Acceptance,
    Basis,
    Claim,
    Edit,
    EditKind,
    EvidenceFolder,
    EvidenceLink,
    Exhibit,
    Finding,
    Level,
    Pin,
    Reason,
    Register,
    Revision,
    RuleContext,
    Status,
)

SUSPECT, NOTE = (Level.ERROR, Reason.SUSPECT), (Level.NOTE, None)
PAGE = (Claim(criterion="OA12", where="page 2", line=7),)


def accepted(document: str = "tokens.docx", **values: Any) -> Acceptance:
    usual = {"criterion": "OA12", "on": date(2009, 1, 5), "by": "A. Officer", "criterion_fingerprint": "c"}
    return Acceptance(document=document, **{**usual, "document_fingerprint": f"f-{document}", **values})


def at_page(fingerprint: str, *, there: bool = True) -> Paper:
    pin = Pin(where="page 2", spot=spot(2) if there else None, fingerprint=fingerprint)
    return paper(look=found(pins=(pin,)), claims=PAGE)


def judged(one: Paper, *acceptances: Acceptance, **more: Any) -> list[Finding]:
    return said(UnchangedSinceAccepted(), one, acceptances=acceptances, **more)


def test_the_same_text_is_not_suspect() -> None:
    """Nor is one that nobody has accepted, or that could not be read."""
    assert judged(paper(), accepted()) == []
    assert judged(paper()) == []
    assert judged(unreadable(), accepted()) == []


def test_another_text_is_suspect_until_it_is_accepted_again() -> None:
    """The finding says who accepted what when, and the command that accepts it again."""
    old = accepted(document_fingerprint="old")
    [finding] = judged(paper(), old)
    outcome = result(UnchangedSinceAccepted(), paper(), acceptances=(old,))

    assert told([finding]) == [SUSPECT]
    assert "“Tokens” has changed since A. Officer accepted it on 5 January 2009." in finding.message
    assert finding.fix == "Read it. If it is still evidence: readiness accept DIR tokens.docx"
    assert (outcome.status, outcome.reasons) == (Status.PARTLY_MET, (Reason.SUSPECT,))
    assert judged(paper(), old, accepted(on=date(2009, 2, 1))) == []
    assert judged(paper(), accepted(on=date(2009, 2, 1)), old) == []


def test_the_day_of_an_acceptance_does_not_matter() -> None:
    """Documents are read as they are, so an acceptance given after the as-of date is as good."""
    assert told(judged(paper(), accepted(on=date(2030, 1, 1), document_fingerprint="old"))) == [SUSPECT]


def test_the_change_is_shown_word_by_word() -> None:
    """Long runs are cut, and so is the whole."""
    edits = (
        Edit(EditKind.SKIPPED, "Tokens are issued by the helpdesk. The register of tokens is"),
        Edit(EditKind.SAME, "reviewed every"),
        Edit(EditKind.REMOVED, "twelve"),
        Edit(EditKind.ADDED, "twenty-four"),
        Edit(EditKind.SAME, "months"),
        Edit(EditKind.REMOVED, " ".join(str(number) for number in range(100))),
    )
    revision = Revision(document="tokens.docx", criterion="OA12", edits=edits)
    [finding] = judged(paper(), accepted(document_fingerprint="old"), revisions=(revision,))

    assert "… reviewed every [-twelve-] {+twenty-four+} months [-0 1 2 3 4 5 … 94 95 96 97 98 99-]" in finding.message


def test_a_change_of_everything_stays_readable() -> None:
    """A finding is a sentence, not a document."""
    edits = tuple(Edit(kind, f"{'word ' * 20}{number}") for number in range(50) for kind in EditKind)
    revision = Revision(document="tokens.docx", criterion="OA12", edits=edits)
    [finding] = judged(paper(), accepted(document_fingerprint="old"), revisions=(revision,))

    assert len(finding.message) < 600
    assert finding.message.endswith("…")


def test_a_located_claim_is_compared_at_its_place() -> None:
    """Other parts may change; that is worth a note."""
    passage = accepted(where="page 2", passage_fingerprint="p", document_fingerprint="f-tokens.docx")

    assert judged(at_page("p"), passage) == []
    assert told(judged(at_page("other"), passage)) == [SUSPECT]
    assert told(judged(at_page("p"), evolve(passage, document_fingerprint="old"))) == [NOTE]


def test_a_place_that_is_gone_is_suspect() -> None:
    """Whoever accepted it could not find it again."""
    [finding] = judged(at_page("", there=False), accepted(where="page 2", passage_fingerprint="p"))

    assert told([finding]) == [SUSPECT]
    assert "is no longer there" in finding.message


def test_free_words_are_compared_by_the_whole_document() -> None:
    """What cannot be looked for has no passage of its own."""
    one = paper(look=found(pins=(Pin(where="page 2", checkable=False),)), claims=PAGE)

    assert told(judged(one, accepted(where="page 2", document_fingerprint="old"))) == [SUSPECT]
    assert judged(one, accepted(where="page 2")) == []


def test_an_acceptance_of_another_claim_is_no_acceptance_of_this_one() -> None:
    """It is noted with the folder, and the claim that nobody accepted is a warning."""
    elsewhere = accepted(where="page 9", document_fingerprint="old", passage_fingerprint="p")
    outcome = of_folder(None, paper(), acceptances=(elsewhere,))

    [finding] = judged(at_page("p"), elsewhere)
    assert told([finding]) == [(Level.WARNING, None)]
    assert "it was accepted at page 9 on 5 January 2009, which is claimed no longer" in finding.message
    assert [one.message for one in outcome] == [
        "1 acceptance of claims that the register no longer makes: tokens.docx for OA12 at page 9 (5 January 2009)."
    ]


def test_a_document_under_another_name_is_accepted_while_its_text_is_the_same() -> None:
    """Renamed and edited, it is one that nobody has looked at; so is one beside it that was accepted."""
    before = accepted(document="old name.docx", document_fingerprint="f-tokens.docx")

    assert judged(paper(), before) == []
    assert told(judged(paper(), evolve(before, document_fingerprint="old"))) == [(Level.WARNING, None)]
    assert judged(paper(), before, accepted()) == []
    assert judged(paper(), evolve(before, criterion="OA1", document_fingerprint="old")) == []


def test_only_the_paper_whose_claim_is_gone_is_warned_of() -> None:
    """Not one beside it that nobody ever accepted; nor for a document that is there still, claimed or not."""
    two = paper(claims=(*PAGE, Claim(criterion="OA12", where="page 3", line=9)))
    kept, idle = accepted(where="page 2"), accepted(where="page 9")
    beside = paper("my guide.docx")

    [finding] = said(UnchangedSinceAccepted(), beside, two, acceptances=(kept, idle))
    assert finding.message.startswith("Nobody has accepted “Tokens” as it is claimed now; it was accepted at page 9")
    assert said(UnchangedSinceAccepted(), beside, paper(), acceptances=(accepted(), idle)) == []
    unclaimed = paper(claims=())
    assert said(UnchangedSinceAccepted(), beside, unclaimed, acceptances=(idle,)) == []


def test_of_several_new_papers_the_one_claimed_at_the_place_may_be_the_accepted_one() -> None:
    """All of them where none is; and none where the accepted text is there under another name."""
    new = paper(claims=PAGE), paper("my guide.docx")
    gone = accepted("old name.docx", where="page 2")

    [finding] = said(UnchangedSinceAccepted(), *new, acceptances=(gone,))
    assert finding.message.startswith("Nobody has accepted “Tokens” as it is claimed now; old name.docx was accepted")
    assert len(said(UnchangedSinceAccepted(), *new, acceptances=(evolve(gone, where="page 9"),))) == 2
    same = evolve(gone, document_fingerprint="f-tokens.docx")
    assert said(UnchangedSinceAccepted(), *new, acceptances=(same,)) == []


@pytest.mark.parametrize(
    ("today", "expected"), [("c", []), ("", []), ("new", [SUSPECT])], ids=["same", "not known", "other"]
)
def test_a_criterion_that_was_worded_anew_makes_its_evidence_suspect(
    today: str, expected: list[tuple[Level, Reason | None]]
) -> None:
    """One finding names all the documents that were accepted for the old wording."""
    papers = [paper(), paper("my guide.docx")]
    register = Register(organisation="x", assessment="RA7", documents=tuple(one.entry for one in papers))
    acceptances = (accepted(by=""), accepted("my guide.docx", on=date(2009, 2, 1)))
    exhibits = tuple(
        Exhibit(
            link=EvidenceLink(criterion="OA12", document=one.entry.path, basis=Basis.CLAIMED),
            entry=one.entry,
            file=one.file,
            reading=one.reading,
        )
        for one in papers
    )
    folder = EvidenceFolder(name="evidence", register=register, acceptances=acceptances)
    context = RuleContext(as_of=AS_OF, due=DUE, exhibits=exhibits, folder=folder, criterion_fingerprint=today)
    findings = list(CriterionUnchanged().check(TOKENS, context))

    assert told(findings) == expected
    for one in findings:
        assert "since A. Officer accepted it on 1 February 2009: “Tokens” and “My Guide”." in one.message
        assert 'readiness accept DIR tokens.docx; readiness accept DIR "my guide.docx"' in one.fix
