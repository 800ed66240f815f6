"""What has to be borne in mind about a paper, whatever its subject: whose it is, and which system it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from readiness._linking._caveats import caveats
from readiness._linking._own import Own
from readiness._linking._parts import Part, part_of
from readiness._linking._residue import Residue
from readiness._linking._system import Names
from readiness.model import Caveat, DocumentText, Locator, Passage, Qualm

_SHORT = 60
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
_NAMES_TRIED = 3
_PAGE = re.compile(
    r"(?:^|\n)\W*(?:home|you are here)\b[^\n]{0,40}?[>|/\u00bb]|skip to (?:main )?content"
    r"|accessibility statement|cookie",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|yours?)\b", re.IGNORECASE)
_TO_STAFF = re.compile(
    r"\b(?:your (?:manager|team|token|account|smartcard|password|role)|users? must|staff (?:must|should)"
    r"|practitioners?)\b",
    re.IGNORECASE,
)
_TO_YOU = 0.035
"""Share of words that say *you*, from which a page of a website speaks to whom it is about."""
_FOR_ALL = re.compile(
    r"\b(?:national|statutory) (?:guide|guidance|good practice)\b|\bcircular to (?:directors|all)"
    r"|\bguid(?:e|ance) (?:for|to) (?:local (?:areas|partners|authorities)|child death review partners"
    r"|all (?:authorities|trusts))\b|(?:^|\n)\W*(?:department (?:of|for)\b|ministry of"
    r"|national (?:office|board|adviser) (?:for|of|on)"
    r"|office of the national)",
    re.IGNORECASE,
)
"""What the first lines of guidance for all say."""
_HEAD, _TOP = 3, 6
"""Passages in which guidance says so, and in which a page of a website shows that it is one."""


def qualms(document: DocumentText, *, system: str, organisation: tuple[str, ...]) -> tuple[Qualm, ...]:
    """
    Return what has to be borne in mind about a document, whatever its subject.

    Args:
        document: as it was read.
        system: the system that is asked about; if it is empty, nothing is said about systems.
        organisation: names of whose folder it is; without any, other councils are not told apart.
    """
    passages = [one for one in document.passages if part_of(one.locator.part) is not Part.ASIDE]
    text = "\n".join(one.text for one in passages)
    told = {one.caveat: one.words for one in caveats(document, Own.of(organisation))}
    found = (
        (Caveat.TEMPLATE, _template(document, passages)),
        *told.items(),
        *((caveat, words) for caveat, words in _by_its_looks(passages, text) if caveat not in told),
        _of_system(document, passages, text, system),
    )
    return tuple(Qualm(caveat, " ".join(words.split())[:_SHORT]) for caveat, words in found if words)


def _template(document: DocumentText, passages: Iterable[Passage]) -> str:
    residue = Residue(f"{document.path} {document.facts.title}")
    for one in passages:
        residue.take(one)
    return next((one.quote for one in residue.spots()), "")


def _by_its_looks(passages: Sequence[Passage], whole: str) -> Iterator[tuple[Caveat, str]]:
    """Yield what the first lines show, where the text does not say so: too little for a verdict, enough to be asked."""
    texts = [one.text for one in passages[:_TOP]]
    if words := _FOR_ALL.search("\n".join(texts[:_HEAD])[:300]):
        yield Caveat.NATIONAL_GUIDANCE, words[0]
    to_you = len(_YOU.findall(whole)) > _TO_YOU * len(whole.split())
    if to_you and (words := _PAGE.search("\n".join(texts)[:600])) and not _TO_STAFF.search(whole):
        yield Caveat.PUBLIC_PAGE, words[0]


def _of_system(document: DocumentText, passages: Iterable[Passage], text: str, system: str) -> tuple[Caveat, str]:
    """Return what is to be said of the system that a paper is about; no words if it names the one asked about."""
    names = Names((system,) if system else ())
    for one in (*passages, Passage(f"{document.path}\n{document.facts.title}".replace("_", " "), Locator())):
        names.take(one)
    if not system or names.spots():
        return Caveat.SYSTEM_UNNAMED, ""
    other = _other_system(text)
    return (Caveat.OTHER_SYSTEM, other) if other else (Caveat.SYSTEM_UNNAMED, system)


def _other_system(text: str) -> str:
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
