"""Ids as people write them: every written form is understood, and nothing that merely looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness._ids import IdScheme

IDS = [f"OA{number}" for number in range(1, 29)]
SCHEME = IdScheme.of(IDS)
MIXED = IdScheme.of(["GP-1", "GP-2", "GP-10", "HR-2", "Fire-Safety", "KI1"])

WRITTEN = [
    "{p}{n}",
    "{p} {n}",
    "{p}-{n}",
    "{p}_{n}",
    "{p}:{n}",
    "{p}#{n}",
    "{p}0{n}",
    "{p} 0{n}",
    "{p}-00{n}",
    "{p}\u00a0{n}",
]
PREFIXES = ["OA", "oa", "Oa", "O.A.", "o.a.", "O.A"]
SLIPS = ["AO", "ao", "0A", "A.O."]


def found(text: str, scheme: IdScheme = SCHEME) -> list[str]:
    return [match.id for match in scheme.find(text)]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("form", WRITTEN)
def test_every_written_form_is_one_id(form: str, prefix: str) -> None:
    """Case, points, gaps, signs and noughts between letters and number make no difference."""
    written = form.format(p=prefix, n=8)

    assert SCHEME.normalise(written) == "OA8"
    assert found(f"Evidence for {written}.") == ["OA8"]


@given(st.sampled_from(IDS), st.sampled_from(PREFIXES + SLIPS), st.sampled_from(WRITTEN), st.sampled_from(["", " "]))
def test_canonical_to_written_and_back(canonical: str, prefix: str, form: str, space: str) -> None:
    """What a canonical id is written as is read as that id."""
    written = form.format(p=prefix, n=canonical.removeprefix("OA"))

    assert SCHEME.normalise(f"{space}{written}{space}") == canonical


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("OA8/OA18", ["OA8", "OA18"]),
        ("OA8-10", ["OA8", "OA9", "OA10"]),
        ("OA8 \N{EN DASH} OA10", ["OA8", "OA9", "OA10"]),
        ("OA8 to 10", ["OA8", "OA9", "OA10"]),
        ("OA8, 9 and 10", ["OA8", "OA9", "OA10"]),
        ("OA8, 9, and 10 are met", ["OA8", "OA9", "OA10"]),
        ("OA8, 9 and 10 here", ["OA8", "OA9", "OA10"]),
        ("OA8-10 together, from OA12&13 papers", ["OA8", "OA9", "OA10", "OA12", "OA13"]),
        ("OA8-10 evidence", ["OA8", "OA9", "OA10"]),
        ("OAs 8, 9 and 10", ["OA8", "OA9", "OA10"]),
        ("OA8; OA12 & OA13", ["OA8", "OA12", "OA13"]),
        ("(OA8 or OA9)", ["OA8", "OA9"]),
        ("OA1, OA3-5, 7", ["OA1", "OA3", "OA4", "OA5", "OA7"]),
        ("OA27-29", ["OA27", "OA28", "OA29"]),
        ("see AO8", ["OA8"]),
        ("(AO8/AO18)", ["OA8", "OA18"]),
    ],
)
def test_lists_and_ranges_are_told_apart(text: str, ids: list[str]) -> None:
    """Each member of a list and each id inside a range is named once."""
    assert found(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "Ward AO12 of the map",
        "the ward AO12",
        "AO12 is north of the river",
        "Postcode OA8 1AB",
        "OX14 OA8 1AB",
        "room OA7",
        "Room: OA7",
        "flat OA3",
        "product no OA8",
        "XOA8",
        "BOA8B",
        "OA8x",
        "OA8.5",
        "OA1234",
        "fileOA8",
        "OAs8",
        "oas 8",
        "OA_8_final",
        "OA",
        "8",
        "",
    ],
)
def test_what_only_looks_like_an_id_is_none(text: str) -> None:
    """A ward, a postcode, a room, a decimal or a longer word that has the shape of an id names no criterion."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["OA8 and 10 staff", "OA8, 3 times", "OA8 - 10:30 in the hall", "OA8 to 10% of users"])
def test_a_number_that_counts_something_else_is_no_member(text: str) -> None:
    """A bare number goes on with a list only if the sentence does."""
    assert found(text) == ["OA8"]


def test_a_range_backwards_or_endless_names_its_ends_only() -> None:
    """Neither is filled up."""
    assert found("OA10-OA8") == ["OA10", "OA8"]
    assert found("OA1-OA999") == ["OA1", "OA999"]


def test_unknown_and_mended_ids_are_marked() -> None:
    """`OA29` is reported, not dropped; `AO8` is known to have been a slip."""
    matches = SCHEME.find("(AO8) and OA29")

    assert [(one.id, one.written, one.known, one.typo) for one in matches] == [
        ("OA8", "AO8", True, True),
        ("OA29", "OA29", False, False),
    ]
    assert SCHEME.normalise("OA29") is None
    assert SCHEME.nearest("OA29") in IDS


def test_another_list_has_its_own_shapes() -> None:
    """Two prefixes in one list stay apart, and a name without a number is found as it is."""
    assert found("GP-1, HR-2 and GP 10; fire-safety", MIXED) == ["GP-1", "HR-2", "GP-10", "Fire-Safety"]
    assert found("GP1-GP2/HR2", MIXED) == ["GP-1", "GP-2", "HR-2"]
    assert found("GP-1 to HR-2", MIXED) == ["GP-1", "HR-2"]
    assert MIXED.normalise("gp 01") == "GP-1"
    assert MIXED.normalise("FIRE-SAFETY") == "Fire-Safety"
    assert found("OA8", MIXED) == []


