"""
Look into an evidence folder: which files there are, what each one is on disk, and what is found in it.

Names are imported on their first use: a worker comes through here to its task, and needs none of the rest.
"""

TYPE_CHECKING = False  # the name that type checkers know, without the cost of importing `typing`
if TYPE_CHECKING:
    from ._accept import Accepted, accept, merged
    from ._folder import load_folder
    from ._interest import Interest
    from ._opening import Opener, Told, no_note, no_word
    from ._suggesting import Hints, suggest_for
    from ._walk import Walked, walk

__all__ = [
    "Accepted",
    "Hints",
    "Interest",
    "Opener",
    "Told",
    "Walked",
    "accept",
    "load_folder",
    "merged",
    "no_note",
    "no_word",
    "suggest_for",
    "walk",
]

if not TYPE_CHECKING:
    _HOMES = {
        "Accepted": "_accept",
        "accept": "_accept",
        "merged": "_accept",
        "load_folder": "_folder",
        "Interest": "_interest",
        "Opener": "_opening",
        "Told": "_opening",
        "no_note": "_opening",
        "no_word": "_opening",
        "Hints": "_suggesting",
        "suggest_for": "_suggesting",
        "Walked": "_walk",
        "walk": "_walk",
    }

    def __getattr__(name: str) -> object:
        """Import what *name* stands for on its first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - see above

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
