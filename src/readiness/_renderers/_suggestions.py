"""Suggestions for a terminal, for a spreadsheet, for other programs, and as Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from readiness._words import counted
from readiness.model import Criterion, Suggestion, Suggestions

from ._md_text import plain
from ._safe import cell
from ._text import encodable, on_one_line, visible

SCHEMA_VERSION = "1.1"
HEAD = (
    "decision",
    "criterion",
    "title",
    "document",
    "place",
    "quote",
    "matched words",
    "confidence",
    "caveats",
    "why",
    "document fingerprint",
    "passage fingerprint",
    "criterion fingerprint",
)
"""Columns of the spreadsheet; whoever decides writes ``accept`` or ``reject`` into the first."""
PASSED_OVER = (
    "Nothing is suggested from these, because of what they are. If one is evidence all the same, claim it by hand:"
)
_FEW = 10
"""So many of these are named where somebody waits for the end."""
_SIGNS = 4
_CONCRETE = re.compile(r"\d|title")

Titles = dict[str, str]


def titles_of(criteria: Iterable[Criterion]) -> Titles:
    """Return the titles of criteria by their ids."""
    return {one.id: one.title for one in criteria}


def percent(confidence: float) -> str:
    """
    Return a confidence as people read it; nothing is ever certain.

    >>> percent(0.934), percent(1.0)
    ('93 %', '99 %')
    """
    return f"{min(99, int(confidence * 100))} %"


def why(one: Suggestion, most: int = _SIGNS) -> tuple[str, ...]:
    """Return signs in words, what can be counted first, and what speaks against it as such and last."""
    signs = sorted(one.signs, key=lambda sign: (sign.weight < 0, not _CONCRETE.search(sign.words)))
    return tuple(sign.words if sign.weight > 0 else f"but {sign.words}" for sign in signs[:most])


def suggestions_text(
    found: Suggestions, titles: Titles, *, width: int = 100, strong: Callable[[str], str] = str
) -> str:
    """
    Return suggestions as lines of text, under their criteria.

    Args:
        found: from `readiness.suggest`.
        titles: of the criteria.
        width: columns of the screen.
        strong: makes text stand out where there is such a thing.
    """
    lines: list[str] = []
    for criterion in dict.fromkeys(one.criterion for one in found.rows):
        lines += [strong(on_one_line(f"{criterion}  {titles.get(criterion, '')}")), ""]
        for one in found.rows:
            if one.criterion == criterion:
                lines += [*one_suggestion(one, width=width, strong=strong), ""]
    return "\n".join([*lines, *_rest(found, width, _FEW)]) + "\n"


def one_suggestion(one: Suggestion, *, width: int = 100, strong: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the lines of one suggestion: how sure, where, what stands there, why, and what to bear in mind."""
    place = f", {one.locator}" if one.locator else ""
    yield from _wrapped(f"{percent(one.confidence):>4}  {one.document}{place}", width, "  ", "        ")
    for line in _wrapped(f"“{one.quote}”", width, "        ", "        "):
        yield _marked(line, one.terms, strong)
    yield from _wrapped(f"why: {'; '.join(why(one))}", width, "        ", "             ")
    for qualm in one.qualms:
        yield from _wrapped(f"bear in mind: {qualm}", width, "      ! ", "        ")


def _marked(line: str, terms: Iterable[str], strong: Callable[[str], str]) -> str:
    """Return a line with the terms of the criterion standing out, the longest first so that none is cut in two."""
    for term in sorted({visible(one) for one in terms}, key=lambda one: -len(one)):
        at = line.find(term)
        if at >= 0 and "\x1b" not in line:
            line = f"{line[:at]}{strong(term)}{line[at + len(term) :]}"
    return line


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    wrapper = textwrap.TextWrapper(width, first, rest, break_on_hyphens=False)
    return wrapper.wrap(visible(text)) or [first]


def _rest(found: Suggestions, width: int, most: int) -> Iterator[str]:
    """Yield what was not suggested, so that nobody takes silence for an answer; at *most* so many for what they are."""
    said = (
        ("Nothing is suggested for", found.bare),
        ("Nobody knows what these ask, so nothing can be suggested for", found.unknown),
    )
    for words, names in said:
        if names:
            yield from _wrapped(f"{words}: {', '.join(names)}.", width, "", "  ")
    if found.unread:
        yield "Could not be read, or not in full:"
    faults = zip_longest(found.unread, found.faults, fillvalue="")
    yield from _by_word(((path, fault or "not in full") for path, fault in faults), width)
    if found.passed_over:
        yield from _wrapped(PASSED_OVER, width, "", "  ")
    yield from _by_word(list(zip(found.passed_over, found.sorts, strict=True))[:most], width)
    if len(found.passed_over) > most:
        yield f"  and {len(found.passed_over) - most} more; -o FILE.csv or FILE.html lists them all"


