"""
Run a documentation page: its commands, its Python and its TOML, in a copy of the folders that it speaks of.

A comment before a block says what the block alone cannot: ``<!-- exit: 1 -->`` the exit code of the last command,
``<!-- file: PATH -->`` that the reader writes the block to a file, ``<!-- append: PATH -->`` that he adds it to one.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from attrs import Factory, define, frozen

from readiness._cli import main
from readiness._cli._parser import parser

_FENCE = re.compile(
    r"^(?:<!-- (?P<key>exit|file|append): (?P<value>[^\n]+?) -->\n\n?)?"
    r"^```(?P<language>[\w-]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_SHELL = frozenset({"cat", "cp", "ls", "mkdir"})
_NOT_RUN = frozenset({"git", "make"})
_INSTALLS = ("python", "-m", "pip")
_DATED = frozenset({"baseline", "check", "gaps", "profile"})
_REST = "..."
_ASK = "echo $?"


@frozen
class Block:
    """A fenced block: its language, text and first line, and what the comment above it says."""

    language: str
    text: str
    line: int
    key: str = ""
    value: str = ""


def blocks(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    for match in _FENCE.finditer(page):
        line = page.count("\n", 0, match.start("text")) + 1
        yield Block(match["language"], match["text"], line, match["key"] or "", match["value"] or "")


@define
class Page:
    """A page being run: its name, where it runs, and what its Python has defined so far."""

    name: str
    folder: Path
    names: dict[str, Any] = Factory(lambda: {"__name__": "page"})
    code: int = 0

    def run(self, text: str) -> None:
        """Run every block in order, or raise `AssertionError` with the line of the page."""
        with contextlib.chdir(self.folder):
            for block in blocks(text):
                try:
                    self._run(block)
                except AssertionError as error:
                    raise AssertionError(f"{self.name}:{block.line}: {error}") from None

    def _run(self, block: Block) -> None:
        kinds: dict[str, Callable[[Block], None]] = {
            "console": self._console,
            "json": lambda one: json.loads(one.text),
            "python": self._python,
            "text": _text,
            "toml": lambda one: self._toml(one.text),
            "yaml": _yaml,
        }
        assert block.language in kinds, f"say what the block is: one of {', '.join(kinds)}"
        if block.key in {"file", "append"}:
            self._write(block)
        else:
            kinds[block.language](block)

    def _write(self, block: Block) -> None:
        path = Path(block.value)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if block.key == "append" else "w", encoding="utf-8") as stream:
            stream.write(f"\n{block.text}" if block.key == "append" else block.text)

    def _toml(self, text: str) -> None:
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise AssertionError(str(error)) from None

    def _python(self, block: Block) -> None:
        if ">>>" not in block.text:
            exec(compile(block.text, f"{self.name}:{block.line}", "exec"), self.names)
            return
        test = doctest.DocTestParser().get_doctest(block.text, self.names, self.name, self.name, block.line)
        said = io.StringIO()
        doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(test, out=said.write, clear_globs=False)
        self.names |= test.globs
        assert not said.getvalue(), said.getvalue()

    def _console(self, block: Block) -> None:
        commands = list(_commands(block.text))
        assert commands, "no line begins with `$ `"
        for number, (command, expected) in enumerate(commands, start=1):
            said = self._command(command)
            assert _matches(expected, said), f"{command}\nexpected:\n{expected}\nfound:\n{said}"
            last = number == len(commands)
            asked_next = not last and commands[number][0] == _ASK
            if command != _ASK and not asked_next:
                wanted = int(block.value) if last and block.key == "exit" else 0
                assert self.code == wanted, f"{command}: exit code {self.code}, not {wanted}"

    def _command(self, command: str) -> str:
        """Return what a command says on both streams; its exit code is kept."""
        if command == _ASK:
            return f"{self.code}\n"
        words, target = shlex.split(command), None
        if len(words) > 2 and words[-2] == ">":
            words, target = words[:-2], Path(words[-1])
        assert words[0] in {"readiness", "python", *_SHELL, *_NOT_RUN}, f"{command}: nobody here can run {words[0]}"
        if words[0] in _NOT_RUN or words[:3] == list(_INSTALLS):
            self.code = 0
            return ""
        out, error = self._readiness(words[1:]) if words[0] == "readiness" else self._shell(words)
        if target is None:
            return out + error
        target.write_text(out, encoding="utf-8")
        return error

    def _shell(self, words: list[str]) -> tuple[str, str]:
        program = [sys.executable] if words[0] == "python" else words[:1]
        done = subprocess.run([*program, *words[1:]], capture_output=True, text=True, check=False, timeout=120)
        self.code = done.returncode
        return done.stdout, done.stderr

    def _readiness(self, arguments: list[str]) -> tuple[str, str]:
        dated = "--as-of" in arguments or "--help" in arguments
        assert dated or arguments[0] not in _DATED, f"{arguments}: give --as-of, or the page changes with the day"
        out, error = _stream(), _stream()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            try:
                self.code = int(main(arguments))
            except SystemExit as stop:
                self.code = int(stop.code or 0)
        return _content(out), _content(error)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")


def _content(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command with what the page says it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        joined = re.sub(r"\\\n\s*", "", part)
        command, _, expected = joined.partition("\n")
        yield command.strip(), expected


def _matches(expected: str, said: str) -> bool:
    """Return whether the output is as expected; a line ``...`` stands for any number of lines."""
    pieces: list[list[str]] = [[]]
    for line in expected.splitlines():
        if line == _REST:
            pieces.append([])
        else:
            pieces[-1].append(line)
    pattern = r"(?:.*\n)*?".join("".join(re.escape(line) + r"\n" for line in piece) for piece in pieces)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in said.splitlines())) is not None


def _yaml(block: Block) -> None:
    """Check that a workflow parses, and its commands against the command line; what a server does cannot run here."""
    try:
        yaml.safe_load(block.text)
    except yaml.YAMLError as error:
        raise AssertionError(str(error)) from None
    _text(block)


def _text(block: Block) -> None:
    """Check the commands in a file of another program against the command line."""
    known = "|".join(next(one for one in parser()._actions if isinstance(one.choices, dict)).choices)
    for command in re.findall(rf"\breadiness ((?:{known})\b[^|>'\n]*)", block.text):
        with contextlib.redirect_stderr(io.StringIO()) as said:
            try:
                parser().parse_args(shlex.split(command))
            except SystemExit:
                raise AssertionError(f"{command}: {said.getvalue()}") from None
