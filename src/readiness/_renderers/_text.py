"""Words for people: dates, statuses and bases as the outputs say them, and text made safe to show."""

from __future__ import annotations

import calendar
import re
from datetime import date
from urllib.parse import urlsplit

from readiness._words import threshold_words
from readiness.model import (
    Approval,
    Basis,
    Confidence,
    FactBasis,
    Kind,
    PartialDate,
    Phrasing,
    Plan,
    PlanDate,
    Rag,
    Status,
    Threshold,
)

# Characters with no picture of their own, or that turn the text around them: shown as what they are, never obeyed.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]",
)
_ENDS = re.compile("[\t\r\n]")
_SENTENCE = re.compile(r"[.!?] ")
_KILO = 1024
_SURROGATE = re.compile("[\ud800-\udfff]")

_FACT_BASIS = {
    FactBasis.PLAN: "from the plan",
    FactBasis.PUBLIC: "public source",
    FactBasis.INFERENCE: "our inference",
}
_LINK_BASIS = {
    Basis.CLAIMED: "claimed in the register",
    Basis.CITED: "names the criterion, but is not claimed",
    Basis.SUGGESTED: "suggested by its wording, counts for nothing until claimed",
}
_TOPICS = {
    "requires": "what it requires",
    "review_months": "review cycle",
    "kinds": "kinds of evidence",
    "owners": "who looks after it",
    "endorsers": "who endorses it",
    "typed_as": "how the id is typed",
}


def visible(text: str) -> str:
    r"""
    Return *text* with control and direction characters written out, so that what is shown is what is there.

    >>> visible("bad\x00name\u202efdp.exe")
    'bad[U+0000]name[U+202E]fdp.exe'
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", encodable(text))


def on_one_line(text: str) -> str:
    r"""
    Return *text* as `visible` does, without line ends and tabulators: a name that holds one would forge a line.

    >>> on_one_line("a\rb\nc")
    'a b c'
    """
    return _ENDS.sub(" ", visible(text))


def encodable(text: str) -> str:
    r"""
    Return *text* with each lone surrogate (a byte of a file name that is no text) replaced by U+FFFD.

    >>> ascii(encodable("caf\udce9"))
    "'caf\\ufffd'"
    """
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def takes(threshold: Threshold, assessment: str, phrasing: Phrasing | None = None) -> str:
    """Return what an assessment takes, for a line that is headed so."""
    words = threshold_words(threshold, assessment, phrasing).removeprefix(f"{assessment} takes ")
    return f"{words[:1].upper()}{words[1:]}"


def day(value: date) -> str:
    """
    Return a date as British English writes it.

    >>> day(date(2009, 5, 29))
    '29 May 2009'
    """
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def partial_day(value: PartialDate) -> str:
    """
    Return a day or a month in words.

    >>> partial_day(PartialDate(2009, 5)), partial_day(PartialDate(2009, 5, 29))
    ('May 2009', '29 May 2009')
    """
    return day(value.earliest) if value.day else f"{calendar.month_name[value.month]} {value.year}"


def status_words(status: Status) -> str:
    """
    Return a status as a label.

    >>> status_words(Status.PARTLY_MET)
    'Partly met'
    """
    return status.value.capitalize()


def capital(text: str) -> str:
    """
    Return text that begins with a capital letter.

    >>> capital("only planned")
    'Only planned'
    """
    return f"{text[:1].upper()}{text[1:]}"


def rag_words(rag: Rag) -> str:
    """
    Return a colour as a label.

    >>> rag_words(Rag.NONE)
    'No colour'
    """
    return "No colour" if rag is Rag.NONE else rag.value.capitalize()


def fact_basis_words(basis: FactBasis) -> str:
    """Return what a fact of the catalogue rests on, in words."""
    return _FACT_BASIS[basis]


def link_basis_words(basis: Basis) -> str:
    """Return why a document is put forward, in words."""
    return _LINK_BASIS[basis]


def topic_words(of: str) -> str:
    """
    Return the topic of a provenance in words.

    >>> topic_words("review_months"), topic_words("link to OA9")
    ('review cycle', 'link to OA9')
    """
    return _TOPICS.get(of, of.replace("_", " "))


def kinds_words(kinds: tuple[Kind, ...]) -> str:
    """
    Return kinds of evidence as a list in words.

    >>> kinds_words((Kind.POLICY, Kind.PROCEDURE))
    'policy, procedure'
    """
    return ", ".join(kind.value for kind in kinds)


def count(number: int, one: str, many: str = "") -> str:
    """
    Return a number with its noun.

    >>> count(1, "criterion", "criteria"), count(3, "gap")
    ('1 criterion', '3 gaps')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def plan_day(read: PlanDate) -> str:
    """
    Return a date of the plan in words, with every other reading and how sure it is.

    >>> plan_day(PlanDate(date=PartialDate(2009, 6), confidence=Confidence.MEDIUM, how="a lone digit"))
    'June 2009, day not known (medium confidence)'
    """
    likeliest = partial_day(read.date) + ("" if read.date.day else ", day not known")
    readings = " or ".join((likeliest, *map(partial_day, read.alternatives)))
    return readings if read.confidence is Confidence.HIGH else f"{readings} ({read.confidence.value} confidence)"


def progress_source(plan: Plan | None) -> str:
    """
    Return where the progress of a plan's actions comes from.

    >>> progress_source(None)
    'inferred from the wording of each action'
    """
    stated = {one.progress_stated for one in plan.actions} if plan else set()
    if stated == {True}:
        return "what the plan states"
    if stated == {True, False}:
        return "what the plan states, or inferred from the wording where it states none"
    return "inferred from the wording of each action"


def shortened(text: str, length: int) -> str:
    """
    Return *text* on one line, cut at a word to at most *length* characters.

    >>> shortened("Shielding policy and process", 20)
    'Shielding policy…'
    """
    line = " ".join(visible(text[: length * 4]).split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def lead(text: str, length: int = 240) -> str:
    """
    Return *text* on one line; if it is long, its first sentence, or as many words of it as fit.

    >>> lead("Nobody approved it. " + "It has places to fill in. " * 20)
    'Nobody approved it.'
    """
    line = " ".join(visible(text[: length * 8]).split())
    if len(line) <= length:
        return line
    ends = (found.end() - 1 for found in _SENTENCE.finditer(line[:length]))
    whole = (end for end in ends if line.count("\u201c", 0, end) == line.count("\u201d", 0, end))
    end = next(whole, None)
    return line[:end] if end else shortened(line, length)


def size(number: int | None) -> str:
    """
    Return a size in bytes as people say it.

    >>> size(512), size(40_960), size(None)
    ('512 bytes', '40 KB', 'not known')
    """
    if number is None:
        return "not known"
    if number < _KILO:
        return count(number, "byte")
    return f"{number / _KILO:,.0f} KB" if number < _KILO**2 else f"{number / _KILO**2:,.1f} MB"


def web_address(text: str) -> bool:
    """
    Return whether *text* is an address that is safe to link to.

    >>> web_address("https://example.org/a?b=c"), web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and text.isprintable() and " " not in text


def approval_words(one: Approval, *, dated: bool = True) -> str:
    """
    Return who approved what, and when.

    >>> approval_words(Approval(body="LSCB", date=date(2009, 1, 20), version="2", minute="L/3"))
    'LSCB, 20 January 2009, version 2, minute L/3'
    """
    version = f"version {one.version}" if one.version else ""
    minute = f"minute {one.minute}" if one.minute else ""
    return ", ".join(filter(None, (one.body, day(one.date) if dated else "", version, minute)))
