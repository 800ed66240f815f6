"""How wide letters are in Helvetica, in thousandths of the size."""

from __future__ import annotations

_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
    "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
    "611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_ORDINARY = 556


def _table(widths: str) -> dict[str, int]:
    """Return the width of each visible ASCII character; the font lists them in order."""
    return {chr(code): int(number) for code, number in enumerate(widths.split(), start=32)}


_WIDTHS = {False: _table(_PLAIN), True: _table(_BOLD)}


def width(text: str, *, bold: bool = False) -> float:
    """
    Return the width of *text* at size 1.

    >>> width("Hi"), width("Hi", bold=True)
    (0.944, 1.0)
    """
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _ORDINARY) for letter in text) / 1000
