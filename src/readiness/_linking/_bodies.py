"""Organisations named in a line of text: councils and their partnerships, trusts, forces, schools, companies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from attrs import frozen

_CHILDREN = r"Children(?:['\u2019]?s)?"


class Group(Enum):
    """What sort of organisation it is."""

    COUNCIL = "council"
    """A council, or a board or partnership through which councils speak for their place."""
    HEALTH = "health"
    FORCE = "force"
    SCHOOL = "school"
    OTHER = "other"


_TYPES = {
    Group.COUNCIL: (
        r"(?:(?:County|Borough|City|District|Metropolitan|Unitary|Town|Parish)\s+){0,2}(?:Council|CC|BC|MBC|DC)"
        rf"|(?:Local\s+)?Safeguarding\s+(?:{_CHILDREN}\s+)?(?:Board|Partnership)|LSCB"
        rf"|{_CHILDREN}\s+(?:Trust|Services)"
    ),
    Group.HEALTH: (
        r"(?:Teaching\s+)?Primary\s+Care\s+Trust|PCT|(?:Strategic\s+)?Health\s+Authority|ICB|Medical\s+Centre|Surgery"
        r"|(?:Hospitals?\s+)?(?:NHS\s+)?(?:Foundation\s+)?(?:NHS\s+)?Trust|Hospitals?"
    ),
    Group.FORCE: r"Constabulary|Police(?:\s+(?:Service|Force))?|Fire\s+(?:and|&)\s+Rescue(?:\s+Service)?",
    Group.SCHOOL: (
        r"(?:(?:High|Primary|Junior|Infant|Grammar|Secondary|Special)\s+)?School|Academy(?:\s+Trust)?|College|University"
        r"|Nursery|Pre-?school|Playgroup"
    ),
    Group.OTHER: r"Ltd|Limited|LLP|plc|Housing\s+Association|Charity|Refuge|Church|Diocese|Foundation",
}
_ABBREVIATED = frozenset({"cc", "bc", "mbc", "dc", "pct", "icb"})
_TYPE = re.compile(
    "|".join(rf"(?P<{one.value}>(?<!\w)(?:{shape})(?!\w))" for one, shape in _TYPES.items()), re.IGNORECASE
)
_HINTS = re.compile(
    r"council|trust|police|school|college|hospital|\b(?:cc|bc|mbc|dc|pct|icb|lscb|ltd|llp|plc)\b|board|partnership"
    r"|services|authority|centre|surgery|constabulary|rescue|academy|university|nursery|playgroup|limited|association"
    r"|charity|refuge|church|diocese|foundation",
    re.IGNORECASE,
)
"""What is in every type, so that most lines need no closer look."""
_BOROUGH = re.compile(
    r"(?<!\w)(?:(?:London|Royal|Metropolitan)\s+)*Borough\s+of\s+([A-Z]\w+(?:(?:\s+(?:and|upon|under))?\s+[A-Z]\w+){0,3})"
)
_LEAD = re.compile(r"^(?:the\s+|(?:city|county|(?:london |royal |metropolitan )*borough)\s+of\s+)+")
_LAST_WORD = re.compile(r"(?<![^\s(\[|/\u2013\u2014*_\"\u201c-])([\w'\u2019.&-]+)[ \t]+$")
_JOINTS = frozenset({"and", "of", "the", "upon", "on", "in", "under", "&", "le"})
_MOST_WORDS, _ABBREVIATION, _LETTERS = 7, 3, 4
_NO_NAME = frozenset(
    """
    a an the our your their this that each every any all no other another both full joint youth parish pupil student
    school nursing teaching medical research general british international national local host home lead partner
    county borough city district town metropolitan unitary regional neighbouring
    policy policies procedure procedures guidance protocol standard standards agreement strategy manual handbook plan
    report code information security data sharing protection acceptable use access records record staff human
    resources ict it corporate directorate department division team children children's adult adults social
    integrated early head director cabinet leader members member version draft page service services issued
    prepared by for with between at to from what when where if how why who not and chair chief officer name
    directors executives officers heads leads
    committee board panel group forum council trust together partnership
    """.split()  # noqa: SIM905 - it reads more easily
)
_NO_COMPANY = frozenset({"a", "an", "the", "our", "your", "their", "by", "for", "with", "between", "from", "and"})
"""Words that end a name, reading backwards: what may stand before it in a title, or is no name of a place."""
_COMMON = frozenset(
    """
    specialist targeted universal integrated joint looked after disabled vulnerable safeguarding protection social care
    caring learning lifelong education educational skills schools families family wellbeing well being health healthy
    adults adult older people person persons young youth communities community housing culture leisure libraries
    prevention preventive intervention support supporting inclusion special needs disability disabilities fostering
    adoption placements leaving key stage early years start sure change for building every matters better together
    commissioning performance quality assurance customer business central core duty assessment referral locality area
    district division north south east west northern southern eastern western mid new all our central neighbourhood
    children childrens children's child life play extended aiming high future futures pathways first transitions
    """.split()  # noqa: SIM905 - it reads more easily
)
"""Words in the names of departments, programmes and teams, which no body is told from another by."""
_COUNCILS = re.compile(r"council|\b(?:cc|bc|mbc|dc)$|\bborough\b", re.IGNORECASE)
_SHORTENED = re.compile(r"[A-Z]{2,5}")


@frozen
class Body:
    """
    An organisation as a line names it.

    Attributes:
        name: as it stands.
        place: its own part of the name, without what sort of body it is, in lower case.
        group: see `Group`.
        start: where the name begins in the line.
        end: where it ends.
    """

    name: str
    place: str
    group: Group
    start: int
    end: int

    @property
    def is_council(self) -> bool:
        """Whether it calls itself a council, as no department, board or partnership does."""
        return self.group is Group.COUNCIL and _COUNCILS.search(self.name) is not None

    @property
    def is_somewhere(self) -> bool:
        """Whether it has a name that tells it from others: neither common words only, nor a department's letters."""
        if all(one in _COMMON or one in _JOINTS for one in self.place.replace("-", " ").split()):
            return False
        first = self.name.split()[0]
        is_spelt = self.is_council or self.group is Group.OTHER or self.place != first.casefold()
        return is_spelt or _SHORTENED.fullmatch(first) is None or self._is_in_capitals

    @property
    def _is_in_capitals(self) -> bool:
        return self.name.isupper() and max(map(len, self.name.split()[1:])) > _LETTERS


