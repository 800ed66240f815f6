"""Tasks that behave badly, loaded by the workers of the tests of the cage."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path


class Panic(BaseException):
    """As the panic of a Rust library: no `Exception`."""


def run(job):
    """Do what the job says."""
    name, *arguments = job
    return globals()[name](*arguments)


def echo(value):
    """Give the value back."""
    return value


def pid():
    """Tell which process answers."""
    return os.getpid()


def segfault():
    """Read where nothing is."""
    ctypes.string_at(0)


def abort():
    """End as a failed assertion in C does."""
    os.abort()


def leave(code):
    """Leave without a word."""
    os._exit(code)


def hang():
    """Never end."""
    while True:
        time.sleep(60)


def deaf():
    """Never end, and refuse to be asked to."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass


def panic():
    """Raise what nobody catches."""
    raise Panic("index out of bounds")


def exit_politely():
    """Raise SystemExit."""
    sys.exit(0)


def eat():
    """Take all memory."""
    hoard = []
    while True:
        hoard.append(bytearray(1 << 24))


def eat_in_machine_code():
    """Report as a Rust library does that memory is out, and abort."""
    os.write(2, b"memory allocation of 4398046511104 bytes failed\n")
    os.abort()


def babble():
    """Write much to standard output and error."""
    for _ in range(200):
        os.write(1, b"\x00rdns garbage\n" * 500)
        os.write(2, b"noise\n" * 500)
    sys.stdout.write("more")
    return "fine"


def write_file(path):
    """Try to write a file and say what happened."""
    try:
        Path(path).write_bytes(b"x")
    except OSError as error:
        return type(error).__name__
    return "written"


def make_file(path):
    """Try to make an empty file, which needs no room."""
    try:
        Path(path).touch()
    except OSError as error:
        return type(error).__name__
    return "made"


def remove_file(path):
    """Try to remove a file."""
    try:
        Path(path).unlink()
    except OSError as error:
        return type(error).__name__
    return "removed"


def connect():
    """Try to open a connection."""
    try:
        with socket.socket() as one:
            one.connect(("127.0.0.1", 9))
    except OSError as error:
        return type(error).__name__
    return "connected"


def connect_in_machine_code():
    """Ask the system for a socket, past Python."""
    library = ctypes.CDLL(None, use_errno=True)
    return "opened" if library.socket(2, 1, 0) >= 0 else errno.errorcode[ctypes.get_errno()]


def write_in_machine_code(path):
    """Ask the system for a file to write, past Python."""
    library = ctypes.CDLL(None, use_errno=True)
    flags = os.O_WRONLY | os.O_CREAT
    return "opened" if library.open(path.encode(), flags, 0o600) >= 0 else errno.errorcode[ctypes.get_errno()]


def start_program():
    """Try to start another program."""
    try:
        subprocess.run([sys.executable, "-c", ""], check=False)
    except OSError as error:
        return type(error).__name__
    return "started"


def unserialisable():
    """Give back what JSON cannot hold."""
    return {1, 2}


def surrogate():
    """Give back half a character."""
    return "\ud800"


def careful(first):
    """Die at the first try and answer at the second."""
    if first:
        os.abort()
    return "careful"


def die_later():
    """Answer, and die a moment after."""
    threading.Timer(0.05, os._exit, (9,)).start()
    return "answered"


def prepare(context):
    """Return a task that adds to what all jobs have in common."""
    common = list(context)
    return lambda job: [*common, job, os.getpid()]


def crash_full(size):
    """Take so many bytes, and crash."""
    hoard = bytearray(b"x") * size
    ctypes.string_at(0)
    return len(hoard)
