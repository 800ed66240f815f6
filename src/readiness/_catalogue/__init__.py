"""Load a catalogue of criteria: a folder of TOML files, or a file of OSCAL."""

from ._load import DEFAULT, load_catalogue, shipped_catalogues

__all__ = ["DEFAULT", "load_catalogue", "shipped_catalogues"]
