"""Places left over from a template: what somebody was to fill in, choose or delete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readiness._words import folded
from readiness.model import Passage, Spot

from ._parts import Part, part_of
from ._text import quoted

_MOST = 50

_ORGANISATION = (
    r"(?:(?:local|your|our|the|this|name\s+of|county|borough|district|city|unitary)\s+)*"
    r"(?:council|authority|organi[sz]ation|agency|LA|department|directorate|service|school|trust|company|borough|county"
    r"|partner(?:ship)?)"
)
_FIELD = (
    r"(?:name|title|address|e-?mail|(?:tele)?phone|telephone\s+number|number|contact(?:\s+details)?|details"
    r"|ref(?:erence)?|initials|website|url|role|post|job\s+title|surname|version|date|month|year|day|time|amount"
    r"|location|place)"
)
_WHOSE = (
    r"(?:(?:job|post|project|document|policy|system|manager|officer|lead|team|contact|child|parent|staff|user|file)"
    r"(?:['\u2019]s)?\s+)?"
)
_DO = (
    r"(?:insert|enter|add|type|complete|fill\s+in|state|specify|describe|select|choose|give|list|confirm|provide|include"
    r"|click|delete|amend|edit|put)"
)
_HOLDER = re.compile(
    rf"(?:please\s+)?{_DO}\b.*"
    r"|(?:your|our|local|full)\s+\w.*"
    rf"|{_WHOSE}{_FIELD}s?(?:\s+(?:of|for|here|to\s+be|and|or|in)\b.*)?"
    rf"|{_ORGANISATION}(?:['\u2019]?s['\u2019]?)?(?:\s+(?:{_FIELD}|here))*"
    r"|d{1,2}[/. -]?m{1,4}[/. -]?y{2,4}|(?:day\s+)?month(?:\s+and)?\s+(?:year|yyyy)|yyyy|tb[acd]|to\s+be\s+\w+.*"
    r"|x{2,}|\?+|[.\s\u2026]*[\u25cf\u2022]+[.\s\u2026]*|_+",
    re.IGNORECASE,
)
"""What stands in brackets where something is to be filled in."""
_NO_HOLDER = re.compile(
    r"(?:the|a|an)\s|.*\b(?:redacted|removed|withheld|omitted|sic|emphasis|ibid|see|added)\b", re.IGNORECASE
)
_BRACKETS = re.compile(
    r"\[{1,3}\s{0,9}([^\[\]\n]{1,120}?)\s{0,9}\]{1,3}|<{1,3}\s{0,9}([^<>\n=/@:]{1,120}?)\s{0,9}>{1,3}"
)
_UNKNOWN = re.compile(r"(?<=\w\s)\[X\](?=\s[a-z])")
"""A number that nobody has filled in; a cross in a box stands before what is chosen."""
_MARKS = re.compile(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\u00ab[^\u00ab\u00bb\n]{1,80}\u00bb|\$\{[^{}\n]{1,80}\}|%%\w{1,40}%%"
)
_BODY = r"(?:authority|council|organi[sz]ation|company|service|school|department|agency)"
_ALWAYS = re.compile(
    r"\blorem\s+ipsum\b"
    r"|\binsert\s+(?:[\w'\u2019]+\s+){0,6}here\b"
    rf"|\bname\s+of\s+(?:the\s+|your\s+)?(?:[\w-]+\s+)?{_BODY}\s+(?:goes\s+)?here\b"
    rf"|\byour\s+(?:[\w-]+\s+)?{_BODY}(?:['\u2019]s)?\s+(?:name|logo|address)\b"
    r"|\byour\s+(?:text|logo|name)\s+here\b"
    rf"|\b{_BODY}\s+(?:name|logo)\s+here\b"
    r"|(?<![\w-])(?<!x{4}\s)x{4,}(?![\w-]|\s?\d|\sx{4})|(?<![\w-])xx/xx/(?:xx(?:xx)?|\d{2}(?:\d\d)?)(?!\w)",
    re.IGNORECASE,
)
_SETTLED = r"(?:confirmed|completed|determined|agreed|advised|inserted|decided|added|supplied|provided|arranged)"
_OUTSIDE_FORMS = re.compile(
    r"\bclick\s+(?:here\s+|or\s+tap\s+)?(?:here\s+)?to\s+(?:enter|add|insert|edit)\b|\bchoose\s+an\s+item\b"
    r"|\btype\s+(?:your\s+)?(?:text|the\s+\w+(?:\s+\w+)?)\s+here\b"
    r"|\bdelete\s+(?:as|where|if)\s+(?:appropriate|applicable|necessary|required|not\s+applicable)\b"
    r"|(?<![\w/-])TB[ACD](?![\w-])"
    r"|(?:^|(?<=[:|(\[\u2013\u2014\n\t-])|(?<=\bis\s)|(?<=\bare\s))"
    rf"[ \t]{{0,9}}to\s+be\s+{_SETTLED}\s*(?=$|[)\].,;|\n])"
    rf"|(?:^|(?<=\n))[ \t]{{0,9}}(?:[\w'\u2019]+\s+){{1,4}}to\s+be\s+{_SETTLED}\.?\s*$",
    re.IGNORECASE,
)
"""What a form may say to those who fill it in."""
_FORM = re.compile(
    r"\b(?:forms?|letters?|templates?|pro\s?-?formas?|scripts?|questionnaires?|checklists?|specimens?)\b", re.IGNORECASE
)
_DOCUMENT_FORM = re.compile(r"(?:^|[\W_])(?:form|letter|pro-?forma|questionnaire|script)s?(?:$|[\W_])", re.IGNORECASE)
_ABOUT_US = re.compile(r"\b(?:council|authority|organi[sz]ation|directorate|borough|county|LA)\b", re.IGNORECASE)
_MEETING = re.compile(r"\bnext\s+(?:\w+\s+){0,2}meeting\b|\bdate\s+of\s+next\b", re.IGNORECASE)
_SIGNS = ("[", "<", "{", "\u00ab", "%%")
_HINTS = (
    "lorem", "insert", " here", "your ", "xxx", "xx/", "click", "choose an", "delete ", "tbc", "tbd", "tba", "to be ",
    "name of",
)  # fmt: skip


class Residue:
    """
    Goes through the passages of a document and keeps what is left over from a template.

    Args:
        title: of the document, with its path: a form is meant to have blanks.
    """

    def __init__(self, title: str) -> None:
        self._form = _DOCUMENT_FORM.search(title) is not None
        self._found: dict[str, Spot] = {}

    def take(self, passage: Passage) -> None:
        """Look at one passage; a comment is somebody else's."""
        if len(self._found) >= _MOST or part_of(passage.locator.part) is Part.ASIDE:
            return
        if not may_hold_residue(passage.text):
            return
        form = self._form or any(_FORM.search(one) for one in passage.locator.heading)
        for start, end in _pieces(passage.text, form=form):
            spot = Spot(passage.locator, quoted(passage.text, start, end))
            self._found.setdefault(spot.quote, spot)
            return

    def spots(self) -> tuple[Spot, ...]:
        """Return the places, one for each passage that reads differently."""
        return tuple(self._found.values())


def may_hold_residue(text: str) -> bool:
    """Return whether *text*, of a passage or a whole document, may hold something: quick, wrong only by saying yes."""
    small = folded(text)
    return any(one in text for one in _SIGNS) or any(one in small for one in _HINTS)


def _pieces(text: str, *, form: bool) -> Iterator[tuple[int, int]]:
    """Yield where something is left over. A form may ask to be filled in, but not by its own council."""
    for found in _MARKS.finditer(text):
        yield found.span()
    for found in _UNKNOWN.finditer(text):
        yield found.span()
    for found in _BRACKETS.finditer(text):
        words = found[1] or found[2]
        if _is_holder(words, found[0]) and (not form or _ABOUT_US.search(words)):
            yield found.span()
    for found in _ALWAYS.finditer(text):
        yield found.span()
    if not form and not _MEETING.search(text):
        for found in _OUTSIDE_FORMS.finditer(text):
            yield found.span()


def _is_holder(words: str, whole: str) -> bool:
    """Return whether words in brackets stand for others; a quotation's brackets and tags of a web page do not."""
    if _NO_HOLDER.match(words) or not _HOLDER.fullmatch(words):
        return False
    return not whole.startswith("<") or " " in words or words.isupper() or bool(_ABOUT_US.search(words))
