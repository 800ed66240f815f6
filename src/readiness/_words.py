"""Turn values into words the way people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_DIGITS = re.compile(r"(\d+)")

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
