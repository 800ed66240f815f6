"""What holds for a run: the command line before the environment, before the file of settings, before the default."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen
from cattrs import BaseValidationError, Converter

from readiness._toml import Lines, Shape, add_shapes, explain, parse, read_toml, strict_converter
from readiness.exceptions import InputError, Problem
from readiness.model import Level

from ._options import Unset, is_folder

PREFIX = "READINESS_"
_OWN_FILE, _SHARED_FILE = "readiness.toml", "pyproject.toml"
_TABLE = ("tool", "readiness")
_PATHS = frozenset({"folder", "plan", "catalogue", "baseline"})
_OF_CHECK = frozenset({"format", "output"})
"""What other commands have under the same name, with other values."""
_GATES = frozenset({"_check", "_config"})
TYPED, UNTOUCHED = "command line", "default"
_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


class Color(Enum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@frozen(kw_only=True)
class Settings:
    """What a file of settings or the environment may set: the options of ``check``, under their own names."""

    folder: str = ""
    as_of: dt.date | None = None
    assessment: str = ""
    plan: str = ""
    only: tuple[str, ...] = ()
    warn_before: int | None = None
    catalogue: str = ""
    baseline: str = ""
    fail_on: Level | None = None
    format: str = ""
    output: tuple[str, ...] = ()
    no_cache: bool | None = None
    suggest: bool | None = None
    quiet: bool | None = None
    verbose: bool | None = None
    color: Color | None = None


NAMES = {one.name: one.name.replace("_", "-") for one in attrs.fields(Settings)}
"""The key of each setting in a file, by its name in Python."""
_BY_KEY = {key: name for name, key in NAMES.items()}
SHAPES = (Shape(Settings, NAMES),)


@frozen
class Setting:
    """A value, and where it came from."""

    value: Any
    source: str


def settle(options: argparse.Namespace, environ: Mapping[str, str], here: Path) -> argparse.Namespace:
    """
    Return *options* with what the command line leaves open filled in.

    Args:
        options: from the parser.
        environ: the environment.
        here: where the program runs.

    Raises:
        InputError: with every mistake of the environment and of the file.
    """
    found = _found(environ, here)
    _shift(options, found)
    settled = argparse.Namespace(**vars(options), sources={})
    for name, value in vars(options).items():
        given = not isinstance(value, Unset)
        fits = name not in _OF_CHECK or options.module in _GATES
        setting = found.get(name) if fits and not given else None
        plain = value if given else setting.value if setting else value.default
        setattr(settled, name, plain)
        settled.sources[name] = TYPED if given else setting.source if setting else UNTOUCHED
    if getattr(settled, "folder", ...) is None and options.module != "_config":
        where = f"set folder in {_OWN_FILE}, or {PREFIX}FOLDER"
        raise InputError([Problem("DIR", f"no folder is named; give one (`.` is the one you are in), {where}")])
    _choose_voice(settled)
    return settled


def chosen(settled: argparse.Namespace) -> Iterator[str]:
    """Yield a line for each option that is not as it would be by itself: its value, and who says so."""
    for name, source in settled.sources.items():
        if source != UNTOUCHED and name in NAMES:
            yield f"{NAMES[name]} = {shown(getattr(settled, name))} ({source})"


def shown(value: object) -> str:
    """Return the value of an option for people."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)) or "-"


def _shift(options: argparse.Namespace, found: Mapping[str, Setting]) -> None:
    """Take the one word of `accept`, if it is no folder and the settings name one, for the document."""
    alone = options.module == "_accept" and isinstance(options.document, Unset)
    if alone and "folder" in found and not isinstance(options.folder, Unset) and not options.folder.is_dir():
        options.document, options.folder = options.folder, Unset(None)


def _choose_voice(settled: argparse.Namespace) -> None:
    """See to it that nobody is asked for less and more at once; the command line overrules what was set elsewhere."""
    if not (settled.quiet and settled.verbose):
        return
    typed = [name for name in ("quiet", "verbose") if settled.sources[name] == TYPED]
    if len(typed) != 1:
        message = f"is set together with quiet ({settled.sources['quiet']}); choose one"
        raise InputError([Problem(f"verbose ({settled.sources['verbose']})", message)])
    settled.quiet, settled.verbose = (name in typed for name in ("quiet", "verbose"))


def _found(environ: Mapping[str, str], here: Path) -> dict[str, Setting]:
    """Return what the environment and the nearest file set, the environment first."""
    converter, problems = add_shapes(strict_converter(), SHAPES), list[Problem]()
    found = {
        name: setting
        for part in (_of_file(here), _of_environment(environ))
        for name, setting in part(converter, problems)
    }
    if problems:
        raise InputError(problems)
    return found


