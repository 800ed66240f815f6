"""Write single values as TOML."""


def quoted(text: str) -> str:
    r"""
    Return *text* as a TOML string, whatever a file may be called.

    >>> print(quoted('a "b"\n.doc'))
    "a \"b\"\U0000000A.doc"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else f"\\U{ord(one):08X}" for one in escaped) + '"'
