"""The rules that ask whether a document could be read, is the organisation's own, is finished and is dated right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from rule_papers import AS_OF, TOKENS, Paper, found, paper, result, said, spot, told, unopened, unreadable

from readiness import assess_folder
from readiness._rules.dates_agree import DatesAgree
from readiness._rules.localised import Localised
from readiness._rules.names_system import NamesSystem
from readiness._rules.not_draft import NotDraft
from readiness._rules.period_vocabulary import PeriodVocabulary
from readiness._rules.readable import Readable
from readiness._rules.where_found import WhereFound
from readiness.model import (
    Claim,
    DocumentFacts,
    Fault,
    Level,
    Location,
    Locator,
    Pin,
    ReadFault,
    Reason,
    Spot,
    Stated,
    StatedFact,
    Status,
    TermSpot,
    Vocabulary,
)

SCANNED = ReadFault(Fault.SCANNED, "pages 2 and 3")


# ---- readable


@pytest.mark.parametrize(
    ("one", "reason", "says", "mend"),
    [
        (unopened(paper()), Reason.UNREADABLE, "was not opened", "Judge the folder again"),
        (
            unreadable(ReadFault(Fault.ENCRYPTED)),
            Reason.UNREADABLE,
            "locked with a password",
            "without the password",
        ),
        (unreadable(SCANNED), Reason.UNREADABLE, "(pages 2 and 3)", "text recognition"),
        (
            unreadable(ReadFault(Fault.EMPTY)),
            Reason.INSUFFICIENT,
            "holds no text",
            "Put the real document",
        ),
        (unreadable(), Reason.INSUFFICIENT, "holds no text", "Put the real document"),
        (unreadable(truncated=True), Reason.UNREADABLE, "larger than is safe", "Split it"),
        (
            unreadable(ReadFault(Fault.EMPTY), SCANNED),
            Reason.UNREADABLE,
            "is a picture",
            "text recognition",
        ),
        (evolve(paper(), reading=evolve(paper().reading, look=None)), Reason.UNREADABLE, "nobody looked", "again"),
    ],
    ids=["unopened", "password", "scan", "empty", "no fault", "cut at once", "empty and scan", "no closer look"],
)
def test_a_document_that_could_not_be_read_is_told_with_its_mend(
    one: Paper, reason: Reason, says: str, mend: str
) -> None:
    """Each fault is an error with a reason of its own and the fault's own advice, and points at the document."""
    [finding] = said(Readable(), one)

    assert (finding.level, finding.reason, finding.document) == (Level.ERROR, reason, "tokens.docx")
    assert says in finding.message
    assert mend in finding.fix
    assert finding.location == Location("tokens.docx")


def test_a_document_read_in_part_is_a_warning_that_names_the_part() -> None:
    """What was read can be judged; what was not is named, and keeps nothing from being met."""
    [finding] = said(Readable(), paper(reading={"faults": (SCANNED,), "truncated": True}))

    assert told([finding]) == [(Level.WARNING, None)]
    assert "only in part" in finding.message
    assert "(pages 2 and 3)" in finding.message
    assert "stopped at a limit" in finding.message


def test_a_document_read_in_full_is_readable() -> None:
    """An empty attachment hides nothing."""
    assert said(Readable(), paper()) == []
    assert said(Readable(), paper(reading={"faults": (ReadFault(Fault.EMPTY, "an attachment"),)})) == []


def test_a_document_claimed_twice_is_told_once() -> None:
    """Two claims of one document for one criterion are still one document."""
    twice = (Claim(criterion="OA12", aspects=("issue",)), Claim(criterion="OA12", aspects=("loss",)))

    assert len(said(Readable(), unopened(paper(claims=twice)))) == 1


# ---- where-found


