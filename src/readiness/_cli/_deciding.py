"""Decisions on suggestions: asked for one by one, or read from the spreadsheet that somebody filled in."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import define, field

from readiness.exceptions import InputError, Problem
from readiness.model import Catalogue, Suggestion, Suggestions

from ._screen import Screen, write

_LARGEST = 20_000_000
_YES, _NO = frozenset({"accept", "accepted", "a", "yes", "y"}), frozenset({"reject", "rejected", "r", "no", "n"})
_OPEN = frozenset({"", "skip", "s"})
_KEYS = "a accept, r reject, s skip, q stop here, ? what these mean; then press Enter"
_HELP = """\
  a  the passage is evidence: it is claimed in the register, at this place
  r  it is none: it is not asked again until its text, or the criterion, changes
  s  decide later: it is asked again the next time
  q  stop here; what was decided so far is kept, and so it is with Ctrl-C"""


@define
class Decided:
    """What was decided: suggestions ``accepted`` and ``rejected``, and how many were left ``open``."""

    accepted: list[Suggestion] = field(factory=list)
    rejected: list[Suggestion] = field(factory=list)
    open: int = 0

    def take(self, one: Suggestion, word: str) -> bool:
        """Take a decision; return whether the word is one."""
        if word in _YES:
            self.accepted.append(one)
        elif word in _NO:
            self.rejected.append(one)
        elif word in _OPEN:
            self.open += 1
        else:
            return False
        return True


def asked(
    found: Suggestions, catalogue: Catalogue, screen: Screen, answer: Callable[[str], str] | None = None
) -> Decided:
    """
    Walk through suggestions and ask about each.

    Args:
        found: the suggestions.
        catalogue: for what each criterion asks.
        screen: where they are shown.
        answer: gives the answer to a question; default: whoever sits at the terminal.

    Raises:
        KeyboardInterrupt: somebody stopped the program before anything was decided.
    """
    decided = Decided()
    ask = answer or _from_terminal
    rows = list(found.rows)
    last = ""
    try:
        for number, one in enumerate(rows, start=1):
            for line in _shown(one, catalogue, screen, new=one.criterion != last):
                write(line)
            last = one.criterion
            if not _answered(decided, one, ask, f"{number} of {len(rows)}: accept, reject or skip? [a/r/s/q/?] "):
                break
    except KeyboardInterrupt:
        if not decided.accepted and not decided.rejected:
            raise
        write("")  # below the question
    decided.open = len(rows) - len(decided.accepted) - len(decided.rejected)
    return decided


def _answered(decided: Decided, one: Suggestion, ask: Callable[[str], str], question: str) -> bool:
    """Ask until there is an answer; return whether to go on."""
    while True:
        try:
            word = ask(question).strip().casefold()
        except EOFError:
            return False
        if word in {"q", "quit"}:
            return False
        if word and decided.take(one, word):
            return True
        write(_HELP if word == "?" else _KEYS)


def _shown(one: Suggestion, catalogue: Catalogue, screen: Screen, *, new: bool) -> Iterator[str]:
    from readiness._renderers._suggestions import one_suggestion  # noqa: PLC0415 - only when shown

    criterion = catalogue.criterion(one.criterion)
    yield ""
    if new and criterion is not None:
        yield screen.bold(f"{criterion.id}  {criterion.title}")
        yield screen.wrap(criterion.requires, "      ")
        yield ""
    yield from one_suggestion(one, width=screen.width, strong=screen.bold)


def _from_terminal(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        raise EOFError
    return line


def from_file(path: Path, found: Suggestions) -> Decided:
    """
    Return the decisions of a spreadsheet that ``--format csv`` wrote and somebody filled in.

    Args:
        path: the file, as CSV.
        found: what is suggested now; a decision on anything else is refused, as nobody has seen that text.

    Raises:
        InputError: with every row that cannot be understood, each with its line.
    """
    rows = _rows(path)
    now = {(one.document, one.criterion): one for one in found.rows}
    decided, problems = Decided(), list[Problem]()
    for line, row in rows:
        word = str(row.get("decision") or "").strip().casefold()
        pair = _plain(row.get("document")), _plain(row.get("criterion"))
        if word in _OPEN:
            continue
        if word not in _YES | _NO:
            problems.append(Problem(str(path), f"expected accept, reject or nothing, found {word!r}", "decision", line))
        elif not pair[1]:
            message = f"nothing is suggested from {pair[0]}; if it is evidence, `readiness claim` claims it"
            problems.append(Problem(str(path), message, "decision", line))
        elif pair not in now or _plain(row.get("passage fingerprint")) != now[pair].passage_fingerprint:
            message = f"{pair[0]} for {pair[1]} is not suggested now, or its text has changed; write the list anew"
            problems.append(Problem(str(path), message, line=line))
        else:
            decided.take(now.pop(pair), word)
    if problems:
        raise InputError(problems)
    decided.open = len(now)
    return decided


def _rows(path: Path) -> list[tuple[int, Mapping[str, str | None]]]:
    if not path.is_file():
        raise InputError([Problem(str(path), "there is no such file; give the .csv that you filled in")])
    if path.stat().st_size > _LARGEST:
        raise InputError([Problem(str(path), f"is larger than {_LARGEST // 1_000_000} MB; is it the right one?")])
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # what a spreadsheet writes that was not asked for UTF-8
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = {"decision", "criterion", "document", "passage fingerprint"} - {*(reader.fieldnames or ())}
    if missing:
        message = f"has no column {min(missing)!r}; start from what `readiness suggest --format csv` writes"
        raise InputError([Problem(str(path), message)])
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError([Problem(str(path), f"cannot be read as CSV: {error}")]) from None


def _plain(value: str | None) -> str:
    """Return a value without the mark that keeps a spreadsheet from running it."""
    return (value or "").strip().removeprefix("'")
