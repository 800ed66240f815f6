"""To whom a paper speaks: to every authority, as national guidance does, or to the public."""

from __future__ import annotations

import re

from readiness._words import folded
from readiness.model import DocumentText

from ._bodies import Group, bodies_in
from ._own import Own
from ._whose import US, Sign, bodies_at_head, said_in

_HEAD, _LONGEST = 8, 5_000
_TO_ALL = re.compile(
    r"\b(?:all|every|each|any|English) (?:English )?(?:local )?(?:authorit(?:y|ies)|councils?|LSCBs?|partnerships?)\b"
    r"|\b(?:local )?(?:authorities|councils) (?:should|must|are (?:asked|expected|required|reminded)|may|will|need)\b"
    r"|\b(?:each|every) (?:local )?authority (?:will|should|must|is)\b"
    r"|\b(?:Directors of Children'?s Services|Chief Executives of|local authorities in England|across England)\b",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"\b(?:Secretary of State|Ministers|HM Government|statutory guidance|national guidance|the Department(?!al)"
    r"|DCSF|DfES|DfE|Department for)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:statutory guidance|circular|national (?:guidance|standards?|framework|handbook|office|programme)"
    r"|(?:guidance|advice|notes?|letters?|bulletins?) (?:to|for) (?:all )?(?:English )?(?:local )?authorit(?:y|ies)"
    r"|Department for|the Department|HM Government|DCSF|issued by the|for all (?:local )?authorities|in England)\b",
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
_ADDRESSED, _ENOUGH_GUIDANCE, _ENOUGH_PUBLIC = 2, 3, 4


def national_guidance(document: DocumentText, own: Own) -> Sign | None:
    """Return words by which a paper speaks to every authority; ``None`` if it does not, or is a council's own."""
    said = said_in(document)
    issued = next((Sign(found[0], one) for one in said[:_HEAD] if (found := _ISSUED.search(one.text))), None)
    if issued is None or any(own.has(one) or one.group is Group.COUNCIL for one in bodies_at_head(document)):
        return None
    text = "\n".join([one.text for one in said])
    to_all = len(_TO_ALL.findall(text))
    spoken = to_all + len(_OF_STATE.findall(text))
    of_us = len(US.findall(text)) + sum(
        one.group is Group.COUNCIL for line in said for one in bodies_in(line.text[:_LONGEST])
    )
    return issued if to_all >= _ADDRESSED and spoken >= _ENOUGH_GUIDANCE and spoken > of_us else None


def public_page(document: DocumentText) -> Sign | None:
    """Return words by which a paper speaks to the public; ``None`` if it does not."""
    said = said_in(document)
    text = "\n".join([one.text for one in said])
    if "you" not in folded(text):
        return None
    enough = _ENOUGH_PUBLIC if document.format == "html" or _PAGE.search(text) else 2 * _ENOUGH_PUBLIC
    spoken = len(_PUBLIC.findall(text))
    if spoken < enough or 2 * spoken <= len(_STAFF.findall(text)):
        return None
    return next((Sign(found[0], one) for one in said if (found := _PUBLIC.search(one.text))), None)
