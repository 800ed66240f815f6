"""What is said to a nursery and what it answers."""

from __future__ import annotations

import struct

LENGTH = struct.Struct("<Q")
"""How long the first frame is, which says what to load."""
ORDER = struct.Struct("<cqd")
"""What to do: fork, or bury; which child; and how many seconds to wait for its end."""
FORK, BURY = b"f", b"b"
ANSWER = struct.Struct("<qqq")
"""The number of a child; or its return code, the memory it used, and whether it had to be ended."""
