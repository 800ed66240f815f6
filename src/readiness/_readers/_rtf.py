"""Rich Text Format: paragraphs under their headings, rows of tables, margins, notes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.model import Fault, ReadItem

from . import _rtf_tokens as words
from ._faults import UnreadableError
from ._made import Locator, Passage
from ._rtf_state import Facts, Group, Story, StyleSheet, level_of
from ._rtf_tokens import Token, codec, tokens
from ._source import Source
from ._walk import inner_part

_DEEPEST = 2000
_COUNTED = ("footnote", "comment", "text box")


def read(source: Source) -> Iterator[ReadItem]:
    """
    Read Rich Text Format.

    Places:
        the headings above and the paragraph; table and row; header and footer; footnote, endnote, comment with its
        author, and text box, each by its number; watermark.

    Facts:
        title, author, dates, other properties, tracked changes, comments.

    Not read:
        text deleted while changes were tracked; pictures; objects put into the document.
    """
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


class _Walk:
    """Goes through the tokens once, with a pile of groups and a pile of stories."""

    def __init__(self) -> None:
        self.found: list[ReadItem] = []
        self._groups = [Group()]
        self._stories = [Story("")]
        self._bytes = bytearray()
        self._default = "cp1252"
        self._fonts: dict[int | None, str] = {}
        self._font: int | None = None
        self._styles = StyleSheet()
        self._starred = False
        self._to_skip = 0
        self._high = 0
        self._facts = Facts()
        self._counts: dict[str, int] = {}

    def take(self, token: Token) -> None:
        """Take the next token."""
        starred, self._starred = self._starred, False
        if token.kind in {"text", "byte"}:
            self._text(token.value)
        elif token.kind == "word":
            self._word(token.value, token.number, starred=starred)
        elif token.kind == "symbol":
            self._symbol(token.value)
        else:
            (self._open if token.kind == "open" else self._close)()

    def finish(self) -> Iterator[ReadItem]:
        """Yield what is left at the end, braces closed or not."""
        while len(self._stories) > 1:
            self._end_story()
        self._end_paragraph()
        self._end_row()
        yield from self.found
        yield self._facts.gathered()

    def _open(self) -> None:
        self._flush()
        if len(self._groups) >= _DEEPEST:
            raise UnreadableError(Fault.TOO_LARGE, "its groups are nested too deeply")
        self._groups.append(self._groups[-1].inner())

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        if len(self._groups) == 1:
            return
        group = self._groups.pop()
        if group.story is not None and group.story is self._stories[-1]:
            self._end_story()
        if group.styles:
            self._styles.end()
        if group.fact and group.fact != self._groups[-1].fact:
            self._end_fact(group.fact)

    def _text(self, data: bytes) -> None:
        """Gather bytes; those that stand for a character already given in Unicode are passed over."""
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        if not self._groups[-1].silent:
            self._bytes += data[skipped:]
        elif self._groups[-1].styles:
            self._styles.text(data)

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._groups[-1].codec, "replace")
            self._bytes.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        group = self._groups[-1]
        if group.fact == "info" or group.old:
            return
        if group.fact:
            self._facts.put(group.fact, text)
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
        if word in {b"fonttbl", b"stylesheet"}:
            group.silent, group.fonts, group.styles = True, word == b"fonttbl", word == b"stylesheet"
        elif group.fonts:
            self._font_word(word, number)
        elif group.styles:
            self._styles.word(word, number)
        elif word in words.FACTS and (words.FACTS[word] in words.ANYWHERE or group.fact == "info"):
            self._flush()
            group.fact, group.silent = words.FACTS[word], False
        elif word in {b"upr", b"ud"}:
            group.old = word == b"upr"  # what follows for old programs is said again in Unicode
            group.silent = group.silent and group.old
        elif word == b"info" or word in words.SILENT or (starred and word not in words.STARRED):
            group.silent = True
            group.fact = "info" if word == b"info" else group.fact
        elif group.fact in {"created", "modified"}:
            self._facts.stamp[word] = number or 0
        elif not group.silent:
            self._text_word(word, number, group)

    def _font_word(self, word: bytes, number: int | None) -> None:
        """Learn which characters a font has."""
        if word == b"f":
            self._font = number
        elif word == b"fcharset":
            self._fonts[self._font] = words.CHARSETS.get(number or 0, self._default)

    def _text_word(self, word: bytes, number: int | None, group: Group) -> None:
        """Deal with a word of the text proper."""
        if word == b"u" and number is not None:
            self._flush()
            self._unicode(number & 0xFFFF)
            self._to_skip = group.skip_after_unicode
        elif word in words.MARKS:
            self._flush()
            self._put(words.MARKS[word])
        elif word in words.PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in {b"cell", b"nestcell"}:
            self._end_cell()
        elif word in {b"row", b"nestrow"}:
            self._end_row()
        elif word in words.STORIES:
            self._start_story(words.STORIES[word], group)
        elif word in {b"pard", b"s", b"outlinelevel", b"intbl", b"ftnalt"}:
            self._flush()
            self._paragraph_word(word, number)
        else:
            self._setting(word, number, group)

    def _paragraph_word(self, word: bytes, number: int | None) -> None:
        """Deal with a word that says what the paragraph is."""
        group, story = self._groups[-1], self._stories[-1]
        if word in {b"pard", b"intbl"}:
            group.in_cell = word == b"intbl"
        if word == b"pard":
            group.level = None
        elif word == b"s":
            group.level = self._styles.levels.get(number or 0)
        elif word == b"outlinelevel":
            group.level = level_of(number)
        elif word == b"ftnalt" and story.part.startswith("footnote"):
            self._counts["footnote"] -= 1
            story.part = self._counted("endnote")

    def _setting(self, word: bytes, number: int | None, group: Group) -> None:
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
        elif word == b"uc":
            group.skip_after_unicode = max(0, min(number if number is not None else 1, 16))
        elif word == b"deleted":
            group.deleted = number != 0
            self._facts.changes += group.deleted
        elif word == b"revised" and number != 0:
            self._facts.changes += 1

    def _unicode(self, code: int) -> None:
        """Put a character given by its number; those beyond 65535 come in two halves."""
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  # the first half
            self._high = code
        elif 0xDC00 <= code < 0xE000 and self._high:  # noqa: PLR2004  # the second half
            self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        else:
            self._put(chr(code))

    def _start_story(self, part: str, group: Group) -> None:
        self._flush()
        part = self._counted(part) if part in _COUNTED else part
        if part.startswith("comment"):
            self._facts.comments += 1
            part += f" by {self._facts.author}" if self._facts.author else ""
        group.story = Story(part)
        self._stories.append(group.story)

    def _counted(self, part: str) -> str:
        """Return the name of a note with its number."""
        self._counts[part] = self._counts.get(part, 0) + 1
        return f"{part} {self._counts[part]}"

    def _end_story(self) -> None:
        self._end_paragraph()
        self._end_row()
        self._stories.pop()

    def _end_fact(self, name: str) -> None:
        self._facts.end(name)
        if self._facts.watermark:
            part = inner_part(self._stories[-1].part, "watermark")
            self.found.append(Passage(self._facts.watermark, Locator(part=part)))
            self._facts.watermark = ""

    def _end_paragraph(self) -> None:
        self._flush()
        group, story = self._groups[-1], self._stories[-1]
        text = "".join(story.text).strip()
        if text and (story.cells or group.in_cell):
            story.text.append("\n")
            return
        story.text = []
        if text:
            story.row = 0
            story.paragraphs += 1
            if not story.part:
                story.headings.enter(group.level, text)
            place = Locator(heading=story.headings.path, paragraph=story.paragraphs, part=story.part)
            self.found.append(Passage(text, place))

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
        story.cells, story.text, self._groups[-1].in_cell = [], [], False
        if cells:
            story.tables += story.row == 0
            story.row += 1
            place = Locator(heading=story.headings.path, table=story.tables, row=story.row, part=story.part)
            self.found.append(Passage(" | ".join(cells), place))
