"""Suggesting which documents may be evidence for which criterion, by their wording. Pure: nothing here opens a file."""

from ._query import Queries, queries_of
from ._score import suggestions_of, thresholds_for
from ._survey import VERSION, survey
from ._surveyed import Survey
from ._wire import survey_from_wire, survey_to_wire
from ._wire_query import queries_from_wire, sought_to_wire

__all__ = [
    "VERSION",
    "Queries",
    "Survey",
    "queries_from_wire",
    "queries_of",
    "sought_to_wire",
    "suggestions_of",
    "survey",
    "survey_from_wire",
    "survey_to_wire",
    "thresholds_for",
]
