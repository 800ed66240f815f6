"""
Look into an evidence folder: which files there are, what each one is on disk, and what is found in it.

Names are imported on their first use: a worker comes through here to its task, and needs none of the rest.
"""

from typing import TYPE_CHECKING

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
    from readiness._lazy import imported_on_use

    __getattr__ = imported_on_use(
        __name__,
        {
            "_accept": "Accepted accept merged",
            "_folder": "load_folder",
            "_interest": "Interest",
            "_opening": "Opener Told no_note no_word",
            "_suggesting": "Hints suggest_for",
            "_walk": "Walked walk",
        },
    )
