"""
Work that may hang, crash or eat all memory, done in processes that can be killed.

The cage knows nothing of documents: a job is a JSON value, a task is a function named by an import string, an answer is
a JSON value or the way in which the worker died. Nothing is pickled, so that a worker in hostile hands can only lie.
"""

from ._pool import Cage, CageLimits, Death, Job, Outcome

__all__ = ["Cage", "CageLimits", "Death", "Job", "Outcome"]
