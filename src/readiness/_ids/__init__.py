"""
Recognise criterion ids as people write them.

``OA8``, ``OA 8``, ``oa-08`` and ``O.A.8`` are one id; ``OA8/OA18``, ``OA8-10`` and ``OA8, 9 and 10`` are several;
``AO8`` is a slip of the keyboard. A postcode, a room, an address or a map reference that only has the shape of an id is
not one.
"""

from ._context import in_address
from ._scheme import IdMatch, IdScheme

__all__ = ["IdMatch", "IdScheme", "in_address"]
