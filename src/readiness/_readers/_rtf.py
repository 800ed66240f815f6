"""Rich Text Format: paragraphs, rows of tables, margins, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from readiness.model import DocumentFacts, Fault, Locator, Passage, ReadItem

from ._faults import UnreadableError
from ._rtf_tokens import CHARSETS, FACTS, MARKS, PARAGRAPH_ENDS, SILENT, STARRED, STORIES, Token, codec, tokens
from ._source import Source

_DEEPEST = 2000


def read(source: Source) -> Iterator[ReadItem]:
    """Read an RTF document."""
    yield from rtf_items(source.whole())


def rtf_items(data: bytes) -> Iterator[ReadItem]:
    """Yield the passages and facts of an RTF document."""
    walk = _Walk()
    for token in tokens(data):
        walk.take(token)
        if walk.found:
            yield from walk.found
            walk.found.clear()
    yield from walk.finish()


@define
class _Group:
    """What holds until a closing brace."""

    silent: bool = False
    deleted: bool = False
    skip_after_unicode: int = 1
    codec: str = "cp1252"
    fact: str = ""
    story: _Story | None = None
    fonts: bool = False


@define
class _Story:
    """Text that is being gathered: the main text, a margin, a note."""

    part: str
    text: list[str] = field(factory=list)
    cells: list[str] = field(factory=list)
    paragraphs: int = 0
    tables: int = 0
    row: int = 0
    in_cell: bool = False


class _Walk:
    """Goes through the tokens once, with a pile of groups and a pile of stories."""

    def __init__(self) -> None:
        self.found: list[ReadItem] = []
        self._groups = [_Group()]
        self._stories = [_Story("")]
        self._bytes = bytearray()
        self._default = "cp1252"
        self._fonts: dict[int | None, str] = {}
        self._font: int | None = None
        self._starred = False
        self._to_skip = 0
        self._high = 0
        self._facts: dict[str, str] = {}
        self._stamp: dict[bytes, int] = {}
        self._changes = self._comments = 0
        self._author = ""

    def take(self, token: Token) -> None:
        """Take the next token."""
        starred, self._starred = self._starred, False
        if token.kind in {"text", "byte"}:
            self._text(token.value)
        elif token.kind == "word":
            self._word(token.value, token.number, starred=starred)
        elif token.kind == "symbol":
            self._symbol(token.value)
        elif token.kind == "open":
            self._open()
        else:
            self._close()

    def finish(self) -> Iterator[ReadItem]:
        """Yield what is left at the end, braces closed or not."""
        while len(self._stories) > 1:
            self._end_story()
        self._end_paragraph()
        self._end_row()
        yield from self.found
        others = tuple((name, text) for name, text in self._facts.items() if name not in _NAMED)
        named = {name: self._facts.get(name, "") for name in _NAMED}
        yield DocumentFacts(
            **named,  # type: ignore[arg-type]
            properties=others,
            tracked_changes=self._changes,
            comments=self._comments,
        )

    def _open(self) -> None:
        self._flush()
        if len(self._groups) >= _DEEPEST:
            raise UnreadableError(Fault.TOO_LARGE, "its groups are nested too deeply")
        self._groups.append(evolve(self._groups[-1], story=None))

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.story is not None and group.story is self._stories[-1]:
            self._end_story()
        if group.fact and group.fact != self._groups[-1].fact:
            self._end_fact(group.fact)

    def _text(self, data: bytes) -> None:
        """Gather bytes; those that stand for a character already given in Unicode are passed over."""
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        if not self._groups[-1].silent:
            self._bytes += data[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._groups[-1].codec, "replace")
            self._bytes.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        group = self._groups[-1]
        if group.fact == "info":
            return
        if group.fact:
            self._facts[group.fact] = self._facts.get(group.fact, "") + text
        elif not group.silent and not group.deleted:
            self._stories[-1].text.append(text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
            return
        self._flush()
        if symbol in {b"\r", b"\n"}:
            self._end_paragraph()
        elif symbol == b"~":
            self._put(" ")
        elif symbol == b"_":
            self._put("-")
        elif symbol in {b"\\", b"{", b"}"}:
            self._put(symbol.decode("ascii"))

    def _word(self, word: bytes, number: int | None, *, starred: bool) -> None:
        group = self._groups[-1]
        if word == b"fonttbl":
            group.fonts = group.silent = True
        elif group.fonts:
            self._font_word(word, number)
        elif word in FACTS and self._in_info():
            self._flush()
            group.fact, group.silent = FACTS[word], False
        elif word == b"atnauthor":
            group.fact = "annotator"
        elif word == b"info" or word in SILENT or (starred and word not in STARRED):
            group.silent = True
            group.fact = "info" if word == b"info" else group.fact
        elif group.fact in {"created", "modified"}:
            self._stamp[word] = number or 0
        elif not group.silent:
            self._text_word(word, number, group)

    def _in_info(self) -> bool:
        return self._groups[-1].fact == "info"

    def _font_word(self, word: bytes, number: int | None) -> None:
        """Learn which characters a font has."""
        if word == b"f":
            self._font = number
        elif word == b"fcharset":
            self._fonts[self._font] = CHARSETS.get(number or 0, self._default)

    def _text_word(self, word: bytes, number: int | None, group: _Group) -> None:
        """Deal with a word of the text proper."""
        if word == b"u" and number is not None:
            self._flush()
            self._unicode(number & 0xFFFF)
            self._to_skip = group.skip_after_unicode
        elif word in MARKS:
            self._flush()
            self._put(MARKS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in {b"cell", b"nestcell"}:
            self._end_cell()
        elif word in {b"row", b"nestrow"}:
            self._end_row()
        elif word in STORIES:
            self._start_story(STORIES[word], group)
        else:
            self._setting(word, number, group)

    def _setting(self, word: bytes, number: int | None, group: _Group) -> None:
        """Deal with a word that changes how what follows is read."""
        self._flush()
        if word == b"f":
            group.codec = self._fonts.get(number, self._default)
        elif word == b"plain":
            group.codec, group.deleted = self._default, False
        elif word == b"ansicpg" and number:
            self._default = group.codec = codec(f"cp{number}")
        elif word == b"mac":
            self._default = group.codec = "mac_roman"
        elif word in {b"intbl", b"pard"}:
            self._stories[-1].in_cell = word == b"intbl"
        elif word == b"uc":
            group.skip_after_unicode = max(0, min(number if number is not None else 1, 16))
        elif word == b"deleted":
            group.deleted = number != 0
            self._changes += group.deleted
        elif word == b"revised" and number != 0:
            self._changes += 1

    def _unicode(self, code: int) -> None:
        """Put a character given by its number; those beyond 65535 come in two halves."""
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  # the first half
            self._high = code
        elif 0xDC00 <= code < 0xE000 and self._high:  # noqa: PLR2004  # the second half
            self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        else:
            self._put(chr(code))

    def _start_story(self, part: str, group: _Group) -> None:
        self._flush()
        if part == "comment":
            self._comments += 1
            part = f"comment by {self._author}" if self._author else part
        group.story = _Story(part)
        self._stories.append(group.story)

    def _end_story(self) -> None:
        self._end_paragraph()
        self._end_row()
        self._stories.pop()

    def _end_fact(self, name: str) -> None:
        if name == "annotator":
            self._author = self._facts.pop(name, "").strip()
        elif name in {"created", "modified"} and self._stamp.get(b"yr"):
            year, month, day = (self._stamp.get(key, 0) for key in (b"yr", b"mo", b"dy"))
            self._facts[name] = f"{year:04d}-{month:02d}-{day:02d}"
            self._stamp = {}

    def _end_paragraph(self) -> None:
        self._flush()
        story = self._stories[-1]
        text = "".join(story.text).strip()
        if text and (story.cells or story.in_cell):
            story.text.append("\n")
            return
        story.text = []
        if text:
            story.row = 0
            story.paragraphs += 1
            self.found.append(Passage(text, Locator(paragraph=story.paragraphs, part=story.part)))

    def _end_cell(self) -> None:
        self._flush()
        story = self._stories[-1]
        story.cells.append("".join(story.text).strip())
        story.text = []

    def _end_row(self) -> None:
        """Make a passage of a row; rows that follow one another are one table."""
        self._flush()
        story = self._stories[-1]
        cells = [cell for cell in (*story.cells, "".join(story.text).strip()) if cell]
        story.cells, story.text, story.in_cell = [], [], False
        if cells:
            story.tables += story.row == 0
            story.row += 1
            place = Locator(table=story.tables, row=story.row, part=story.part)
            self.found.append(Passage(" | ".join(cells), place))


_NAMED = ("title", "author", "created", "modified")
