"""Find the files that are shipped beside the code, wherever the package was installed from."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from .exceptions import DataNotFoundError


def shipped(name: Literal["criteria", "templates"]) -> Traversable:
    """
    Return the folder *name*, from the wheel or from the checkout.

    A wheel carries it inside the package. A checkout has it beside ``src``, where an edit counts at once.

    Args:
        name: ``criteria`` or ``templates``.

    Returns:
        The folder; it may stand inside a zip file, so do not take it for a `pathlib.Path`.

    Raises:
        DataNotFoundError: if this installation has no such folder.

    >>> shipped("templates").joinpath("profile").is_dir()
    True
    """
    packaged = files("readiness").joinpath("_data", name)
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise DataNotFoundError(f"this installation of readiness lacks its folder {name!r}; install it again")


def schema(name: str) -> Traversable:
    """
    Return the JSON Schema called *name*.

    Args:
        name: name and major version, such as ``assessment-1``.

    Returns:
        The file.

    Raises:
        DataNotFoundError: if there is no schema of that name.

    >>> schema("assessment-1").is_file()
    True
    """
    found = files("readiness").joinpath("_schemas", f"{name}.json")
    if not found.is_file():
        raise DataNotFoundError(f"this installation of readiness has no JSON Schema called {name!r}")
    return found
