"""The rules about the folder as a whole, and what is said of every folder."""

from __future__ import annotations

import pytest
from attrs import evolve
from rule_papers import Paper, found, of_folder, paper, spot, told, unopened, unreadable, unregistered

from readiness._rules.near_duplicates import NearDuplicates
from readiness._rules.no_orphans import NoOrphans
from readiness._rules.single_point_of_evidence import SinglePointOfEvidence
from readiness.model import (
    Citation,
    Claim,
    Criterion,
    DocumentFacts,
    Fault,
    FileState,
    Level,
    Location,
    ReadFault,
    Reason,
)

NOTE, WARNING = (Level.NOTE, None), (Level.WARNING, None)


def citing(path: str, *citations: Citation) -> Paper:
    return unregistered(paper(path, reading={"citations": citations}))


def named(criterion_id: str, **values: object) -> Citation:
    return Citation(criterion=criterion_id, **{"written": criterion_id, "spot": spot(2, "See there")} | values)


# ---- no-orphans


def test_documents_without_a_claim_and_files_without_a_table_are_told_together() -> None:
    """One finding for each sort, and files that name a criterion are pointed out."""
    papers = (
        paper(),
        paper("idle.doc", claims=()),
        unopened(unregistered(paper("x.doc"))),
        citing("y.doc", named("OA12")),
    )
    findings = of_folder(NoOrphans(), *papers)

    assert told(findings) == [NOTE, NOTE]
    assert [one.message for one in findings] == [
        "1 document is claimed for nothing: idle.doc.",
        (
            "The register does not describe 2 files of the folder: x.doc and y.doc. "
            "Of these, y.doc (OA12) names a criterion."
        ),
    ]
    assert of_folder(NoOrphans(), paper()) == []


def test_files_without_a_table_are_told_once_whether_or_not_the_catalogue_asks() -> None:
    """The rule tunes what is said of every folder; it does not say it a second time."""
    papers = (paper(), unopened(unregistered(paper("x.doc"))))

    for rule, level in ((None, Level.NOTE), (NoOrphans(level=Level.WARNING), Level.WARNING)):
        assert [one.level for one in of_folder(rule, *papers) if "does not describe" in one.message] == [level]


def test_a_large_folder_does_not_flood() -> None:
    """Five are named, the others counted."""
    files = [unopened(unregistered(paper(f"{number}.doc"))) for number in range(9)]
    [finding] = of_folder(NoOrphans(), *files)

    assert "0.doc, 1.doc, 2.doc, 3.doc, 4.doc and 4 others." in finding.message


# ---- single-point-of-evidence

MANY = tuple(Criterion(id=f"OA{number}", title="x", requires="y") for number in range(1, 9))


def supporting(path: str, *numbers: int, **entry: object) -> Paper:
    return paper(path, claims=tuple(Claim(criterion=f"OA{number}") for number in numbers), **entry)


@pytest.mark.parametrize(
    ("papers", "says"),
    [
        ((supporting("a.doc", 1, 2, 3, 4, 5, 6),), ["“a.doc” is the only evidence of 6 criteria: OA1"]),
        ((supporting("a.doc", 1, 2, 3, 4, 5),), []),
        ((supporting("a.doc", 1, 2, 3, 4, 5, 6), supporting("b.doc", 1)), []),
        (
            (supporting("a.doc", 1, 2, 3, 4, owner="LIM"), supporting("b.doc", 5, 6, owner=" LIM ")),
            ["“LIM” alone looks after the evidence of 6 of 6 criteria with evidence"],
        ),
        (
            (supporting("a.doc", 1, 2, 3, 4, owner="LIM"), supporting("b.doc", 5, 6, 1, 2, 3, 4, owner="HR")),
            [],
        ),
        ((supporting("a.doc", 1, 2, 3, 4, 5), supporting("b.doc", 6, state=FileState.PRESENT)), []),
    ],
    ids=["document", "few", "a second document", "owner", "two owners", "nobody is no owner"],
)
def test_what_holds_up_too_much_is_told(papers: tuple[Paper, ...], says: list[str]) -> None:
    """A document or an owner that is alone with more than five criteria."""
    findings = of_folder(SinglePointOfEvidence(), *papers, criteria=MANY)

    assert told(findings) == [NOTE] * len(says)
    assert all(text in one.message for text, one in zip(says, findings, strict=True))


def test_the_share_of_an_owner_can_be_tuned() -> None:
    """What is too much in a large list is not in a small one."""
    papers = (
        supporting("a.doc", 1, 2, 3, 4, owner="LIM"),
        supporting("b.doc", 5, 6, 7, owner="HR"),
    )
    rule = SinglePointOfEvidence(criteria=3)

    assert ["LIM" in one.message for one in of_folder(rule, *papers, criteria=MANY)] == [False, True]
    assert len(of_folder(evolve(rule, share=0.7), *papers, criteria=MANY)) == 1


# ---- near-duplicates

SKETCH = tuple(range(40))


