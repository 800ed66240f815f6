"""
What was once read, kept between runs so that it need not be read again.

The store can be thrown away at any time and promises little: what it gives back is what was put in, or nothing. It
never raises for the sake of its files, whatever has become of them; `Store.remarks` says what it could not do.
"""

from ._place import VARIABLE, default_place
from ._rows import DocumentRow, StatRow, stamp_of
from ._store import Store

__all__ = ["VARIABLE", "DocumentRow", "StatRow", "Store", "default_place", "stamp_of"]
