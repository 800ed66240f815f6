"""The command line as people and CI jobs use it: exit codes, streams, messages, files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readiness._registry import rules

ROOT = Path(__file__).parents[2]
IOW = ROOT / "evidence" / "isle-of-wight"
DAY = ("--as-of", "2008-10-31")
ONE = '[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "OA1"\n'
Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., Path]
Kept = Callable[[str, str], None]


def test_whole_outputs(run: Run, same_as_kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the commands print of the Isle of Wight is kept beside this test, to be read when it changes."""
    monkeypatch.chdir(ROOT)
    for name, argv in {
        "check.txt": ("check", "evidence/isle-of-wight", *DAY),
        "gaps.txt": ("gaps", "evidence/isle-of-wight", *DAY),
        "explain-criterion.txt": ("explain", "OA8"),
        "explain-unknown.txt": ("explain", "oa-03"),
        "explain-rule.txt": ("explain", "in-date"),
        "explain.txt": ("explain",),
    }.items():
        code, out, err = run(*argv)
        same_as_kept(name, f"{out}--- standard error\n{err}--- exit {code}\n")


@pytest.mark.parametrize(
    ("argv", "code", "says"),
    [
        (("check", IOW, *DAY), 1, "28 findings at level error"),
        (("gaps", IOW, *DAY), 1, "28 gaps"),
        (("check", ROOT / "nowhere"), 2, "there is no such folder"),
        (("check", ROOT / "LICENSE"), 2, "give the folder that holds the evidence"),
        (("check", ROOT / "tests"), 3, "readiness init"),
        (("check", IOW, "--as-of", "31/10/2008"), 2, "expected a date such as 2009-05-29"),
        (("check", IOW, "--assessment", "RA9"), 2, "ask for RA6b or RA7"),
        (("check", IOW, "--plan", ROOT / "LICENSE"), 2, "not a project plan"),
        (("check", IOW, "--catalogue", ROOT / "tests"), 2, "no catalogue.toml"),
        (("check",), 2, "DIR"),
        (("plan", ROOT / "nowhere.txt"), 2, "nowhere.txt"),
        (("plan", IOW / "plan.txt"), 0, "90 actions"),
        (("plan", IOW / "plan.txt", "-o", IOW / "plan.csv"), 2, "lies inside the evidence folder"),
        (("plan", IOW / "plan.txt", "-o", "plan.exe"), 2, "use one of .csv, .json, .txt"),
        (("explain", "has-kins"), 2, "did you mean 'has-kinds'?"),
        (("profile", IOW, "-o", "x.epub"), 2, "use one of .csv, .docx"),
        (("explain", "OA29"), 2, "the criteria are OA1 to OA28"),
        (("explain", "ra7"), 0, ""),
        (("profile", IOW, "-o", ROOT / "nowhere" / "x.html"), 2, "its folder does not exist"),
        (("profile", IOW, "-o", ROOT / "tests.html" / ".."), 2, ""),
        ((), 2, "COMMAND"),
        (("chek", IOW), 2, "no command is called 'chek'; did you mean 'check'?"),
        (("check", IOW, "--asof", "2008-10-31"), 2, "did you mean '--as-of'?"),
        (("check", ""), 2, "expected a path, found nothing"),
        (("init", " "), 2, "expected a path, found nothing"),
    ],
)
def test_exit_codes_and_messages(argv: tuple[object, ...], code: int, says: str, run: Run) -> None:
    """Each has the documented code and a message that says what to do, and none a traceback."""
    got, _, err = run(*argv)

    assert got == code
    assert says in err
    assert "Traceback" not in err
    assert "internal error" not in err


def test_a_manual_page_keeps_to_the_screen(run: Run) -> None:
    """No line of any page is wider than what a pipe gets, and no mark-up of the source shows."""
    for name in ("", "OA8", "OA3", "RA7", *rules.builtins):
        out = run("explain", name)[1]
        assert max(len(line) for line in out.splitlines() if not line.strip().startswith("http")) <= 100
        assert "``" not in out


