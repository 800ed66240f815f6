"""The styles and lists that a document needs, added to a template that lacks them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readiness._resources import shipped

_STYLE = re.compile(r"<w:style\s.*?</w:style>", re.DOTALL)
_ID = re.compile(r'w:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name\s+w:val="([^"]*)"')
_REFERENCE = re.compile(r'(<w:(?:basedOn|next|link)\s+w:val=")([^"]*)(")')
_NUMBER = re.compile(r'w:(?:abstractNumId|numId)="(\d+)"')
_FIRST_LIST = re.compile(r"<w:num[\s>]|<w:numIdMacAtCleanup|</w:numbering>")
_LAST = re.compile(r"<w:numIdMacAtCleanup|</w:numbering>")
_NO_LISTS = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_BULLET = (
    '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl></w:abstractNum>'
)
_LIST = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'


def with_styles(xml: str) -> tuple[str, dict[str, str]]:
    """
    Return the styles of a document with all that are needed, and the id of each by its name in small letters.

    A style that the document has is used as it is, whatever its id: Word names its own styles in English in every
    language.
    """
    theirs = _ids(xml)
    taken = {*theirs.values()}
    ours = {name: one for name, one in _ids(_own()).items() if name not in theirs}
    ids = {**theirs, **{name: one if one not in taken else f"Own{one}" for name, one in ours.items()}}
    renamed = {one: ids[name] for name, one in _ids(_own()).items()}
    added = "".join(_renamed(one, renamed) for name, one in _styles(_own()).items() if name in ours)
    at = xml.rindex("</w:styles>")
    return f"{xml[:at]}{added}{xml[at:]}", ids


def _own() -> str:
    return shipped("templates").joinpath("docx", "styles.xml").read_text("utf-8")


def _styles(xml: str) -> dict[str, str]:
    return {found[1].lower(): one for one in _STYLE.findall(xml) if (found := _NAME.search(one))}


def _ids(xml: str) -> dict[str, str]:
    return {name: found[1] for name, one in _styles(xml).items() if (found := _ID.search(one))}


def _renamed(style: str, ids: Mapping[str, str]) -> str:
    style = _ID.sub(lambda found: f'w:styleId="{ids.get(found[1], found[1])}"', style)
    style = _REFERENCE.sub(lambda found: f"{found[1]}{ids.get(found[2], found[2])}{found[3]}", style)
    return style.replace(' w:default="1"', "")


def with_bullets(xml: str) -> tuple[str, str]:
    """Return the lists of a document with ours, and the number of ours; *xml* may be empty."""
    xml = re.sub(r"(<w:numbering[^>]*?)\s*/>", r"\1></w:numbering>", xml or _NO_LISTS)
    number = str(max(map(int, _NUMBER.findall(xml)), default=0) + 1)
    xml = _before(xml, _FIRST_LIST, _BULLET.format(number))
    return _before(xml, _LAST, _LIST.format(number)), number


def _before(xml: str, pattern: re.Pattern[str], added: str) -> str:
    found = pattern.search(xml)
    at = found.start() if found else len(xml)
    return f"{xml[:at]}{added}{xml[at:]}"
