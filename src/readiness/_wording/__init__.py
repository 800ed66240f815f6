"""The words of an organisation: read from its ``wording.toml``, refused where they would hide what is meant."""

from ._file import WORDING_NAME, load_wording, usual_wording

__all__ = ["WORDING_NAME", "load_wording", "usual_wording"]