def test_a_clear_folder_is_exit_0(run: Run, evidence: Make) -> None:
    """With every criterion excused the gate is clear; at a stricter level the notes count again."""
    ids = [f"OA{number}" for number in range(1, 29)]
    waiver = (
        '[[waiver]]\ncriterion = "{}"\nreason = "r"\napprover = "Director"\nfrom = 2008-01-01\nuntil = 2009-12-31\n'
    )
    folder = evidence("".join(waiver.format(one) for one in ids), "spare.txt")

    assert run("check", folder, *DAY)[0] == 0
    assert run("gaps", folder, *DAY)[0] == 0
    assert run("check", folder, *DAY, "--fail-on", "note")[0] == 1


def test_the_report_goes_out_and_the_summary_beside_it(run: Run) -> None:
    """Standard output is the report alone, so that JSON can be piped; the format never changes the exit code."""
    text, report = run("check", IOW, *DAY), run("check", IOW, *DAY, "--format", "json")

    assert text[0] == report[0] == 1
    assert json.loads(report[1])["decision"] == "NO-GO"
    assert "28 findings" in report[2]
    assert "\x1b" not in text[1]


def test_all_mistakes_of_a_register_are_told_at_once(run: Run, evidence: Make) -> None:
    """Their number stands above, one line each."""
    folder = evidence('ownr = 1\n[[document]]\npath = 3\n[[document.claim]]\ncriterion = "OA99"\n')
    code, out, err = run("check", folder)

    assert (code, out) == (2, "")
    assert "problems:" in err
    assert "register.toml:4: ownr: no such key" in err
    assert "register.toml:6: document[1].path: expected text in quotes, found 3" in err


def test_a_mistake_as_long_as_a_book_is_told_in_a_few_lines(run: Run, evidence: Make) -> None:
    """Of a key or a value without end the message shows the beginning and the end, with what is expected."""
    folder = evidence(f'[[document]]\npath = "a.txt"\n{"k" * 70_000} = 1\nkinds = "{"x" * 70_000}"\n')
    code, _, err = run("check", folder)

    assert code == 2
    assert len(err) < 4_000
    assert "characters left out]" in err
    assert "known here: path, title" in err
    assert "expected a list, found 'xxx" in err


def test_what_goes_in_brackets_is_toml(run: Run, evidence: Make) -> None:
    """The mend that is shown can be copied; where a text holds quotes, none is shown."""
    folder = evidence('[[document]]\npath = "a.txt"\nkinds = \'a "policy"\'\n')

    assert "in brackets" not in run("check", folder)[2]


