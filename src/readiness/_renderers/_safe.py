"""Text made safe for the formats that programs obey: spreadsheets, address bars, file names."""

from __future__ import annotations

from urllib.parse import quote

from ._text import encodable, visible

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - the wide ones are formulas too to a Japanese spreadsheet


def cell(text: str) -> str:
    """
    Return a cell that no spreadsheet runs as a formula, with nothing invisible in it.

    >>> cell("=1+1"), cell("OA8")
    ("'=1+1", 'OA8')
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def uri(path: str) -> str:
    """
    Return a path as a relative URI.

    >>> uri("hr/records 2%.doc")
    'hr/records%202%25.doc'
    """
    return quote(encodable(path), safe="/")
