"""Whether what has the shape of an id is meant as one: the words around it tell."""

from __future__ import annotations

import re

_BEFORE = 60
_LONGEST_TOKEN = 400
_THINGS = (
    r"rooms?|rm|wards?|flats?|units?|plots?|models?|serial|products?|post\s?codes?|grid|maps?|sheets?|bays?|seats?|gates?"
    r"|flights?|blocks?|desks?|lockers?|shel(?:f|ves)|floors?|buildings?|labs?|theatres?|platforms?|lots?|pitch|bus(?:es)?"
    r"|routes?|roads?|junctions?|zones?|squares?|tiles?|polygons?|output\s+areas?|ext|extn|extensions?|tel|telephone|phone"
    r"|fax|mobile|dial|assets?|printers?|batch|parts?|invoices?|orders?|accounts?|grades?|scales?|bands?|vehicles?|reg"
    r"|registration|licen[cs]es?|cost\s+(?:codes?|centres?)|budget\s+codes?|stock|size|paper"
)
_THING_BEFORE = re.compile(
    rf"(?:\b(?:{_THINGS})\.?(?:\s+(?:no|nos|number|numbers|code|ref(?:erence)?|tag|id))?|\b(?:ref(?:erence)?|serial)\s+no"
    r"|\bnos?(?=[.:]))[.:]{0,2}\s*$",
    re.IGNORECASE,
)
_POSTCODE_AFTER = re.compile(r"\s+\d(?:[A-Z]{2}|(?!st|nd|rd|th|am|pm)[a-z]{2})(?!\w)")
_THING_AFTER = re.compile(r"\s+post(?:\s?code|al)\b", re.IGNORECASE)
_LONGER_BEFORE = re.compile(r"(?<!\w)(?:\w{1,2}|\w*\d\w*)-$|\w\.$|[@\\]$|[\w-]=$")
_CODE_AFTER = re.compile(r"-[A-Za-z]{1,4}\d|-\d{5,}|:\d\d\b")
_FILE_END = re.compile(
    r"\.(?:docx?|docm|dotx?|xlsx?|xlsm|xlsb|pptx?|pdf|od[tspg]|rtf|txt|csv|tsv|html?|aspx?|php|msg|eml|zip|jpe?g|png|gif"
    r"|tiff?|bmp|xml|mdb|vsdx?|mpp|md|log)$",
    re.IGNORECASE,
)
_TOKEN_BREAK = re.compile(r"""(?s:.)*[\s<>()\[\]{}"“”]""")
_TOKEN_END = re.compile(r"""[^\s<>()\[\]{}"“”]*""")
_REFERENCE_BEFORE = re.compile(
    r"(?:[(\[]\s*|\b(?:criterion|criteria|accreditation|evidence\s+for|meets|see|covers|claim(?:ed)?\s+for)\s*:?\s*)$",
    re.IGNORECASE,
)


def names_a_thing(text: str, start: int) -> bool:
    """Return whether the words before *start* say that a room, a ward or another thing is numbered."""
    return _THING_BEFORE.search(text, max(0, start - _BEFORE), start) is not None


def is_part_of_something(text: str, start: int, end: int) -> bool:
    """Return whether the piece is the beginning of a postcode, or a piece of a longer code, an address or a name."""
    return bool(
        is_postcode(text, end)
        or _THING_AFTER.match(text, end)
        or _LONGER_BEFORE.search(text, max(0, start - _BEFORE), start)
        or in_address(text, start, end)
    )


def goes_on_as_code(text: str, end: int) -> bool:
    """Return whether what ends at *end* goes on as the code of a product or the time of day does."""
    return _CODE_AFTER.match(text, end) is not None


def is_postcode(text: str, end: int) -> bool:
    """Return whether what ends at *end* goes on as a postcode does."""
    return _POSTCODE_AFTER.match(text, end) is not None


def is_pointed_at(text: str, start: int, end: int) -> bool:
    """Return whether the piece stands where references stand: alone, in brackets, or after a word such as *see*."""
    is_near = start <= _BEFORE and len(text) - end <= _BEFORE
    alone = is_near and not text[:start].strip() and not text[end:].strip()
    return alone or _REFERENCE_BEFORE.search(text, max(0, start - _BEFORE), start) is not None


def in_address(text: str, start: int, end: int) -> bool:
    r"""
    Return whether the piece from *start* to *end* is part of a web or mail address, or of the name of a file.

    >>> text = "see http://x.org/OA8, OA9.doc, oa8@x.org and OA8"
    >>> [in_address(text, at, at + 3) for at in (17, 22, 31, 45)]
    [True, True, True, False]
    """
    earliest = max(0, start - _LONGEST_TOKEN)
    last_break = _TOKEN_BREAK.match(text, earliest, start)
    after = _TOKEN_END.match(text, end, end + _LONGEST_TOKEN)
    left, right = text[last_break.end() if last_break else earliest : start], after[0] if after else ""
    if not left and not right:
        return False
    token = f"{left}{text[start:end]}{right}".strip(".,;:!?'\N{RIGHT SINGLE QUOTATION MARK}")
    return bool("://" in token or "@" in token[1:-1] or "\\" in token or left.startswith("www.") or _is_file(token))


def _is_file(token: str) -> bool:
    return _FILE_END.search(token) is not None