def test_a_profile_replaces_the_old_one_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    """The same bytes each time; a folder in its place, or a format nobody knows, leaves everything as it was."""
    page = tmp_path / "page.html"

    assert run("profile", IOW, *DAY, "-o", page)[0] == 0
    first = page.read_bytes()
    assert run("profile", IOW, *DAY, "-o", page)[0] == 0
    assert page.read_bytes() == first
    assert run("profile", IOW, "--as-of", "2009-06-30", "--assessment", "XX", "-o", page)[0] == 2
    assert page.read_bytes() == first
    (tmp_path / "folder.html").mkdir()
    code, _, err = run("profile", IOW, *DAY, "-o", tmp_path / "folder.html")
    assert (code, "is a folder" in err) == (2, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder.html", "page.html"]


def test_a_profile_in_several_forms_at_once(run: Run, tmp_path: Path) -> None:
    """Each has the bytes that it has alone; what is wrong with any is told of all, and nothing is written."""
    page, table, again = tmp_path / "p.html", tmp_path / "p.csv", tmp_path / "again.csv"

    assert run("profile", IOW, *DAY, "-o", page, "-o", table)[0] == run("profile", IOW, *DAY, "-o", again)[0] == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    assert table.read_bytes() == again.read_bytes()

    new = tmp_path / "new"
    new.mkdir()
    wrong = (new / "p.epub", new / "p.md", new / "p.md", IOW / "p.md", new / "none" / "p.md", tmp_path / "new.html")
    wrong[-1].mkdir()
    code, _, err = run("profile", IOW, *DAY, *(word for path in wrong for word in ("-o", path)))
    assert (code, len(err.splitlines())) == (2, 6)
    assert list(new.iterdir()) == []


def test_init_writes_a_register_that_claims_nothing_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    """Whatever the files are called, it is well formed; filled in, the gate runs; the second time it refuses."""
    ours = ("accepted.toml", "rejected.toml")
    for name in ('a "quoted" name.doc', "new\nline.txt", "-dash.md", "ünïcode.pdf", "sub/deep.txt", ".hidden", *ours):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    target = tmp_path / "register.toml"

    code, _, err = run("init", tmp_path, "--organisation", 'Any "Town"', "--due", "2009-05-29")
    assert (code, "written for 5 documents" in err) == (0, True)
    text = target.read_text(encoding="utf-8")
    assert ".hidden" not in text
    for name in ours:
        (tmp_path / name).unlink()
    assert run("check", tmp_path, *DAY)[0] == 1
    code, _, err = run("init", tmp_path)
    assert (code, "left as it is" in err) == (2, True)
    assert target.read_text(encoding="utf-8") == text


def test_init_without_facts_says_what_to_fill_in(run: Run, tmp_path: Path) -> None:
    """An empty organisation and a missing due date are told with their mend, both at once."""
    code, _, written = run("init", tmp_path)
    assert (code, "what you know, organisation and due first: without them nothing can be judged" in written) == (
        0,
        True,
    )
    code, _, err = run("check", tmp_path)

    assert code == 2
    assert "organisation: empty; name the organisation" in err
    assert "due: missing; give the day on which RA7 is due for you" in err


def test_init_shows_once_what_a_document_may_say_and_that_loads(run: Run, tmp_path: Path) -> None:
    """A document more is four lines more; the example, its marks of a comment taken away, is a register that loads."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "misuse.docx").write_text("x", encoding="utf-8")
    target = tmp_path / "register.toml"
    run("init", tmp_path, "--organisation", "Anytown", "--due", "2009-05-29")
    one = target.read_text("utf-8")
    example = re.sub("(?m)^# ?", "", one[one.index("# [[document]]") : one.index("# Instead")])
    written = one.index("\n[[document]]\npath")
    target.write_text(one[:written] + "\n" + example + one[one.index("\n", one.index("title = ", written)) :], "utf-8")
    assert run("check", tmp_path, *DAY)[0] == 1

    target.unlink()
    (tmp_path / "second.txt").write_text("x", encoding="utf-8")
    run("init", tmp_path, "--organisation", "Anytown", "--due", "2009-05-29")
    assert target.read_text("utf-8").count("\n") == one.count("\n") + 4


@pytest.mark.parametrize(
    ("names", "plan"),
    [
        (("Action Plan 2009.xlsx", "explanation.csv"), "Action Plan 2009.xlsx"),
        (("plan.csv", "old/plan.csv"), "plan.csv"),
        (("planning policy.docx",), "plan.csv"),
    ],
    ids=["the one there is", "two", "none"],
)
def test_init_names_the_plan_that_it_met(names: tuple[str, ...], plan: str, run: Run, tmp_path: Path) -> None:
    """Only as a comment, and only where there is no doubt which file it is."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    run("init", tmp_path)

    assert f'# plan = "{plan}"   ' in (tmp_path / "register.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("shield", "; OA8 and OA18 speak of it; "),
        ("Helpdesk", "; OA14 speaks of it; "),
        ("a", " and others speak of it; "),
        ("gazebo", "; the criteria are OA1 to OA28; "),
    ],
)
def test_explain_a_word_names_the_criteria_that_speak_of_it(word: str, says: str, run: Run) -> None:
    """Whoever does not know the number finds it by the subject."""
    code, _, err = run("explain", word)

    assert (code, says in err) == (2, True), err


