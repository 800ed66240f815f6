"""Laws of the register in a spreadsheet: nothing is lost on the way, and nothing is changed that was not changed."""

from __future__ import annotations

import random
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness import load_catalogue
from readiness._register import OpenRegister, brought_in, exported, open_register, revised
from readiness._toml import inline
from readiness.model import Kind

CATALOGUE = load_catalogue()
HOSTILE = st.sampled_from(
    ["=1+1", "'=1", "''-x", "a\nb", "a\r\nb", "\r", " lead", "tail ", "_x000D_", "_x005F_", "\x00\x01\x0b", "\t", "“q”",
     "1.0", "007", "TRUE", "2009-05-29", "#REF!", "<b>&amp;", "a; b", 'say "it"', '"', ";", "[documents]", "OA8",
     "\u2028",
          "http://council.invalid/", "{=1}", "😀", "é", "é", "@x", "＝1", "documents", "# no comment", '"""', "\\"],
)  # fmt: skip
UNWRITABLE = str.maketrans("", "", "\ufffe\uffff")
TEXT = HOSTILE | st.text(max_size=8).map(lambda text: text.translate(UNWRITABLE))
SAID = TEXT.filter(str.strip)
DAYS = st.dates(date(1, 1, 2), date(9999, 12, 31))
KINDS = st.lists(st.sampled_from([one.value for one in Kind]), max_size=2, unique=True)
PATHS = st.sampled_from(["a.doc", "=b.doc", "'c.doc", "d e/é;.doc", "+f.doc", "_x000D_.doc", "@.doc", "0.doc"])
KNOWN = ("OA8", "oa-12", "AO1")
UNKNOWN = ("OA3", "OA5")


def table(needed: dict[str, st.SearchStrategy[Any]], /, **optional: st.SearchStrategy[Any]) -> Any:
    return st.fixed_dictionaries(needed, optional=optional)


CLAIMS = st.lists(table({"criterion": st.sampled_from(KNOWN)}, where=TEXT, note=TEXT), max_size=3)
APPROVALS = st.lists(table({"body": SAID, "date": DAYS}, minute=TEXT, version=TEXT), max_size=2)
DOCUMENTS = st.lists(
    table({"path": PATHS}, title=TEXT, kinds=KINDS, owner=TEXT, version=TEXT, effective=DAYS, claim=CLAIMS,
          approval=APPROVALS),
    max_size=4, unique_by=lambda one: one["path"],
)  # fmt: skip
WAIVERS = st.lists(
    st.builds(
        lambda head, days: {**head, "from": min(days), "until": max(days)},
        table({"criterion": st.sampled_from(KNOWN), "reason": SAID, "approver": SAID}),
        st.lists(DAYS, min_size=2, max_size=2),
    ),
    max_size=2,
)
DECISIONS = st.lists(
    table({"criterion": st.sampled_from(KNOWN), "reason": SAID, "approver": SAID, "date": DAYS}),
    max_size=2, unique_by=lambda one: one["criterion"],
)  # fmt: skip
ASPECTS = st.lists(
    table({"id": TEXT, "title": TEXT}, terms=st.lists(TEXT, max_size=3), required=st.booleans(),
          basis=st.sampled_from(["plan", "public"])),
    max_size=2,
)  # fmt: skip
WORDINGS = st.lists(
    table({"id": st.sampled_from(UNKNOWN), "title": SAID, "requires": SAID, "source": SAID},
          kinds=st.lists(st.sampled_from(["policy", "process or procedure"]), max_size=2),
          owners=st.lists(TEXT, max_size=2), aspect=ASPECTS),
    max_size=2, unique_by=lambda one: one["id"],
)  # fmt: skip
REGISTERS = table(
    {"organisation": SAID, "assessment": st.just("RA7"), "due": DAYS}, system=TEXT, document=DOCUMENTS, waiver=WAIVERS,
    not_applicable=DECISIONS, criterion=WORDINGS,
)  # fmt: skip