@pytest.mark.parametrize(
    ("pins", "expected"),
    [
        ((Pin(where="page 3", spot=spot(3)),), []),
        ((Pin(where="page 3"),), [(Level.ERROR, Reason.INSUFFICIENT)]),
        ((Pin(where="page 3", checkable=False),), [(Level.WARNING, None)]),
        ((), [(Level.NOTE, None)]),
    ],
    ids=["there", "not there", "no pages", "nobody looked"],
)
def test_a_place_has_to_be_there(pins: tuple[Pin, ...], expected: list[tuple[Level, Reason | None]]) -> None:
    """A place that is not there is an error at the claim's own line; without places of its sort it is a warning."""
    claim = Claim(criterion="OA12", where="page 3", line=7)
    findings = said(WhereFound(), paper(look=found(pins=pins), claims=(claim,)))

    assert told(findings) == expected
    assert all("page 3" in one.message and one.location.line == 7 for one in findings)


@pytest.mark.parametrize(
    ("where", "level"),
    [
        ("section 7", Level.WARNING),
        ("Appendix B", Level.WARNING),
        ("B12", Level.WARNING),
        ("under the heading Lost tokens", Level.WARNING),
        ("throughout", Level.NOTE),
        ("the whole policy", Level.NOTE),
    ],
)
def test_free_words_are_noted_and_a_place_is_warned_of(where: str, level: Level) -> None:
    """An assessor who follows the claim would look for the place in vain; nothing is held back by it."""
    claim, pin = Claim(criterion="OA12", where=where), Pin(where=where, checkable=False)
    [finding] = said(WhereFound(), paper(look=found(pins=(pin,)), claims=(claim,)))
    [milder] = said(WhereFound(level=Level.NOTE), paper(look=found(pins=(pin,)), claims=(claim,)))

    assert (finding.level, finding.reason, milder.level) == (level, None, Level.NOTE)


def test_a_section_of_a_text_without_headings_is_warned_of(evidence: Callable[..., Path]) -> None:
    """In a real document, with the line of the claim."""
    claim = '[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA8"\nwhere = "section 7"\n'
    judged = assess_folder(evidence(claim, "a.txt"), as_of=date(2009, 3, 2))
    [finding] = [one for one in judged.result("OA8").findings if one.rule == "where-found"]

    assert (finding.level, finding.location.line) == (Level.WARNING, 6)
    assert finding.message == (
        "“a.txt” is claimed for OA8 at section 7, which could not be looked for: "
        "the document, as it was read, has no places of that sort."
    )


def test_a_place_may_stand_in_the_part_that_was_not_read() -> None:
    """The finding says how far one could look."""
    claim = Claim(criterion="OA12", where="page 3")
    [finding] = said(
        WhereFound(), paper(look=found(pins=(Pin(where="page 3"),)), claims=(claim,), reading={"truncated": True})
    )

    assert "in the part that could be read" in finding.message


# ---- names-system

NAMED = found(system=(TermSpot("ContactPoint", 3, spot()),))


@pytest.mark.parametrize(
    ("papers", "system", "tied"),
    [
        ((paper(look=NAMED),), "ContactPoint", True),
        ((paper(),), "ContactPoint", False),
        ((paper(),), " ", True),
        ((paper(applies="Section 2 covers it."),), "ContactPoint", True),
        ((paper(applies=" "),), "ContactPoint", False),
        ((paper(claims=(Claim(criterion="OA12", note="Covers contactpoint, too"),)),), "ContactPoint", True),
        ((paper(claims=(Claim(criterion="OA12", note="See annex"),)),), "ContactPoint", False),
        ((paper(), paper("guide.docx", look=NAMED)), "ContactPoint", True),
        ((paper(), paper("guide.docx")), "ContactPoint", False),
    ],
    ids=["text", "nothing", "no system", "applies", "blank", "note", "other note", "one of two", "none of two"],
)
def test_something_has_to_tie_the_evidence_to_the_system(papers: tuple[Paper, ...], system: str, tied: bool) -> None:
    """One document, one line of the register or one note is enough; nothing at all holds the criterion back."""
    findings = said(NamesSystem(), *papers, system=system)

    assert told(findings) == ([] if tied else [(Level.ERROR, Reason.INSUFFICIENT)])
    assert all("ContactPoint" in one.message for one in findings)


def test_what_nobody_could_read_is_not_said_to_leave_the_system_out() -> None:
    """`readable` speaks of it."""
    assert said(NamesSystem(), unreadable(SCANNED), system="ContactPoint") == []


# ---- localised


