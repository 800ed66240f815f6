"""
Outputs: each renderer is a pure function of what it is given, and returns bytes.

The same profile gives the same bytes. A renderer never sees a rule, a reader, a terminal or the clock.
"""
