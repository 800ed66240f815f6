"""A sheet of styles made smaller, for a report that has to fit on one page."""

from __future__ import annotations

import re
from functools import partial

SIZE, SPACE = 0.84, 0.45
"""What is left of each letter, and of each space between paragraphs."""


def compact(sheet: str, sizes: str, spaces: str) -> str:
    """
    Return *sheet* with its measures made smaller.

    Args:
        sheet: the styles, as XML.
        sizes: a pattern of the sizes of letters; its groups are what stands before, the number, and what stands behind.
        spaces: the same of the spaces above and below a paragraph.

    >>> compact('<w:sz w:val="20"/>', r'(<w:sz w:val=")([0-9]+)(")', r"(a)(b)(c)")
    '<w:sz w:val="17"/>'
    """
    for pattern, share in ((sizes, SIZE), (spaces, SPACE)):
        sheet = re.sub(pattern, partial(_scaled, share), sheet)
    return sheet


def _scaled(share: float, found: re.Match[str]) -> str:
    before, number, after = found.groups()
    scaled = float(number) * share
    return f"{before}{scaled:.1f}{after}" if "." in number or after.startswith("pt") else f"{before}{scaled:.0f}{after}"