def test_a_template_that_nobody_filled_in_is_told_with_its_places() -> None:
    """The first three places are quoted, the others counted, and the finding points at the first."""
    left = tuple(spot(page, f"[Insert {page}]") for page in range(1, 6))
    [finding] = said(Localised(), paper(look=found(residue=left)))

    assert told([finding]) == [(Level.ERROR, Reason.INSUFFICIENT)]
    assert "page 1: “[Insert 1]”; page 2: “[Insert 2]”; page 3: “[Insert 3]”; and 2 more places" in finding.message
    assert finding.location == Location("tokens.docx", part="page 1")
    assert said(Localised(), paper()) == []


# ---- not-draft


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (paper(), []),
        (paper(look=found(drafts=(spot(1, "DRAFT"),))), ["calls itself a draft: page 1: “DRAFT”"]),
        (paper(reading={"facts": DocumentFacts(draft_marks=("Draft 2",))}), ["calls itself a draft: “Draft 2”"]),
        (paper(reading={"facts": DocumentFacts(tracked_changes=2)}), ["holds 2 tracked changes"]),
        (paper(version="0.4"), ["registered as version 0.4"]),
        (paper(version="v0.4"), ["registered as version v0.4"]),
        (paper(version="2 draft"), ["registered as version 2 draft"]),
        (paper(version="1.0"), []),
        (paper(version="10.4"), []),
    ],
    ids=["final", "mark", "property", "changes", "version", "v", "word", "one", "ten"],
)
def test_a_draft_is_told(one: Paper, expected: list[str]) -> None:
    """Marks, tracked changes and versions below 1 keep a document from being approved evidence."""
    findings = said(NotDraft(), one)

    assert told(findings) == [(Level.ERROR, Reason.UNAPPROVED)] * len(expected)
    assert all(says in one.message for says, one in zip(expected, findings, strict=True))


def test_what_is_no_longer_in_force_is_no_draft() -> None:
    """It is told as what it is."""
    (finding,) = said(NotDraft(), paper(look=found(drafts=(spot(1, "SUPERSEDED"),))))

    assert (finding.level, finding.reason) == (Level.ERROR, Reason.STALE)
    assert "calls itself no longer in force: page 1: “SUPERSEDED”" in finding.message


def test_the_name_of_a_file_may_say_draft() -> None:
    """It is a hint, for names are forgotten; it is told where the document does not say so itself."""
    drafted, early = paper("Policy DRAFT.docx"), paper("Policy v0.3.docx")
    assert [told(said(NotDraft(), one)) for one in (drafted, early)] == [[(Level.WARNING, None)]] * 2
    assert told(said(NotDraft(), paper("Policy v0.3.docx", version="0.3"))) == [(Level.ERROR, Reason.UNAPPROVED)]
    assert said(NotDraft(), paper("Drafting guide v1.3.docx")) == []


def test_comments_left_in_are_a_warning() -> None:
    """They are often only forgotten."""
    assert told(said(NotDraft(), paper(reading={"facts": DocumentFacts(comments=1)}))) == [(Level.WARNING, None)]


# ---- dates-agree


def stated(fact: StatedFact, written: str, *days: date) -> Stated:
    earliest, latest = days or (None, None)
    return Stated(fact=fact, written=written, earliest=earliest, latest=latest, spot=spot(1, f"{fact.value} {written}"))


MARCH_2010 = stated(StatedFact.REVIEW_BY, "March 2010", date(2010, 3, 1), date(2010, 3, 31))
FEBRUARY_2009 = stated(StatedFact.REVIEW_BY, "February 2009", date(2009, 2, 1), date(2009, 2, 28))


