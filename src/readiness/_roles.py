"""Which spellings mean one role, so that nobody gets two notes and reads only one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SHORT = {
    "&": "and",
    "asst": "assistant",
    "dept": "department",
    "dev": "development",
    "develop't": "development",
    "dev't": "development",
    "info": "information",
    "mgr": "manager",
    "ser": "service",
}
"""Words that are cut short in one way only; initials are left alone, as nobody can tell what they stand for."""
_WORD = re.compile(r"&|[^\W_]+(?:['\u2019][^\W_]+)*")
_CO = re.compile(r"\bco-(?=[a-z])")


def role_key(role: str) -> str:
    """
    Return what the spellings of one role have in common: no capitals, spaces, stops or words cut short.

    >>> role_key("Principal Officer, Referral & Assessment") == role_key("principal officer referral and assessment")
    True
    >>> role_key("ICT Ser Dev Manager") == role_key("ICT Service Develop't Mgr."), role_key("PO") == role_key("LIM")
    (True, False)
    """
    plain = _CO.sub("co", unicodedata.normalize("NFKC", role).casefold().replace("\u2019", "'"))
    return " ".join(_SHORT.get(word, word) for word in _WORD.findall(plain)) or " ".join(plain.split())


def fullest(spellings: Iterable[str]) -> str:
    """
    Return the spelling that a note is named by: the longest, which has the fewest words cut short.

    >>> fullest(["ICT Ser Dev Manager", "ICT Service Development Manager"])
    'ICT Service Development Manager'
    """
    return max(spellings, key=len)
