"""`readiness register`: out to a spreadsheet, edited there as an officer would, and back in."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from common import HEAD, Ran
from readiness import load_catalogue, load_evidence
from readiness._register import load_register

REGISTER = """
# The shielding policy is kept by HR.
[[document]]
path = "policy.txt"
kinds = ["policy"]
owner = "Head of HR"        # since March

  [[document.claim]]
  criterion = "OA8"
  where = "section 2"

# The guide is new.
[[document]]
path = "guide.txt"

[[waiver]]
criterion = "OA12"
reason = "The supplier is late"
approver = "Board"
from = 2009-01-01
until = 2009-03-31
"""


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Path:
    """Return a folder with two documents and a waiver."""
    return evidence(REGISTER, "policy.txt", "guide.txt", "minutes.txt")


@pytest.fixture
def sheet(run: Callable[..., Ran], folder: Path, tmp_path: Path) -> Path:
    """Return the register as a workbook."""
    file = tmp_path / "register.xlsx"
    assert run("register", "export", folder, "-o", file).code == 0
    return file


@contextmanager
def edited(file: Path) -> Iterator[Any]:
    """Open a workbook in another program's hands, and save it."""
    book = openpyxl.load_workbook(file)
    yield book
    book.save(file)


def register(folder: Path) -> str:
    return (folder / "register.toml").read_text("utf-8")


