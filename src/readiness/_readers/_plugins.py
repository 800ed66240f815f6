"""Readers of other packages, by the suffix of a file; asked only for a suffix that nothing here reads."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import frozen

from readiness._registry import readers
from readiness.exceptions import PluginError
from readiness.model import DocumentFacts, Fault, Passage, ReadFault, ReadItem

from ._faults import UnreadableError, fault_of
from ._source import Source
from ._table import BUILT_IN, FORMAT_OF_SUFFIX, READERS_DIGEST

_HOLDERS = frozenset({".zip", ".eml", ".msg"})
"""Suffixes of files that may hold documents of any other."""


@frozen
class PluginReader:
    """
    A reader of another package.

    Attributes:
        format: the suffix it is for, without the dot.
        package: who offers it.
        reader: what the entry point gave, made; or why it cannot be had.
        native: nobody here knows what it is made of, so it gets no second try.
        second_try: see ``native``.
    """

    format: str
    package: str
    reader: Any
    native: bool = True
    second_try: bool = False

    @property
    def version(self) -> str:
        """Return what decides, with the bytes of a file, what reading it gives."""
        return f"{self.package}/{getattr(self.reader, 'version', 'broken')}"

    def read(self, source: Source) -> Iterator[ReadItem]:
        """Let it read; whatever goes wrong names its package."""
        if isinstance(self.reader, PluginError):
            raise UnreadableError(Fault.CRASHED, str(self.reader))
        try:
            for item in self.reader.read(source):
                yield _checked(item)
        except MemoryError:
            raise
        except Exception as error:
            fault = fault_of(error)
            own = fault.detail or fault.fault.value
            what = own if isinstance(error, UnreadableError) else f"{type(error).__name__}: {error}"[:200]
            raise UnreadableError(fault.fault, f"{what}; its reader is of {self.package}") from error


def _checked(item: Any) -> ReadItem:
    if not isinstance(item, Passage | DocumentFacts | ReadFault):
        raise TypeError(f"it yielded {type(item).__name__}, which is no passage, fact or fault")
    return item


def suffix_of(name: str) -> str:
    """
    Return the suffix of a name with its dot, in small letters.

    >>> suffix_of("minutes/Plan.MPP"), suffix_of("README")
    ('.mpp', '')
    """
    stem, dot, suffix = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


@lru_cache(maxsize=256)
def plugin_for(suffix: str) -> PluginReader | None:
    """Return the reader that a package offers for *suffix*; ``None`` if it is read here, or by nobody."""
    if not suffix or suffix in FORMAT_OF_SUFFIX or not (packages := readers.packages(suffix[1:])):
        return None
    package = " and ".join(packages)
    try:
        return PluginReader(suffix[1:], package, _made(suffix))
    except PluginError as error:
        return PluginReader(suffix[1:], package, error)
    except Exception as error:  # noqa: BLE001 - whatever another package does
        message = f"the reader of {suffix} of the package {package} cannot be made: {type(error).__name__}: {error}"
        return PluginReader(suffix[1:], package, PluginError(message))


def _made(suffix: str) -> Any:
    made = readers.get(suffix[1:])()
    if not isinstance(made.version, int) or not callable(made.read):
        raise TypeError("its version is no whole number, or it has no function to read with")
    return made


def reader_of(format_: str) -> Any:
    """Return the reader of a format: one of the table, or else a plug-in's."""
    return BUILT_IN.get(format_) or plugin_for(f".{format_}")


def reader_name(format_: str) -> str:
    """
    Return the name and version under which what a format gives may be kept.

    >>> reader_name("docx")
    'docx/4'
    """
    return f"{format_}/{reader_of(format_).version}"


@lru_cache(maxsize=256)
def digest_for(suffix: str) -> str:
    """Return what changes whenever a reader does that files of *suffix* may need."""
    if suffix in _HOLDERS:
        offered = [one.version for name in readers.offered() if (one := plugin_for(f".{name}"))]
    else:
        offered = [plugin.version] if (plugin := plugin_for(suffix)) else []
    return f"{READERS_DIGEST}-{zlib.crc32(' '.join(offered).encode()):08x}" if offered else READERS_DIGEST
