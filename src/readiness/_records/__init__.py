"""Assessments as they were written down: the JSON of an assessment, read back."""

from ._read import load_record, record_of

__all__ = ["load_record", "record_of"]
