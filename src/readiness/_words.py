"""Turn values into words the way people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from readiness.model import Level, Phrasing, Status, Threshold

_DIGITS = re.compile(r"(\d+)")
_GONE = r"(?:superseded|withdrawn|obsolete|no longer (?:in force|in use|valid))"
_PAPER = r"(?:policy|procedure|process|document|guidance|protocol|version|agreement|statement|plan|form)"
_WITHDRAWN = re.compile(
    rf"^\W*(?:(?:document |current )?status\W+)?{_GONE}\W*(?:(?:by|on|from|in|as of|since)\b.*|\d.*)?$"
    rf"|\bthis (?:\w+ )?{_PAPER} (?:is|was|has been)(?: now)? (?:{_GONE}|replaced)\b",
    re.IGNORECASE,
)
WITHDRAWN_HINTS = ("superseded", "withdrawn", "obsolete", "no longer", "replaced")
"""What is in every line that `calls_itself_withdrawn` may find."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def calls_itself_withdrawn(line: str) -> re.Match[str] | None:
    """
    Return where a line says that the paper it stands in is no longer in force.

    >>> bool(calls_itself_withdrawn("SUPERSEDED")), bool(calls_itself_withdrawn("Superseded papers are kept."))
    (True, False)
    """
    return _WITHDRAWN.search(line)


def day(value: date) -> str:
    """
    Return a date as people write it.

    >>> day(date(2009, 5, 29))
    '29 May 2009'
    """
    return f"{value.day} {month(value.year, value.month)}"


def month(year: int, number: int) -> str:
    """
    Return a month as people write it.

    >>> month(2009, 5)
    'May 2009'
    """
    return f"{_MONTHS[number - 1]} {year}"


def listed(words: Iterable[object], last: str = "and") -> str:
    """
    Return *words* as a list inside a sentence.

    >>> listed(["policy", "process", "training"]), listed(["policy", "process"], "or"), listed(["policy"])
    ('policy, process and training', 'policy or process', 'policy')
    """
    texts = [str(word) for word in words]
    if len(texts) < 2:  # noqa: PLR2004 - a list of two is the first that needs a joint
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def span(ids: Iterable[str]) -> str:
    """
    Return a list of ids by its ends.

    >>> span(["OA1", "OA2", "OA3"]), span(["P1"]), span([])
    ('OA1 to OA3', 'P1', 'none')
    """
    listed_ids = list(ids)
    return " to ".join(dict.fromkeys((listed_ids[0], listed_ids[-1]))) if listed_ids else "none"


def some_of(words: Iterable[object], most: int = 5) -> str:
    """
    Return the first of *words* as a list inside a sentence, and how many more there are.

    >>> some_of(["a.doc", "b.doc", "c.doc", "d.doc"], 2), some_of(["a.doc"])
    ('a.doc, b.doc and 2 others', 'a.doc')
    """
    texts = list(words)
    more = len(texts) - most
    return listed([*texts[:most], counted(more, "other")] if more > 0 else texts)


def part_of(ids: Iterable[str], total: int, assessment: str) -> str:
    """
    Return in a sentence that only some criteria were judged.

    >>> part_of(["OA8", "OA9"], 28, "RA7")
    'Only 2 of the 28 criteria of RA7 were judged: OA8 and OA9.'
    """
    names = list(ids)
    was = "was" if len(names) == 1 else "were"
    return f"Only {len(names)} of the {total} criteria of {assessment} {was} judged: {some_of(names, 12)}."


def threshold_words(threshold: Threshold, assessment: str, phrasing: Phrasing | None = None) -> str:
    """
    Return in a sentence what an assessment takes.

    >>> threshold_words(Threshold(), "RA7")
    'RA7 takes what is met, waived or not applicable.'
    >>> threshold_words(Threshold(allow=(Status.PLANNED,), not_met_at_most=2, met_at_least=20), "RA6b")
    'RA6b takes what is met, waived, not applicable or planned; 2 at most may be not met; at least 20 have to be met.'
    """
    say = (phrasing or Phrasing()).status
    taken = [*(say(one) for one in (Status.MET, Status.WAIVED, Status.NOT_APPLICABLE, *threshold.allow))]
    parts = [f"{assessment} takes what is {listed(dict.fromkeys(taken), 'or')}"]
    if threshold.not_met_at_most:
        parts.append(f"{threshold.not_met_at_most} at most may be {say(Status.NOT_MET)}")
    if threshold.met_at_least:
        parts.append(f"at least {threshold.met_at_least} have to be {say(Status.MET)}")
    if level := threshold.fail_on:
        parts.append(f"no finding at level {level.value}{'' if level is Level.ERROR else ' or above'}")
    return f"{'; '.join(parts)}."


def natural(text: str) -> tuple[object, ...]:
    """
    Return a key that sorts numbers inside a text by their size.

    >>> sorted(["OA10", "OA2"], key=natural)
    ['OA2', 'OA10']
    """
    parts = _DIGITS.split(text)
    numbers = [(len(one.lstrip("0")), one.lstrip("0")) for one in (*parts[1::2], "")]
    return (*zip((one.casefold() for one in parts[::2]), numbers, strict=True), text)


def counted(number: int, one: str, many: str = "") -> str:
    """
    Return a number with its noun.

    >>> counted(1, "gap"), counted(3, "gap"), counted(2, "criterion", "criteria")
    ('1 gap', '3 gaps', '2 criteria')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def with_article(noun: str) -> str:
    """
    Return a noun with *a* or *an* before it.

    >>> with_article("policy"), with_article("agreement")
    ('a policy', 'an agreement')
    """
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def typed(path: object) -> str:
    """
    Return a path as it has to be typed in a command: in quotation marks if it has a space or an apostrophe in it.

    >>> print(typed("evidence/anytown"), typed("Children's Services"))
    evidence/anytown "Children's Services"
    """
    text = str(path)
    return f'"{text}"' if any(one.isspace() or one in "'()&;" for one in text) else text


def add_months(start: date, months: int) -> date:
    """
    Return the same day *months* later, or the month's last day where there is no such day.

    >>> add_months(date(2008, 8, 31), 6).isoformat()
    '2009-02-28'
    """
    years, index = divmod(start.month - 1 + months, 12)
    year, number = start.year + years, index + 1
    if year > date.max.year:
        return date.max
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, number, min(last, start.day))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")  # pragma: no cover


def folded(text: str) -> str:
    r"""
    Return *text* so that what a pattern finds in it without regard to case, a search for the small letters finds too.

    >>> folded("Draft"), folded("DRAFT \u017fer\u0131es")
    ('draft', 'draft series')
    """
    return text.lower() if text.isascii() else text.casefold().replace("\u0131", "i")
