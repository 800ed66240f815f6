"""Where `-o` may write to, for every command: never over what the command was given to read."""

from __future__ import annotations

import argparse
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from common import Ran
from readiness._cli._parser import parser

ROOT = Path(__file__).parents[2]
IOW, DAY = ROOT / "evidence" / "isle-of-wight", ("--as-of", "2008-10-31")
Run = Callable[..., Ran]
JUDGED = ("check", "profile", "gaps", "map", "report highlight", "report board", "report actions", "baseline write")
WRITERS = {*JUDGED, "suggest", "diff", "trend", "plan", "explain", "register export", "catalogue export"}
MAKERS = {"report owners", "catalogue import"}
"""Commands that make a folder, which must not be there yet."""
RUN_OF = {one: (*one.split(), IOW, *(() if one == "suggest" else DAY)) for one in (*JUDGED, "suggest", "report owners")}

SUFFIX_OF = {**dict.fromkeys(WRITERS, ".csv"), "gaps": ".txt", "explain": ".txt", "catalogue export": ".json"}
SUFFIX_OF |= {"report highlight": ".md", "report board": ".md", "baseline write": ".toml"}


def command_of(name: str, given: Path) -> tuple[object, ...]:
    """Return a command with what it has to be given."""
    read = {"diff": (given / "old.json", given / "new.json"), "trend": (given / "old.json",)}
    read |= {"plan": (given / "plan.txt",), "register export": (IOW,), "catalogue import": (given / "old.json",)}
    return RUN_OF.get(name, (*name.split(), *read.get(name, ())))


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Return a folder with one of everything that a command may be given; what is refused unread may hold anything."""
    shutil.copy(IOW / "plan.txt", tmp_path / "plan.txt")
    shutil.copytree(ROOT / "criteria" / "contactpoint-oa", tmp_path / "criteria")
    (tmp_path / "own").mkdir()
    for name in ("own/wording.toml", "own/own-head.html", "letter.docx", "old.json", "new.json", "new.csv", "old.toml"):
        (tmp_path / name).write_text("Nobody reads this.\n", encoding="utf-8")
    return tmp_path


def writers(command: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.Action]]:
    """Yield the name of each command that takes ``--output``, and the option."""
    for action in command._actions:
        if isinstance(action.choices, dict):
            for word, one in action.choices.items():
                yield from writers(one, f"{name} {word}".strip())
        elif action.dest == "output" and name != "config":
            yield name, action


def test_every_command_that_writes_is_tried_here() -> None:
    """A new one has to stand in the tables of this file."""
    assert {name for name, _ in writers(parser())} == WRITERS | MAKERS


@pytest.mark.parametrize("command", [
    *(f"{one} IOW DAY --plan plan.txt -o FILE=plan.txt" for one in (*JUDGED, "report owners")),
    *(f"{one} IOW DAY --catalogue criteria -o FILE=criteria/OA08.toml" for one in JUDGED),
    *(f"{one} IOW DAY --catalogue old.json -o FILE=old.json" for one in JUDGED),
    *(f"{one} IOW DAY --baseline old.toml -o FILE=old.toml" for one in ("check", "profile", "gaps")),
    *(f"{one} IOW DAY --templates own -o FILE=own/own-head.html" for one in ("profile", "map", "report board")),
    "profile IOW DAY --templates own -o FILE=own/wording.toml",
    "profile IOW DAY --templates own -o FILE=own/new.html",
    "baseline write IOW DAY --catalogue criteria -o FILE=criteria/new.toml",
    "profile IOW DAY --template letter.docx -o other.docx -o FILE=letter.docx",
    "check IOW DAY --plan plan.txt -o other.html -o text=FILE=plan.txt",
    "report highlight IOW DAY --since old.json -o FILE=old.json",
    "suggest IOW --catalogue criteria -o FILE=criteria/OA08.toml",
    "suggest IOW --decisions plan.txt -o FILE=plan.txt",
    "register export IOW --catalogue criteria -o FILE=criteria/OA08.toml",
    "diff old.json new.json -o FILE=old.json",
    "diff old.json new.json -o FILE=new.json",
    "diff old.json new.json --template letter.docx -o FILE=letter.docx",
    "trend old.json new.json -o FILE=new.json",
    "trend *.csv -o FILE=new.csv",
    "plan plan.txt -o FILE=plan.txt",
    "plan plan.txt --catalogue criteria -o FILE=criteria/OA08.toml",
    "explain --catalogue criteria -o FILE=criteria/OA08.toml",
    "catalogue export criteria -o FILE=criteria/OA08.toml",
    "catalogue export --catalogue criteria -o FILE=criteria/catalogue.toml",
    "catalogue import old.json -o FILE=old.json",
])  # fmt: skip
def test_nothing_is_written_over_what_was_given(
    run: Run, given: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Exit code 2, the file is named, and not a byte of anything has changed."""
    monkeypatch.chdir(given)
    before = {path: path.read_bytes() for path in given.rglob("*") if path.is_file()}
    words = [{"IOW": str(IOW)}.get(word, word.replace("FILE=", "")) for word in command.split()]
    at = words.index("DAY") if "DAY" in words else len(words)
    words[at : at + 1] = DAY if "DAY" in words else ()
    said = run(*words)

    assert (said.code, said.out) == (2, "")
    file = Path(command.rpartition("FILE=")[2])
    why = f"lies in {file.parent}, which" if len(file.parts) > 1 else ""
    assert " ".join(filter(None, (f"{file}:", why, "is read by this very command;"))) in said.err
    assert {path: path.read_bytes() for path in given.rglob("*") if path.is_file()} == before


