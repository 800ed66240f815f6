"""Names of a package that are imported on their first use, so that nobody pays for what he does not use."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def imported_on_use(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """
    Return the ``__getattr__`` of a package.

    Args:
        package: its ``__name__``.
        modules: the modules of it, each with the names it is the home of, parted by spaces.

    >>> imported_on_use("json", {"decoder": "JSONDecoder"})("JSONDecoder").__module__
    'json.decoder'
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}

    def find(name: str) -> object:
        """Import what *name* stands for."""
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return find
