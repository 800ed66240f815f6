"""Read a file of wording, and write the one to start from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from readiness._registry import rules
from readiness._toml import Lines, did_you_mean, parse, quoted, read_toml
from readiness._words import listed
from readiness.exceptions import InputError, Problem
from readiness.model import Phrasing

from ._check import hidden, judged_twice, mistakes
from ._tables import Table, tables

WORDING_NAME = "wording.toml"
_HEAD = """\
# How this organisation says it, in what people read: html, docx, odt, pdf, xlsx, md and the reports.
# Remove a line to say it as usual. Colours and shapes stay, and so does what programs read.
"""


def load_wording(path: Path) -> Phrasing:
    """
    Return the words of a file.

    Args:
        path: a file such as the one that `usual_wording` begins.

    Raises:
        InputError: with every mistake of the file, each with its line: what there is not, what says nothing, and what
            would hide how something stands.
    """
    name = str(path)
    text, problem = read_toml(path, name)
    data, problem = parse(text, name) if problem is None else ({}, problem)
    if problem is not None:
        raise InputError([problem])
    lines = Lines.of(text)
    words, problems = dict[str, str](), list[Problem]()
    for place, message in _read(data, words):
        problems.append(Problem(name, message, ".".join(place), lines.line(place)))
    if problems:
        raise InputError(sorted(problems, key=lambda one: (one.line or 0, one.where)))
    return Phrasing(words=words, file=path.name)


def _read(data: Mapping[str, Any], words: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Put each word that is right into *words*, by its place, and yield the place and the message of each mistake."""
    known = {one.name: one for one in tables()}
    for name, value in data.items():
        if name not in known:
            yield (name,), _unknown("table", name, list(known))
        elif not isinstance(value, dict):
            yield (name,), f"expected a table of words; write [{name}] and the words below it"
        else:
            yield from _table(known[name], value, words)
    for place, message in judged_twice(words):
        yield tuple(place.split(".", 1)), message


def _table(table: Table, values: Mapping[str, Any], words: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    keys = table.usual if table.name != "next-step" else {**table.usual, **dict.fromkeys(rules.offered(), "{fix}")}
    right: dict[str, str] = {}
    for key, word in values.items():
        if key not in keys:
            yield (table.name, key), _unknown("word" if table.name != "next-step" else "rule", key, [*keys])
        elif not isinstance(word, str):
            yield (table.name, key), "expected text in straight quotes"
        else:
            wrong = list(mistakes(table, key, word))
            yield from (((table.name, key), one) for one in wrong)
            right |= {} if wrong else {key: word.strip()}
    if table.judges:
        yield from (((table.name, key), why) for key, why in hidden(table, right))
    words |= {f"{table.name}.{key}": word for key, word in right.items() if word != keys[key]}


def _unknown(what: str, name: str, known: list[str]) -> str:
    hint = did_you_mean(name, known)
    return f"no such {what}{hint or f'; there are {listed(known)}'}"


def usual_wording() -> str:
    """Return a file of wording in which everything is said as usual, to be changed where wanted."""
    return "\n".join((_HEAD, *(line for one in tables() for line in _usual(one))))


def _usual(table: Table) -> Iterator[str]:
    yield f"# {table.about}"
    yield f"[{table.name}]"
    yield from (f"{key} = {quoted(word)}" for key, word in table.usual.items())
    yield ""
