"""
Readers: documents into passages that a person can go to.

`read_documents` is what the rest of the package uses; it does its work in the cage. `BUILT_IN` says which formats are
read, `document_to_wire` and `document_from_wire` are for keeping what was read.

To add a format, write a function that takes a `Source` and yields passages, facts and faults, give it a row in `_table`
and teach `_detect` its first bytes. Limits, cleaning, failures and places inside other files are dealt with around it.
It must only never believe a number that a file gives (`_xml.number`), never unpack but through `_archive.Package`, and
never recurse.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._collect import clean
    from ._faults import UnreadableError
    from ._open import open_evidence
    from ._plugins import digest_for, reader_name
    from ._service import read_documents
    from ._table import BUILT_IN, load_readers
    from ._task import read_document
    from ._wire import document_from_wire, document_to_wire, limits_from_wire, limits_to_wire

__all__ = [
    "BUILT_IN",
    "UnreadableError",
    "clean",
    "digest_for",
    "document_from_wire",
    "document_to_wire",
    "limits_from_wire",
    "limits_to_wire",
    "load_readers",
    "open_evidence",
    "read_document",
    "read_documents",
    "reader_name",
]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    __getattr__ = imported_on_use(
        __name__,
        {
            "_collect": "clean",
            "_faults": "UnreadableError",
            "_open": "open_evidence",
            "_plugins": "digest_for reader_name",
            "_table": "BUILT_IN load_readers",
            "_task": "read_document",
            "_wire": "document_from_wire document_to_wire limits_from_wire limits_to_wire",
            "_service": "read_documents",
        },
    )
