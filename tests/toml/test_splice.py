"""Changing one table or key of a text: where it goes, and what stays where it was."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness._toml import AddTable, Edit, RemoveTable, SetKey, edited

COMPACT = """\
title = "x" # ours
[[document]]
path = "a"
# of a
# of b
[[document]]
path = "b"
  [[document.claim]]
  criterion = "OA1"
# of the waiver
[[waiver]]
criterion = "OA2"
"""


def after(edit: Edit, text: str = COMPACT) -> str:
    return edited(text, [edit], lambda _: [])


def test_a_comment_above_a_header_stays_above_it() -> None:
    """Without a blank line between them, comments belong to the header below."""
    made = after(AddTable(("document", 0, "claim"), {"criterion": "OA9"}))

    claim = 'path = "a"\n\n  [[document.claim]]\n  criterion = "OA9"\n\n# of a\n# of b\n[[document]]\n'
    assert claim in made


def test_a_table_that_goes_takes_its_comment_along_and_no_other() -> None:
    """What stood above it was about it; what stands above the next is not."""
    made = after(RemoveTable(("document", 1)))

    assert made == 'title = "x" # ours\n[[document]]\npath = "a"\n# of the waiver\n[[waiver]]\ncriterion = "OA2"\n'


BELOW = """\
[[document]]
path = "a"

  # above
  [[document.claim]]
  criterion = "OA12" # of the claim
  # inside
  where = "p1"{below}
# About b.
[[document]]
path = "b"
"""


@pytest.mark.parametrize(
    ("below", "left"),
    [
        ("\n  # old\n  # newer\n", "\n  # old\n  # newer\n\n"),
        ("  # trailing\n\n  # old\n", "\n  # old\n\n"),
        ("\n# old", "\n# old\n"),
        ("\n", "\n"),
    ],
)
def test_comments_below_a_table_that_goes_stay(below: str, left: str) -> None:
    """They are about what was there once, or about what comes next; one blank line stays of those around it."""
    made = after(RemoveTable(("document", 0, "claim", 0)), BELOW.format(below=below))

    assert made == f'[[document]]\npath = "a"\n{left}# About b.\n[[document]]\npath = "b"\n'


def test_a_table_in_the_place_of_another_stands_between_blank_lines() -> None:
    """So that no comment of the next one seems to be its own."""
    text = "[[a]]\nb = 1\n\n[[a]]\nb = 2\n\n# loose\n\n[c]\n"
    made = edited(text, [RemoveTable(("a", 1)), AddTable(("a",), {"b": 3})], lambda _: [])

    assert made == text.replace("2", "3")


def test_the_last_table_of_a_file_takes_the_blank_line_above_it_along() -> None:
    """None is left at the end."""
    assert after(RemoveTable(("a", 0)), "b = 1\n\n[[a]]\nc = 2\n") == "b = 1\n"
    assert after(RemoveTable(("a", 0)), "b = 1\n\n[[a]]\nc = 2") == "b = 1\n"


GAPS = st.lists(st.sampled_from(["", "  ", "# said", "  # said", '# [[a]] "old']), max_size=4)
TABLES = st.lists(st.tuples(GAPS, st.lists(GAPS, max_size=2)), min_size=1, max_size=4)


def numbered(gap: list[str], lines: list[str]) -> None:
    """Add the lines of a gap, every comment one of its own."""
    lines += [f"{one} {len(lines) + number}" if "#" in one else one for number, one in enumerate(gap)]


def directly_above(lines: list[str], header: int) -> int:
    """Return the index of the first comment of those directly above a header."""
    while header and lines[header - 1].lstrip().startswith("#"):
        header -= 1
    return header


@given(tables=TABLES, end=GAPS, gone=st.sets(st.integers(0, 3), min_size=1))
def test_no_comment_goes_but_those_of_the_table(
    tables: list[tuple[list[str], list[list[str]]]], end: list[str], gone: set[int]
) -> None:
    """Whatever goes, and whatever stands around it: its keys and what is directly above its headers, nothing else."""
    lines, mine = ["top = 1"], set[int]()
    for index, (gap, inner) in enumerate(tables):
        for space, name in [(gap, "a"), *((one, "a.b") for one in inner)]:
            numbered(space, lines)
            if index in gone:
                mine |= set(range(directly_above(lines, len(lines)), len(lines) + 4))
            lines += [f"[[{name}]]", f"k = {index} # {len(lines)} of the key", "# inside", "l = 2"]
    numbered(end, lines)
    edits = [RemoveTable(("a", index)) for index in sorted(gone) if index < len(tables)]

    made = edited("\n".join([*lines, ""]), edits, lambda _: [])

    kept = [one for number, one in enumerate(lines) if number not in mine and one.strip()]
    assert [one for one in made.split("\n") if one.strip()] == kept
    assert [one["k"] for one in tomllib.loads(made).get("a", [])] == [
        index for index in range(len(tables)) if index not in gone
    ]


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (SetKey((), "title", "y"), 'title = "y" # ours\n[[document]]'),
        (SetKey((), "due", 7), 'title = "x" # ours\ndue = 7\n[[document]]'),
        (SetKey(("document", 1, "claim", 0), "where", "p"), '  criterion = "OA1"\n  where = "p"\n# of the waiver'),
        (SetKey(("waiver", 0), "criterion", None), "[[waiver]]\n"),
    ],
)
def test_a_key_is_set_where_it_stands(edit: Edit, line: str) -> None:
    """A value is replaced in its line; a new key follows the last one, with its indent."""
    assert line in after(edit)


def test_what_is_added_at_the_end_of_a_file_without_a_last_line_end_is_on_its_own_line() -> None:
    """As some editors leave it."""
    assert after(AddTable(("b",), {"c": 1}), "a = 1") == "a = 1\n\n[[b]]\nc = 1\n"
    assert after(SetKey((), "b", 2), "a = 1") == "a = 1\nb = 2\n"


def test_comments_inside_a_list_go_above_it() -> None:
    """The list is written anew, and they are not lost."""
    assert after(SetKey((), "a", [1, 3]), "a = [\n  1, # one\n  2,\n]\n") == "# one\na = [1, 3]\n"
