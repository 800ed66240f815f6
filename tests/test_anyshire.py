"""Anyshire, the invented council: made byte for byte from its sources, and every gap planted in it is noticed."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readiness import assess_folder
from readiness._readers import read_documents
from readiness._registry import rules
from readiness.model import Assessment, Basis, DocumentEntry, DocumentText, Fault, Finding, Level, Locator, Status
from readiness.model._assessment import DECISION_RULES

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "evidence" / "anyshire"
SOURCE = ROOT / "evidence" / "anyshire-source"
if not FOLDER.is_dir():
    pytest.skip("the source distribution carries no evidence", allow_module_level=True)

AS_OF = date(2009, 3, 2)
INVENTED = ("Anyshire is an invented council.", "Northmoor is an invented council.")
BY_HAND = {"register.toml", "plan.csv", "accepted.toml"}
GAPS: list[dict[str, Any]] = tomllib.loads((SOURCE / "gaps.toml").read_text(encoding="utf-8"))["gap"]
KINDS_OF_GAP = {
    "planned only", "expired", "about to lapse", "unsigned", "wrong endorser", "aspect missing", "unfilled template",
    "borrowed", "draft", "superseded", "password", "scan", "corrupt", "suspect", "duplicate", "claimed but absent",
    "cited but not claimed", "over-claiming", "waiver expired",
}  # fmt: skip
UNKNOWN, NOT_APPLICABLE, WAIVED = "OA5", "OA26", "OA28"
LABELS = {"Version": "version", "Owner": "owner", "Effective date": "effective", "Review date": "review_by"}


@pytest.fixture(scope="module")
def documents() -> dict[str, DocumentText]:
    """Read every document, as the program reads evidence."""
    paths = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())
    return {one.path: one for one in read_documents(FOLDER, [path for path in paths if not path.endswith(".toml")])}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess_folder(FOLDER, as_of=AS_OF)


def made(*options: str) -> str:
    """Run the program that makes the documents and return what it says."""
    command = [sys.executable, str(SOURCE / "make.py"), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_the_documents_are_made_byte_for_byte(tmp_path: Path) -> None:
    """The program writes, into an empty folder, exactly the documents that are kept."""
    made("--into", str(tmp_path))

    kept = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    anew = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    documents = {name: data for name, data in kept.items() if "/" in name or name.endswith(".txt")}
    assert sorted(anew) == sorted(documents)
    assert [name for name in anew if anew[name] != documents[name]] == []


def test_checking_writes_nothing(tmp_path: Path) -> None:
    """`--check` says what would be written and leaves the folder alone; an up-to-date folder passes."""
    command = [sys.executable, str(SOURCE / "make.py"), "--check", "--into", str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

    assert done.returncode == 1
    assert "would write 00 Read me first.txt" in done.stdout
    assert list(tmp_path.iterdir()) == []
    assert "0 written anew" in made("--check")


def test_only_the_accepted_document_was_ever_different(tmp_path: Path) -> None:
    """The earlier text differs in one document, by the clause that makes its acceptance suspect."""
    made("--into", str(tmp_path))
    said = made("--into", str(tmp_path), "--earlier")

    (suspect,) = (one["document"] for one in GAPS if one["gap"] == "suspect")
    assert [line for line in said.splitlines() if line.startswith("wrote ")] == [f"wrote {suspect}"]


def test_there_are_enough_documents_of_enough_formats(documents: dict[str, DocumentText]) -> None:
    """At least forty documents in at least twelve formats were read; a format is what the file is, not its suffix."""
    read = [one for path, one in documents.items() if path not in BY_HAND]

    assert len(read) >= 40
    assert len({one.format for one in read if one.passages}) >= 12
    assert [one.path for one in read if one.facts.suffix_mismatch or one.truncated] == []


def test_only_the_planted_documents_cannot_be_read(documents: dict[str, DocumentText]) -> None:
    """One is locked, one is a scan and one is damaged; every other gives text."""
    faults = {one.path: [fault.fault for fault in one.faults] for one in documents.values() if one.faults}
    planted = {"password": Fault.ENCRYPTED, "scan": Fault.SCANNED, "corrupt": Fault.CORRUPT}

    assert faults == {one["document"]: [planted[one["gap"]]] for one in GAPS if one["gap"] in planted}
    assert all(one.passages for path, one in documents.items() if path not in faults)


def test_every_document_says_that_it_is_invented(documents: dict[str, DocumentText]) -> None:
    """The text of each says so; those without readable text carry it in their bytes."""
    for path, one in documents.items():
        if path in BY_HAND:
            continue
        text, data = "\n".join(passage.text for passage in one.passages), (FOLDER / path).read_bytes()
        assert any(line in text or line.encode() in data for line in INVENTED), path
    assert "invented" in (FOLDER / "register.toml").read_text(encoding="utf-8").partition("\n")[0]


def test_every_kind_of_gap_is_planted_once() -> None:
    """The table has each kind once, and names documents that are there, save the one that is absent."""
    assert sorted(one["gap"] for one in GAPS) == sorted(KINDS_OF_GAP)
    assert len({one["criterion"] for one in GAPS}) == len(GAPS)
    for one in GAPS:
        there = (FOLDER / one["document"]).is_file() if "document" in one else None
        assert there is (None if there is None else one["gap"] != "claimed but absent"), one["gap"]


def waited_for(gap: dict[str, Any], assessment: Assessment) -> str:
    """Return what the program cannot do yet, without which the gap cannot be seen; empty if it can."""
    if gap["seen_by"] not in {*rules.builtins, *DECISION_RULES}:
        return f"there is no rule {gap['seen_by']!r} yet"
    needs = gap.get("needs", [])
    if "opened documents" in needs and "readable" not in rules.builtins:
        return f"{gap['seen_by']!r} does not open documents yet"
    cited = any(link.basis is Basis.CITED for one in assessment.results for link in one.links)
    return "nothing follows citations yet" if "citations" in needs and not cited else ""


@pytest.mark.parametrize("gap", GAPS, ids=lambda one: one["gap"])
def test_a_planted_gap_is_seen(gap: dict[str, Any], assessment: Assessment) -> None:
    """The rule that the table names says what the table says, and the criterion has the status that it deserves."""
    if lacking := waited_for(gap, assessment):
        pytest.skip(lacking)
    (result,) = (one for one in assessment.results if one.criterion.id == gap["criterion"])

    by_rule = [one for one in (*result.findings, *assessment.findings) if one.rule == gap["seen_by"]]
    assert [one for one in by_rule if says(one, gap)], [one.message for one in by_rule]
    assert result.status.value in gap["status"]


def says(finding: Finding, gap: dict[str, Any]) -> bool:
    """Return whether a finding is about the gap, at its level or above."""
    text = f"{finding.message} {finding.document} {finding.location}".casefold()
    right_document = finding.document in {"", gap.get("document", "")}
    grave_enough = finding.level.weight >= Level(gap["level"]).weight
    return grave_enough and right_document and all(w.casefold() in text for w in gap["words"])


def test_the_rest_is_in_order(assessment: Assessment) -> None:
    """What the table does not name is met, does not apply, is waived, or is known to nobody."""
    planted = {one["criterion"] for one in GAPS}
    rest = {one.criterion.id: one.status for one in assessment.results if one.criterion.id not in planted}

    odd = {UNKNOWN: Status.NOT_ASSESSABLE, NOT_APPLICABLE: Status.NOT_APPLICABLE, WAIVED: Status.WAIVED}
    assert rest == {name: odd.get(name, Status.MET) for name in rest}
    assert len([one for one in rest.values() if one is Status.MET]) == 6


def test_the_title_block_agrees_with_the_register(documents: dict[str, DocumentText], assessment: Assessment) -> None:
    """Version, owner and dates stand in each document as they stand in the register, so that no gap is there twice."""
    for entry in assessment.folder.register.documents:
        lines = "\n".join(passage.text for passage in documents.get(entry.path, DocumentText(path="")).passages)
        for label, name in LABELS.items():
            value = written(getattr(entry, name))
            found = re.search(rf"^(?:- \*\*)?{label}(?:[:*| ]+|\n)(.*)$", lines, re.MULTILINE)
            if value and found:
                assert found[1].startswith(value), (entry.path, label)


def written(value: date | str | None) -> str:
    """Return a value of the register as a title block writes it."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else value or ""