def test_a_folder_with_a_space_is_told_as_it_has_to_be_typed(run: Run, tmp_path: Path) -> None:
    """The command in the message can be copied."""
    (tmp_path / "shared drive").mkdir()

    assert f'`readiness init "{tmp_path / "shared drive"}"`' in run("check", tmp_path / "shared drive")[2]


def test_titles_cannot_reach_the_terminal(run: Run, evidence: Make) -> None:
    """Escape sequences in a register are shown, not obeyed."""
    folder = evidence(
        '[[document]]\npath = "a.txt"\ntitle = "\\u001b[2J\\u0007x"\n[[document.claim]]\ncriterion = "OA1"\n', "a.txt"
    )
    _, out, err = run("gaps", folder, *DAY)

    assert "\x1b" not in out + err
    assert "\x07" not in out + err


def readiness(*argv: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    command = [sys.executable, "-m", "readiness", *map(str, argv)]
    return subprocess.run(command, capture_output=True, check=False, env=variables, timeout=60)


def test_a_name_cannot_forge_a_line_of_the_map(run: Run, evidence: Make) -> None:
    """A file name with a line end in it stays on its line, and a note that begins like a formula is none."""
    claim = '[[document.claim]]\ncriterion = "OA1"\nnote = "  =1+1"\n'
    folder = evidence(f'[[document]]\npath = "a\\rb.txt"\n{claim}', "a\rb.txt", "c\nd\te.txt")
    _, table, _ = run("map", folder, *DAY)
    _, sheet, _ = run("map", folder, *DAY, "--format", "csv")

    assert "\na b.txt " in table
    assert "\n  c d e.txt\n" in table
    assert "\r" not in table
    assert "'  =1+1" in sheet


def test_a_screen_without_unicode_is_no_obstacle() -> None:
    """Plain marks stand in for quotation marks and dashes, in a process of its own."""
    done = readiness("gaps", IOW, *DAY, PYTHONIOENCODING="ascii", PYTHONHASHSEED="1")

    assert done.returncode == 1
    assert b'Plan: A86 "Tokens - issue, loss, return, damage: procedures (OA12)" (not stated)' in done.stdout
    assert b"Traceback" not in done.stderr


def test_an_early_ctrl_c_is_answered_in_words() -> None:
    """Whoever presses it while the program is still being imported meets no traceback."""
    stopped = (
        "import sys; import readiness._cli as cli\n"
        "class Stop:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'readiness._cli._main': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.exit(cli.main(['explain']))\n"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", stopped], capture_output=True, check=False, env=variables, timeout=60)

    assert (done.returncode, done.stderr) == (2, b"readiness: stopped\n")


def test_what_is_locked_is_said_in_words(run: Run, ordinary_user: Path) -> None:
    """A folder that may not be looked into, and one that may not be written to."""
    (ordinary_user / "shut").mkdir(mode=0o000)
    (ordinary_user / "kept").mkdir(mode=0o555)

    assert run("check", ordinary_user / "shut")[::2] == (
        2,
        f"readiness: {ordinary_user}/shut: you may not look into this folder; ask for the right to\n",
    )
    assert run("init", ordinary_user / "kept")[::2] == (
        2,
        f"readiness: {ordinary_user}/kept/register.toml: its folder may not be written to; ask for the right to\n",
    )


@pytest.mark.parametrize("command", ["check", "gaps", "map", "accept"])
def test_a_cache_among_the_evidence_is_refused(
    command: str, run: Run, evidence: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written there, and the message says how to mend it; without a cache it goes on."""
    folder = evidence(ONE, "a.txt")
    monkeypatch.setenv("READINESS_CACHE_DIR", str(folder / "kept" / "cache"))
    code, out, err = run(command, folder)

    assert (code, out) == (2, "")
    assert (
        f"{folder}/kept/cache: the cache would lie inside the evidence folder {folder}; let READINESS_CACHE_DIR" in err
    )
    assert not (folder / "kept").exists()
    assert run(command, folder, "--no-cache").code in {0, 1}
    monkeypatch.setenv("READINESS_CACHE_DIR", str(folder.parent / "cache"))
    assert run(command, folder).code in {0, 1}


@pytest.mark.parametrize("path", [".kept/policy.txt", "~$policy.docx"])
def test_a_claimed_file_that_is_passed_over_is_not_said_to_be_missing(path: str, run: Run, evidence: Make) -> None:
    """It is there; what keeps it from being looked at is its name."""
    claim = f'[[document]]\npath = "{path}"\ntitle = "Tokens"\n[[document.claim]]\ncriterion = "OA12"\n'
    folder = evidence(claim)
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text("Tokens are issued and returned.")

    said = " ".join(run("check", folder, *DAY).out.split())

    assert "is claimed for OA12 but is passed over (" in said
    assert "is not in the folder" not in said


def test_a_plan_that_the_register_names_but_nobody_put_there(run: Run, evidence: Make) -> None:
    """The message says who asks for the file, and what to do."""
    code, _, err = run("check", evidence('plan = "plans/plan.csv"\n'))

    assert code == 2
    assert "register.toml: plan: 'plans/plan.csv' is not in the folder; put the plan there" in err


def test_an_id_that_was_mended_is_said(run: Run, evidence: Make) -> None:
    """`AO8` is read as OA8, and the gate's report says so without being asked for notes."""
    folder = evidence('[[document]]\npath = "a.txt"\n[[document.claim]]\ncriterion = "AO8"\n', "a.txt")

    assert "  note    'AO8' was read as OA8. [register, register.toml:6" in run("check", folder, *DAY)[1]


def test_a_day_that_has_passed_is_said_to_have(run: Run) -> None:
    """After the due date nobody is told to do something by a day in the past without a word."""
    assert "Who:  LIM and HR, by 29 May 2009 (passed)" in run("gaps", IOW, "--as-of", "2009-06-01")[1]


def test_a_reader_that_stops_early_is_no_accident() -> None:
    """`| head` ends the program quietly."""
    script = f"{sys.executable} -m readiness plan {IOW / 'plan.txt'} --format json | head -c 10"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=False, env=variables, timeout=60)

    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_the_order_of_hashes_never_shows() -> None:
    """Two processes with other hash seeds, in other time zones, write the same bytes."""
    one = readiness("check", IOW, *DAY, "--format", "json", PYTHONHASHSEED="1", TZ="UTC")
    other = readiness("check", IOW, *DAY, "--format", "json", PYTHONHASHSEED="2", TZ="Asia/Tokyo")

    assert one.stdout == other.stdout
    assert one.stdout


def test_a_plan_is_written_as_its_suffix_says(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    """What goes to a file is what would go to the screen."""
    for suffix, form in ((".json", "json"), (".csv", "csv"), (".txt", "text")):
        path = tmp_path / f"plan{suffix}"
        code, out, err = run("plan", IOW / "plan.txt", "-o", path)
        assert (code, out) == (0, "")
        assert err.startswith(f"{path}: 90 actions")
        assert path.read_bytes().decode().rstrip() == run("plan", IOW / "plan.txt", "--format", form)[1].rstrip()
    same = tmp_path / "plan.csv"
    assert "is read by this very command" in run("plan", same, "-o", same)[2]


@pytest.mark.parametrize("command", [("map", IOW), ("plan", IOW / "plan.txt")])
def test_plain_text_is_called_text_and_by_its_older_name(
    run: Callable[..., tuple[int, str, str]], command: tuple[object, ...]
) -> None:
    """As in all other commands; a script that says table goes on."""
    usual, text, table = (run(*command, *form) for form in ((), ("--format", "text"), ("--format", "table")))

    assert usual[0] == 0
    assert usual == text == table