def written(data: dict[str, Any], seed: int) -> str:
    """Return the register as somebody may have written it: tables with headers or in brackets, with comments."""
    odd = random.Random(seed)
    lines = ["# The register of an invented council.", ""]
    tables: list[str] = []
    for key, value in data.items():
        if isinstance(value, list) and value and odd.random() < 0.8:
            for one in value:
                tables += _headed(key, one, odd, odd.choice(["", "  "]))
        else:
            lines.append(f"{key} = {inline(value)}  # as it is")
    return "\n".join([*lines, *tables]) + odd.choice(["", "\n", "\n\n# the end\n"])


def _headed(name: str, data: dict[str, Any], odd: random.Random, indent: str) -> list[str]:
    lines = [*odd.choice([[], [""], ["", f"# about this {name}"]]), f"{indent}[[{name}]]"]
    tables: list[str] = []
    for key, value in data.items():
        is_tables = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
        if is_tables and odd.random() < 0.8:
            for one in value:
                tables += _headed(f"{name}.{key}", one, odd, indent * 2)
        else:
            lines += odd.choice([[], ["# a word"]])
            lines.append(f"{indent}{key} = {inline(value)}")
    return [*lines, *tables]


def opened(folder: Path, text: str) -> OpenRegister:
    return open_register(folder, CATALOGUE, text.encode("utf-8"))


def in_any_order(value: Any) -> Any:
    """Return tables in an order of their own; lists of words keep theirs."""
    if isinstance(value, dict):
        return {key: in_any_order(one) for key, one in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted(map(in_any_order, value), key=repr)
    return value


@pytest.mark.parametrize("name", ["register.csv", "register.xlsx"])
@settings(max_examples=at_most(25))
@given(data=REGISTERS, seed=st.integers(0, 99))
def test_out_and_in_again_changes_nothing(tmp_path_factory: Any, name: str, data: dict[str, Any], seed: int) -> None:
    """What comes back is what went out, to the byte; and the same register always makes the same file."""
    register = opened(tmp_path_factory.getbasetemp(), written(data, seed))

    sheet = exported(register, name)
    back = brought_in(register, sheet, name)

    assert (register.data, True, ()) == (back.data, back.fresh, back.ignored)
    assert revised(register, back.data).raw == register.raw
    assert sheet == exported(register, name)


@given(before=REGISTERS, after=REGISTERS, seed=st.integers(0, 99))
def test_a_register_becomes_what_the_sheet_says(
    tmp_path_factory: Any, before: dict[str, Any], after: dict[str, Any], seed: int
) -> None:
    """Whatever the sheet says, the register says afterwards; and then there is nothing to change any more."""
    folder = tmp_path_factory.getbasetemp()
    register, wanted = opened(folder, written(before, seed)), opened(folder, written(after, 1))

    said = brought_in(register, exported(wanted, "new.csv"), "new.csv")
    became = opened(folder, revised(register, said.data).raw.decode("utf-8"))

    assert in_any_order(became.data) == in_any_order(wanted.data)
    assert revised(became, said.data).said == ()


@given(data=REGISTERS, seed=st.integers(0, 99), owner=SAID)
def test_one_change_leaves_every_other_line(tmp_path_factory: Any, data: dict[str, Any], seed: int, owner: str) -> None:
    """Only the line of the change differs; every comment is still there."""
    register = opened(tmp_path_factory.getbasetemp(), written(data, seed))
    wanted = register.copy()
    wanted["system"] = owner

    text = revised(register, wanted).raw.decode("utf-8")

    old, new = register.text.split("\n"), text.split("\n")
    kept = [line for line in old if not line.startswith("system = ")]
    position = 0
    for line in kept:
        assert line in new[position:]
        position = new.index(line, position) + 1
    assert tomllib.loads(text)["system"] == owner
