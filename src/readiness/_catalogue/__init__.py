"""Load a catalogue of criteria, from a folder of TOML files or a file of OSCAL; write it as a folder."""

from ._folder import folder_files
from ._load import DEFAULT, load_catalogue, shipped_catalogues

__all__ = ["DEFAULT", "folder_files", "load_catalogue", "shipped_catalogues"]
