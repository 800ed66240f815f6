"""Looking into a folder: a fixed order, nothing followed out of it, nothing skipped in silence, nothing waited for."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from readiness._evidence import Opener, load_folder, walk
from readiness._ids import IdScheme
from readiness._store import Store
from readiness.model import DocumentEntry, EvidenceFolder, FileState, Register

REGISTER = Register(organisation="X", assessment="RA7", plan="plan.csv")


def look(folder: Path, register: Register = REGISTER) -> EvidenceFolder:
    with Store(None, now=0) as store:
        opener = Opener(root=folder, store=store, scheme=IdScheme.of(["OA1"]))
        return load_folder(register, opener, (), ())


def states(folder: EvidenceFolder) -> dict[str, FileState]:
    return {one.path: one.state for one in folder.files}


def test_the_order_is_that_of_the_names(tmp_path: Path) -> None:
    """Whatever order the disk gives, the files come sorted."""
    for name in ("b.doc", "a/2.doc", "a/10.doc", "Z.doc", "ä.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)

    assert [one.path for one in look(tmp_path).files] == ["Z.doc", "a/10.doc", "a/2.doc", "b.doc", "ä.doc"]


def test_a_file_is_known_by_size_and_digest(tmp_path: Path) -> None:
    """The digest is that of the bytes; an empty file is told apart."""
    (tmp_path / "a.doc").write_bytes(b"abc")
    (tmp_path / "b.doc").write_bytes(b"")

    full, empty = look(tmp_path).files

    assert (full.state, full.size, full.sha256) == (FileState.PRESENT, 3, hashlib.sha256(b"abc").hexdigest())
    assert (empty.state, empty.size) == (FileState.EMPTY, 0)


def test_register_and_plan_are_no_evidence_unless_described(tmp_path: Path) -> None:
    """They are left out, but a plan that the register describes as a document is one."""
    for name in ("register.toml", "plan.csv", "a.doc"):
        (tmp_path / name).write_text("x")
    described = Register(
        organisation="X", assessment="RA7", plan="plan.csv", documents=(DocumentEntry(path="plan.csv"),)
    )

    assert list(states(look(tmp_path))) == ["a.doc"]
    assert list(states(look(tmp_path, described))) == ["a.doc", "plan.csv"]


def test_what_is_passed_over_has_its_reason(tmp_path: Path) -> None:
    """Hidden, lock and system files are counted, and nothing may hide behind them."""
    (tmp_path / ".git").mkdir()
    for name in (".hidden", "~$minutes.doc", ".~lock.a.odt#", "Thumbs.db", ".DS_Store", ".git/x.doc"):
        (tmp_path / name).write_text("x")

    folder = look(tmp_path)

    assert folder.files == ()
    assert folder.blind == ()
    assert dict(folder.skipped) == {
        ".hidden": "hidden",
        ".git": "hidden",
        "~$minutes.doc": "a lock file of an office program",
        ".~lock.a.odt#": "a lock file of an office program",
        "Thumbs.db": "a file of the operating system",
        ".DS_Store": "a file of the operating system",
    }


def test_links_are_followed_inside_only(tmp_path: Path) -> None:
    """A link to a file of the folder is a file; out, nowhere, in circles and to folders are told as blind spots."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "sub").mkdir(parents=True)
    outside.mkdir()
    (inside / "sub" / "a.doc").write_text("x")
    (outside / "secret.doc").write_text("x")
    for name, target in {
        "good.doc": "sub/a.doc",
        "up": "..",
        "secret": "../out/secret.doc",
        "nowhere": "gone.doc",
        "loop": "loop",
        "again": "sub",
    }.items():
        (inside / name).symlink_to(target)

    folder = look(inside)

    assert states(folder) == {"good.doc": FileState.PRESENT, "sub/a.doc": FileState.PRESENT}
    assert dict(folder.skipped) == {
        "again": "a link to a folder, which is read where it stands",
        "loop": "a link that leads nowhere",
        "nowhere": "a link that leads nowhere",
        "secret": "a link that leads out of the evidence folder",
        "up": "a link that leads out of the evidence folder",
    }
    assert set(folder.blind) == set(dict(folder.skipped)) - {"again"}


def test_pipes_and_sockets_are_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would keep the program waiting; they are told as what they are."""
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    os.mkfifo("pipe.doc")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.doc")

        assert states(look(tmp_path)) == {"pipe.doc": FileState.NOT_A_FILE, "socket.doc": FileState.NOT_A_FILE}


def test_what_may_not_be_read_is_told(ordinary_user: Path) -> None:
    """A locked file keeps its name; a locked folder is a blind spot."""
    (ordinary_user / "a.doc").write_text("x")
    (ordinary_user / "a.doc").chmod(0)
    (ordinary_user / "sub").mkdir(mode=0)

    folder = look(ordinary_user)
    (ordinary_user / "sub").chmod(0o700)

    assert states(folder) == {"a.doc": FileState.NOT_PERMITTED}
    assert folder.blind == ("sub",)


def test_a_folder_that_cannot_be_opened_is_a_blind_spot(tmp_path: Path) -> None:
    """What vanished, or may not be opened, is told with what the system says."""
    (one,) = walk(tmp_path / "gone")

    assert (one.path, one.skipped, one.blind) == (
        ".",
        "the folder cannot be opened: No such file or directory",
        True,
    )


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    """It cannot be written into a register or a report, so it is a blind spot with a name that can be shown."""
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.doc")).write_text("x")
    except OSError:
        pytest.skip("this file system has no such names")

    folder = look(tmp_path)

    assert folder.files == ()
    assert folder.blind == ("caf?.doc",)
    assert "rename it" in folder.skipped[0][1]


def test_a_folder_nested_too_deep_is_said(tmp_path: Path) -> None:
    """What stands deeper than anybody files things is not walked for ever, and not passed over in silence."""
    deep = tmp_path.joinpath(*["d"] * 120)
    deep.mkdir(parents=True)
    (deep / "a.doc").write_text("x")

    folder = look(tmp_path)

    assert folder.files == ()
    assert [path.count("d") for path in folder.blind] == [101]
    assert "nested more than 100 deep" in folder.skipped[0][1]
