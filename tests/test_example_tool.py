"""The example of a council's own tool does what its page says, with the library as any other program sees it."""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

import readiness

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "docs" / "examples" / "reminders"
if not TOOL.is_dir():
    pytest.skip("the source distribution carries no docs", allow_module_level=True)
DAY = date(2009, 3, 2)


def remind(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL / "reminders.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, encoding="utf-8")


@pytest.fixture(scope="module")
def outbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the mails about Anyshire."""
    place = tmp_path_factory.mktemp("outbox")
    done = remind(ROOT / "evidence" / "anyshire", TOOL / "addresses.csv", place, "--as-of", DAY)
    assert (done.returncode, done.stdout.count("\n")) == (0, 7), done.stderr
    return place / "2009-03-02"


def mails(outbox: Path) -> dict[str, EmailMessage]:
    found = {path.stem: email.message_from_bytes(path.read_bytes(), policy=default) for path in outbox.iterdir()}
    return {name: one for name, one in found.items() if isinstance(one, EmailMessage)}


def criteria_in(mail: EmailMessage) -> list[str]:
    return re.findall(r"^(OA\d+)  ", mail.get_content(), re.MULTILINE)


def test_each_role_gets_its_own_gaps_and_no_others(outbox: Path) -> None:
    """The plan gives OA20 and OA21 to the Head of ICT, and nothing else."""
    found = mails(outbox)

    assert len(found) == 7
    assert criteria_in(found["head-of-ict"]) == ["OA20", "OA21"]
    assert found["head-of-ict"]["To"] == "head.of.ict@anyshire.example"
    assert found["head-of-ict"]["Subject"] == "RA7: 2 to do, 88 days left"
    assert "locked with a password" in found["head-of-ict"].get_content()


def test_only_gaps_are_reminded_of(outbox: Path) -> None:
    """Whatever stands in a mail is a gap of the assessment, and says what to do next."""
    cache = os.environ["READINESS_CACHE_DIR"]
    assessment = readiness.assess_folder(ROOT / "evidence" / "anyshire", as_of=DAY, cache=cache)
    gaps = {gap.criterion.id for gap in assessment.gaps}

    for mail in mails(outbox).values():
        assert criteria_in(mail)
        assert set(criteria_in(mail)) <= gaps
        assert mail.get_content().count("Next: ") >= len(criteria_in(mail))


@pytest.mark.slow
def test_the_same_day_gives_the_same_mails(outbox: Path, tmp_path: Path) -> None:
    """Nothing in a mail depends on when it was written."""
    remind(ROOT / "evidence" / "anyshire", TOOL / "addresses.csv", tmp_path, "--as-of", DAY)

    assert {one.name: one.read_bytes() for one in (tmp_path / "2009-03-02").iterdir()} == {
        one.name: one.read_bytes() for one in outbox.iterdir()
    }


@pytest.mark.parametrize(
    ("folder", "book", "said"),
    [
        ("nowhere", "role,address\n", "nowhere: there is no such folder; check the path"),
        (".", "role,address\n", "has no register.toml"),
        (".", "who,where\n", "the first line has to be: role,address"),
    ],
)
def test_a_mistake_ends_in_a_message(folder: str, book: str, said: str, tmp_path: Path) -> None:
    """Exit code 2, one line for people, no traceback, no mail."""
    (tmp_path / "addresses.csv").write_text(book, encoding="utf-8")

    done = remind(tmp_path / folder, tmp_path / "addresses.csv", tmp_path / "outbox")

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "outbox").exists()