def sketched(path: str, changed: int = 0, **entry: object) -> Paper:
    """Return a document whose sketch differs from the usual one in so many numbers."""
    return paper(path, found(sketch=(*SKETCH[: 40 - changed], *range(140 - changed, 140))), **entry)


def idle(path: str, changed: int = 0) -> Paper:
    return sketched(path, changed, claims=())


@pytest.mark.parametrize(
    ("papers", "says"),
    [
        ((idle("a.doc"), idle("b.doc", 4)), ["These hold nearly the same text: a.doc and b.doc."]),
        ((idle("a.doc"), idle("b.doc", 5)), []),
        ((paper("a.doc", claims=()), paper("a.pdf", claims=(), reading={"fingerprint": "f-a.doc"})), ["the same text"]),
        ((idle("a.doc"), idle("b.doc", 3), idle("c.doc", 7)), ["nearly the same text: a.doc, b.doc and c"]),
        ((paper("a.doc"), unreadable(path="b.doc"), unreadable(path="c.doc")), []),
        ((paper("a.doc"), paper("b.doc")), []),
    ],
    ids=["nearly", "not quite", "the same", "a chain", "nothing to compare", "no sketch"],
)
def test_documents_that_are_the_same_are_told_together(papers: tuple[Paper, ...], says: list[str]) -> None:
    """Nine tenths of the text make two documents one."""
    findings = of_folder(NearDuplicates(), *papers)

    assert told(findings) == [NOTE] * len(says)
    assert all(text in one.message for text, one in zip(says, findings, strict=True))


def test_files_of_the_same_bytes_are_the_same_even_if_nobody_read_them() -> None:
    """A copy that the register does not know is still a copy."""
    copy = unopened(unregistered(paper("copy of tokens.docx")))
    twin = evolve(copy, file=evolve(copy.file, sha256="s-tokens.docx"))
    [finding] = of_folder(NearDuplicates(), paper(), twin)

    assert "the same text: copy of tokens.docx and tokens.docx" in finding.message
    assert finding.location == Location("register.toml", line=4, part="tokens.docx")


def test_two_copies_claimed_for_one_criterion_are_a_warning() -> None:
    """They look like two pieces of evidence and are one."""
    [finding] = of_folder(NearDuplicates(), sketched("a.doc"), sketched("b.doc"))

    assert told([finding]) == [WARNING]
    assert "OA12 rests on more than one of them." in finding.message


def test_many_copies_are_one_finding() -> None:
    """However many there are, they are compared and told once."""
    [finding] = of_folder(
        NearDuplicates(), *(sketched(f"{number:03}.doc", number % 3, claims=()) for number in range(300))
    )

    assert "and 295 others" in finding.message


# ---- what is said of every folder


def test_unread_documents_that_nobody_claims_are_counted_by_fault() -> None:
    """One warning, with the faults; claimed ones are told with their criteria, and empty ones are only noted."""
    papers = (
        unreadable(ReadFault(Fault.SCANNED), path="a.pdf", claims=()),
        unregistered(unreadable(ReadFault(Fault.SCANNED), path="b.pdf")),
        unregistered(unreadable(ReadFault(Fault.ENCRYPTED), path="c.doc")),
        unopened(unregistered(paper("d.doc", state=FileState.NOT_PERMITTED))),
        unregistered(unreadable(path="e.doc")),
        unreadable(ReadFault(Fault.CORRUPT), path="claimed.doc"),
    )
    unread, empty = [one for one in of_folder(None, *papers) if "that nobody claims" in one.message]

    assert told([unread, empty]) == [(Level.WARNING, Reason.UNREADABLE), NOTE]
    assert (
        "4 documents that nobody claims could not be read (2 scanned without text, 1 encrypted and "
        "1 not permitted): a.pdf, b.pdf, c.doc and d.doc."
    ) == unread.message
    assert empty.message == "1 document that nobody claims holds no text: e.doc."


def test_a_name_that_promises_something_else_is_told() -> None:
    """The reader says what it really is."""
    facts = DocumentFacts(suffix_mismatch="the name ends in .doc, but the content is rtf")
    [finding] = of_folder(None, paper("a.doc", reading={"facts": facts}))

    assert finding.message == (
        "1 document is not what the name says: a.doc (the name ends in .doc, but the content is rtf)."
    )


def test_ids_that_the_catalogue_does_not_have_are_told_with_their_places() -> None:
    """Neither they nor mistyped ones are dropped."""
    papers = (paper(), citing("x.doc", named("OA29", known=False), named("OA12", written="AO12", typo=True)))
    unknown, mended = [one for one in of_folder(None, *papers) if one.location.file == "x.doc"]

    assert told([unknown, mended]) == [WARNING, NOTE]
    assert "what the catalogue does not have (OA29): x.doc (OA29, page 2: “See there”)" in unknown.message
    assert "“AO12” in x.doc as OA12" in mended.message
    assert unknown.location == Location("x.doc", part="page 2")


def test_a_folder_without_anything_odd_is_silent() -> None:
    """Nothing is said for the sake of saying something."""
    assert of_folder(None, paper()) == []
