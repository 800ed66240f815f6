"""Look into an evidence folder: which files there are, and what each one is on disk."""

from ._folder import load_folder
from ._walk import Walked, walk

__all__ = ["Walked", "load_folder", "walk"]
