"""Judge: catalogue + folder + plan + a date give an assessment. No clock, no file, no network."""

from ._assess import assess
from ._exhibits import with_local_wording as worded

__all__ = ["assess", "worded"]
