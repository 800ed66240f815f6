"""Read and parse one TOML file."""

from __future__ import annotations

import re
import stat
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from readiness.exceptions import Problem

_PLACE = re.compile(r"\s*\(at line (\d+), column (\d+)\)\s*$")
_MENDS = {
    "Expected newline or end of document": "; text stands in straight quotes, a date is written 2009-05-29",
    "Invalid value": '; text stands in straight quotes "like this", a date is written 2009-05-29',
    "Cannot overwrite a value": "; the key stands above already, so keep one of the two",
    "Unclosed array": "; a list ends with ]",
    "Expected '=' after a key": "; write key = value, or begin a comment with #",
}
_MAX_BYTES = 5_000_000
# The parser's time grows with the square of the parts of a dotted key, so that one long key would hold it for hours.
_ENDLESS_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){99}""")


def read_toml(path: Path | Traversable, name: str) -> tuple[str, Problem | None]:
    """
    Return the text of the file at *path*, or a problem.

    Args:
        path: the file.
        name: what to call it in a problem.
    """
    try:
        if isinstance(path, Path) and stat.S_ISFIFO(path.stat().st_mode):
            return "", Problem(name, "cannot be read: it is a pipe, not a file")  # opening it would wait for ever
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            return "", Problem(name, f"the file is larger than {_MAX_BYTES // 1_000_000} MB; is it the right one?")
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", Problem(name, "the file is not UTF-8; save it as UTF-8 text", line=line)
    except OSError as error:
        return "", Problem(name, f"cannot be read: {error.strerror or error}")


def parse(text: str, name: str) -> tuple[dict[str, Any], Problem | None]:
    """
    Return the tables of a TOML *text*, or a problem with its line.

    >>> parse("owner = ", "register.toml")[1].line
    1
    """
    if endless := _ENDLESS_KEY.search(text):
        line = text.count("\n", 0, endless.start()) + 1
        return {}, Problem(name, "a name with a hundred dots is no key; is it the right file?", line=line)
    try:
        return tomllib.loads(text), None
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place[1]) if place else text.count("\n") + 1
        said = _PLACE.sub("", message).removesuffix(" (at end of document)")
        hint = next((mend for begin, mend in _MENDS.items() if said.startswith(begin)), "")
        return {}, Problem(name, f"not valid TOML: {said[:1].lower()}{said[1:]}{hint}", line=line)
    except ValueError as error:  # a number of more digits than Python converts
        return {}, Problem(name, f"not valid TOML: {str(error).partition(';')[0].lower()}")
    except RecursionError:
        return {}, Problem(name, "not valid TOML: the brackets are nested too deeply")
