"""Dates as people in Britain write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from attrs import frozen

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_LONE = r"(?=\s*(?:$|[.,;:)\]|\n]))"
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_PIVOT = 70
"""Two digits from here on mean a year of the last century."""

_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 4
_DAY = re.compile(
    rf"""
    (?<![\w/.])(?:
        (?<!-)(?P<y1>\d{{4}})[-/](?P<m1>\d{{1,2}})[-/](?P<d1>\d{{1,2}})(?!\d|[/-]\d)
        |(?P<d2>\d{{1,2}})(?P<sep>[/.-])(?P<m2>\d{{1,2}})(?P=sep)(?P<y2>\d{{4}}|\d\d)(?!\d|(?P=sep)\d)
        |(?P<d3>\d{{1,2}}){_ORDINAL}(?:\s+(?:day\s+)?of)?[\s,/-]{{0,3}}{_NAME.replace("(", "(?P<m3>", 1)}
            (?:,?[\s/-]{{0,3}}(?P<y3>(?:19|20)\d\d)(?![\d:])
            |(?:[-/]|\s?['\u2019]|\s(?=\d\d{_LONE}))(?P<y4>\d\d)(?![\w:]|\.\d))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_NAME}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(r"[A-Za-z]{3,9}\.?\s+$")
_LONGEST_MONTH = 14
_SECTION = re.compile(r"\d\.\d{1,2}\.\d\d|\d\d\.\d\.\d\d")
"""What is as likely the number of a section as a date; ``01.02.10`` is a date."""
_MONTH = re.compile(
    rf"(?<!\w){_NAME}(?:,?[\s/-]{{0,3}}((?:19|20)\d\d)|(?:[-/]|\s?['\u2019]|\s)(\d\d))(?![\w:]|[./-]\d)", re.IGNORECASE
)
_MONTH_NUMBER = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-]((?:19|20)\d\d)(?![\d/.-])")
_FINANCIAL_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)/(?:(?:19|20)?\d\d)(?![\d/.-])")
_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/.-])")
_APRIL, _MARCH, _DECEMBER, _LAST_OF_MONTH = 4, 3, 12, 31


def days_in(text: str, *, loose: bool = False) -> Iterator[tuple[date, int, int]]:
    """
    Yield every day that *text* names in full, with where it begins and ends.

    Days come before months, as in Britain, unless that makes no date. Two digits are a year of 1970 to 2069.

    Args:
        text: running text or a cell.
        loose: take ``1.2.09`` for a date, which in running text may be the number of a section.

    >>> [day.isoformat() for day, _, _ in days_in("12 January 2009, 1st of Feb '09, 01/03/10, 2009-04-30, v1.2.10")]
    ['2009-01-12', '2009-02-01', '2010-03-01', '2009-04-30']
    """
    after = 0
    for run in _DIGITS.finditer(text):
        start = run.start()
        if start < after or run.end() - start > _LONGEST_NUMBER:
            continue
        found = _DAY.match(text, start) or _month_first(text, start)
        if found and (day := _day(found, loose=loose)):
            after = found.end()
            yield day, found.start(), after


def _month_first(text: str, start: int) -> re.Match[str] | None:
    """Return the match of a date such as ``May 29, 2009`` whose day begins at *start*."""
    if not text[start - 1 : start].isspace():
        return None
    before = _MONTH_BEFORE.search(text, max(0, start - _LONGEST_MONTH), start)
    return _MONTH_FIRST.match(text, before.start()) if before else None


def span_of(text: str) -> tuple[date, date] | None:
    """
    Return the first and the last day that *text* can mean, by the first date in it, or ``None`` if it holds none.

    >>> [one.isoformat() for one in span_of("March 2010")]
    ['2010-03-01', '2010-03-31']
    >>> [one.isoformat() for one in span_of("2009/10")]
    ['2009-04-01', '2010-03-31']
    """
    found = dated(text)
    return (found.earliest, found.latest) if found else None


@frozen
class Dated:
    """A date in a text, what it can mean, and where it begins and ends."""

    earliest: date
    latest: date
    start: int
    end: int


def dated(text: str) -> Dated | None:
    """Return the first date in *text*, as full as there is one, or ``None``."""
    for day, start, end in days_in(text, loose=True):
        return Dated(day, day, start, end)
    for shape, spans in _SPANS:
        if (found := shape.search(text)) and (span := spans(found)):
            return Dated(*span, found.start(), found.end())
    return None


def _named_month(found: re.Match[str]) -> tuple[date, date]:
    return _month(_year(found[2] or found[3]), _month_number(found[1]))


def _numbered_month(found: re.Match[str]) -> tuple[date, date] | None:
    return _month(int(found[2]), int(found[1])) if 1 <= int(found[1]) <= _DECEMBER else None


def _financial_year(found: re.Match[str]) -> tuple[date, date]:
    return date(int(found[1]), _APRIL, 1), date(int(found[1]) + 1, _MARCH, _LAST_OF_MONTH)


def _whole_year(found: re.Match[str]) -> tuple[date, date]:
    return date(int(found[1]), 1, 1), date(int(found[1]), _DECEMBER, _LAST_OF_MONTH)


_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[date, date] | None]], ...] = (
    (_MONTH, _named_month),
    (_MONTH_NUMBER, _numbered_month),
    (_FINANCIAL_YEAR, _financial_year),
    (_YEAR, _whole_year),
)


def _day(found: re.Match[str], *, loose: bool) -> date | None:
    """Return the day of a match, or ``None`` if there is no such day."""
    if not loose and _SECTION.fullmatch(found[0]):
        return None
    if found.re is _MONTH_FIRST:
        return _date(_year(found["year"]), _month_number(found[1]), int(found["day"]))
    year = _year(found["y1"] or found["y2"] or found["y3"] or found["y4"])
    month = _month_number(found["m3"]) if found["m3"] else int(found["m1"] or found["m2"])
    day = int(found["d1"] or found["d2"] or found["d3"])
    if found["d2"] and month > _DECEMBER >= day:
        day, month = month, day
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year < _LAST_YEAR else None
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004  # two digits
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
