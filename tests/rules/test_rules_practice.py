"""The rules that ask whether it is done, and whether this is the latest word on it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from rule_papers import AS_OF, TOKENS, Paper, found, paper, result, said, spot, told, unopened, unregistered

from readiness._rules._versions import Later, named
from readiness._rules.evidence_of_practice import EvidenceOfPractice
from readiness._rules.not_superseded import NotSuperseded
from readiness.model import DatedSpot, FileState, Kind, KindAsk, Level, Look, Reason, Status

STALE, BARE = (Level.ERROR, Reason.STALE), (Level.ERROR, Reason.INSUFFICIENT)
RECORD = evolve(TOKENS, kinds=(KindAsk((Kind.RECORD,)),), aspects=())
EITHER = evolve(TOKENS, kinds=(KindAsk((Kind.RECORD, Kind.STATEMENT)),), aspects=())


def log(path: str, *days: date, kinds: tuple[Kind, ...] = (Kind.RECORD,)) -> Paper:
    return paper(path, found(dates=tuple(DatedSpot(one, spot()) for one in days)), kinds=kinds)


OLD, NEW, TO_COME = date(2008, 3, 1), date(2008, 3, 2), date(2009, 3, 3)
STATEMENT = log("statement.docx", kinds=(Kind.STATEMENT,))


# ---- evidence-of-practice


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ((log("log.xls", NEW),), []),
        ((log("log.xls", OLD),), [STALE]),
        ((log("log.xls", OLD, TO_COME),), [STALE]),
        ((log("log.xls"),), [BARE]),
        ((log("log.xls", TO_COME),), [BARE]),
        ((log("log.xls", OLD), log("new.xls", AS_OF)), []),
        ((log("log.xls", OLD), log("older.xls", date(2001, 1, 1))), [STALE, STALE]),
        ((STATEMENT,), []),
        ((unopened(log("log.xls")),), []),
    ],
    ids=["recent", "old", "future", "undated", "only future", "one recent", "none recent", "no record", "unopened"],
)
def test_a_record_has_to_hold_a_recent_entry(papers: tuple[Paper, ...], expected: list[object]) -> None:
    """Twelve months count to the day; what lies in the future has not been done."""
    assert told(said(EvidenceOfPractice(), *papers, criterion=RECORD)) == expected


def test_the_finding_gives_the_last_entry() -> None:
    """With its place, so that somebody can look."""
    [finding] = said(EvidenceOfPractice(months=6), log("log.xls", OLD, date(2008, 9, 1)), criterion=RECORD)

    assert finding.message == "The last dated entry of “Log” is of 1 September 2008, over 6 months ago."
    assert finding.location.part == "page 1"


def test_a_record_is_only_asked_for_where_nothing_else_answers() -> None:
    """A statement answers a criterion that takes a record or a statement; then the record may be old."""
    assert said(EvidenceOfPractice(), STATEMENT, log("log.xls", OLD), criterion=EITHER) == []
    assert told(said(EvidenceOfPractice(), log("log.xls", OLD), criterion=EITHER)) == [STALE]
    assert said(EvidenceOfPractice(), log("log.xls", OLD)) == []


# ---- the names of files


@pytest.mark.parametrize(
    ("newer", "older", "later"),
    [
        ("policy v1.3.docx", "policy v1.2.docx", Later.YES),
        ("policy_v1.10.pdf", "Policy v1.9 FINAL.docx", Later.YES),
        ("policy issue 3.doc", "policy-issue-2.doc", Later.YES),
        ("policy final.doc", "policy draft.doc", Later.YES),
        ("policy v2.docx", "policy.docx", Later.MAYBE),
        ("policy v1.docx", "policy.docx", Later.NO),
        ("policy final.doc", "policy.doc", Later.MAYBE),
        ("policy (2).doc", "policy.doc", Later.MAYBE),
        ("policy - Copy.doc", "policy.doc", Later.MAYBE),
        ("policy 2009.doc", "policy 2008.doc", Later.MAYBE),
        ("policy 2009-10.doc", "policy 2008-09.doc", Later.MAYBE),
        ("minutes 12.03.2009.doc", "minutes 11 Feb 2009.doc", Later.MAYBE),
        ("minutes 20090312.doc", "minutes 2009-02-11.doc", Later.MAYBE),
        ("policy March 2009.doc", "policy 2009.doc", Later.NO),
        ("section 1.3.doc", "section 1.2.doc", Later.MAYBE),
        ("leaflet 2.doc", "leaflet 1.doc", Later.NO),
        ("policy v1.2.docx", "policy v1.2.pdf", Later.NO),
        ("policy v1.2.docx", "procedure v1.1.docx", Later.NO),
        ("v2.docx", "v1.docx", Later.NO),
        ("2009.doc", "2008.doc", Later.NO),
    ],
)
def test_a_name_tells_which_is_later(newer: str, older: str, later: Later) -> None:
    """A version decides, other marks hint, and a series of leaflets is not a series of versions."""
    assert named(newer).later_than(named(older)) is later
    assert named(older).later_than(named(newer)) is Later.NO


# ---- not-superseded

ALIKE, UNLIKE = found(sketch=(1, 2, 3, 9)), found(sketch=(5, 6, 7, 8))
ORIGINAL = found(sketch=(1, 2, 3, 4))


def claimed_one(path: str, look: Look = ORIGINAL, **entry: object) -> Paper:
    return paper(path, look, **{"kinds": (Kind.POLICY,), **entry})


def other(path: str, look: Look | None = None, state: FileState = FileState.PRESENT) -> Paper:
    """Return a file that nobody registered; it was read only if there is a look."""
    one = unregistered(paper(path, look, state=state))
    return one if look else unopened(one)


@pytest.mark.parametrize(
    ("one", "beside", "expected"),
    [
        (claimed_one("policy v1.2.doc"), other("policy v1.3.doc"), [STALE]),
        (claimed_one("policy v1.2.doc"), other("policy v1.3.doc", UNLIKE), [STALE]),
        (claimed_one("policy v1.2.doc"), other("policy v1.1.doc"), []),
        (claimed_one("policy v1.2.doc"), other("policy v1.3.doc", state=FileState.EMPTY), []),
        (claimed_one("adults/policy v1.2.doc"), other("children/policy v1.3.doc"), []),
        (claimed_one("adults/policy v1.2.doc"), other("children/policy v1.3.doc", UNLIKE), []),
        (claimed_one("old/policy v1.2.doc"), other("new/policy v1.3.doc", ALIKE), [STALE]),
        (claimed_one("policy 2008.doc"), other("policy 2009.doc"), [(Level.WARNING, None)]),
        (claimed_one("policy 2008.doc"), other("policy 2009.doc", ALIKE), [STALE]),
        (claimed_one("policy 2008.doc"), other("policy 2009.doc", UNLIKE), []),
        (claimed_one("2008-05-01 policy.doc"), other("2009-01-31 policy.doc"), [(Level.WARNING, None)]),
        (claimed_one("2009-01-31 policy.doc"), other("2008-05-01 policy.doc"), []),
        (claimed_one("minutes 2008.doc", kinds=(Kind.RECORD,)), other("minutes 2009.doc"), []),
        (claimed_one("minutes 2008.doc", kinds=(Kind.RECORD,)), other("minutes 2009.doc", ALIKE), []),
        (claimed_one("log v1.doc", kinds=(Kind.RECORD,)), other("log v2.doc"), [STALE]),
    ],
    ids=lambda one: one.entry.path or one.file.path if isinstance(one, Paper) else "",
)
def test_a_later_version_in_the_folder_makes_the_older_one_stale(
    one: Paper, beside: Paper, expected: list[object]
) -> None:
    """Where the names only hint, the texts have to be alike; minutes and leaflets of a series are not."""
    assert told(said(NotSuperseded(), one, beside)) == expected


def test_the_register_may_tell_of_a_later_version() -> None:
    """The same title with a higher version is a later version, whatever the file is called."""
    old = claimed_one("a.doc", title="Misuse policy", version="1.9")
    new = claimed_one("b.doc", title="misuse policy", version="v1.10", claims=())

    assert told(said(NotSuperseded(), old, new)) == [STALE]
    assert result(NotSuperseded(), old, new).status is Status.NOT_MET
    assert said(NotSuperseded(), old, evolve(new, entry=evolve(new.entry, title="Other"))) == []


def test_a_later_version_that_is_claimed_as_well_is_only_noted() -> None:
    """Adding the newer document to the evidence never makes it worse."""
    old, new = claimed_one("policy v1.doc"), claimed_one("policy v2.doc")

    assert told(said(NotSuperseded(), old, new)) == [(Level.NOTE, None)]
    assert result(NotSuperseded(), old, new).status is Status.MET


def test_a_version_that_takes_effect_later_supersedes_later() -> None:
    """Until its day the old one is in force, and the finding says for how long."""
    old = claimed_one("policy v1.doc")
    new = claimed_one("policy v2.doc", effective=date(2009, 4, 1), claims=())

    assert told(said(NotSuperseded(), old, new)) == [(Level.WARNING, None)]
    assert "will be superseded by policy v2.doc on 1 April 2009" in said(NotSuperseded(), old, new)[0].message
    assert told(said(NotSuperseded(), old, new, as_of=date(2009, 4, 1))) == [STALE]


def test_the_latest_of_several_versions_is_named() -> None:
    """Whoever mends it goes straight to the last one."""
    one, *others = (claimed_one("policy v1.doc"), other("policy v3.doc"), other("policy v2.doc"))

    assert "is superseded by policy v3.doc" in said(NotSuperseded(), one, *others)[0].message


def test_likeness_can_be_tuned() -> None:
    """A catalogue may ask for more before it calls two texts versions of one."""
    pair = claimed_one("policy 2008.doc"), other("policy 2009.doc", ALIKE)

    assert told(said(NotSuperseded(likeness=0.75), *pair)) == [STALE]
    assert said(NotSuperseded(likeness=0.8), *pair) == []
