"""Months and days in words, as British writers put them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from readiness.model import Confidence, PartialDate, PlanDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = tuple(calendar.month_name)[1:]
_MONTHS_OF_YEAR = 12
_CENTURY = 2000
_LAST_CENTURY_FROM = 70

_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"['\N{RIGHT SINGLE QUOTATION MARK}]?(?P<year>[1-9]\d{3}|\d{2})(?!\d)"
_MONTH_YEAR = re.compile(rf"\b{_NAME}[\s-]*{_YEAR}", re.IGNORECASE)
_HEADING = re.compile(rf"(?:{_NAME}[\s-]*(?:{_YEAR})?|\d{{2}}|[12]\d{{3}})", re.IGNORECASE)
_TARGET = re.compile(
    rf"\b(?:by|due|before|no later than)\s+(?:the\s+)?(?:end\s+of\s+)?{_NAME}\s+{_YEAR}", re.IGNORECASE
)
_FROM_SLOT = re.compile(r"\(\s*deployment\s+slot\s*\+\s*(?P<count>\d{1,2})\s+months?\s*\)", re.IGNORECASE)
_AROUND_SLOT = re.compile(
    r"\bdeployment\s+slot\s*-\s*(?P<before>\d{1,2})(?:\s+months?)?\s+(?:and|to)\s+\+\s*(?P<after>\d{1,2})\s+months?\b",
    re.IGNORECASE,
)
_SLOT = re.compile(rf"\bslot\b[^()]*?{_NAME}\s+{_YEAR}", re.IGNORECASE)

_SURE = re.compile(r"\s*\((high|medium|low)\)\s*$")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_DAY_NAME = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_NAME}[\s-]+{_YEAR}", re.IGNORECASE
)


@frozen(order=True)
class Month:
    """A month of a year; months can be counted on from one another."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{MONTH_NAMES[self.month - 1]} {self.year}"

    def plus(self, months: int) -> Month:
        """
        Return the month *months* later, or earlier if negative.

        >>> str(Month(2008, 10).plus(5)), str(Month(2009, 1).plus(-1))
        ('March 2009', 'December 2008')
        """
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    def since(self, other: Month) -> int:
        """Return how many months this one comes after *other*."""
        return (self.year - other.year) * 12 + self.month - other.month

    def on(self, day: int = 0) -> PartialDate | None:
        """Return that day of the month, the month itself for 0, or ``None`` if the month has no such day."""
        if day > calendar.monthrange(self.year, self.month)[1]:
            return None
        return PartialDate(self.year, self.month, day)


def find_months(text: str) -> tuple[Month, ...]:
    """
    Return every month with a year that *text* names.

    >>> [str(one) for one in find_months("Period Oct 08- Nov 09")]
    ['October 2008', 'November 2009']
    """
    return tuple(_month(match) for match in _MONTH_YEAR.finditer(text))


def is_month_heading(text: str) -> bool:
    """
    Return whether a heading is a month, a year or both.

    >>> is_month_heading("Oct-08"), is_month_heading("March"), is_month_heading("2009"), is_month_heading("Mood")
    (True, True, True, False)
    """
    return bool(_HEADING.fullmatch(text.strip()))


def find_slot(title: str) -> Month | None:
    """Return the month of the deployment slot that a title names."""
    match = _SLOT.search(title)
    return _month(match) if match else None


def wording_dates(deliverable: str, comment: str, slot: Month | None) -> tuple[PlanDate, ...]:
    """
    Return the targets that the wording states; dates that report the past are no targets.

    >>> [str(one.date) for one in wording_dates("", "In use by end of March 09. Met 7-10-08", None)]
    ['2009-03']
    """
    return (*_from_slot(deliverable, slot), *_targets(f"{deliverable}. {comment}"))


def writes_day_first(texts: Iterable[str]) -> bool:
    """
    Return whether a column of dates gives itself away as written the British way, day before month.

    >>> writes_day_first(["04/05/2009", "29/05/2009"]), writes_day_first(["04/05/2009"])
    (True, False)
    """
    numbers = [(int(match[1]), int(match[2])) for text in texts if (match := _NUMBERS.fullmatch(text.strip()))]
    return any(first > _MONTHS_OF_YEAR for first, _ in numbers) and all(then <= _MONTHS_OF_YEAR for _, then in numbers)


