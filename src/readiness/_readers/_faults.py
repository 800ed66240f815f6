"""The exception by which the pieces of a reader give up; the driver turns it into a `ReadFault`."""

from __future__ import annotations

import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError

from readiness.model import Fault, ReadFault


class UnreadableError(Exception):
    """
    A document, or a part of it, cannot be read.

    Args:
        fault: see `Fault`.
        detail: which part and why, in words for a person.
    """

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


_DAMAGE: tuple[tuple[type[Exception], str], ...] = (
    (zipfile.BadZipFile, "the package it is made of is damaged or cut short"),
    (zlib.error, "a packed part is damaged"),
    (ExpatError, "its XML is damaged or cut short"),
    (struct.error, "it is cut short"),
    (EOFError, "it is cut short"),
)
_OURS = (AttributeError, TypeError, NameError, AssertionError, ImportError)


def fault_of(error: BaseException) -> ReadFault:
    """
    Name what an exception means for the person whose document it is.

    >>> fault_of(UnreadableError(Fault.ENCRYPTED)).fault.name, fault_of(ValueError("odd")).fault.name
    ('ENCRYPTED', 'CORRUPT')
    """
    if isinstance(error, UnreadableError):
        return ReadFault(error.fault, error.detail)
    if isinstance(error, MemoryError):
        return ReadFault(Fault.TOO_MUCH_MEMORY)
    if isinstance(error, RecursionError):
        return ReadFault(Fault.TOO_LARGE, "it is nested too deeply")
    if isinstance(error, OSError) and error.errno is not None and not isinstance(error, zipfile.BadZipFile):
        return ReadFault(Fault.VANISHED, f"the disk or network failed: {error.strerror}")
    if not isinstance(error, Exception) or isinstance(error, _OURS):
        return ReadFault(Fault.CRASHED, f"{type(error).__name__}: {error}"[:200])
    said = next((words for kind, words in _DAMAGE if isinstance(error, kind)), "")
    return ReadFault(Fault.CORRUPT, said or f"{type(error).__name__}: {error}"[:200])
