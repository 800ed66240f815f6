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
_PANIC = "PanicException"
"""How a library written in Rust gives up on a file that breaks its rules; it derives from no class that it shares."""
_TOO_DEEP = ReadFault(Fault.TOO_LARGE, "it is nested too deeply")
_UNFIT = "what is inside does not fit together"
_OURS = (AttributeError, TypeError, NameError, AssertionError, ImportError)


def fault_of(error: BaseException) -> ReadFault:
    """
    Name what an exception means for the person whose document it is.

    >>> fault_of(UnreadableError(Fault.ENCRYPTED)).fault.name, fault_of(ValueError("odd")).fault.name
    ('ENCRYPTED', 'CORRUPT')
    """
    if isinstance(error, UnreadableError):
        return ReadFault(error.fault, error.detail)
    if isinstance(error, (MemoryError, RecursionError)):
        return _TOO_DEEP if isinstance(error, RecursionError) else ReadFault(Fault.TOO_MUCH_MEMORY)
    if isinstance(error, OSError) and error.errno is not None:
        return ReadFault(Fault.VANISHED, f"the disk or network failed: {error.strerror}")
    is_damage = isinstance(error, Exception) and not isinstance(error, _OURS)
    if not is_damage and type(error).__name__ != _PANIC:
        return ReadFault(Fault.CRASHED, f"{type(error).__name__}: {error}"[:200])
    said = next((words for kind, words in _DAMAGE if isinstance(error, kind)), "")
    return ReadFault(Fault.CORRUPT, said or _UNFIT)