def _of_file(here: Path) -> Any:
    def read(converter: Converter, problems: list[Problem]) -> Iterator[tuple[str, Setting]]:
        path = nearest(here)
        if path is None:
            return
        name = path.name if path.parent == here else str(path)
        text, problem = read_toml(path, name)
        data, problem = parse(text, name) if problem is None else ({}, problem)
        if problem is not None:
            problems.append(problem)
            return
        lines, prefix = Lines.of(text), _TABLE if path.name == _SHARED_FILE else ()
        for part in prefix:
            data = data[part]
        wrong: list[Problem] = []
        for key, value in data.items():  # one by one, so that a mistake in one hides none in another
            where = (*prefix, key)
            try:
                settings = converter.structure({key: value}, Settings)
            except BaseValidationError as error:
                wrong += explain(error, file=name, lines=lines, shapes=SHAPES, prefix=prefix)
                continue
            one, line = _BY_KEY[key], lines.line(where)
            wrong += _empty(one, settings, Problem(name, "", ".".join(where), line))
            yield one, Setting(_plain(one, settings, path.parent, here), f"{name}:{line}")
        problems += sorted(wrong, key=lambda one: one.line or 0)

    return read


def nearest(here: Path) -> Path | None:
    """Return the nearest file of settings from *here* upwards: ``readiness.toml``, or ``pyproject.toml`` with some."""
    for folder in (here, *here.parents):
        if (folder / _OWN_FILE).is_file():
            return folder / _OWN_FILE
        shared = folder / _SHARED_FILE
        if shared.is_file() and _has_table(shared):
            return shared
    return None


def _has_table(path: Path) -> bool:
    """Return whether the file speaks of us; one that does not is nobody's business here, even if it is damaged."""
    text, _ = read_toml(path, path.name)
    data, problem = parse(text, path.name) if "readiness" in text else ({}, None)
    tool = data.get("tool")
    return "tool.readiness" in text if problem else isinstance(tool, dict) and isinstance(tool.get("readiness"), dict)


def _of_environment(environ: Mapping[str, str]) -> Any:
    def read(converter: Converter, problems: list[Problem]) -> Iterator[tuple[str, Setting]]:
        variables = {f"{PREFIX}{name.upper()}": name for name in NAMES}
        problems += _mistyped(environ, variables)
        for variable, name in variables.items():
            if not (text := environ.get(variable, "")):
                continue
            try:
                settings = converter.structure({NAMES[name]: _raw(name, text)}, Settings)
            except BaseValidationError as error:
                said = explain(error, file=variable, lines=Lines.of(""), shapes=SHAPES)
                problems += [Problem(variable, one.message) for one in said]
                continue
            problems += _empty(name, settings, Problem(variable, ""))
            yield name, Setting(_plain(name, settings, Path(), Path()), variable)

    return read


def _mistyped(environ: Mapping[str, str], variables: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each variable that is nearly one of ours; others that begin alike are somebody else's."""
    known = list(variables)
    for name in sorted(one for one in environ if one.startswith(PREFIX) and one not in known):
        if close := get_close_matches(name.removeprefix(PREFIX), [one.removeprefix(PREFIX) for one in known], 1, 0.8):
            yield Problem(name, f"no such variable; did you mean {PREFIX}{close[0]!s}?")


def _raw(name: str, text: str) -> Any:
    """Return the text of a variable as a file would have it."""
    kind = attrs.fields_dict(Settings)[name].type
    if "bool" in str(kind) and text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    if "int" in str(kind) and text.isascii() and text.isdigit():
        return int(text)
    return [one for one in text.splitlines() if one.strip()] if "tuple" in str(kind) else text


def _empty(name: str, settings: Settings, place: Problem) -> Iterator[Problem]:
    value = getattr(settings, name)
    if name in _PATHS and not value.strip():
        yield place._replace(message="expected a path, found nothing")
    if name == "warn_before" and value < 0:
        yield place._replace(message=f"expected a number of days such as 30, found {value}")


def _plain(name: str, settings: Settings, base: Path, here: Path) -> Any:
    """Return a value as the command line would have given it; a path of a file starts where the file stands."""
    value = getattr(settings, name)
    if name in _PATHS:
        return Path(value) if base == here or (name == "catalogue" and _shipped(base, value)) else base / value
    if name == "output":
        return [_moved(one, base, here) for one in value]
    if isinstance(value, Level | Color):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _shipped(base: Path, value: str) -> bool:
    """Return whether a catalogue is named that comes with the program, and not one that stands beside the file."""
    from readiness._catalogue import shipped_catalogues  # noqa: PLC0415 - hardly anybody sets one

    return not (base / value).exists() and value in shipped_catalogues()


def _moved(output: str, base: Path, here: Path) -> str:
    form, equals, path = output.rpartition("=")
    slash = "/" if is_folder(path) else ""
    return output if base == here else f"{form}{equals}{base / path}{slash}"