def test_what_is_claimed_stands_where_the_claim_says(
    documents: dict[str, DocumentText], assessment: Assessment
) -> None:
    """Each place can be found, and the text there has a term of every aspect claimed; the planted gaps apart."""
    terms = {(r.criterion.id, a.id): a.terms for r in assessment.results for a in r.criterion.aspects}
    unread = {one["document"] for one in GAPS if one["gap"] in {"password", "scan", "corrupt", "claimed but absent"}}
    for entry in assessment.folder.register.documents:
        for claim in () if entry.path in unread else entry.claims:
            text = place(documents[entry.path], claim.where)
            assert text, (entry.path, claim.where)
            for aspect in claim.aspects:
                assert mentions(text, terms[claim.criterion, aspect]), (entry.path, claim.criterion, aspect)


def test_no_required_aspect_is_left_to_chance(documents: dict[str, DocumentText], assessment: Assessment) -> None:
    """Each criterion that is meant to be met has every required aspect in the text of what is claimed for it."""
    planted = {one["criterion"] for one in GAPS if "met" not in one["status"]}
    for result in assessment.results:
        if result.criterion.id in planted | {UNKNOWN, NOT_APPLICABLE, WAIVED}:
            continue
        text = "\n".join(place(documents[path], "") for path in {one.document for one in result.links})
        for aspect in result.criterion.aspects:
            assert mentions(text, aspect.terms) or not aspect.required, (result.criterion.id, aspect.id)


