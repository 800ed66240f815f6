"""
The accreditation checker that opens the evidence.

Its functions (`load_catalogue`, `load_evidence`, `read_plan`, `assess`, `assess_folder`, `render`; to look back
`load_record`, `compare`, `trend`; to report `report`, `owner_reports`; to find evidence
`suggest`), the values in `readiness.model` and the
exceptions in `readiness.exceptions` are the library. Importing this package imports nothing else; the first use of a
name does.
"""

TYPE_CHECKING = False  # the name that type checkers know, without the cost of importing `typing`
if TYPE_CHECKING:
    from readiness._api import (
        assess,
        assess_folder,
        compare,
        load_catalogue,
        load_evidence,
        load_record,
        owner_reports,
        read_plan,
        render,
        report,
        trend,
    )
    from readiness._api_suggest import suggest
    from readiness._version import __version__

__all__ = [
    "__version__",
    "assess",
    "assess_folder",
    "compare",
    "load_catalogue",
    "load_evidence",
    "load_record",
    "owner_reports",
    "read_plan",
    "render",
    "report",
    "suggest",
    "trend",
]

if not TYPE_CHECKING:  # unguarded, a misspelt name would pass a type checker as `object`

    def __getattr__(name: str) -> object:
        """Import what *name* stands for on its first use."""
        if name == "__version__":
            from readiness._version import __version__  # noqa: PLC0415 - the point of this function

            return __version__
        if name == "suggest":
            from readiness._api_suggest import suggest  # noqa: PLC0415 - the point of this function

            return suggest
        if name in __all__:
            from readiness import _api  # noqa: PLC0415 - the point of this function

            return getattr(_api, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        """Return the public names."""
        return [*__all__, "exceptions", "model", "testing"]
