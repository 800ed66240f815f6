"""Judge: catalogue + folder + plan + a date give an assessment. No clock, no file, no network."""

from ._assess import assess

__all__ = ["assess"]
