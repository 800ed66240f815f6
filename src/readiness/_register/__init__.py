"""Load a register, and write the first one for a folder that has none."""

from ._load import REGISTER_NAME, load_register
from ._starter import Start, starter

__all__ = ["REGISTER_NAME", "Start", "load_register", "starter"]