def parse_due(text: str, *, day_first: bool = False) -> PartialDate | None:
    """
    Return the date that a cell of a clean plan states, or ``None`` if it is not a date or could be two.

    Args:
        text: ``2009-05-29``, ``29/05/2009``, ``29 May 2009``, ``May 2009`` or ``2009-05``.
        day_first: whether ``04/05/2009`` is known to be the fourth of May; see `writes_day_first`.

    >>> str(parse_due("29/05/2009")), parse_due("04/05/2009"), str(parse_due("May 2009"))
    ('2009-05-29', None, '2009-05')
    """
    text = re.sub(r"[T ]00:00(?::00(?:\.0+)?)?$", "", text.strip())
    if match := _ISO_DAY.fullmatch(text) or _ISO_MONTH.fullmatch(text):
        return _valid(*map(int, match.groups()))
    if match := _NUMBERS.fullmatch(text):
        return _british(match, day_first=day_first)
    if match := _DAY_NAME.fullmatch(text):
        month = _month(match)
        return _valid(month.year, month.month, int(match["day"]))
    match = _MONTH_YEAR.fullmatch(text)
    return _month(match).on() if match and _surely_a_year(match) else None


def stated_dates(text: str, *, line: int, day_first: bool = False) -> tuple[PlanDate, ...]:
    """
    Return the dates that a cell states, or nothing if any part of it is not one.

    Args:
        text: what `parse_due` takes; several are parted by semicolons, and ``or`` stands before another reading.
            How sure the date is may follow in brackets.
        line: where the cell stands.
        day_first: as for `parse_due`.

    >>> [one] = stated_dates("2009-04-30 or 2009-05-30 (medium)", line=7)
    >>> str(one.date), str(one.alternatives[0]), one.confidence.value
    ('2009-04-30', '2009-05-30', 'medium')
    """
    found = []
    for part in text.split(";"):
        sure = _SURE.search(part)
        readings = [parse_due(one, day_first=day_first) for one in re.split(r"\bor\b", _SURE.sub("", part))]
        read = [one for one in readings if one is not None]
        if len(read) < len(readings):
            return ()
        usual = Confidence.HIGH if len(read) == 1 else Confidence.LOW
        found.append(
            PlanDate(
                date=read[0],
                confidence=Confidence(sure[1]) if sure else usual,
                how=f"stated in the table (line {line})",
                alternatives=tuple(sorted(read[1:])),
            )
        )
    return tuple(found)


def _british(match: re.Match[str], *, day_first: bool) -> PartialDate | None:
    """Return the date unless its first two numbers could change places."""
    day, month = int(match[1]), int(match[2])
    if not day_first and day != month and max(day, month) <= _MONTHS_OF_YEAR:
        return None
    return _valid(_full_year(match[3]), month, day)


def _valid(year: int, month: int, day: int | None = None) -> PartialDate | None:
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day or 0)


def _full_year(digits: str) -> int:
    if len(digits) == len("2000"):
        return int(digits)
    return int(digits) + (_CENTURY if int(digits) < _LAST_CENTURY_FROM else _CENTURY - 100)


def _month(match: re.Match[str]) -> Month:
    return Month(_full_year(match["year"]), MONTHS.index(match["name"][:3].casefold()) + 1)


def _surely_a_year(match: re.Match[str]) -> bool:
    """Return whether the number after a month cannot be a day: ``May 29`` could be either, ``end of May 09`` not."""
    before = match.string[match.start("name") : match.start("year")]
    four = len(match["year"]) == len("2000")
    return four or "'" in before or "\N{RIGHT SINGLE QUOTATION MARK}" in before or "end of" in match[0].casefold()


def _from_slot(deliverable: str, slot: Month | None) -> tuple[PlanDate, ...]:
    if slot is None:
        return ()
    if match := _FROM_SLOT.search(deliverable):
        due = slot.plus(int(match["count"]))
        how = f"{match['count']} months after the deployment slot of the title, {slot}"
    elif match := _AROUND_SLOT.search(deliverable):
        begin, due = slot.plus(-int(match["before"])), slot.plus(int(match["after"]))
        how = f"the end of the time from {begin} to {due}, around the deployment slot of the title, {slot}"
    else:
        return ()
    date = PartialDate(due.year, due.month)
    return (PlanDate(date=date, confidence=Confidence.MEDIUM, how=f"counted from the wording: {how}"),)


def _targets(text: str) -> tuple[PlanDate, ...]:
    found = []
    for match in _TARGET.finditer(text):
        if not _surely_a_year(match):
            continue
        month = _month(match)
        how = f'read from the wording: "{match[0]}"'
        found.append(PlanDate(date=PartialDate(month.year, month.month), confidence=Confidence.MEDIUM, how=how))
    return tuple(found)
