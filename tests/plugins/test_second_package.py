"""Rules, readers and renderers from a second package, installed beside this one as pip would leave it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2008-10-31")
Make = Callable[..., Path]
MODULE = '''
"""What Anyshire (an invented council) needs besides."""

from attrs import frozen

from readiness.model import Fault, Finding, Level, Location, Locator, Passage, ReadFault


@frozen(kw_only=True)
class Numbered:
    """The criterion has a number."""

    kind = "numbered"
    level: Level = Level.WARNING

    def check(self, criterion, context):
        yield Finding(rule=self.kind, level=self.level, message="It is numbered.", location=Location("register.toml"))


@frozen(kw_only=True)
class Broken:
    """The rule fails."""

    kind = "broken"
    level: Level = Level.WARNING
    how: str = ""

    def check(self, criterion, context):
        if self.how == "leaves":
            raise SystemExit(0)
        yield 1 / 0 if self.how == "raises" else "no finding"


class Leaves:
    suffix = ".leaves"

    def render(self, profile):
        raise SystemExit(0)


class Says:
    suffix = ".says"

    def render(self, profile):
        return "no bytes"


class Tally:
    suffix = ".tally"

    def render(self, profile):
        return f"{len(profile.gaps)} gaps\\n".encode()


class Log:
    suffixes = (".visio", ".docx")
    version = 1

    def read(self, source):
        for number, line in enumerate(source.file, start=1):
            if line.startswith(b"!"):
                raise ValueError("a line with a bang")
            if line.startswith(b"?"):
                yield ReadFault(Fault.ENCRYPTED)
            yield line if line.startswith(b"*") else Passage(line.decode(), Locator(line=number))


class NoVersion:
    version = "one"
'''
ENTRY_POINTS = """
[readiness.rules]
numbered = anyshire_plugins:Numbered
owned = anyshire_plugins:Numbered
broken = anyshire_plugins:Broken

[readiness.renderers]
tally = anyshire_plugins:Tally
json = anyshire_plugins:Tally
gone = anyshire_plugins:Gone
leaves = anyshire_plugins:Leaves
says = anyshire_plugins:Says

[readiness.readers]
visio = anyshire_plugins:Log
docx = anyshire_plugins:Log
lost = anyshire_plugins:Lost
odd = anyshire_plugins:NoVersion
"""
ONE = '[[document]]\npath = "{0}"\n[[document.claim]]\ncriterion = "OA1"\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder of installed packages."""
    return install(tmp_path / "site", "anyshire-plugins", "anyshire_plugins", ENTRY_POINTS, MODULE)


def install(site: Path, name: str, module: str, entry_points: str, code: str) -> Path:
    info = site / f"{module}-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", "utf-8")
    (info / "entry_points.txt").write_text(textwrap.dedent(entry_points), "utf-8")
    (site / f"{module}.py").write_text(code, "utf-8")
    return site


def readiness(site: Path, *argv: object) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(site)])}
    command = [sys.executable, "-m", "readiness", *map(str, argv)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=variables, timeout=120)


def documents(site: Path, folder: Path) -> list[str]:
    done = readiness(site, "check", folder, *DAY, "--format", "json")
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["not_looked_at"]


def test_a_reader_reads_what_nothing_here_reads(site: Path, evidence: Make) -> None:
    """In the worker, too: the place that a claim names is found; without the package it is not."""
    claim = ONE.format("plan.visio") + 'where = "Duty rota"\n'
    folder = evidence(claim)
    (folder / "plan.visio").write_text("Duty rota\nOA1: the rota is kept by HR.\n", "utf-8")

    assert "plan.visio" not in " ".join(documents(site, folder))
    marked = readiness(site, "map", folder, *DAY)
    assert "plan.visio" in marked.stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"first\n!\n", "a line with a bang; its reader is of anyshire-plugins 1.2"),
        (
            b"first\n* no passage\n",
            "TypeError: it yielded bytes, which is no passage, fact or fault; its reader is of any",
        ),
        (b"?\n", "password"),
    ],
)
def test_a_reader_that_fails_costs_one_finding(content: bytes, says: str, site: Path, evidence: Make) -> None:
    """It names the package, and the run goes on."""
    folder = evidence("")
    (folder / "plan.visio").write_bytes(content)
    done = readiness(site, "check", folder, *DAY, "--format", "sarif")
    notifications = json.loads(done.stdout)["runs"][0]["invocations"][0]["toolExecutionNotifications"]

    assert done.returncode == 1
    assert any(says in one["message"]["text"] for one in notifications), notifications