def test_a_list_without_ids_finds_nothing() -> None:
    """An empty scheme answers, instead of matching everything."""
    empty = IdScheme.of([])

    assert (empty.find("OA8"), empty.normalise("OA8"), empty.nearest("OA8")) == ((), None, None)


@pytest.mark.parametrize(
    "text", ["\N{KELVIN SIGN}I1", "K\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}1", "F\u0130re-Safety"]
)
def test_letters_of_other_alphabets_are_not_ours(text: str) -> None:
    """A letter that a lax comparison takes for one of ours names nothing, and breaks nothing."""
    assert MIXED.find(text) == ()
    assert MIXED.normalise(text) is None


PIECES = st.sampled_from(
    [*IDS[:12], "AO4", "oa", "GP-1", "HR-2", "-", " to ", ", ", "/", " and ", "12", "8", "1AB", "ward "]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=3), max_size=20).map("".join)


@given(TEXTS, st.sampled_from([SCHEME, MIXED]))
def test_any_text_is_searched_and_every_span_lies_in_it(text: str, scheme: IdScheme) -> None:
    """No text raises; each match stands where it says, in order, and is known exactly if the list has it."""
    matches = scheme.find(text)

    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.written
        assert match.known == (match.id in scheme.ids)
    assert [one.start for one in matches] == sorted(one.start for one in matches)


@given(st.text(max_size=30))
def test_any_text_is_normalised_to_a_known_id_or_none(text: str) -> None:
    """What comes back is an id of the list, and stays itself."""
    one = SCHEME.normalise(text)

    assert one is None or SCHEME.normalise(one) == one
    assert SCHEME.nearest(text) in (None, *IDS)


@pytest.mark.parametrize("text", ["OA1," * 5_000, "O." * 20_000, " " * 50_000 + "OA1" + " " * 50_000, "OA1-99," * 200])
def test_long_texts_do_not_hang(text: str) -> None:
    """A text made to be slow is searched in the time of any other."""
    assert len(SCHEME.find(text)) <= 100 * text.count("OA1")


@pytest.mark.parametrize("text", ["OA1-99," * 500, "OA1-99;" * 500])
def test_ranges_written_over_and_over_are_spelled_out_once(text: str) -> None:
    """To be told what a text names takes no longer for every number that its ranges span."""
    start = time.process_time()
    every, middle = SCHEME.find(text), time.process_time()
    first, end = SCHEME.find_first(text), time.process_time()

    assert (len(every), len(first)) == (99 * 500, 99)
    assert end - middle < (middle - start) / 3


@pytest.mark.parametrize("text", ["OA1-99," * 10_000, "(AO1) " * 5_000, "room OA1-99, " * 5_000])
def test_a_long_text_of_ranges_does_not_hang(text: str) -> None:
    """Its length alone tells how long it takes."""
    assert len(SCHEME.find_first(text)) <= 99


@given(
    st.lists(st.sampled_from(["OA1-9", "OA3-5", "oa 2", "8", "AO4", "room", "(", ")", ",", " and ", "/", "-", ". "]))
    .map("".join)
)  # fmt: skip
def test_the_first_of_each_is_among_all(text: str) -> None:
    """The first matches are those that stand first among all matches, in their order."""
    first = {}
    for match in SCHEME.find(text):
        first.setdefault(match.id, match)

    assert SCHEME.find_first(text) == tuple(first.values())


PARTED = IdScheme.of(["ac-1", "ac-2", "ac-2.1", "ac-2.3", "ac-2.3.4", "ac-21", "ca-2", "K.C.1"])


@pytest.mark.parametrize(
    "text", ["ac-2.1", "AC-2.1", "ac-02.01", "AC-2(1)", "AC-2 (1)", "AC-02(01)", "AC 2(1)", "ac2.1", "A.C.-2(1)"]
)
def test_a_part_of_a_criterion_is_known_as_people_write_it(text: str) -> None:
    """With a point or in brackets, with noughts or without; it is not the whole, and not another number."""
    assert PARTED.normalise(text) == "ac-2.1"
    assert found(f"See {text} of the list", PARTED) == ["ac-2.1"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("AC-2(1)(3)", ["ac-2.1", "ac-2.3"]),
        ("AC-2 (1) (3)", ["ac-2.1", "ac-2.3"]),
        ("AC-2(3)(4)", ["ac-2.3.4"]),
        ("AC-2(1)(a)", ["ac-2.1"]),
        ("AC-2 (see below)", ["ac-2"]),
        ("AC-2 (9) and AC-21", ["ac-2", "ac-21"]),
        ("AC-2(9)", ["ac-2.9"]),
        ("AC-7(1)", ["AC7.1"]),
        ("AC-1, AC-2(1) and CA-2", ["ac-1", "ac-2.1", "ca-2"]),
        ("ac-2.10, ac-21.", ["ac-2.10", "ac-21"]),
        ("k.c.1", ["K.C.1"]),
    ],
)
def test_parts_are_told_from_notes_and_from_other_numbers(text: str, ids: list[str]) -> None:
    """A bracket after a space is a note unless the list has such a part; one that it lacks is reported, not dropped."""
    assert found(text, PARTED) == ids
    assert {one.id: one.known for one in PARTED.find(text)} == {one: one in PARTED.ids for one in ids}


@given(st.sampled_from(["ac-2.1", "ac-2.3", "ac-2.3.4", "ac-21"]), st.text(" (),.-", max_size=3))
def test_any_text_around_a_part_leaves_spans_inside(part: str, around: str) -> None:
    """No text raises, and each match stands where it says."""
    text = f"{around}{part}{around}(1){around}"

    assert all(text[one.start : one.end] == one.written for one in PARTED.find(text))