def mentions(text: str, terms: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE) for term in terms)


def place(document: DocumentText, where: str) -> str:
    """Return the text at a place as the register writes it: a page, a heading, cells or a phrase in quotation marks."""
    return "\n".join(one.text for one in document.passages if stands(one.text, one.locator, where))


def stands(text: str, locator: Locator, where: str) -> bool:
    if where.startswith("“"):
        return where.strip("“”") in text
    if found := re.fullmatch(r"page (\d+)", where):
        return locator.page == int(found[1])
    if found := re.fullmatch(r"(?:(.+)!)?[A-Z]+(\d+):[A-Z]+(\d+)", where):
        rows = re.findall(r"\d+", locator.cell)
        return bool(rows) and locator.sheet == (found[1] or "") and int(found[2]) <= int(rows[0]) <= int(found[3])
    return not where or where in locator.heading


def test_nobody_real_is_in_it(documents: dict[str, DocumentText]) -> None:
    """Addresses are of the kind kept for examples, numbers of the kind kept for drama, and nobody has a name."""
    text = "\n".join(passage.text for one in documents.values() for passage in one.passages)

    assert {found for found in re.findall(r"@([\w.-]+)", text) if not found.endswith(".example")} == set()
    assert [found for found in re.findall(r"\b0\d{4} ?\d{3} ?\d{3}\b", text) if not found.startswith("01632 960")] == []
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b\.? [A-Z]", text) == []


def test_records_are_recent(documents: dict[str, DocumentText], assessment: Assessment) -> None:
    """Each criterion that is met and has a record claimed for it has a row dated within the last twelve months."""
    entries = {one.path: one for one in assessment.folder.register.documents}
    for result in assessment.results:
        records = [entries[link.document] for link in result.links if is_record(entries[link.document])]
        if result.status is Status.MET and records:
            text = "\n".join(place(documents[one.path], "") for one in records)
            assert any(date(2008, 3, 2) <= day <= AS_OF for day in days(text)), result.criterion.id


def is_record(entry: DocumentEntry) -> bool:
    return any(kind.value == "record" for kind in entry.kinds)


def days(text: str) -> list[date]:
    iso = [date.fromisoformat(found) for found in re.findall(r"\b20\d\d-\d\d-\d\d\b", text)]
    british = [date(int(y), int(m), int(d)) for d, m, y in re.findall(r"\b(\d\d)/(\d\d)/(20\d\d)\b", text)]
    worded = re.findall(r"\b(\d{1,2}) (January|February|December) (200\d)\b", text)
    months = {"January": 1, "February": 2, "December": 12}
    return [*iso, *british, *(date(int(y), months[m], int(d)) for d, m, y in worded)]
