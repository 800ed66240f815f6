"""What changed between two assessments: which way, because of what, and laws that hold for any two."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from records import DAY, LATER, WAIVER, criterion, finding, later, record, records

from common import at_most
from readiness import compare, render
from readiness.exceptions import InputError
from readiness.model import (
    Basis,
    CauseKind,
    Difference,
    Level,
    Location,
    Movement,
    Progress,
    Reason,
    Record,
    RecordedAction,
    RecordedCatalogue,
    RecordedDocument,
    RecordedLink,
    Status,
    Threshold,
    Way,
)

UNAPPROVED = finding("Nobody has approved it.", reason=Reason.UNAPPROVED)
LAPSED = finding("It was due for review.", rule="in-date", reason=Reason.STALE)
MET = record(criterion())


def ways(found: Difference) -> list[tuple[str, str]]:
    return [(one.criterion, one.way.value) for one in found.movements]


def causes(one: Movement) -> list[tuple[str, str]]:
    return [(cause.kind.value, cause.sentence) for cause in one.causes]


def test_closed_by_what_is_not_said_any_more() -> None:
    """A gap that is met is closed, with the finding that went and the document that was claimed."""
    unclaimed = criterion(Status.NOT_MET, finding("No document is claimed.", document=""), links=())
    found = compare(record(unclaimed), later(MET))

    assert [("OA1", "closed")] == ways(found)
    assert [
        ("no longer said", "No document is claimed."),
        ("document claimed", "policy.doc is now claimed for it."),
    ] == causes(found.movements[0])
    assert not found.worse


def test_opened_with_what_to_do() -> None:
    """A criterion that was met and is not is worse, and the finding that came says what to do."""
    found = compare(MET, later(MET, criterion(Status.PARTLY_MET, UNAPPROVED)))

    assert [("OA1", "opened")] == ways(found)
    assert (Status.MET, Status.PARTLY_MET) == (found.movements[0].then, found.movements[0].now)
    assert ["now said", "time passed"] == [one.kind.value for one in found.movements[0].causes]
    assert "Mend it." == found.movements[0].causes[0].fix
    assert found.movements == found.worse


def test_newly_stale_beside_the_way_its_status_moved() -> None:
    """Lapsed evidence is named as such, with the finding that says so and not with others."""
    then = criterion(Status.MET, evolve(LAPSED, level=Level.WARNING, reason=None, message="It lapses soon."))
    found = compare(record(then), later(MET, criterion(Status.NOT_MET, LAPSED, UNAPPROVED)))

    assert [("OA1", "opened"), ("OA1", "newly stale")] == ways(found)
    assert [("now more serious", "It was due for review.")] == causes(found.of(Way.NEWLY_STALE)[0])
    assert "It lapses soon." == found.of(Way.NEWLY_STALE)[0].causes[0].before


def test_the_same_status_can_be_weaker() -> None:
    """One more thing said against a criterion makes it weaker, even if its status stays; one thing less better."""
    one, two = criterion(Status.PARTLY_MET, UNAPPROVED), criterion(Status.PARTLY_MET, UNAPPROVED, LAPSED)

    assert [("OA1", "weakened"), ("OA1", "newly stale")] == ways(compare(record(one), later(record(two))))
    assert [("OA1", "no longer stale"), ("OA1", "improved")] == ways(compare(record(two), later(record(one))))


def test_new_evidence_that_lapses_is_newly_stale_although_something_was() -> None:
    """A second document that lapses is named even where the criterion was stale before."""
    lapsed = [
        finding(f"{name} lapsed.", rule="in-date", reason=Reason.STALE, document=name, location=Location(name))
        for name in ("a.doc", "b.doc")
    ]
    then, now = (record(criterion(Status.NOT_MET, *lapsed[:count])) for count in (1, 2))

    assert ["b.doc lapsed."] == [one.sentence for one in compare(then, now).of(Way.NEWLY_STALE)[0].causes[:1]]


@pytest.mark.parametrize(
    ("then", "now", "way", "worse"),
    [
        (Status.PARTLY_MET, Status.NOT_MET, Way.WEAKENED, True),
        (Status.NOT_MET, Status.NOT_ASSESSABLE, Way.WEAKENED, True),
        (Status.MET, Status.WAIVED, Way.WEAKENED, True),
        (Status.WAIVED, Status.NOT_MET, Way.OPENED, True),
        (Status.NOT_MET, Status.WAIVED, Way.EXCUSED, False),
        (Status.NOT_MET, Status.NOT_APPLICABLE, Way.EXCUSED, False),
        (Status.WAIVED, Status.MET, Way.IMPROVED, False),
        (Status.NOT_ASSESSABLE, Status.PLANNED, Way.IMPROVED, False),
        (Status.PLANNED, Status.MET, Way.CLOSED, False),
    ],
)
def test_which_way_a_status_moved(then: Status, now: Status, way: Way, worse: bool) -> None:
    """A waiver closes nothing, and "could not look" is worse than anything that was seen."""
    found = compare(record(criterion(then)), later(record(criterion(now))))

    assert [(way, worse)] == [(one.way, one.worse) for one in found.movements]


def test_a_waiver_is_named() -> None:
    """Who excused it, why and for how long is the cause."""
    found = compare(record(criterion(Status.NOT_MET)), later(record(criterion(Status.WAIVED, waiver=WAIVER))))

    assert [("excuse given", "Waived by Board from 31 January 2009 until 31 March 2009: Later")] == causes(
        found.movements[0]
    )


def test_reworded() -> None:
    """What a criterion asks is compared, and both wordings are shown."""
    found = compare(MET, later(MET, criterion(requires="Keep and weed them.")))

    assert [("OA1", "reworded")] == ways(found)
    cause = found.movements[0].causes[0]
    assert ("What it requires is now: Keep and weed them.", "What it requires was: Keep them.") == (
        cause.sentence,
        cause.before,
    )
    assert not found.worse


def test_said_otherwise_is_for_people_to_look_at() -> None:
    """A finding that says something else may be worse, so a gate stops; a list that grew or shrank is told apart."""
    missing, more = (finding(f"Nothing deals with: {text}", rule="covers-aspects") for text in ("loss", "loss; damage"))
    then, now = record(criterion(Status.PARTLY_MET, missing)), record(criterion(Status.PARTLY_MET, more))
    other = record(criterion(Status.PARTLY_MET, evolve(missing, message="Nothing deals with: return")))

    assert [Way.WEAKENED] == [one.way for one in compare(then, later(now)).movements]
    assert [Way.IMPROVED] == [one.way for one in compare(now, later(then)).movements]
    assert [(Way.OTHERWISE, True)] == [(one.way, one.worse) for one in compare(then, later(other)).movements]


def test_a_moved_line_is_no_change() -> None:
    """Neither the line of a finding nor, for a document, the paragraph it points at makes it another one."""
    then = evolve(UNAPPROVED, location=Location("policy.doc", line=3, part="paragraph 3"))
    now = evolve(UNAPPROVED, location=Location("policy.doc", line=9, part="paragraph 9"))
    both = [record(criterion(Status.PARTLY_MET, one)) for one in (then, now)]

    assert not compare(both[0], later(both[1])).movements


def test_days_that_pass_are_no_change() -> None:
    """How many days are left is another number every day; that is not said to be something else."""
    passing = (
        record(
            criterion(Status.MET, finding(f"It lapses on 30 June 2009{days}, before it is due.", level=Level.WARNING))
        )
        for days in ("", ", in 29 days", ", in 1 day", ", today")
    )

    for one, other in pairwise(passing):
        assert not compare(one, later(other)).movements


def test_notes_move_nothing() -> None:
    """A note informs; it is no reason for alarm."""
    note = finding("By the way.", level=Level.NOTE)

    assert not compare(MET, later(MET, criterion(Status.MET, note))).movements


def test_changed_documents_are_seen_behind_a_status_that_stays() -> None:
    """A document with other bytes, and one that took the place of another, are shown and are no alarm."""
    changed = (RecordedDocument(path="policy.doc", sha256="1" * 64, state="present"),)
    found = compare(MET, later(MET, documents=changed))

    assert [("OA1", "evidence changed")] == ways(found)
    assert [("document changed", "policy.doc was changed.")] == causes(found.movements[0])
    assert [("policy.doc", CauseKind.CHANGED)] == [(one.path, one.what) for one in found.documents]
    other = criterion(links=(RecordedLink(document="v2.doc", basis=Basis.CLAIMED),))
    assert [
        ("document claimed", "v2.doc is now claimed for it."),
        ("document no longer claimed", "policy.doc is not claimed for it any more."),
    ] == causes(compare(MET, later(MET, other)).movements[0])


def test_a_document_that_went_is_told_from_one_that_came() -> None:
    """What is in only one of the folders, or can be opened in only one, is gone or there."""
    gone = compare(MET, later(MET, documents=()))
    locked = (RecordedDocument(path="policy.doc", sha256="", state="not permitted"),)

    assert [CauseKind.GONE] == [one.what for one in gone.documents]
    assert [CauseKind.GONE] == [one.what for one in compare(MET, later(MET, documents=locked)).documents]
    assert [CauseKind.APPEARED] == [one.what for one in compare(record(criterion(), documents=locked), MET).documents]


def test_the_plan_is_no_evidence() -> None:
    """An action that is overdue, or further on, is shown and moves nothing else."""
    action = RecordedAction(id="A1", deliverable="Write it", rag=Progress.PLANNED)
    then = record(criterion(Status.PARTLY_MET, actions=(action,)))
    overdue = criterion(Status.PARTLY_MET, actions=(evolve(action, id="A7", overdue=True),))

    found = compare(then, later(then, overdue))

    assert [("OA1", "plan changed")] == ways(found)
    assert [("plan", "“Write it” is now overdue.")] == causes(found.movements[0])
    assert not found.worse


def test_criteria_of_only_one_of_the_two() -> None:
    """One that is not judged any more is worse; a new one only if it is a gap."""
    two = record(criterion(), criterion(Status.NOT_MET, UNAPPROVED, id="OA2"))
    met = record(criterion(), criterion(id="OA2"))

    assert [("OA2", "no longer judged", True)] == [(*ways(compare(met, MET))[0], bool(compare(met, MET).worse))]
    assert [("OA2", "newly judged")] == ways(compare(MET, two))
    assert compare(MET, two).worse
    assert not compare(MET, met).worse


def test_what_is_said_of_the_folder_counts_too() -> None:
    """A finding of the folder as a whole has no criterion, and still stops a gate."""
    found = compare(MET, later(MET, findings=(finding("A file that nothing names.", document=""),)))

    assert [("", "weakened")] == ways(found)
    assert found.worse


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"organisation": "Elsewhere"}, "different organisations: Test Council, and Elsewhere"),
        ({"assessment": "RA6b"}, "different assessments: RA7, and RA6b"),
        ({"catalogue": RecordedCatalogue(id="y", title="Y", version="1")}, "different catalogues: x, and y"),
    ],
)
def test_two_of_different_things_are_refused(more: dict[str, object], says: str) -> None:
    """They are compared only if that is asked for, and then it is said."""
    with pytest.raises(InputError, match=says):
        compare(MET, later(MET, **more))

    assert says in compare(MET, later(MET, **more), anyway=True).notices[0]


def test_nothing_in_common_cannot_be_compared() -> None:
    """Not even on request: there would be nothing to say, and that must not look like no change."""
    with pytest.raises(InputError, match="no criterion in common"):
        compare(MET, record(criterion(id="P1")), anyway=True)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"as_of": DAY}, "Both are judged for the same day, 31 January 2009."),
        ({"due": LATER}, "The due date was 29 May 2009, and is now 31 March 2009."),
        ({"generator": "readiness 9"}, "different versions of the program: readiness 0, and now readiness 9"),
        ({"catalogue": RecordedCatalogue(id="x", title="X", version="2")}, "version 1, and now 2"),
    ],
)
def test_what_a_reader_has_to_know(more: dict[str, object], says: str) -> None:
    """What could explain a movement besides the evidence is said first."""
    assert any(says in one for one in compare(MET, evolve(later(MET), **more)).notices)


def test_the_earlier_one_second_is_said() -> None:
    """Files given the wrong way round are compared as they are given, and that is said."""
    assert "The new assessment is the earlier one" in compare(later(MET), MET).notices[0]


def test_what_the_assessment_takes_is_an_excuse() -> None:
    """A gap that is taken is excused, one that is taken no more is opened, and another threshold is said."""
    allowed = Threshold(allow=(Status.PLANNED,))
    gap = record(criterion(Status.PLANNED))
    taken = later(gap, criterion(Status.PLANNED, taken="RA7 takes it."), threshold=allowed)

    there, back = compare(gap, taken), compare(taken, gap)
    assert [("OA1", "excused")] == ways(there)
    assert [("excuse given", "RA7 takes it.")] == causes(there.movements[0])
    assert [("OA1", "opened", True)] == [(*ways(back)[0], back.movements[0].worse)]
    assert "RA7 takes what is met, waived, not applicable or planned." in there.notices[0]


def test_what_is_asked_besides_the_criteria() -> None:
    """A shortfall that was not there is worse, although no criterion moved."""
    short = later(MET, shortfalls=("Only 3 are met.",))

    assert [("now said", "Only 3 are met.")] == causes(compare(MET, short).worse[0])
    assert not compare(short, MET).worse


def test_a_part_is_said_to_be_one() -> None:
    """Who judged only some criteria is told so, and those left out are not clear."""
    both = record(criterion(), criterion(id="OA2"), in_scope=2)
    part = later(record(criterion()), in_scope=2)

    assert any("Only 1 of 2 criteria were judged in the new assessment." in one for one in compare(both, part).notices)
    assert [("OA2", "no longer judged")] == ways(compare(both, part))


@given(records())
def test_an_assessment_does_not_differ_from_itself(one: Record) -> None:
    """Nothing moves between an assessment and the same."""
    found = compare(one, one)

    assert not found.movements
    assert not found.documents


OPPOSITE = {
    CauseKind.NOW_SAID: CauseKind.NO_LONGER_SAID,
    CauseKind.MORE_SERIOUS: CauseKind.LESS_SERIOUS,
    CauseKind.CLAIMED: CauseKind.UNCLAIMED,
    CauseKind.APPEARED: CauseKind.GONE,
    CauseKind.EXCUSE: CauseKind.NO_EXCUSE,
}
OPPOSITE |= {other: one for one, other in OPPOSITE.items()}
MIRRORED = {
    Way.CLOSED: Way.OPENED,
    Way.EXCUSED: Way.OPENED,
    Way.WEAKENED: Way.IMPROVED,
    Way.IMPROVED: Way.WEAKENED,
    Way.NEWLY_STALE: Way.NO_LONGER_STALE,
    Way.NO_LONGER_STALE: Way.NEWLY_STALE,
    Way.ADDED: Way.LEFT_OUT,
    Way.LEFT_OUT: Way.ADDED,
}


def mirrored(one: Movement) -> Way:
    if one.way is Way.OPENED:
        return Way.CLOSED if one.then is Status.MET else Way.EXCUSED
    return MIRRORED.get(one.way, one.way)


@given(records(), records())
def test_the_other_way_round_is_the_mirror(old: Record, new: Record) -> None:
    """What opened one way closed the other, what was said is not said any more, and so on for every movement."""
    there, back = compare(old, new).movements, compare(new, old).movements

    assert Counter((one.criterion, mirrored(one), one.now, one.then) for one in there) == Counter(
        (one.criterion, one.way, one.then, one.now) for one in back
    )
    assert Counter(told(there, OPPOSITE)) == Counter(told(back, {}))


def told(moved: tuple[Movement, ...], names: dict[CauseKind, CauseKind]) -> list[tuple[object, ...]]:
    """Return every cause but those whose words depend on the direction."""
    skipped = {CauseKind.TIME, CauseKind.PLAN, CauseKind.WORDING, CauseKind.STATE, CauseKind.APPEARED, CauseKind.GONE}
    return [
        (one.criterion, names.get(cause.kind, cause.kind), cause.rule, cause.document)
        for one in moved
        if one.way not in {Way.ADDED, Way.LEFT_OUT}
        for cause in one.causes
        if cause.kind not in skipped
    ]


@settings(max_examples=at_most(20))
@given(records(), records(), st.randoms(use_true_random=False))
def test_order_never_matters(old: Record, new: Record, dice: random.Random) -> None:
    """However the parts of a file are ordered, every format has the same bytes."""
    other = [shuffled(one, dice) for one in (old, new)]

    for form in ("json", "md", "html"):
        assert render(compare(old, new), form) == render(compare(*other), form)


def shuffled(one: Record, dice: random.Random) -> Record:
    def mixed(parts: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(dice.sample(parts, len(parts)))

    inside = tuple(
        evolve(each, findings=mixed(each.findings), links=mixed(each.links), actions=mixed(each.actions))
        for each in one.criteria
    )
    return evolve(one, criteria=mixed(inside), findings=mixed(one.findings), documents=mixed(one.documents))


@given(records(), records())
def test_worse_is_never_missed(old: Record, new: Record) -> None:
    """A criterion that stands worse, or of which more is said, is among what a gate stops for."""
    worse = {one.criterion for one in compare(old, new).worse}
    then, now = ({one.id: one for one in each.criteria} for each in (old, new))

    lost = {name for name, one in then.items() if one.clear and not (name in now and now[name].clear)}
    more = {
        name
        for name, one in now.items()
        if name in then
        and (one.status, one.clear) == (then[name].status, then[name].clear)
        and len(one.counting) > len(then[name].counting)
    }
    assert lost | more <= worse