def test_another_name_of_what_was_given_is_the_same_file(run: Run, given: Path) -> None:
    """A link, or a way round through another folder."""
    (given / "link.txt").symlink_to(given / "plan.txt")
    os.link(given / "plan.txt", given / "twin.txt")
    for name in ("link.txt", "twin.txt", "own/../plan.txt"):
        said = run("gaps", IOW, *DAY, "--plan", given / "plan.txt", "-o", given / name)

        assert (said.code, "is read by this very command" in said.err) == (2, True)
    assert (given / "plan.txt").read_bytes() == (IOW / "plan.txt").read_bytes()


def test_the_file_of_settings_and_what_it_names_are_not_replaced(
    run: Run, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read as well, though nobody typed their names."""
    monkeypatch.chdir(given)
    settings = given / "readiness.toml"
    settings.write_text('plan = "plan.txt"\n', encoding="utf-8")

    for name in ("readiness.toml", "plan.txt"):
        said = run("check", IOW, *DAY, "-o", f"text={name}")
        assert (said.code, said.err) == (2, f"readiness: {name}: is read by this very command; name another file\n")
    assert settings.read_text("utf-8") == 'plan = "plan.txt"\n'
    assert run("config", "-o", "text=plan.txt").code == 0


def test_a_file_beside_what_was_given_is_written(run: Run, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also into the folder of the catalogue, over an older one; and a baseline is written anew."""
    monkeypatch.chdir(given)
    for _ in range(2):
        assert run("map", IOW, *DAY, "--catalogue", "criteria", "-o", "criteria/map.csv").code == 0
        assert run("profile", IOW, *DAY, "--plan", "plan.txt", "-o", "profile.html").code == 0
        assert run("baseline", "write", IOW, *DAY, "-o", "known.toml").code == 0


def test_what_is_wrong_with_the_format_is_told_as_well(run: Run, given: Path) -> None:
    """All mistakes of all files at once."""
    plan = given / "plan.txt"
    said = run("check", IOW, *DAY, "--plan", plan, "-o", f"text={plan}", "-o", "x.docs", "--format", "z")

    assert (said.code, said.err.splitlines()[0]) == (2, "readiness: 3 problems:")


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("command", sorted(SUFFIX_OF))
def test_a_folder_is_told_to_be_one(run: Run, given: Path, command: str, *, there: bool) -> None:
    """Not that its suffix were wrong, and nothing of its name is written; the slash alone makes it one."""
    folder = given / "reports"
    if there:
        folder.mkdir()
    for name in (f"{folder}/", *([folder] if there else ())):
        said = run(*command_of(command, given), "-o", name)

        assert (said.code, said.out) == (2, "")
        assert "is a folder; name a file in it" in said.err.splitlines()[-1]
        assert "suffix" not in said.err.splitlines()[-1]
    assert folder.is_dir() == there


@pytest.mark.parametrize("name", ["reports/", "csv=reports/"])
def test_a_folder_in_the_settings_is_told_to_be_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """From a folder below as well."""
    (tmp_path / "readiness.toml").write_text(f'output = ["{name}"]\n', encoding="utf-8")
    (tmp_path / "below").mkdir()
    for place in (tmp_path, tmp_path / "below"):
        monkeypatch.chdir(place)
        said = run("check", IOW, *DAY)

        assert (said.code, "is a folder; name a file in it" in said.err) == (2, True)
    assert not (tmp_path / "reports").exists()


def test_a_folder_that_is_to_be_made_may_end_in_a_slash(run: Run, tmp_path: Path) -> None:
    """`report owners` writes one."""
    assert run("report", "owners", IOW, *DAY, "-o", f"{tmp_path}/notes/").code == 0
    assert list((tmp_path / "notes").iterdir())


@pytest.mark.parametrize("command", sorted({*SUFFIX_OF, *MAKERS} - {"check", "profile"}))
def test_a_second_file_is_refused(run: Run, given: Path, command: str) -> None:
    """It would be the only one that is written, and nobody would hear of it."""
    one, two = (given / f"{name}{SUFFIX_OF.get(command, '')}" for name in "ab")
    said = run(*command_of(command, given), "-o", one, "--output", two)

    assert (said.code, said.out) == (2, "")
    kind = "folder" if command in MAKERS else "file"
    writes = f"this command writes one {kind}, so run it for each"
    assert f"-o/--output: is given twice, as {one} and as {two}; {writes}" in said.err
    assert not one.exists()
    assert not two.exists()


@pytest.mark.parametrize("command", ["check", "profile"])
def test_every_file_is_written_where_there_may_be_several(run: Run, tmp_path: Path, command: str) -> None:
    """The others name one file, and these as many as are wanted."""
    files = [tmp_path / name for name in ("a.csv", "b.csv", "c.md")]
    assert run(*RUN_OF[command], *(word for one in files for word in ("-o", one))).code in {0, 1}

    assert all(one.is_file() for one in files)


@pytest.mark.parametrize("command", sorted(SUFFIX_OF))
def test_a_file_that_is_read_only_stays(run: Run, given: Path, command: str) -> None:
    """Whoever locked it meant it, though the folder would let it be replaced; for a superuser too."""
    file = given / f"report{SUFFIX_OF[command]}"
    file.write_text("signed", encoding="utf-8")
    file.chmod(0o444)
    said = run(*command_of(command, given), "-o", file, "--verbose")

    assert said.code == 2
    assert f"{file}: is read-only; allow changes to it first (in its properties, or with `chmod u+w`), or" in said.err
    assert "catalogue " not in said.err
    assert file.read_text("utf-8") == "signed"
    file.chmod(0o644)
    if command in {"check", "profile", "gaps", "map", "report board", "plan", "explain", "catalogue export"}:
        assert run(*command_of(command, given), "-o", file).code in {0, 1}
        assert file.read_text("utf-8") != "signed"


def test_a_file_of_somebody_else_stays(run: Run, ordinary_user: Path) -> None:
    """It may be read and its folder written to, and yet it is not one's own."""
    file = ordinary_user / "oa12.txt"
    file.write_text("theirs", encoding="utf-8")
    os.seteuid(0) if os.getuid() == 0 else None
    os.chown(file, os.getuid(), -1)
    file.chmod(0o444 if os.getuid() else 0o644)
    os.seteuid(65534) if os.getuid() == 0 else None

    assert "is read-only" in run("explain", "OA12", "-o", file).err
    assert file.read_text("utf-8") == "theirs"


@pytest.mark.parametrize(("name", "command"), [
    ("register.toml", ("claim", "policy.txt", "OA9")),
    ("register.toml", ("approve", "policy.txt", "--body", "LSCB", "--on", "2009-01-31")),
    ("accepted.toml", ("accept",)),
])  # fmt: skip
def test_a_register_that_is_read_only_stays(
    run: Run, evidence: Callable[..., Path], name: str, command: tuple[str, ...]
) -> None:
    """What is kept beside the evidence may be locked as well."""
    folder = evidence('[[document]]\npath = "policy.txt"\n[[document.claim]]\ncriterion = "OA8"\n', "policy.txt")
    assert run("accept", folder).code == 0
    before = (folder / name).read_bytes()
    (folder / name).chmod(0o444)
    said = run(command[0], folder, *command[1:])

    assert (said.code, (folder / name).read_bytes()) == (2, before)
    assert f"{folder / name}: is read-only; allow changes to it first" in said.err


@pytest.mark.parametrize("command", sorted({*JUDGED, "suggest"}))
def test_a_missing_folder_is_told_before_anything_is_read(run: Run, tmp_path: Path, command: str) -> None:
    """Nobody waits for a large folder to hear of it."""
    said = run(*RUN_OF[command], "-o", tmp_path / "nowhere" / "x.txt", "--verbose")

    assert said.code == 2
    assert "its folder does not exist; make it first" in said.err
    assert "catalogue " not in said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_is_written_to_and_stays_one(run: Run, tmp_path: Path) -> None:
    """What is no file, such as a pipe or ``/dev/null``, is never replaced, not even by somebody who may do anything."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()

    said = run("explain", "OA12", "-o", pipe)
    reader.join(10)

    assert said.code == 0
    assert got[0].startswith(b"OA12")
    assert pipe.is_fifo()
