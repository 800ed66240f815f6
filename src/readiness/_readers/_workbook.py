"""Excel workbooks: one passage a row, with the range of cells it fills."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

import python_calamine

from readiness.model import DocumentFacts, Fault, ReadFault, ReadItem, ReadLimits

from ._archive import Package
from ._cells import cell_text, row_passage
from ._embedded import embedded_documents
from ._faults import UnreadableError, fault_of
from ._margins import sheet_margins
from ._ole import ole_facts
from ._ole_objects import embedded_objects
from ._opc import package_facts, worksheets
from ._sheet_extras import sheet_extras
from ._source import Budget, Source
from ._xls_extras import xls_extras
from ._xlsx_stream import streamed_rows

_MOST_CELLS = 20_000_000
_TIGHTEST = 1032
"""How many times their size packed bytes can unpack to at the very most."""
_NO_CELLS = re.compile("chart|dialog|macro|worksheet|not found", re.IGNORECASE)


def read_xlsx(source: Source) -> Iterator[ReadItem]:
    """
    Read a workbook of 2007 and later.

    The careful way streams it, so that a sheet of two far cells costs two cells.

    Places:
        sheet and cells of a row, such as `Log!A3:D3`; comment with its author, by sheet and cell; header, footer,
        text box, picture, chart and diagram of a sheet; a file put into the workbook, by its name.

    Facts:
        title, author, dates, sheets, other properties, comments, macros.

    Not read:
        formulas, of which the last result is; errors such as `#REF!`; how numbers are shown, apart from dates.
    """
    package = yield from _opened(source)
    careful = source.careful
    try:
        yield from _unpacked(package, source.limits)
    except UnreadableError:
        careful = True  # it stops at the limit with what it has, where the library would unpack without one
    yield from streamed_rows(package) if careful else _rows(source)
    yield from sheet_extras(package)
    yield from embedded_documents(package, source)


def read_xlsb(source: Source) -> Iterator[ReadItem]:
    """
    Read a binary workbook of 2007 and later.

    Places:
        sheet and cells of a row; a file put into the workbook, by its name.

    Facts:
        title, author, dates, sheets, other properties, macros.

    Not read:
        comments, headers, footers and boxes; and as `xlsx`.
    """
    package = yield from _opened(source)
    yield from _unpacked(package, source.limits)
    yield from _rows(source)
    yield from embedded_documents(package, source)


def _unpacked(package: Package, limits: ReadLimits) -> Iterator[ReadItem]:
    """
    Yield the margins of the sheets, and count what the parts unpack to before the library takes them as they are.

    Raises:
        UnreadableError: it is more than is safe.
    """
    package = package.counted_apart(Budget(limits.unpacked_bytes, limits.entries))
    named = {part.lower(): name for name, part in _sheet_names(package)}
    parts = list(named)
    if package.packed_bytes * _TIGHTEST > limits.part_bytes:
        parts += [
            part for part in map(str.lower, package.names) if part.endswith((".xml", ".bin")) and part not in named
        ]
    for part in parts:
        with package.open(part) as stream:
            yield from sheet_margins(stream, named.get(part, ""))


def _sheet_names(package: Package) -> list[tuple[str, str]]:
    try:
        return list(worksheets(package))
    except Exception:  # noqa: BLE001  # a binary or a damaged list: who reads the cells says so
        return []


def read_xls(source: Source) -> Iterator[ReadItem]:
    """
    Read a workbook of before 2007.

    Places:
        sheet and cells of a row; comment with its author, by sheet and cell; header, footer and text box of a sheet;
        a file put into the workbook, by its name.

    Facts:
        title, author, dates, sheets, other properties, comments, macros.

    Not read:
        charts; an old Office document put into this one, which is reported; and as `xlsx`.
    """
    yield from ole_facts(source)
    yield from _beside(source)
    yield from _rows(source)
    yield from embedded_objects(source)


def _beside(source: Source) -> Iterator[ReadItem]:
    """Yield what an old workbook says beside its cells; damage there must not cost the cells."""
    try:
        yield from xls_extras(source)
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001  # see above
        yield ReadFault(fault_of(error).fault, f"headers, footers and comments: {fault_of(error).detail}")


def _opened(source: Source) -> Generator[ReadItem, None, Package]:
    """Yield what the properties say, and return the package."""
    package = Package(source)
    try:
        yield from package_facts(package)
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001  # bad properties must not cost the cells
        yield ReadFault(Fault.CORRUPT, f"properties: {fault_of(error).detail}")
    return package


def _rows(source: Source) -> Iterator[ReadItem]:
    """Yield the rows of every sheet that has cells."""
    source.file.seek(0)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(source.file)
    except python_calamine.PasswordError as error:
        raise UnreadableError(Fault.ENCRYPTED) from error
    names = workbook.sheet_names
    yield DocumentFacts(page_count=len(names) or None)
    for name in names:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except Exception as error:  # noqa: BLE001  # sheets without cells are refused, in words
            if not _NO_CELLS.search(str(error)):
                yield ReadFault(Fault.CORRUPT, f"sheet {name}: {error}")
            continue
        yield from _sheet_rows(sheet, name)


def _sheet_rows(sheet: python_calamine.CalamineSheet, name: str) -> Iterator[ReadItem]:
    if sheet.start is None:
        return
    if sheet.height * sheet.width > _MOST_CELLS:
        yield ReadFault(Fault.TOO_LARGE, f"sheet {name}: {sheet.height:,} rows of {sheet.width:,} cells")
        return
    left = sheet.start[1]
    for number, row in enumerate(sheet.iter_rows(), start=1):  # from the first row, but from the first filled column
        filled = ((left + index + 1, cell_text(value)) for index, value in enumerate(row) if value != "")
        if passage := row_passage(filled, number, name):
            yield passage
