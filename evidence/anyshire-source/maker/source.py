"""Reading a source: a head in TOML between two lines of ``+++``, then the text in a little markup."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from .model import Block, Cell, Heading, Paragraph, Row, Run, Runs, Sheet, Source, Table

_FENCE = "+++\n"
_MARKUP = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*\s][^*]*)\*|\^\[(?P<note>[^\]]+)\]"
    r"|\{\+\+(?P<inserted>.+?)\+\+\}|\{--(?P<deleted>.+?)--\}|\{==(?P<on>.+?)==\}\{>>(?P<comment>.+?)<<\}"
)
_NAMED = ("title", "author", "created", "modified", "control")
_SHEET_SUFFIXES = (".xlsx", ".ods", ".csv", ".tsv")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE = re.compile(r"0|-?[1-9]\d*")
_DECIMAL = re.compile(r"-?\d+\.\d+")


def read_source(path: Path) -> Source:
    """Read the source at *path*; the suffix before ``.txt`` says whether it holds text or sheets."""
    start, head, body = path.read_text(encoding="utf-8").split(_FENCE, 2)
    if start:
        raise ValueError(f"{path}: the first line has to be +++")
    said = tomllib.loads(head)
    is_sheet = path.stem.endswith(_SHEET_SUFFIXES)
    return Source(
        title=said["title"],
        author=said["author"],
        created=said["created"],
        modified=said["modified"],
        control=said.get("control", {}),
        blocks=() if is_sheet else tuple(blocks(body)),
        sheets=tuple(sheets(body)) if is_sheet else (),
        more={key: value for key, value in said.items() if key not in _NAMED},
    )


def runs(text: str) -> Runs:
    """
    Return *text* cut where its look changes.

    >>> runs("See **rule 3**.")[1]
    Run(text='rule 3', bold=True, italic=False, change='', note='', comment='')
    """
    found: list[Run] = []
    end = 0
    for match in _MARKUP.finditer(text):
        if text[end : match.start()]:
            found.append(Run(text[end : match.start()]))
        found.append(_marked(match))
        end = match.end()
    if text[end:]:
        found.append(Run(text[end:]))
    return tuple(found)


def _marked(match: re.Match[str]) -> Run:
    said = {name: text for name, text in match.groupdict().items() if text is not None}
    if "bold" in said:
        return Run(said["bold"], bold=True)
    if "italic" in said:
        return Run(said["italic"], italic=True)
    if "note" in said:
        return Run("", note=said["note"])
    if "comment" in said:
        return Run(said["on"], comment=said["comment"])
    return Run(said["inserted"], change="in") if "inserted" in said else Run(said["deleted"], change="out")


def blocks(body: str) -> Iterator[Block]:
    """Yield headings, paragraphs, list items and tables; an empty line ends each of them."""
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = chunk.splitlines()
        if lines and lines[0].startswith("|"):
            yield _table(lines)
        else:
            yield from map(_block, _joined(lines))


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Join lines that only continue the one before."""
    gathered = ""
    for line in lines:
        begins = re.match(r"#|- |> |\d+\. ", line)
        if begins and gathered:
            yield gathered
            gathered = ""
        gathered = f"{gathered} {line.strip()}".strip()
    if gathered:
        yield gathered


def _block(line: str) -> Block:
    if found := re.match(r"(#{1,3}) (.*)", line):
        return Heading(len(found[1]), runs(found[2]))
    for mark, kind in ((r"- ", "bullet"), (r"\d+\. ", "number"), (r"> ", "notes")):
        if found := re.match(mark, line):
            return Paragraph(runs(line[found.end() :]), kind)
    return Paragraph(runs(line))


def _table(lines: Iterable[str]) -> Table:
    """Read a table; a row that begins with two bars is an ordinary one even where it comes first."""
    rows = list(lines)
    headed = not rows[0].startswith("||")
    return Table(
        tuple(tuple(runs(cell.strip()) for cell in row.strip().strip("|").split("|")) for row in rows), headed=headed
    )


def sheets(body: str) -> Iterator[Sheet]:
    """Yield the sheets of *body*: a heading line names each, a row that begins with ``!`` is a heading."""
    for part in re.split(r"^# ", body, flags=re.MULTILINE)[1:]:
        name, *lines = part.splitlines()
        yield Sheet(name.strip(), tuple(_row(line) for line in lines if line.strip()))


def _row(line: str) -> Row:
    strong = line.startswith("!")
    return Row(tuple(_cell(text.strip()) for text in line.removeprefix("!").split("|")), strong)


def _cell(text: str) -> Cell:
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
