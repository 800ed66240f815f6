"""The command `diff`: exit codes, formats, hostile files, and what is printed of real folders."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import readiness
from common import Ran
from readiness._records import record_of
from readiness._resources import schema
from readiness.model import Difference

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers
from page import Page  # noqa: E402 - as above

Run = Callable[..., Ran]
SIMPLE = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'
LAPSES = """
    [[document]]
    path = "records.txt"
    kinds = ["policy"]
    owner = "Officer"
    review_by = 2009-02-01
    [[document.claim]]
    criterion = "OA1"
"""


@pytest.fixture
def kept(run: Run, evidence: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """Return a function that judges a small folder on a day and keeps the JSON."""

    def keep(day: str, register: str = LAPSES) -> Path:
        path = tmp_path / f"{day}-{len(register)}.json"
        assert run("profile", evidence(register, "records.txt"), "--as-of", day, "-o", path).code == 0
        return path

    return keep


def test_exit_code_says_whether_anything_is_worse(run: Run, kept: Callable[..., Path]) -> None:
    """1 when evidence lapsed, 0 the other way round or when nothing moved."""
    old, new = kept("2009-01-31"), kept("2009-03-31")

    worse = run("diff", old, new)
    assert (1, "1 worse; 0 other changes\n") == (worse.code, worse.err)
    assert "Newly stale (1)" in worse.out
    assert "was due for review by 1 February 2009" in worse.out
    assert run("diff", new, old).code == 0
    same = run("diff", old, old)
    assert (0, "nothing moved\n") == (same.code, same.err)
    assert "Nothing moved between the two." in same.out


def test_a_document_that_is_claimed_is_a_cause(run: Run, kept: Callable[..., Path]) -> None:
    """The cause is told in terms of evidence."""
    before = kept("2009-01-31", "")
    done = run("diff", before, kept("2009-01-31"))

    assert "document claimed: records.txt is now claimed for it." in done.out
    assert "no longer said: No document is claimed" in done.out


def test_every_fault_of_both_files_in_one_run(run: Run, tmp_path: Path) -> None:
    """Two bad files are told of at once, with exit code 2 and without a traceback."""
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")

    done = run("diff", bad, tmp_path / "nowhere.json")

    assert done.code == 2
    assert "2 problems:" in done.err
    assert "bad.json:1: is not JSON" in done.err
    assert "no such file" in done.err
    assert "Traceback" not in done.err


def test_two_organisations_only_anyway(run: Run, kept: Callable[..., Path], tmp_path: Path) -> None:
    """They are refused with a way out, and compared with a note on top."""
    one = kept("2009-01-31")
    other = tmp_path / "other.json"
    other.write_text(one.read_text(encoding="utf-8").replace("Test Council", "Elsewhere"), encoding="utf-8")

    refused = run("diff", one, other)
    assert refused.code == 2
    assert "--anyway" in refused.err
    done = run("diff", one, other, "--anyway")
    assert done.code == 0
    assert "note  The two are of different organisations" in done.out


def test_writes_no_file_over_an_assessment(run: Run, kept: Callable[..., Path]) -> None:
    """A slip of the hand must not lose one of the two; an unknown suffix is refused before any work."""
    one = kept("2009-01-31")

    assert "name another file" in run("diff", one, one, "-o", one).err
    assert "use one of .csv" in run("diff", one, one, "-o", one.with_suffix(".pptx")).err


@pytest.mark.parametrize("form", ["md", "html", "json", "txt"])
def test_a_file_has_what_the_screen_has(run: Run, kept: Callable[..., Path], tmp_path: Path, form: str) -> None:
    """`-o` and `--format` give the same bytes, and the same again."""
    old, new = kept("2009-01-31"), kept("2009-03-31")
    path = tmp_path / f"changes.{form}"

    assert run("diff", old, new, "-o", path).code == 1
    shown = run("diff", old, new, "--format", "text" if form == "txt" else form)
    assert shown.out == path.read_text(encoding="utf-8")


def both(name: str) -> Difference:
    """Return what changed between a sample and one in which every gap has another status."""
    old = record_of(getattr(samples, name)())
    changed = tuple(
        readiness.model.RecordedCriterion(
            id=one.id,
            title=one.title + "!",
            requires=one.requires,
            wording=one.wording,
            status=after.status,
            findings=after.findings,
            links=after.links,
            waiver=after.waiver,
            not_applicable=after.not_applicable,
        )
        for one, after in zip(old.criteria, (*old.criteria[1:], old.criteria[0]), strict=True)
    )
    new = samples.evolve(old, criteria=changed, documents=old.documents[1:], due=old.as_of)
    return readiness.compare(old, new)


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_the_json_follows_its_schema(name: str) -> None:
    """Every sample is valid against the schema that is shipped."""
    rules = json.loads(schema("difference-1").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(rules, format_checker=jsonschema.FormatChecker())

    assert not [error.message for error in checker.iter_errors(json.loads(readiness.render(both(name), "json")))]


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_the_page_is_whole_and_fetches_nothing(name: str) -> None:
    """Tags pair up, headings come in order, nothing is loaded, and hostile text adds no element."""
    page = Page(readiness.render(both(name), "html"))
    ours = Page(readiness.render(both("full"), "html")).tags

    assert not page.faults
    assert page.tags <= ours
    assert not {"script", "img", "iframe", "object", "link"} & page.tags
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert not [one for one in (*page.values("src"), *page.values("href")) if not one.startswith("#")]
    assert "Opened" in page.text


def test_hostile_text_cannot_act_in_markdown_or_on_a_screen(run: Run, tmp_path: Path) -> None:
    """Markup is escaped, and no control character reaches a terminal."""
    said = readiness.render(both("hostile"), "md").decode()
    assert "<img" not in said.replace("\\<", "")
    assert not re.search(r"(?<!\\)\]\(", said)
    assert "\x1b" not in said

    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_bytes(readiness.render(samples.hostile().assessment, "json"))
    wire = json.loads(old.read_bytes())
    for one, after in zip(wire["criteria"], [*wire["criteria"][1:], wire["criteria"][0]], strict=True):
        one["title"] = f"{one['title']}!"
        one["status"] = after["status"]
    new.write_text(json.dumps(wire | {"documents": [], "due": "2009-01-01"}), encoding="utf-8")
    done = run("diff", old, new)
    assert 1 == done.code
    assert "Opened" in done.out
    assert not [one for one in done.out if not one.isprintable() and one != "\n"]


def test_whole_outputs(run: Run, same_as_kept: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said of the Isle of Wight and of Anyshire between two days is kept, to be read when it changes."""
    monkeypatch.chdir(tmp_path)
    for name, days in {"isle-of-wight": ("2008-10-31", "2008-12-31"), "anyshire": ("2008-12-01", "2009-03-02")}.items():
        for day in days:
            run("profile", ROOT / "evidence" / name, "--as-of", day, "-o", f"{name}-{day}.json")
        for form in ("text", "md"):
            done = run("diff", *(f"{name}-{day}.json" for day in days), "--format", form)
            same_as_kept(f"{name}.{form}", f"{done.out}--- standard error\n{done.err}--- exit {done.code}\n")


def test_quiet_leaves_the_result_alone(run: Run, kept: Callable[..., Path]) -> None:
    """`-q` says nothing besides, and changes no exit code; `--colour always` paints what is worse."""
    old, new = kept("2009-01-31"), kept("2009-03-31")

    quiet = run("diff", "-q", old, new)
    assert (1, "") == (quiet.code, quiet.err)
    assert quiet.out == run("diff", old, new).out
    assert "\x1b[31m" in run("diff", "--colour", "always", old, new).out