def _by_word(pairs: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield a line for each word with the paths that it is said of."""
    by_word: dict[str, list[str]] = {}
    for path, word in pairs:
        by_word.setdefault(word, []).append(path)
    for word, paths in by_word.items():
        yield from _wrapped(f"{word}: {', '.join(paths)}", width, "  ", "    ")


def suggestions_csv(found: Suggestions, titles: Titles) -> bytes:
    """
    Return a row for each suggestion, to be decided in a spreadsheet: UTF-8 with a mark, so that it opens as such.

    Below them is a row without a criterion for each document that is passed over because of what it is.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in found.rows:
        qualms = "; ".join(map(str, one.qualms))
        values = ["", one.criterion, titles.get(one.criterion, ""), one.document, one.locator, one.quote]
        values += ["; ".join(one.terms), f"{one.confidence:.3f}", qualms, "; ".join(why(one))]
        values += [one.document_fingerprint, one.passage_fingerprint, one.criterion_fingerprint]
        writer.writerow([cell(value) for value in values])
    for path, sort in zip(found.passed_over, found.sorts, strict=True):
        note = f"nothing is suggested from it because of what it is: {sort}"
        told = {"document": path, "caveats": note}
        writer.writerow([cell(told.get(name, "")) for name in HEAD])
    return out.getvalue().encode("utf-8-sig")


def suggestions_json(found: Suggestions) -> bytes:
    """
    Return suggestions as UTF-8 JSON of version 1.

    >>> json.loads(suggestions_json(Suggestions()))["suggestions"]
    []
    """
    wire = {
        "schema_version": SCHEMA_VERSION,
        "threshold": found.threshold,
        "further_threshold": found.further,
        "documents": found.documents,
        "suggestions": [_wire(one) for one in found.rows],
        "nothing_suggested_from": list(found.silent),
        "nothing_suggested_for": list(found.bare),
        "unknown_wording": list(found.unknown),
        "unread": list(found.unread),
        "passed_over": [
            {"document": path, "sort": sort} for path, sort in zip(found.passed_over, found.sorts, strict=True)
        ],
        "claimed_already": found.claimed,
        "rejected_already": found.rejected,
    }
    return f"{encodable(json.dumps(wire, ensure_ascii=False, indent=2))}\n".encode()


def _wire(one: Suggestion) -> dict[str, object]:
    return {
        "criterion": one.criterion,
        "document": one.document,
        "confidence": one.confidence,
        "locator": one.locator,
        "quote": one.quote,
        "terms": list(one.terms),
        "aspects": list(one.aspects),
        "caveats": [{"caveat": each.caveat.value, "words": each.words} for each in one.qualms],
        "signs": [{"words": each.words, "weight": each.weight} for each in one.signs],
        "kinds": [each.value for each in one.kinds],
        "document_fingerprint": one.document_fingerprint,
        "passage_fingerprint": one.passage_fingerprint,
        "criterion_fingerprint": one.criterion_fingerprint,
    }


def suggestions_markdown(found: Suggestions, titles: Titles) -> bytes:
    """Return suggestions as Markdown with a box to tick for each."""
    lines = [
        "# Suggested evidence",
        "",
        f"{counted(len(found.rows), 'suggestion')} from {counted(found.documents, 'document')}.",
    ]
    for criterion in dict.fromkeys(one.criterion for one in found.rows):
        lines += ["", f"## {plain(criterion)} {plain(titles.get(criterion, ''))}", ""]
        lines += [line for one in found.rows if one.criterion == criterion for line in _item(one)]
    rest = _rest(found, 10_000, len(found.passed_over))
    lines += ["", *(f"- {plain(one.strip())}" if one.startswith("  ") else f"\n{plain(one)}\n" for one in rest)]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _item(one: Suggestion) -> Iterator[str]:
    place = f", {plain(one.locator)}" if one.locator else ""
    yield f"- [ ] **{percent(one.confidence)}** {plain(one.document)}{place}"
    yield f"  - “{plain(one.quote)}”"
    yield f"  - why: {plain('; '.join(why(one)))}"
    yield from (f"  - bear in mind: {plain(str(each))}" for each in one.qualms)
