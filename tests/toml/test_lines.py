"""Every problem of a TOML file is told with its line, so the line of every key has to be true."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest
from attrs import Factory, define
from hypothesis import given
from hypothesis import strategies as st

from readiness._toml import Lines, parse
from readiness._toml._lines import Path

NASTY = ["[x]", "{", "]]", "# no comment", '"', "'", "=", "a.b = 1", "\\", "\u2028", "\x85", ",", "}", "word"]
NAMES = st.sampled_from(["a", "b-1", "c_c", "1", '"q.q"', "'s ]s'", '"e\\"e"', '"#"', '"\\u0061a"'])
SHORT = ["1", "-2.5", "true", "2009-05-29", "2009-05-29 07:30:00", "'it\"s # [ {'", '"x \\" ] # ="', "''", '""', "inf"]
Draw = Callable[[st.SearchStrategy[str]], str]


@define
class Written:
    """A TOML text that grows, and the true line of every path in it."""

    draw: Draw
    text: str = ""
    true: dict[Path, int] = Factory(dict)
    serial: int = 0

    def add(self, text: str) -> None:
        self.text += text

    def mark(self, path: Path) -> None:
        self.true[path] = self.text.count("\n") + 1

    def name(self) -> tuple[str, str]:
        """Return a key nobody has used yet, as written and as read."""
        self.serial += 1
        written = self.draw(NAMES)
        quote = written[0] if written[0] in "\"'" else ""
        written = f"{written.rstrip(quote) if quote else written}{self.serial}{quote}"
        return written, str(next(iter(tomllib.loads(f"{written} = 1"))))

    def key(self, base: Path) -> Path:
        first, read = self.name()
        if self.draw(st.sampled_from(["plain", "plain", "dotted"])) == "plain":
            self.add(first)
            path = (*base, read)
        else:
            second, read_too = self.name()
            self.add(f"{first} . {second}")
            path = (*base, read, read_too)
        self.mark(path)
        self.add(self.draw(st.sampled_from([" = ", "=", "\t=  "])))
        return path

    def value(self, path: Path, depth: int = 0) -> None:
        kinds = ["short", "long", "literal"] if depth > 2 else ["short", "long", "literal", "list", "inline"]
        getattr(self, f"_{self.draw(st.sampled_from(kinds))}")(path, depth)

    def _short(self, *_: object) -> None:
        self.add(self.draw(st.sampled_from(SHORT)))

    def _long(self, *_: object) -> None:
        body = self.draw(st.lists(st.sampled_from([*NASTY, "\n", '""', '\\"""']), max_size=8).map(" ".join))
        body = body.replace("\\ ", "\\\\ ").removesuffix("\\")
        end = self.draw(st.sampled_from(['"""', '""""', '"""""']))
        self.add(f'"""{body} {end}')

    def _literal(self, *_: object) -> None:
        body = self.draw(st.lists(st.sampled_from([*NASTY, "\n", "''"]), max_size=8).map(" ".join))
        self.add(f"'''{body} {self.draw(st.sampled_from([chr(39) * 3, chr(39) * 4, chr(39) * 5]))}")

    def _list(self, path: Path, depth: int) -> None:
        self.add("[")
        for index in range(int(self.draw(st.sampled_from(["0", "1", "2", "3"])))):
            self.add(self.draw(st.sampled_from(["", " ", "\n", '  # ] , [ "\n  ', "\n\n"])))
            self.mark((*path, index))
            self.value((*path, index), depth + 1)
            self.add(self.draw(st.sampled_from([",", " ,", "\n,"])))
        self.add("]")

    def _inline(self, path: Path, depth: int) -> None:
        count = int(self.draw(st.sampled_from(["0", "1", "2"])))
        self.add("{ ")
        for index in range(count):
            self.value(self.key(path), depth + 1)
            self.add(", " if index < count - 1 else " ")
        self.add("}")

    def lines(self, base: Path) -> None:
        for _ in range(int(self.draw(st.sampled_from(["0", "1", "2", "3"])))):
            self.add(self.draw(st.sampled_from(["", "\n", '# [[no]] = \'table\' """\n', "  "])))
            self.value(self.key(base))
            self.add(self.draw(st.sampled_from(["\n", " # = [ {\n", "\n\n"])))


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """Return a TOML document with tables, arrays of tables, and every kind of key and value."""
    written = Written(draw)
    written.lines(())
    for _ in range(draw(st.integers(0, 3))):
        name, read = written.name()
        if draw(st.booleans()):
            written.mark((read,))
            written.add(f"[ {name} ] # ]\n")
            written.lines((read,))
            continue
        inner, read_inner = written.name()
        for index in range(draw(st.integers(1, 3))):
            written.mark((read, index))
            written.add(f"[[{name}]]\n")
            written.lines((read, index))
            for below in range(draw(st.integers(0, 2))):
                written.mark((read, index, read_inner, below))
                written.add(f"  [[{name} . {inner}]] # x\n")
                written.lines((read, index, read_inner, below))
    return written


@given(documents())
def test_the_line_of_every_key_is_true(written: Written) -> None:
    """Whatever strings, comments and brackets stand around it, each key, table and item is where it is said to be."""
    tomllib.loads(written.text)
    lines = Lines.of(written.text)

    assert {path: lines.line(path) for path in written.true} == written.true


@given(documents(), st.sampled_from(["\n", "\r\n"]))
def test_line_ends_make_no_difference(written: Written, end: str) -> None:
    """A file that was saved on another system has the same lines."""
    lines = Lines.of(written.text.replace("\n", end))

    assert {path: lines.line(path) for path in written.true} == written.true


def test_what_has_no_line_of_its_own_gets_that_of_the_table_above() -> None:
    """A missing key is told at the table that lacks it; what no table holds, at none."""
    lines = Lines.of("a = 1\n[[b]]\nc = 1\n")

    assert lines.line(("b", 0, "missing", 3, "x")) == 2
    assert lines.line(("missing",)) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb =\n", 2),
        ("a = 1\na = 2\n", 2),
        ("[a]\n[a]\n", 2),
        ("x = '''\n\n", 3),
        ("\n\nno equals sign\n", 3),
        ("d = 2009-02-30\n", 1),
        ("x = 1\r\ry = 2", 1),
        ("a." * 5_000 + "a = 1", 1),
        ("a = 1\n[" + ". ".join(['"b"'] * 5_000) + "]", 2),
        ("a = 1\nb = {" + ".".join(["'c'"] * 5_000) + "= 1}", 2),
    ],
)
def test_what_does_not_parse_is_a_problem_with_its_line(text: str, line: int) -> None:
    """A slip of syntax, and a key made to keep the parser busy, are told where they are."""
    data, problem = parse(text, "x.toml")

    assert data == {}
    assert problem is not None
    assert (problem.file, problem.line) == ("x.toml", line)


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = " + "9" * 5_000, "a = " + "{b=" * 5_000])
def test_what_the_parser_itself_breaks_on_is_a_problem(text: str) -> None:
    """Too deep, and too long a number, are refused in words."""
    assert str(parse(text, "x.toml")[1]).startswith("x.toml: not valid TOML")


@given(st.text(max_size=40) | st.lists(st.sampled_from([*NASTY, "\n", '"""', "a", "1"]), max_size=20).map("".join))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """No text raises; what parses can be asked for its lines."""
    data, problem = parse(text, "x.toml")

    assert problem is None or (data == {} and problem.message)
    if problem is None:
        assert all(Lines.of(text).line((key,)) for key in data)