@pytest.mark.parametrize(
    ("suffix", "says"),
    [
        ("lost", "'lost' of the package anyshire-plugins cannot be loaded: "),
        ("odd", "the reader of .odd of the package anyshire-plugins 1.2 cannot be made: TypeError: "),
        ("both", "'both' is claimed by a-council and b-council; uninstall one of them"),
    ],
)
def test_a_reader_that_cannot_be_had_names_its_package(suffix: str, says: str, site: Path, evidence: Make) -> None:
    """Missing, unsound, or claimed by two: the document could not be looked at, and it is said who has to mend it."""
    for one in ("a-council", "b-council"):
        module = one.replace("-", "_")
        install(site, one, module, f"[readiness.readers]\nboth = {module}:Log\n", MODULE)
    folder = evidence("")
    (folder / f"plan.{suffix}").write_text("some words\n", "utf-8")
    done = readiness(site, "check", folder, *DAY, "--format", "sarif")
    notifications = json.loads(done.stdout)["runs"][0]["invocations"][0]["toolExecutionNotifications"]

    assert any(says in one["message"]["text"] for one in notifications), notifications


def test_no_plug_in_takes_the_place_of_what_is_built_in(site: Path, evidence: Make) -> None:
    """A reader of .docx, a rule `owned` and a format `json` are there already."""
    folder = evidence("")
    with zipfile.ZipFile(folder / "a.docx", "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    done = readiness(site, "check", folder, *DAY, "--format", "json")

    assert json.loads(done.stdout)["decision"] == "NO-GO"
    assert "anyshire" not in done.stdout
    assert readiness(site, "explain", "owned").stdout.startswith("owned\n\nSomebody looks after the evidence.")


def test_what_was_kept_is_read_again_once_there_is_a_reader(site: Path, tmp_path: Path, evidence: Make) -> None:
    """A file that nobody could read does not stay unread; nor does one inside an archive."""
    folder = evidence("")
    (folder / "plan.visio").write_bytes(b"\x00\x01\x02 three\x00\x01\x02")
    with zipfile.ZipFile(folder / "more.zip", "w") as packed:
        packed.writestr("plan.visio", b"\x00\x01\x02 three\x00\x01\x02")
    (tmp_path / "none").mkdir()

    assert "2 documents that could not be opened" in " ".join(documents(tmp_path / "none", folder))
    assert "could not be opened" not in " ".join(documents(site, folder))


def test_a_rule_and_a_renderer_are_found(site: Path, tmp_path: Path, evidence: Make) -> None:
    """By the name in a catalogue, and by the name or the suffix of the output."""
    catalogue = tmp_path / "catalogue"
    catalogue.mkdir()
    (catalogue / "catalogue.toml").write_text(
        'id = "pool"\ntitle = "Pool"\nversion = "1"\n[[assessment]]\nid = "RA7"\ntitle = "Day"\ndue = 2009-05-29\n'
        '[[rule]]\nkind = "numbered"\n',
        "utf-8",
    )
    (catalogue / "P1.toml").write_text('id = "P1"\ntitle = "Lifeguards"\nrequires = "They are there."\n', "utf-8")
    options = (evidence(""), *DAY, "--catalogue", catalogue)

    assert "P1  not met         It is numbered." in readiness(site, "check", *options).stdout
    assert readiness(site, "check", *options, "--format", "tally").stdout == "1 gaps\n"
    assert readiness(site, "profile", *options, "-o", tmp_path / "x.tally").returncode == 0


def test_a_renderer_that_cannot_be_loaded_names_its_package(site: Path, evidence: Make) -> None:
    """Exit code 2: nothing was written."""
    done = readiness(site, "check", evidence(""), *DAY, "--format", "gone")

    assert (done.returncode, done.stdout) == (2, "")
    assert "'gone' of the package anyshire-plugins cannot be loaded" in done.stderr


@pytest.mark.parametrize(
    ("how", "says"),
    [("leaves", "SystemExit: 0"), ("raises", "ZeroDivisionError"), ("", "it yielded str, which is no finding")],
)
def test_a_rule_that_fails_names_its_package(how: str, says: str, site: Path, evidence: Make) -> None:
    """Exit code 2 whatever it does: one that ends the program must not pass for a clear result."""
    done = readiness(site, "check", evidence(f'[[rule]]\nkind = "broken"\nhow = "{how}"\n'), *DAY)

    assert (done.returncode, done.stdout) == (2, "")
    assert "the rule 'broken' of the package anyshire-plugins 1.2 failed on OA" in done.stderr
    assert says in done.stderr


@pytest.mark.parametrize(("name", "says"), [("leaves", "SystemExit: 0"), ("says", "it gave str and not bytes")])
def test_a_renderer_that_fails_names_its_package(name: str, says: str, site: Path, evidence: Make) -> None:
    """And nothing passes for success that wrote nothing."""
    done = readiness(site, "check", evidence(""), *DAY, "--format", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"the format '{name}' of the package anyshire-plugins 1.2 failed: " in done.stderr
    assert says in done.stderr