def test_an_error_in_a_cell_is_called_what_it_shows(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """A cell that shows an error is quoted as a person sees it, wherever it stands."""
    with edited(sheet) as book:
        book["claims"]["A2"] = "#REF!"
        book["register"]["A2"] = "#N/A"
    ran = run("register", "import", folder, sheet)

    assert ran.code == 2
    assert "claims!A2: no row of “documents” is about '#REF!'" in ran.err
    assert "'#n/a' is none of: " in ran.err
    assert "Odd" not in ran.err


def test_a_second_value_in_a_cell_is_not_lost_in_silence(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """A cell that holds one value of the register's own form holds no more than that."""
    with edited(sheet) as book:
        (cell,) = (row[1] for row in book["register"].iter_rows() if row[0].value == "rule")
        cell.value = '[]\nsystem = "another"'
    ran = run("register", "import", folder, sheet)

    assert ran.code == 2
    assert "expected a value as register.toml has it" in ran.err


def test_the_workbook_has_real_dates_lists_to_choose_from_and_headings_that_stay(sheet: Path) -> None:
    """What makes it pleasant in a spreadsheet is there for the program that opens it."""
    book = openpyxl.load_workbook(sheet)

    assert book.sheetnames == [
        "read me first", "register", "documents", "approvals", "claims", "waivers", "not applicable", "wordings",
        "aspects", "thresholds", "lists",
    ]  # fmt: skip
    waivers, documents, claims = book["waivers"], book["documents"], book["claims"]
    assert [one.value for one in waivers[1]] == ["criterion", "reason", "approver", "from", "until"]
    assert waivers["D2"].value.date() == dt.date(2009, 1, 1)
    assert documents.freeze_panes == "A2"
    offered = {str(one.sqref)[0]: one.formula1 for one in claims.data_validations.dataValidation}
    assert offered["A"] == "documents!$A$2:$A$2001"
    assert offered["B"] == "lists!$A$2:$A$29"
    kinds = [one for one in documents.data_validations.dataValidation if one.type == "list"]
    assert '"policy,process,procedure,record,agreement,training,statement"' in [one.formula1 for one in kinds]
    assert "readiness register import" in " ".join(str(row[0].value) for row in book["read me first"])


def test_the_diff_says_every_change_and_nothing_is_written(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """Each document, claim and waiver that is added, changed or removed has a line of its own."""
    before = register(folder)
    with edited(sheet) as book:
        book["documents"]["E2"] = "v2"
        book["documents"]["F2"] = dt.date(2009, 2, 1)
        book["claims"]["D2"] = "section 3"
        book["claims"].append(["guide.txt", "oa-09", None, None, "See the annex"])
        book["documents"].append(["minutes.txt", "Minutes of the board", "record; statement"])
        book["approvals"].append(["minutes.txt", "Board", dt.date(2009, 2, 3), "12/09"])
        book["waivers"].delete_rows(2)

    said = run("register", "import", folder, sheet)

    assert said.code == 0
    assert said.out.splitlines() == [
        "~ document policy.txt: version: nothing -> “v2”",
        "~ document policy.txt: effective: nothing -> 1 February 2009",
        "~ document policy.txt, claim for OA8 at “section 2”: where: “section 2” -> “section 3”",
        "+ document guide.txt, claim for oa-09: note “See the annex”",
        "+ document minutes.txt: title “Minutes of the board”, kinds record; statement",
        "+ document minutes.txt, approval Board: date 3 February 2009, minute “12/09”",
        "- waiver OA12",
    ]
    assert "7 changes to make; nothing was written, add --apply to write" in said.err
    assert register(folder) == before


def test_apply_keeps_comments_order_and_layout(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """Only the lines of the changes differ; the rows of a sheet may be sorted at will."""
    with edited(sheet) as book:
        documents = book["documents"]
        first = [one.value for one in documents[2]]
        documents.delete_rows(2)
        documents.append(first)
        documents["D3"] = "Deputy head of HR"
        book["claims"].append(["policy.txt", "OA9"])

    said = run("register", "import", folder, sheet, "--apply")

    assert said.code == 0, said.err
    expected = REGISTER.replace('"Head of HR"', '"Deputy head of HR"').replace(
        '  where = "section 2"\n', '  where = "section 2"\n\n  [[document.claim]]\n  criterion = "OA9"\n'
    )
    assert register(folder) == HEAD + expected
    assert run("register", "export", folder, "-o", sheet).code == 0
    assert "nothing to change" in run("register", "import", folder, sheet).err


def test_every_problem_is_told_at_once_with_its_cell(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """What cannot be read and what the register would refuse are told together, each with a hint where there is one."""
    with edited(sheet) as book:
        book["documents"]["C2"] = "polcy"
        book["documents"]["F2"] = "04/05/2009"
        book["documents"]["G3"] = 39962
        book["documents"]["E3"] = dt.date(2009, 1, 2)
        book["documents"]["H2"] = "=1/0"
        book["claims"]["B2"] = "OA99"
        book["claims"].append(["polcy.txt", "OA8"])
        book["claims"].append(["policy.txt", None, "x"])
        book["approvals"].append(["policy.txt", None, dt.date(2009, 2, 3)])
        book["waivers"]["E2"] = dt.date(2008, 1, 1)
        book["register"]["A4"] = "sistem"

    said = run("register", "import", folder, sheet, "--apply")

    assert said.code == 2
    lines = [one.strip() for one in said.err.splitlines()]
    for expected in (
        (
            "documents!C2: 'polcy' is not one of: policy, process, procedure, record, agreement, training, statement; "
            "did you mean 'policy'?"
        ),
        "documents!F2: '04/05/2009' may be 4 May 2009 or 5 April 2009; write 2009-05-04 or 2009-04-05",
        "documents!G3: expected a date, found the number 39962; if it stands for 29 May 2009, write 2009-05-29",
        (
            "documents!E3: the spreadsheet has turned what was typed into the date 2 January 2009; format the cell "
            "as text and type it again"
        ),
        "documents!H2: shows =1/0 and not a value; type the value itself",
        "claims!A3: no row of “documents” is about 'polcy.txt'; did you mean 'policy.txt'?",
        "waivers!E2: the waiver ends on 1 January 2008, before it begins on 1 January 2009",
        (
            "register!A4: 'sistem' is none of: organisation, assessment, system, catalogue, due, plan, own names, "
            "rule; did you mean 'system'?"
        ),
    ):
        assert expected in lines
    assert any(one.startswith("claims!B2: the catalogue has no criterion 'OA99'") for one in lines)
    assert any(one.startswith("claims!B4: ") for one in lines)
    assert any(one.startswith("approvals!B2: ") and "empty" in one for one in lines)
    assert register(folder) == HEAD + REGISTER


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2009-05-29", dt.date(2009, 5, 29)),
        ("29/05/2009", dt.date(2009, 5, 29)),
        ("29 May 2009", dt.date(2009, 5, 29)),
        ("29th May 2009", dt.date(2009, 5, 29)),
        ("3-Sept-2009", dt.date(2009, 9, 3)),
        ("5.5.2009", dt.date(2009, 5, 5)),
        (dt.date(2009, 5, 29), dt.date(2009, 5, 29)),
    ],
)
def test_dates_are_read_in_every_form(
    run: Callable[..., Ran], folder: Path, sheet: Path, typed: object, read: dt.date
) -> None:
    """As a real date, and as people type one."""
    with edited(sheet) as book:
        book["documents"]["F2"] = typed

    said = run("register", "import", folder, sheet, "--apply")

    assert said.code == 0, said.err
    assert load_register(folder, load_catalogue()).documents[0].effective == read


def test_a_register_changed_since_the_export_is_not_overwritten(
    run: Callable[..., Ran], folder: Path, sheet: Path
) -> None:
    """Nothing is merged in silence; whoever goes on sees what would be undone."""
    run("claim", folder, "guide.txt", "OA9")
    with edited(sheet) as book:
        book["register"]["B4"] = "ContactPoint"

    refused = run("register", "import", folder, sheet, "--apply")
    anyway = run("register", "import", folder, sheet, "--anyway")

    assert refused.code == 2
    assert "changed the register since the export" in refused.err
    assert "--anyway" in refused.err
    assert 'criterion = "OA9"' in register(folder)
    assert (anyway.code, anyway.out.splitlines()) == (
        0,
        ["~ register: system: nothing -> “ContactPoint”", "- document guide.txt, claim for OA9"],
    )


def test_the_same_sheet_may_come_back_twice(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """The second time the register says already what the sheet does, so nobody has to be asked."""
    with edited(sheet) as book:
        book["documents"]["D3"] = "Head of HR"
    assert run("register", "import", folder, sheet, "--apply").code == 0
    again = run("register", "import", folder, sheet, "--apply")

    assert (again.code, again.err) == (0, f"{folder / 'register.toml'}: nothing to change\n")


def test_an_export_is_never_written_over_what_somebody_has_typed(
    run: Callable[..., Ran], folder: Path, sheet: Path, tmp_path: Path
) -> None:
    """Neither over changes that the register has not, nor over another file; over an imported sheet, yes."""
    (folder / "register.toml").write_text(HEAD + REGISTER.replace("until = 2009-03-31", "until = 2009-04-30"), "utf-8")
    assert run("register", "export", folder, "-o", sheet).code == 0

    with edited(sheet) as book:
        book["documents"]["D2"] = "Head of Legal"
    typed = sheet.read_bytes()
    refused = run("register", "export", folder, "-o", sheet)
    assert (refused.code, sheet.read_bytes()) == (2, typed)
    assert "holds what the register does not; import it first, or name another file" in refused.err

    assert run("register", "import", folder, sheet, "--apply").code == 0
    assert run("register", "export", folder, "-o", sheet).code == 0

    (tmp_path / "accounts.csv").write_text("a,b\n1,2\n", "utf-8")
    assert run("register", "export", folder, "-o", tmp_path / "accounts.csv").code == 2
    assert (tmp_path / "accounts.csv").read_text("utf-8") == "a,b\n1,2\n"


def test_a_comment_more_in_the_register_is_no_reason_to_refuse(
    run: Callable[..., Ran], folder: Path, sheet: Path
) -> None:
    """What the register says is compared, not how it is laid out."""
    (folder / "register.toml").write_text(f"# A word\n{register(folder)}", "utf-8")

    assert run("register", "import", folder, sheet).code == 0


def test_what_is_missing_or_not_ours_is_told(run: Callable[..., Ran], folder: Path, sheet: Path) -> None:
    """A sheet or column taken away would take its facts along, so it is refused; a sheet more is only not read."""
    with edited(sheet) as book:
        book.create_sheet("My notes")["A1"] = "call Ann"
    more = run("register", "import", folder, sheet)
    with edited(sheet) as book:
        book["documents"].delete_cols(2)
        book["claims"]["A1"] = "documnt"
    headings = run("register", "import", folder, sheet)
    with edited(sheet) as book:
        del book["waivers"]
    gone = run("register", "import", folder, sheet)

    assert more.code == 0
    assert "the sheet “My notes” is no part of the register" in more.err.replace('"', "”")
    assert headings.code == 2
    assert "documents!A1: the column 'title' is missing" in headings.err
    assert "claims!A1: no column is called 'documnt'; did you mean 'document'?" in headings.err
    assert gone.code == 2
    assert "the sheet “waivers” is missing" in gone.err.replace('"', "”")


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0" * 200])
def test_a_file_that_is_no_workbook_is_refused_in_words(
    run: Callable[..., Ran], folder: Path, tmp_path: Path, data: bytes
) -> None:
    """Never a traceback, never a change."""
    file = tmp_path / "bad.xlsx"
    file.write_bytes(data)

    said = run("register", "import", folder, file, "--apply")

    assert said.code == 2
    assert "the workbook cannot be read" in said.err
    assert register(folder) == HEAD + REGISTER


def test_the_csv_has_every_table_and_may_come_back_from_a_spreadsheet(
    run: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    """One file with the tables below each other; a formula stays a text; semicolons are read as well as commas."""
    run("waive", folder, "OA9", "--reason", '=HYPERLINK("x")', "--approver", "Board",
        "--from", "2009-01-01", "--until", "2009-02-01")  # fmt: skip
    file = tmp_path / "register.csv"
    assert run("register", "export", folder, "-o", file).code == 0
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert ["claims", "policy.txt", "OA8", "", "section 2", ""] in rows
    assert ["waivers", "OA9", '\'=HYPERLINK("x")', "Board", "2009-01-01", "2009-02-01"] in rows
    assert "nothing to change" in run("register", "import", folder, file).err

    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(
            [["2009-04-01" if one == "2009-02-01" else one for one in row] for row in rows]
        )
    said = run("register", "import", folder, file)

    assert (said.code, said.out) == (0, "~ waiver OA9: until: 1 February 2009 -> 1 April 2009\n")


def test_a_csv_problem_has_the_cell_that_a_spreadsheet_shows(
    run: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    """Column A holds the name of the table there."""
    file = tmp_path / "register.csv"
    run("register", "export", folder, "-o", file)
    text = file.read_text("utf-8-sig")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if one.startswith("claims,"))
    file.write_text(text.replace("claims,policy.txt,OA8", "claims,policy.txt,OA77"), "utf-8")
    said = run("register", "import", folder, file)
    file.write_bytes(text.replace("Head of HR", "Head of H\u00fc").encode("cp1252"))
    latin = run("register", "import", folder, file)

    assert said.code == 2
    assert f"claims!C{line}: the catalogue has no criterion 'OA77'" in said.err
    assert latin.code == 2
    assert 'save it as "CSV UTF-8"' in latin.err


def test_the_name_of_the_file_chooses_the_format(run: Callable[..., Ran], folder: Path, tmp_path: Path) -> None:
    """Any other ending is refused with those that there are, and a folder without a register is nothing to export."""
    other = run("register", "export", folder, "-o", tmp_path / "register.ods")
    (tmp_path / "empty").mkdir()
    empty = run("register", "export", tmp_path / "empty", "-o", tmp_path / "register.xlsx")

    assert other.code == 2
    assert ".xlsx or .csv" in other.err
    assert empty.code == 3
    assert "readiness init" in empty.err


def test_a_text_that_fits_in_no_cell_is_not_cut(run: Callable[..., Ran], folder: Path, tmp_path: Path) -> None:
    """The workbook is refused with the place, and the csv takes it."""
    with (folder / "register.toml").open("a", encoding="utf-8") as stream:
        stream.write(f'\n[[document]]\npath = "long.txt"\ntitle = "{"x" * 40_000}"\n')

    workbook = run("register", "export", folder, "-o", tmp_path / "register.xlsx")
    plain = run("register", "export", folder, "-o", tmp_path / "register.csv")

    assert workbook.code == 2
    assert "sheet documents: row 4, title: a text of more than 32,767" in workbook.err
    assert plain.code == 0
    assert "nothing to change" in run("register", "import", folder, tmp_path / "register.csv").err


CLAIMS = """
[[document]]
path = "policy.txt"
[[document.claim]]
criterion = "OA8"
where = "“policy.txt”"
[[document.claim]]
criterion = "OA8"
where = "line 1"
[[document.claim]]
criterion = "OA9"
[[document]]
path = "guide.txt"
[[document.claim]]
criterion = "OA8"
"""


@pytest.fixture
def accepted(run: Callable[..., Ran], evidence: Callable[..., Path]) -> Path:
    """Return a folder of which every claim is accepted."""
    folder = evidence(CLAIMS, "policy.txt", "guide.txt", "handbook.txt")
    assert run("accept", folder, "--on", "2009-03-02").code == 0
    return folder


def kept(folder: Path) -> list[tuple[str, str, str]]:
    return [(one.document, one.criterion, one.where) for one in load_evidence(folder).acceptances]


@pytest.mark.parametrize(
    ("row", "cells", "gone"),
    [
        ("policy.txt,OA8,,line 1", None, ("policy.txt", "OA8", "line 1")),
        ("policy.txt,OA9", None, ("policy.txt", "OA9", "")),
        ("guide.txt,OA8", None, ("guide.txt", "OA8", "")),
        ("policy.txt,OA9", "policy.txt,OA12", ("policy.txt", "OA9", "")),
        ("guide.txt,OA8", "guide.txt,OA8,,,A note", None),
    ],
)
def test_what_was_accepted_of_a_claim_goes_with_it(
    run: Callable[..., Ran],
    accepted: Path,
    tmp_path: Path,
    row: str,
    cells: str | None,
    gone: tuple[str, str, str] | None,
) -> None:
    """It is shown before, and written with the register."""
    file, before, whole = tmp_path / "register.csv", kept(accepted), (accepted / "accepted.toml").read_bytes()
    assert run("register", "export", accepted, "-o", file).code == 0
    lines = file.read_text("utf-8-sig").splitlines()
    (number,) = (at for at, line in enumerate(lines) if line.rstrip(",") == f"claims,{row}")
    lines[number : number + 1] = [f"claims,{cells}"] if cells else []
    file.write_text("\n".join(lines), encoding="utf-8-sig")

    shown = run("register", "import", accepted, file)
    assert (shown.code, (accepted / "accepted.toml").read_bytes()) == (0, whole)
    told = [line for line in shown.out.splitlines() if line.startswith("accepted.toml: ")]
    if gone:
        place = f" at “{gone[2]}”" if gone[2] else ""
        assert told == [f"accepted.toml: - {gone[0]} for {gone[1]}{place}, accepted on 2 March 2009"]

    done = run("register", "import", accepted, file, "--apply")
    assert (done.code, done.out) == (0, shown.out)
    assert kept(accepted) == [one for one in before if one != gone]
    assert ((accepted / "accepted.toml").read_bytes() == whole) == (not told) == (gone is None)


def test_what_was_accepted_goes_with_its_document(run: Callable[..., Ran], accepted: Path, tmp_path: Path) -> None:
    """All of it; but that of one with a new name gets it, too, and nobody takes the other file for accepted."""
    file = tmp_path / "register.xlsx"
    run("register", "export", accepted, "-o", file)
    with edited(file) as book:
        for name in ("documents", "claims"):
            for row in reversed(range(2, book[name].max_row + 1)):
                cell = book[name].cell(row, 1)
                if cell.value == "policy.txt":
                    book[name].delete_rows(row)
                elif cell.value == "guide.txt":
                    cell.value = "handbook.txt"
    done = run("register", "import", accepted, file, "--apply")

    assert (done.code, done.out.count("accepted.toml: - policy.txt for ")) == (0, 3)
    assert kept(accepted) == [("handbook.txt", "OA8", "")]


def reworded(run: Callable[..., Ran], folder: Path, tmp_path: Path, old: str, new: str) -> Ran:
    """Export a register, put other words into the sheet, and bring it in."""
    file = tmp_path / "register.csv"
    file.unlink(missing_ok=True)
    assert run("register", "export", folder, "-o", file).code == 0
    text = file.read_text("utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8-sig")
    return run("register", "import", folder, file, "--apply")


def suspect(run: Callable[..., Ran], folder: Path) -> list[str]:
    """Return the errors of the rule that knows what was accepted."""
    report = json.loads(run("check", folder, "--format", "json").out)
    every = [one for criterion in report["criteria"] for one in criterion["findings"]]
    return [one["document"] for one in every if (one["rule"], one["level"]) == ("unchanged-since-accepted", "error")]


def test_a_changed_paper_stays_suspect_under_another_name(
    run: Callable[..., Ran], accepted: Path, tmp_path: Path
) -> None:
    """Its acceptances get the new name and nothing else, their comments stay, and each is told before."""
    beside = accepted / "accepted.toml"
    beside.write_text(f"{beside.read_text('utf-8')}# ours\n", "utf-8")
    before = beside.read_text("utf-8")
    (accepted / "policy.txt").unlink()
    (accepted / "rules.txt").write_text("Quite another text.", "utf-8")
    said = reworded(run, accepted, tmp_path, "policy.txt,", "rules.txt,")

    assert beside.read_text("utf-8") == before.replace('document = "policy.txt"', 'document = "rules.txt"')
    assert (
        "accepted.toml: ~ policy.txt -> rules.txt for OA8 at “line 1”, accepted on 2 March 2009 and not looked at again"
    ) in said.out.splitlines()
    assert suspect(run, accepted) == ["rules.txt"] * 3


@pytest.mark.parametrize(("old", "new", "words"), [
    ("OA9,,,", "OA9,,line 1,", "OA9 -> at “line 1”"),
    ("OA8,,line 1,", "OA8,,“this is”,", "OA8 at “line 1” -> at “this is”"),
    ("OA8,,line 1,", "OA8,,,", "OA8 at “line 1” -> no place"),
])  # fmt: skip
def test_a_changed_paper_stays_suspect_at_another_place(
    run: Callable[..., Ran], accepted: Path, tmp_path: Path, old: str, new: str, words: str
) -> None:
    """Whichever place the sheet gives the claim."""
    (accepted / "policy.txt").write_text("this is quite another text", "utf-8")
    said = reworded(run, accepted, tmp_path, f"policy.txt,{old}", f"policy.txt,{new}")
    criterion, _, where = new.rstrip(",").partition(",,")

    assert said.out.splitlines()[-1] == (
        f"accepted.toml: ~ policy.txt for {words}, accepted on 2 March 2009 and not looked at again"
    )
    assert ("policy.txt", criterion, where) in kept(accepted)
    assert len(suspect(run, accepted)) == 3


def test_a_read_only_file_of_acceptances_leaves_the_register_as_it_is(
    run: Callable[..., Ran], accepted: Path, tmp_path: Path
) -> None:
    """Both change, or neither; but it is in nobody's way where it has nothing to do with the change."""
    before = register(accepted)
    (accepted / "accepted.toml").chmod(0o444)
    said = reworded(run, accepted, tmp_path, "claims,policy.txt,OA9,,,\n", "")
    assert (said.code, register(accepted)) == (2, before)
    assert f"{accepted / 'accepted.toml'}: is read-only" in said.err

    assert reworded(run, accepted, tmp_path, "claims,policy.txt,OA9,,,", "claims,policy.txt,OA9,,,Note").code == 0


def test_damaged_acceptances_are_told_before_anything_is_written(
    run: Callable[..., Ran], accepted: Path, tmp_path: Path
) -> None:
    """Both files change, or neither."""
    file = tmp_path / "register.csv"
    run("register", "export", accepted, "-o", file)
    file.write_text(file.read_text("utf-8-sig").replace("claims,policy.txt,OA9,,,\n", ""), encoding="utf-8-sig")
    (accepted / "accepted.toml").write_text("[[accepted]]\n", "utf-8")
    before = register(accepted)
    said = run("register", "import", accepted, file, "--apply")

    assert (said.code, register(accepted)) == (2, before)
    assert "accepted.toml" in said.err
