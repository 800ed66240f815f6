"""How a passage speaks: whether it rules, or only mentions that something will be done."""

from __future__ import annotations

import re

_RULES = re.compile(
    r"\b(?:must|shall|should|will|is to|are to|has to|have to|need to|needs to|do not|don't|never|always|only if"
    r"|responsible for|ensure|make sure|check that|within \d+|within (?:one|two|three|five|ten) |straight away"
    r"|immediately|as soon as|without delay|at once|no later than|before (?:any|the|a)|step \d|is (?:recorded|logged"
    r"|kept|held|sent|given|told|asked|signed|reported|issued|checked)|are (?:recorded|logged|kept|held|sent|given|told"
    r"|asked|signed|reported|issued|checked))\b",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\bto note\b|\bto be (?:noted|written|drafted|agreed|produced|developed|finalised|confirmed|reviewed|updated"
    r"|circulated|advised|scheduled|arranged|completed|started|decided)\b"
    r"|\bwill be (?:written|drafted|produced|developed|published|circulated|brought|presented|launched|rolled out"
    r"|introduced|finalised|announced|available|on the intranet)\b"
    r"|\b(?:is|are) being (?:written|drafted|developed|prepared|revised)\b"
    r"|\b(?:not yet|yet to be|still to (?:do|be|come)|not started|in due course|coming soon|watch this space|look out"
    r" for|keep an eye out|more (?:details|information|news) (?:to|will) follow|details to follow|forthcoming"
    r"|for information only|verbal update|apologies|any other business|date of next meeting|next meeting"
    r"|save the date|places are limited|book your place|closing date|apply (?:now|by|online)|job description"
    r"|milestone|deliverable|work ?stream|target date|% complete|amber|subject to funding|in the autumn|next month"
    r"|next issue|next year)\b",
    re.IGNORECASE,
)


def rules_in(text: str) -> int:
    """
    Return how often *text* says what has to be done.

    >>> rules_in("Lost tokens must be reported at once. Tokens are nice.")
    2
    """
    return sum(1 for _ in _RULES.finditer(text))


def mentions_in(text: str) -> int:
    """
    Return how often *text* says that something will come, or is only told of.

    >>> mentions_in("Item 6: shielding policy - to note. A procedure will be written.")
    2
    """
    return sum(1 for _ in _MENTIONS.finditer(text))
