"""A Word file that somebody wants used as a template: opened, and refused in words if it cannot serve."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from readiness.exceptions import InputError, Problem

from ._docx_parts import MAIN, OFFICE, ROOT, TYPES, own_parts

LARGEST, _MOST = 50_000_000, 5_000
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIX = f'xmlns:w="{_WORD}"'
_OLE = b"\xd0\xcf\x11\xe0"


@frozen(kw_only=True)
class Package:
    """
    The parts of a Word file.

    Attributes:
        name: what to call it in a problem.
        parts: the bytes of each part by its name.
        main: name of the part with the text.
    """

    name: str
    parts: dict[str, bytes]
    main: str = MAIN

    def text(self, part: str) -> str:
        """Return a part as text."""
        return self.parts[part].decode("utf-8-sig") if part in self.parts else ""

    def having(self, part: str, text: str) -> Package:
        """Return the package with a part put in or replaced."""
        return evolve(self, parts={**self.parts, part: text.encode()})

    @property
    def relations(self) -> str:
        """Return the name of the part that says what the text points at."""
        folder, name = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the names of the parts that the text points at as a *kind*, such as ``header``."""
        folder = posixpath.dirname(self.main)
        found = targets(self.parts.get(self.relations, b""), f"{OFFICE}/{kind}")
        names = (posixpath.normpath(posixpath.join(folder, one)).lstrip("/") for one in found)
        return tuple(one for one in names if one in self.parts)

    @property
    def layout(self) -> tuple[str, ...]:
        """Return the parts in which placeholders may stand: the text, and each header and footer."""
        return (self.main, *dict.fromkeys((*self.related("header"), *self.related("footer"))))


def own_package() -> Package:
    """Return the document that is used when nobody gives a template."""
    return Package(name="the document of readiness", parts=own_parts())


def package(data: bytes, name: str) -> Package:
    """
    Open a Word file that is to serve as a template.

    Args:
        data: its bytes.
        name: what to call it in a problem.

    Raises:
        InputError: it is no Word file, or not one that can be filled in.
    """
    try:
        parts = _unpacked(data)
        opened = Package(name=name, parts=parts, main=_main(parts))
        _check(opened)
    except _UnsuitableError as error:
        raise InputError([Problem(name, str(error))]) from None
    except (zipfile.BadZipFile, ET.ParseError, UnicodeDecodeError, EOFError, OSError, NotImplementedError) as error:
        message = f"the file is damaged ({error}); open it in Word and save it again as a Word document (.docx)"
        raise InputError([Problem(name, message)]) from None
    return opened


class _UnsuitableError(Exception):
    """A Word file that is sound, or nearly, but cannot serve."""


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > LARGEST:
        raise _UnsuitableError(f"is too large for a template: more than {LARGEST // 1_000_000} MB")
    if data.startswith(_OLE):
        raise _UnsuitableError(
            "is a document of Word 97 to 2003, or has a password; save it without one as a Word document (.docx)"
        )
    if not data.startswith(b"PK"):
        raise _UnsuitableError("is no Word document; give a .docx or .dotx file")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [one for one in archive.infolist() if not one.is_dir()]
        if len(entries) > _MOST or sum(one.file_size for one in entries) > LARGEST:
            raise _UnsuitableError(f"is too large for a template: more than {LARGEST // 1_000_000} MB unpacked")
        if any(one.flag_bits & 1 for one in entries):
            raise _UnsuitableError("has a password; save it without one")
        return dict(_read(archive, entries))


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    for one in entries:
        with archive.open(one) as part:
            held = part.read(left + 1)
        left -= len(held)
        if left < 0:
            raise _UnsuitableError("is too large for a template, and says that it is smaller")
        yield one.filename, held


def _main(parts: dict[str, bytes]) -> str:
    found = [one.lstrip("/") for one in targets(parts.get(ROOT, b""), f"{OFFICE}/officeDocument")]
    if not found or found[0] not in parts or b"wordprocessingml" not in parts.get(TYPES, b""):
        raise _UnsuitableError("is no Word document, though it is a zip file; give a .docx or .dotx file")
    return found[0]


def targets(data: bytes, kind: str) -> list[str]:
    """Return what a part of relationships points at as a *kind*, inside the package."""
    if not data:
        return []
    held = (one.attrib for one in ET.fromstring(data))  # noqa: S314 - expat stops entities; the file is bounded
    return [one.get("Target", "") for one in held if one.get("Type") == kind and one.get("TargetMode") != "External"]


def _check(opened: Package) -> None:
    if any(posixpath.basename(one).lower() == "vbaproject.bin" for one in opened.parts):
        raise _UnsuitableError("has macros, which would be handed over with the profile; save it as .docx without them")
    styles = opened.related("styles")
    if not styles:
        raise _UnsuitableError("has no styles; open it in Word and save it again as a Word document (.docx)")
    for part in (*opened.layout, *styles, *opened.related("numbering")):
        text = opened.text(part)
        ET.fromstring(opened.parts[part])  # noqa: S314 - as above
        if "<!DOCTYPE" in text or _PREFIX not in text:
            raise _UnsuitableError(
                f"its part {part} is not written the way Word writes it; open it in Word and save it again as a Word "
                "document (.docx), not as Strict Open XML"
            )
