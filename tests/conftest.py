"""What all tests share: a folder to judge, the command line run in this process, whole outputs kept beside a test."""

from __future__ import annotations

import os
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from common import HEAD, Ran, at_most
from readiness._cli import main

settings.register_profile("dev", max_examples=at_most(50), deadline=None)
settings.register_profile("ci", max_examples=at_most(50), deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what the tests read out of the cache of whoever runs them."""
    os.environ["READINESS_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs the command line with the arguments given."""

    def call(*argv: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(one) for one in argv])
        except SystemExit as stopped:  # argparse ends the process itself
            code = int(stopped.code or 0)
        return Ran(int(code), *capsys.readouterr())

    return call


@pytest.fixture
def evidence(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes an evidence folder: its register, with the usual head, and its files."""

    def make(register: str = "", *paths: str, head: str = HEAD) -> Path:
        folder = tmp_path / "evidence"
        folder.mkdir(exist_ok=True)
        (folder / "register.toml").write_text(head + textwrap.dedent(register), encoding="utf-8")
        for path in paths:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"This is {path}.\n", encoding="utf-8")
        return folder

    return make


@pytest.fixture
def same_as_kept(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare an output with the one kept beside the test; READINESS_UPDATE_SNAPSHOTS=1 writes it anew."""

    def compare(name: str, output: str) -> None:
        kept = request.path.parent / "snapshots" / name
        if os.environ.get("READINESS_UPDATE_SNAPSHOTS") == "1":
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(output, encoding="utf-8")
        assert kept.read_text(encoding="utf-8") == output

    return compare


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """Give up the rights of a superuser for one test, in a folder that an ordinary user may enter."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        superuser = os.geteuid() == 0
        if superuser:
            os.chown(place, 65534, 65534)
            os.seteuid(65534)
        try:
            yield place
        finally:
            if superuser:
                os.seteuid(0)
