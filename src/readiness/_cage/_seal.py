"""
The last door that a worker shuts behind itself: no network, no other program, no change to any file.

Python itself is asked to refuse (an audit hook, everywhere), and on Linux so is the kernel (a seccomp filter), which
holds for libraries in machine code too, and for whatever has taken them over.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

from attrs import frozen

_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
            "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.kill",
            "shutil.", "urllib.", "ftplib.", "smtplib.", "winreg.")  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def seal() -> None:
    """Refuse network, programs and writing from now on; a system that cannot refuse in the kernel does so in Python."""
    sys.addaudithook(_refuse)
    known = _SYSTEMS.get(platform.machine()) if sys.platform == "linux" else None
    if known is not None and struct.calcsize("P") == 8:  # noqa: PLR2004  # numbers differ for programs of 32 bits
        _filter_calls(known)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0  # noqa: PLR2004  # path, mode, flags
        if isinstance(flags, int) and flags & _WRITES:
            raise PermissionError(errno.EPERM, "a worker writes nothing")
    elif event.startswith(_REFUSED):
        raise PermissionError(errno.EPERM, f"a worker may not: {event}")


@frozen
class _System:
    """
    The numbers of system calls on one kind of processor.

    Attributes:
        mark: by which the kernel names the kind.
        refused: network, other programs, changes to files.
        opens: calls that open a file, and which of their arguments says how.
    """

    mark: int
    refused: tuple[int, ...]
    opens: tuple[tuple[int, int], ...]


_SYSTEMS = {
    "x86_64": _System(
        0xC000003E,
        (41, 42, 43, 44, 46, 49, 50, 53, 57, 58, 59, 62, 76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 101,
         132, 133, 165, 188, 189, 190, 235, 258, 259, 260, 261, 263, 264, 265, 266, 268, 280, 288, 311, 316, 322, 425,
         437),
        ((2, 1), (257, 2)),
    ),
    "aarch64": _System(
        0xC00000B7,
        (5, 6, 7, 33, 34, 35, 36, 37, 38, 40, 45, 46, 52, 53, 54, 55, 88, 117, 129, 198, 199, 200, 201, 202, 203, 206,
         211, 221, 242, 271, 276, 281, 425, 437),
        ((56, 2),),
    ),
}  # fmt: skip
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CALL, _MARK, _ARGUMENTS = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_OTHER_NUMBERS = 0x40000000


def _filter_calls(system: _System) -> None:
    """Ask the kernel to refuse; where it will not listen, the hook in Python remains."""
    program = _program(system)
    code = ctypes.create_string_buffer(b"".join(struct.pack("<HBBI", *line) for line in program))
    head = struct.pack("@HP", len(program), ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        prctl(_SECCOMP, _FILTER, ctypes.create_string_buffer(head), 0, 0)


def _program(system: _System) -> list[tuple[int, int, int, int]]:
    """Return the filter: lines of a code, how far to jump if it holds and if not, and a number."""
    lines = [
        (_LOAD, 0, 0, _MARK),
        (_EQUAL, 1, 0, system.mark),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _CALL),
        (_AT_LEAST, 0, 1, _OTHER_NUMBERS),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for number in system.refused:
        lines += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    for number, argument in system.opens:
        lines += [
            (_EQUAL, 0, 4, number),
            (_LOAD, 0, 0, _ARGUMENTS + 8 * argument),
            (_ANY_BIT, 0, 1, _WRITES),
            (_RETURN, 0, 0, _REFUSE),
            (_RETURN, 0, 0, _ALLOW),
        ]
    return [*lines, (_RETURN, 0, 0, _ALLOW)]
