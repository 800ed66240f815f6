"""Load a register and what was accepted of it, and write the first register for a folder that has none."""

from ._acceptances import ACCEPTED_NAME, acceptances_toml, load_acceptances
from ._load import REGISTER_NAME, load_register
from ._starter import Start, starter

__all__ = [
    "ACCEPTED_NAME",
    "REGISTER_NAME",
    "Start",
    "acceptances_toml",
    "load_acceptances",
    "load_register",
    "starter",
]
