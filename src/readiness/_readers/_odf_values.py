"""What OpenDocument cells hold, told as the readers of other sheets tell it, and which drawings can hold text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from ._cells import cell_text

SHAPES = ("custom-shape", "rect", "ellipse", "circle", "polygon", "regular-polygon", "path", "caption")
"""Drawings that people write in, as other programs have them as text boxes."""

_TIME = re.compile(r"PT(\d{1,4})H(\d{1,2})M(\d{1,2})(?:[.,]\d{1,12})?S")
_FRACTION = re.compile(r"[.,]\d+$")


def odf_value(attributes: Mapping[str, str]) -> str:
    """
    Return what a cell holds: not what it shows, which changes with the language and the program.

    Empty for text, and for a value that is not as the format says: then what is shown is all there is.

    >>> odf_value({"value-type": "date", "date-value": "2007-08-10T00:00:00"})
    '2007-08-10'
    >>> odf_value({"value-type": "percentage", "value": "0.938"}), odf_value({"value-type": "string"})
    ('0.938', '')
    """
    try:
        match attributes.get("value-type"):
            case "float" | "percentage" | "currency":
                return cell_text(float(attributes["value"]))
            case "date":
                return cell_text(dt.datetime.fromisoformat(_FRACTION.sub("", attributes["date-value"])))
            case "boolean":
                return cell_text(attributes["boolean-value"] == "true")
            case "time":
                return _time(attributes["time-value"])
    except (KeyError, ValueError, OverflowError):
        pass
    return ""


def _time(value: str) -> str:
    """Return a time as the other sheets give it: of the day, or more hours than a day has."""
    found = _TIME.fullmatch(value)
    return f"{int(found[1]):02}:{found[2]:0>2}:{found[3]:0>2}" if found else ""