def bodies_in(line: str) -> Iterator[Body]:
    """
    Yield the organisations that *line* names, save those without a name of their own, as the council is.

    >>> [(one.name, one.place) for one in bodies_in("The City Council and NORTHMOOR COUNTY COUNCIL; Marsh Hill School")]
    [('NORTHMOOR COUNTY COUNCIL', 'northmoor'), ('Marsh Hill School', 'marsh hill')]
    """
    if not _HINTS.search(line) and "Borough" not in line:
        return
    floor = 0
    for found in _TYPE.finditer(line):
        if not _is_written_as_name(found[0]):
            continue
        group = Group(found.lastgroup)
        start, floor = _start_of_name(line, floor, found.start(), group), found.end()
        if place := line[start : found.start()].strip():
            yield Body(line[start : found.end()], place_in(place), group, start, found.end())
    for found in _BOROUGH.finditer(line):
        yield Body(found[0], place_in(found[1]), Group.COUNCIL, found.start(), found.end())


def _is_written_as_name(words: str) -> bool:
    """Return whether what sort of body it is has a capital, or capitals if it is short: no copy (cc) is a council."""
    return words.isupper() if words.casefold() in _ABBREVIATED else words[0].isupper()


def place_in(name: str) -> str:
    """
    Return the part of a name that tells one body from another, in lower case.

    >>> place_in("The City of  Northmoor")
    'northmoor'
    """
    return _LEAD.sub("", " ".join(name.replace("\u2019", "'").split()).casefold())


def telling_words(name: str) -> list[str]:
    """
    Return the words of a name that begin with a capital and are not said of any body.

    >>> telling_words("Northmoor Children's Directorate")
    ['Northmoor']
    """
    return [one for one in re.findall(r"[\w'\u2019&-]+", name) if one[0].isupper() and one.casefold() not in _NO_NAME]


def holds(text: str, name: str) -> bool:
    """
    Return whether *text* has *name* as whole words; both are in lower case.

    >>> holds("north derbyshire", "derby"), holds("city of derby", "derby")
    (False, True)
    """
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _may_be_named(word: str, group: Group) -> bool:
    """Return whether a word may be part of a name: with a capital, no end of a sentence, nothing said of any paper."""
    ends = word.endswith(".") and len(word) > _ABBREVIATION
    barred = _NO_COMPANY if group is Group.OTHER else _NO_NAME
    return word[0].isupper() and not ends and word.casefold().strip(".") not in barred


def _start_of_name(line: str, floor: int, end: int, group: Group) -> int:
    """Return where a name begins that ends before *end*: at the first of its words, which begin with capitals."""
    start = at = end
    for _ in range(_MOST_WORDS):
        found = _LAST_WORD.search(line[floor:at])
        if not found:
            break
        word, at = found[1], floor + found.start(1)
        if word.casefold() in _JOINTS and start < end:
            continue
        if not _may_be_named(word, group):
            if line[at:].startswith(("City of", "County of")):
                start = at
            break
        start = at
    return start
