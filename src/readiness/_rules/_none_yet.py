"""Whether a passage speaks of something only to say that there is none."""

from __future__ import annotations

import re

_THING = (
    r"(?:polic(?:y|ies)|procedures?|process(?:es)?|arrangements?|agreements?|guidance|provision|protocols?|plans?"
    r"|(?:formal\s+|written\s+)?rules?)"
)
_MADE = r"(?:agreed|written|approved|decided|drafted|developed|set\s+up|put\s+in\s+place|introduced|considered|settled)"
_NONE_YET = re.compile(
    rf"\b(?:there\s+(?:is|are)|we\s+have|(?:council|authority|service|trust|team)\s+has)\s+(?:\w+\s+){{0,2}}?no\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_THING}\b"
    rf"|\b(?:has|have)\s+(?:not|never)\s+(?:yet\s+)?been\s+{_MADE}\b"
    rf"|\b(?:is|are)\s+(?:not\s+yet|yet\s+to\s+be|still\s+to\s+be)\s+{_MADE}\b"
    rf"|\bthis\s+(?:policy|procedure|document|section|chapter|guide)\s+does\s+not\s+(?:cover|deal\s+with|address|apply\s+to)\b"
    r"|\b(?:is|are)\s+(?:not\s+covered\s+(?:here|by\s+this)|out(?:side)?\s+(?:of\s+)?(?:the\s+)?scope)\b"
    rf"|\b(?:a|the)\s+{_THING}\s+(?:for|on|about)\s[^.;]{{0,60}}\s(?:is|are)\s+(?:under\s+development|in\s+preparation)\b",
    re.IGNORECASE,
)


def says_none(quote: str) -> bool:
    """
    Return whether *quote* seems to say that what it speaks of does not exist yet.

    >>> says_none("There is no procedure yet for unshielding a record."), says_none("There is no charge for a token.")
    (True, False)
    """
    return bool(_NONE_YET.search(quote))
