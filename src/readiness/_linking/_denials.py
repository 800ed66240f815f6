"""Whether a text that names a criterion says that it is not about it."""

from __future__ import annotations

import re

_REACH = 100
"""Characters before and after a name that are looked at; a sentence that is longer says something else as well."""
_NOT = r"(?:\b(?:not|no|never|cannot|nothing)|n't)(?!\s+(?:only|just|merely)\b)"
_BETWEEN = (
    r"(?:\s+(?:a|an|any|as|be|been|by|claimed|count(?:ed)?|direct(?:ly)?|in|intended|itself|meant|offered|our|sufficient"
    r"|taken|the|to|yet)){0,5}"
)
_ABOUT = (
    r"(?:evidence|proof|cover(?:s|ed)?|meet(?:s|ing)?|satisf(?:y|ies)|address(?:es)?|deals?\s+with|shows?|supports?"
    r"|concerns?|appl(?:y|ies)\s+to|relates?\s+to|about|part\s+of|fulfils?|demonstrates?|within\s+the\s+scope\s+of)"
)
_LINKING = r"(?:\s+(?:for|of|to|with|any|the|that|criterion|criteria|on|in|requirements?))*"
_BEFORE = re.compile(
    rf"{_NOT}{_BETWEEN}\s+{_ABOUT}{_LINKING}\W*$"
    rf"|\b(?:except(?:\s+for)?|other\s+than|apart\s+from|excluding|rather\s+than|outside(?:\s+the\s+scope\s+of)?)"
    rf"{_LINKING}\W*$",
    re.IGNORECASE,
)
_DONE = (
    r"(?:met|covered|addressed|dealt|evidenced|satisfied|shown|included|relevant|applicable|ready|done|started"
    r"|complete(?:d)?|available|in\s+(?:place|scope))\b"
)
_STOP = r"\s*(?=$|[.,;)|])"
_AFTER = re.compile(
    rf"\W{{0,3}}(?:is|are|was|were|has|have|can|could|will)\s*(?:not|n't)(?:\s+(?:yet|been|be|fully))*\s+{_DONE}"
    rf"|\s*[:\u2013\u2014-]\s*(?:not\s+(?:yet\b|{_DONE})|(?:we\s+have\s+)?no\s+(?:evidence|policy|procedure|process|record)\b"
    rf"(?!\s+(?:may|shall|must|can|is))|(?:none|nothing|n/a|missing|outstanding){_STOP})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?]\s|\n")


def denies(text: str, start: int, end: int) -> bool:
    """
    Return whether the sentence around the name from *start* to *end* says that it is not about what is named.

    Only plain forms are understood, so that a policy that says what must not be done is never taken for a denial.

    >>> denies("This is not evidence for OA8.", 25, 28), denies("OA8: we have a policy.", 0, 3)
    (True, False)
    """
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    after = _SENTENCE.split(text[end : end + _REACH])[0]
    return bool(_BEFORE.search(before) or _AFTER.match(after))
