"""
Work that may hang, crash or eat all memory, done in processes that can be killed.

The cage knows nothing of documents: a job is a JSON value, a task is a function named by an import string, an answer is
a JSON value, bytes beside it if the task returns a `Parcel`, or the way in which the worker died. Nothing is pickled,
so that a worker in hostile hands can only lie.
"""

TYPE_CHECKING = False  # the name that type checkers know, without the cost of importing `typing`
if TYPE_CHECKING:
    from ._frames import Parcel
    from ._pool import Cage, CageLimits, Death, Job, Outcome

__all__ = ["Cage", "CageLimits", "Death", "Job", "Outcome", "Parcel"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import the pool on its first use: a worker comes through here too, and needs none of it."""
        if name == "Parcel":
            from ._frames import Parcel  # noqa: PLC0415  # what a worker does need

            return Parcel
        if name in __all__:
            from . import _pool  # noqa: PLC0415  # see above

            return getattr(_pool, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
