"""Whose paper it is, which system it is about, and what sort of voice speaks: judged apart from the subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from readiness._linking._parts import Part, part_of
from readiness._linking._residue import Residue
from readiness._linking._system import Names
from readiness.model import Caveat, DocumentText, Passage, Qualm

_HEAD = 8
"""Passages in which a paper says whose it is."""
_NAME = r"(?:[A-Z][\w'\u2019.&-]*(?:[ \t]+(?:and|of|the|for|&|upon|St\.?)(?=[ \t]+[A-Z]))?[ \t]+){1,7}"
_OTHER_BODIES = re.compile(
    rf"\b{_NAME}(?:(?:NHS\s+)?(?:Foundation\s+)?(?:NHS\s+)?Trust|Hospitals?|Academy(?:\s+Trust)?|School|College|Nursery"
    r"|University|Refuge|Ltd|Limited|LLP|plc|PLC|Housing\s+Association|Homes|Charity|Foundation|Project|Clinic|Surgery"
    r"|Practice|Medical\s+Centre|Constabulary|Police|Primary\s+Care\s+Trust|PCT|ICB|Church|Diocese|Fostering(?:\s+Agency"
    r"|\s+Services?)?|Pre-?school|Playgroup|Childcare)\b|\bMinistry\s+of\s+[A-Z]\w+"
)
_COUNCIL = re.compile(
    r"\b(?:Council|Children'?s\s+Services|Children\s+and\s+(?:Families|Young\s+People)(?:'?s)?|County|Borough|MBC"
    r"|Metropolitan|Unitary|local\s+authority|Partnership|Safeguarding\s+(?:Children\s+)?(?:Board|Partnership)|LSCB"
    r"|Children'?s\s+Trust)\b"
)
_COUNCIL_NAME = re.compile(
    r"\b((?:[A-Z][a-z]+(?:\s+(?:and|of|upon|the)(?=\s+[A-Z]))?\s+){1,4})"
    r"(?:(?:County|Borough|City|District|Metropolitan|Unitary|Metropolitan\s+Borough)\s+)?(?:Council|MBC|BC|CC)\b"
)
_KINDS_OF_COUNCIL = re.compile(r"\b(?:County|Borough|City|District|Metropolitan|Unitary|Council|The)\b|\(.*?\)")
_OWN_RULE = re.compile(r"\bour own (?:house )?(?:rules?|policy|procedure)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\bthe (Trust|School|Academy|College|University|Company|Charity|Practice|Association|Force|Agency|Setting"
    r"|Playgroup)\b"
)
_US = re.compile(r"\b(?:the|this|our) (?:[Cc]ouncil|[Aa]uthority|[Bb]orough|[Cc]ounty|[Dd]irectorate)\b")

_SYSTEM = re.compile(
    r"\b(?:case\s+management\s+system|shared\s+care\s+record|(?:social\s+care|client|early\s+help)\s+(?:records?|case)"
    r"\s+system|social\s+care\s+records|(?:early\s+help|family|safeguarding|practitioner)\s+(?:hub|portal|module)"
    r"|Mosaic|Liquidlogic|LCS|EHM|Care\s?First|Framework-?i|SystmOne|RiO|EMIS|eCAF|CareDirector|Eclipse|Capita\s+One|Azeus"
    r"|Servelec)\b"
)
# No word of a name is longer than sixty characters: looking further costs the square of the length of a hostile one.
_NAMED_SYSTEM = re.compile(
    r"\b((?:[A-Z][\w-]{1,60}+\s){0,2}[A-Z][\w-]{1,60}+)[\"\u201d]?\s+"
    r"(?:index|system|database|portal|hub|directory|module|users?|record|account|log-?ins?|screens?|look-?up|app)\b"
    r"|\b(?:called|known as|named)\s+[\"\u201c]?([A-Z][\w-]{1,60}+(?:\s[A-Z][\w-]{1,60}+){0,2})(?![\w-])"
    r"|\b(?:into|on|onto|use|using)\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=\s*[.,;:)]|\s+(?:and|for|is|or|by)\b)"
)
_NO_SYSTEM = frozenset(
    [
        "The",
        "This",
        "That",
        "A",
        "An",
        "Our",
        "Your",
        "Their",
        "Each",
        "Every",
        "Any",
        "All",
        "If",
        "When",
        "Council",
        "Board",
        "Trust",
        "Team",
        "Head",
        "Service",
        "Services",
        "County",
        "Borough",
        "Children",
        "Data",
        "Information",
        "Security",
        "Local",
        "National",
        "Manager",
        "Managers",
        "Human",
        "Resources",
        "Staff",
        "Protection",
        "Act",
        "Police",
        "Health",
        "School",
        "Schools",
        "Department",
        "Government",
        "ICT",
        "IT",
        "HR",
        "CRB",
        "DBS",
        "SAR",
        "MASH",
        "LSCB",
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
        "No",
        "Yes",
        "Pupil",
        "Pupils",
        "Mondays",
        "Tuesdays",
        "Wednesdays",
        "Thursdays",
        "Fridays",
        "Saturdays",
        "Sundays",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "England",
        "Wales",
        "Britain",
        "London",
        "Parliament",
        "Teams",
        "Windows",
        "Word",
        "Excel",
        "Outlook",
        "Office",
        "Internal",
        "External",
        "Audit",
        "New",
        "Old",
        "One",
        "Subject",
        "Access",
        "Request",
        "Personal",
        "Freedom",
        "Computer",
        "Misuse",
        "Commissioner",
        "User",
        "Users",
        "Partner",
        "Partners",
        "Directory",
        "Access",
    ]
)
_GUIDANCE = re.compile(
    r"\b(?:all|every|each|any|English) (?:local )?(?:authorit(?:y|ies)|councils?|LSCBs?|partnerships?)\b"
    r"|\b(?:local )?(?:authorities|councils) (?:should|must|are (?:asked|expected|required|reminded)|may|will|need)\b"
    r"|\b(?:each|every) (?:local )?authority (?:will|should|must|is)\b"
    r"|\b(?:Directors of Children'?s Services|Chief Executives of|local authorities in England|across England)\b"
    r"|\b(?:Secretary of State|Ministers|HM Government|statutory guidance|national guidance|the Department(?!al)"
    r"|DCSF|DfES|DfE|Department for)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:statutory guidance|guidance for local authorities|circular|national (?:guidance|standards?|framework"
    r"|handbook)|Department for|the Department|HM Government|DCSF|issued by the"
    r"|for all (?:local )?authorities|in England)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:your (?:child(?:ren)?(?:'s)?|family|son or daughter|personal (?:data|information|details)"
    r"|information|rights?|details|data)|you(?:'re| are) (?:a parent|the parent)"
    r"|we (?:look after|keep|take|protect|use) (?:this|your|it|the|good)|rest assured|peace of mind|safe with us"
    r"|keep(?:ing)? (?:it|them|your \w+) (?:safe|secure)|we take (?:the )?(?:security|privacy)|frequently asked|FAQs?"
    r"|contact us|find out more|is my child|can I (?:see|ask|find)|my child'?s|privacy notice|for parents)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\bHome\s*(?:/|>|\u203a|\u00bb)|\b(?:cookies?|A to Z|print this page|share this|frequently asked|FAQs?)\b"
)
_STAFF = re.compile(
    r"\b(?:staff|practitioners?|officers?|managers?|users?|procedure|you must|line manager|the team)\b", re.IGNORECASE
)
_ENOUGH_GUIDANCE, _ENOUGH_PUBLIC = 3, 4
_SHORT = 60
_NAMES_TRIED = 3
_TITLE_LINE, _LISTED = 160, 4


def qualms(document: DocumentText, *, system: str, organisation: str) -> tuple[Qualm, ...]:
    """
    Return what has to be borne in mind about a document, whatever its subject.

    Args:
        document: as it was read.
        system: the system that is asked about; if it is empty, nothing is said about systems.
        organisation: whose folder it is; if it is empty, other councils are not told apart.
    """
    passages = [one for one in document.passages if part_of(one.locator.part) is not Part.ASIDE]
    text = "\n".join(one.text for one in passages)
    head = "\n".join(one.text for one in passages[:_HEAD])
    found = (
        (Caveat.TEMPLATE, _template(document, passages)),
        (Caveat.NATIONAL_GUIDANCE, _guidance(head, text)),
        (Caveat.PUBLIC_PAGE, _public(document, text)),
        (Caveat.OTHER_BODY, _other_body(head, text, organisation)),
        (Caveat.OTHER_SYSTEM, _other_system(passages, text, system)),
    )
    said = [Qualm(caveat, " ".join(words.split())[:_SHORT]) for caveat, words in found if words]
    national = any(one.caveat is Caveat.NATIONAL_GUIDANCE for one in said)
    return tuple(one for one in said if not (national and one.caveat is Caveat.OTHER_BODY))


def _template(document: DocumentText, passages: Iterable[Passage]) -> str:
    residue = Residue(f"{document.path} {document.facts.title}")
    for one in passages:
        residue.take(one)
    return next((one.quote for one in residue.spots()), "")


def _guidance(head: str, text: str) -> str:
    """Return words by which a paper speaks to every authority."""
    said = [one[0] for one in _GUIDANCE.finditer(text)]
    issued = _ISSUED.search(head)
    own = len(_US.findall(text)) + len(_COUNCIL_NAME.findall(text))
    if issued and len(said) >= _ENOUGH_GUIDANCE and len(said) > own:
        return issued[0]
    return ""


def _public(document: DocumentText, text: str) -> str:
    """Return words by which a paper speaks to the public."""
    said = [one[0] for one in _PUBLIC.finditer(text)]
    enough = _ENOUGH_PUBLIC if document.format == "html" or _PAGE.search(text) else 2 * _ENOUGH_PUBLIC
    staff = len(_STAFF.findall(text))
    return said[0] if len(said) >= enough and 2 * len(said) > staff else ""


def _other_body(head: str, text: str, organisation: str) -> str:
    """Return the name of another body whose own paper this is."""
    other = _OTHER_BODIES.search(_titles(head))
    itself = Counter(_SELF.findall(text))
    us = len(_US.findall(text))
    if other and not _COUNCIL.search(head):
        return other[0]
    if other and (sum(itself.values()) > us + 1 or _OWN_RULE.search(text)):
        return other[0]
    return _other_council(head, organisation)


def _titles(head: str) -> str:
    """Return the lines of a paper's head that can say whose it is: short ones, which list nobody."""
    lines = (one.strip("#*_ ") for one in head.split("\n"))
    return "\n".join(one for one in lines if len(one) <= _TITLE_LINE and one.count(",") < _LISTED)


def _other_council(head: str, organisation: str) -> str:
    own = _core(organisation)
    names = [one[0] for one in _COUNCIL_NAME.finditer(head)]
    return names[0] if own and names and all(own not in _core(one) for one in names) else ""


def _core(name: str) -> str:
    return " ".join(_KINDS_OF_COUNCIL.sub(" ", name).split()).casefold()


def _other_system(passages: Iterable[Passage], text: str, system: str) -> str:
    """Return the name of the system that a paper is about, if it never names the one that is asked about."""
    if not system:
        return ""
    names = Names((system,))
    for one in passages:
        names.take(one)
    if names.spots():
        return ""
    for name, _ in Counter(_names_of_systems(text)).most_common(_NAMES_TRIED):
        if text.count(name) > 1 and not re.search(rf"{re.escape(name)} (?:Council|County|Borough|Trust|City)", text):
            return name
    known = _SYSTEM.search(text)
    return known[0] if known else ""


def _names_of_systems(text: str) -> Iterator[str]:
    for found in _NAMED_SYSTEM.finditer(text):
        name = (found[1] or found[2] or found[3]).strip().removeprefix("The ").removeprefix("A ")
        if _NO_SYSTEM.isdisjoint(name.split()) and not name.isupper():
            yield name