@pytest.mark.parametrize(
    ("states", "entry", "expected"),
    [
        ((MARCH_2010,), {"review_by": date(2010, 3, 15)}, []),
        ((MARCH_2010,), {"review_by": date(2010, 4, 1)}, [(Level.WARNING, None)]),
        ((MARCH_2010,), {}, []),
        ((FEBRUARY_2009,), {"review_by": date(2010, 3, 15)}, [(Level.ERROR, Reason.STALE)]),
        ((FEBRUARY_2009,), {}, [(Level.ERROR, Reason.STALE)]),
        ((FEBRUARY_2009,), {"review_by": date(2009, 2, 28)}, []),
        ((FEBRUARY_2009, MARCH_2010), {"review_by": date(2010, 3, 15)}, []),
        ((FEBRUARY_2009, MARCH_2010), {"review_by": date(2011, 3, 15)}, [(Level.WARNING, None)]),
        ((stated(StatedFact.REVIEW_BY, "TBC"),), {"review_by": date(2010, 3, 15)}, [(Level.NOTE, None)]),
        ((stated(StatedFact.EFFECTIVE, "1.2.2009", AS_OF, AS_OF),), {"effective": AS_OF}, []),
        ((stated(StatedFact.EFFECTIVE, "x", AS_OF, AS_OF),), {"effective": date(2009, 1, 1)}, [(Level.WARNING, None)]),
        ((stated(StatedFact.VERSION, "v1.0"),), {"version": "1"}, []),
        ((stated(StatedFact.VERSION, "v1.1"),), {"version": "1.0"}, [(Level.WARNING, None)]),
        ((stated(StatedFact.VERSION, "v1.1"),), {}, []),
        ((stated(StatedFact.VERSION, "Final"),), {"version": "final"}, []),
        ((stated(StatedFact.OWNER, "Head of HR, Anytown Council"),), {"owner": "Head of HR"}, []),
        ((stated(StatedFact.OWNER, "Information & ICT"),), {"owner": "ICT and information"}, []),
        ((stated(StatedFact.OWNER, "Head of HR"),), {"owner": "Head of ICT"}, [(Level.WARNING, None)]),
    ],
)
def test_the_document_and_the_register_have_to_agree(
    states: tuple[Stated, ...], entry: dict[str, Any], expected: list[tuple[Level, Reason | None]]
) -> None:
    """A month agrees with its days, a role with the same in longer words; what has passed by its own word is stale."""
    assert told(said(DatesAgree(), paper(look=found(stated=states), **entry))) == expected


def test_a_disagreement_gives_both_values_and_the_place() -> None:
    """Whoever mends it need not look for either."""
    [finding] = said(DatesAgree(), paper(look=found(stated=(MARCH_2010,)), review_by=date(2010, 4, 1)))

    assert "gives its review date as March 2010 (page 1); the register says 1 April 2010" in finding.message
    assert "review_by" in finding.fix
    assert finding.location == Location("tokens.docx", part="page 1")


def test_a_stated_review_date_makes_a_document_stale_when_it_passes() -> None:
    """By its own word the document has lapsed, whatever the register says."""
    one = paper(look=found(stated=(MARCH_2010,)), review_by=date(2012, 1, 1))

    before = result(DatesAgree(), one, as_of=date(2010, 3, 31))
    after = result(DatesAgree(), one, as_of=date(2010, 4, 1))

    assert (before.status, after.status) == (Status.MET, Status.NOT_MET)


# ---- period-vocabulary

LATER = evolve(TOKENS, vocabulary=Vocabulary(period=("CRB",), later=("DBS",)))
WITH_LATER = found(later_terms=(TermSpot("DBS", 1, Spot(Locator(page=2), "A DBS check")), TermSpot("PSN", 1, spot())))


@pytest.mark.parametrize(
    ("rule", "entry", "noted"),
    [
        (PeriodVocabulary(), {}, True),
        (PeriodVocabulary(), {"effective": date(2019, 1, 1)}, True),
        (PeriodVocabulary(until=date(2010, 8, 6)), {"effective": date(2009, 1, 1)}, True),
        (PeriodVocabulary(until=date(2010, 8, 6)), {"effective": date(2019, 1, 1)}, False),
        (PeriodVocabulary(until=date(2010, 8, 6)), {}, True),
    ],
)
def test_later_words_are_noted_in_documents_of_the_period(
    rule: PeriodVocabulary, entry: dict[str, Any], noted: bool
) -> None:
    """Only the criterion's own later words count, and it is never more than a note."""
    findings = said(rule, paper(look=WITH_LATER, **entry), criterion=LATER)

    assert told(findings) == ([(Level.NOTE, None)] if noted else [])
    assert all("“DBS” (page 2)" in one.message and "PSN" not in one.message for one in findings)
