"""RTF cut into its words, and the tables of what the words mean."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]{1,65536})|[\r\n]+|.",
    re.DOTALL,
)

SILENT = frozenset(
    b"""fonttbl colortbl stylesheet pict object objdata listtable listoverridetable rsidtbl generator themedata
    datafield colorschememapping latentstyles datastore xmlnstbl filetbl revtbl bkmkstart bkmkend fldinst mmathPr
    pgptbl private1 nonshppict operator objclass objalias atrfstart atrfend atnid atndate atnref template fontemb sp
    pgdsctbl""".split()
)
"""Groups that hold no text of the document."""

STARRED = frozenset(b"shpinst shptxt shppict footnote annotation atnauthor ud userprops".split())
"""Groups that do hold text though they may be passed over by a reader that does not know them."""

MARKS = {
    b"line": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",  # noqa: RUF001
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
PARAGRAPH_ENDS = frozenset((b"par", b"sect", b"page"))
STORIES = {
    b"header": "header", b"headerl": "header", b"headerr": "header", b"headerf": "header",
    b"footer": "footer", b"footerl": "footer", b"footerr": "footer", b"footerf": "footer",
    b"footnote": "footnote", b"annotation": "comment", b"shptxt": "text box",
}  # fmt: skip
FACTS = {
    b"title": "title", b"author": "author", b"subject": "subject", b"keywords": "keywords", b"doccomm": "comments",
    b"company": "company", b"operator": "operator", b"creatim": "created", b"revtim": "modified",
    b"propname": "property", b"staticval": "value", b"sn": "shape", b"sv": "shape value", b"atnauthor": "annotator",
    b"category": "category", b"manager": "manager",
}  # fmt: skip
ANYWHERE = frozenset({"property", "value", "shape", "shape value", "annotator"})
"""Facts that stand elsewhere than in the head of the document."""
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


class Token(NamedTuple):
    """One piece: ``word`` with its number, ``byte``, ``symbol``, ``open``, ``close`` or ``text``."""

    kind: str
    value: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    r"""
    Cut RTF into tokens; raw bytes announced by ``\bin`` are passed over.

    >>> [token.kind for token in tokens(rb"{\b1 a\'e9}")]
    ['open', 'word', 'text', 'byte', 'close']
    """
    position, end = 0, len(data)
    while position < end and (match := _TOKEN.match(data, position)):
        position = match.end()
        word, digits, byte, symbol, brace, text = match.groups()
        if word == b"bin":
            position += max(0, int(digits or 0))
        elif word is not None:
            yield Token("word", word, int(digits) if digits else None)
        elif byte is not None:
            yield Token("byte", bytes.fromhex(byte.decode("ascii")))
        elif symbol is not None:
            yield Token("symbol", symbol)
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close", brace)
        elif text is not None:
            yield Token("text", text)


def codec(name: str) -> str:
    """Return the codec if Python has it."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
