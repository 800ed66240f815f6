"""Changing one table or key of a text: where it goes, and what stays where it was."""

from __future__ import annotations

import pytest

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
