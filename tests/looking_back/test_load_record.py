"""Reading an assessment back: what it says, whatever is wrong with it, and versions that nobody knows."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import readiness
from common import kept
from readiness.exceptions import InputError
from readiness.model import Decision, Level, Record, Status

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"


@pytest.fixture(scope="module")
def judged() -> readiness.model.Assessment:
    return readiness.assess_folder(IOW, as_of=date(2008, 10, 31), cache=kept())


@pytest.fixture(scope="module")
def wire(judged: Any) -> bytes:
    return readiness.render(judged, "json")


def load(tmp_path: Path, data: bytes | Any) -> Record:
    path = tmp_path / "old.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return readiness.load_record(path)


def test_says_what_the_assessment_said(judged: Any, wire: bytes, tmp_path: Path) -> None:
    """Every status, reason, finding and link comes back as it was."""
    found = load(tmp_path, wire)

    assert (judged.organisation, judged.as_of, judged.due, Decision.NO_GO) == (
        found.organisation,
        found.as_of,
        found.due,
        found.decision,
    )
    assert [(one.criterion.id, one.status, one.reasons) for one in judged.results] == [
        (one.id, one.status, one.reasons) for one in found.criteria
    ]
    assert [one.findings for one in judged.results] == [one.findings for one in found.criteria]
    assert [one.criterion.owners for one in judged.results] == [one.owners for one in found.criteria]
    assert not readiness.compare(judged, found).movements


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_what_a_shell_wrote(wire: bytes, tmp_path: Path, encoding: str) -> None:
    """A file that PowerShell redirected has another encoding, and is still read."""
    assert len(load(tmp_path, wire.decode().encode(encoding)).criteria) == 28


def test_reads_version_1_0_and_later_additions(wire: bytes, tmp_path: Path) -> None:
    """A file without the keys of 1.1 is read, and so is one with keys that nobody knows yet."""
    old, new = json.loads(wire), json.loads(wire) | {"schema_version": "1.9", "colour": "mauve"}
    old["schema_version"] = "1.0"
    for one in old["criteria"]:
        del one["strand"], one["owners"]
        for finding in one["findings"]:
            del finding["document"], finding["reason"]
    new["criteria"][0]["findings"][0]["mood"] = "good"

    assert not readiness.compare(load(tmp_path, old), load(tmp_path, new)).movements


def test_names_every_fault_at_once(wire: bytes, tmp_path: Path) -> None:
    """Each with its place in the file and what was expected; no fault hides another."""
    data = json.loads(wire)
    data["decision"] = "PERHAPS"
    data["as_of"] = "31/10/2008"
    data["criteria"][3]["status"] = "mett"
    data["criteria"][4]["findings"][0]["level"] = 3
    del data["criteria"][5]["findings"]
    data["criteria"][7] = "x"
    del data["organisation"]

    with pytest.raises(InputError) as caught:
        load(tmp_path, data)

    said = {one.where: one.message for one in caught.value.problems}
    assert {
        "organisation",
        "decision",
        "as_of",
        "criteria[4].status",
        "criteria[5].findings[1].level",
        "criteria[6]",
        "criteria[8]",
    } == set(said)
    assert "did you mean 'met'?" in said["criteria[4].status"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"{", "not JSON, or was cut off"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[]", "not of an assessment"),
        (b'{"schema_version": "1.0", "actions": []}', "not of an assessment"),
        (b'{"version": "2.1.0", "runs": []}', "not of an assessment"),
        (b'{"schema_version": "2.0", "criteria": [], "decision": "GO"}', "this program reads version 1"),
        (b'{"schema_version": 1, "criteria": [], "decision": "GO"}', "not of an assessment"),
    ],
)
def test_refuses_kindly_what_it_cannot_read(data: bytes, says: str, tmp_path: Path) -> None:
    """What is wrong and where such a file comes from is said in one sentence."""
    with pytest.raises(InputError, match=says):
        load(tmp_path, data)


def test_refuses_a_criterion_that_stands_twice(wire: bytes, tmp_path: Path) -> None:
    """Two results for one criterion cannot both be true, as after a bad merge."""
    data = json.loads(wire)
    data["criteria"].append(data["criteria"][0])

    with pytest.raises(InputError, match="OA1 stands 2 times"):
        load(tmp_path, data)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    """Both are said so, without a traceback."""
    with pytest.raises(InputError, match="no such file"):
        readiness.load_record(tmp_path / "nowhere.json")
    with pytest.raises(InputError, match="is a folder"):
        readiness.load_record(tmp_path)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_any_damage_is_a_problem_and_never_a_crash(wire: bytes, tmp_path_factory: Any, data: st.DataObject) -> None:
    """Whatever stands in the place of whatever value, the file is read or refused with words."""
    whole = json.loads(wire)
    whole["criteria"] = whole["criteria"][:2]
    place: Any = whole
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(ANYTHING)
            break
        place = place[key]

    try:
        found = load(tmp_path_factory.getbasetemp(), whole)
    except InputError:
        return
    else:
        assert {one.status for one in found.criteria} <= set(Status)
        assert {one.level for each in found.criteria for one in each.findings} <= set(Level)
