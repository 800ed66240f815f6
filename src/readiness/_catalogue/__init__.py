"""Load a catalogue of criteria from a folder of TOML files."""

from ._load import load_catalogue

__all__ = ["load_catalogue"]
