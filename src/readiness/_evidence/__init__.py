"""Look into an evidence folder: which files there are, what each one is on disk, and what is found in it."""

from ._accept import Accepted, accept, merged
from ._folder import load_folder
from ._opening import Opener, Told, no_word
from ._walk import Walked, walk

__all__ = ["Accepted", "Opener", "Told", "Walked", "accept", "load_folder", "merged", "no_word", "walk"]
