"""The formats that are read without any plug-in: one row each."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import cast

from attrs import frozen

from readiness.model import ReadItem

from ._source import Source


@frozen
class BuiltIn:
    """
    One format.

    Attributes:
        format: its name.
        suffixes: the suffixes that promise it, with the dot, the usual one first.
        function: import string of the function that reads it, relative to this package.
        version: raised whenever the same bytes give other passages.
        native: a library in machine code reads it, which a hostile file can make end the process.
        second_try: worth another, careful try after the first ended its process: what is inside it may be to blame.
    """

    format: str
    suffixes: tuple[str, ...]
    function: str
    version: int = 3
    native: bool = False
    second_try: bool = False

    def load(self) -> Callable[[Source], Iterator[ReadItem]]:
        """Load the reader, and only this one; its docstring is its page in the reference."""
        module, _, name = self.function.partition(":")
        return cast("Callable[[Source], Iterator[ReadItem]]", getattr(import_module(f"{__package__}.{module}"), name))

    def read(self, source: Source) -> Iterator[ReadItem]:
        """Let the reader read."""
        return self.load()(source)


BUILT_IN = {
    row.format: row
    for row in (
        BuiltIn("docx", (".docx", ".docm", ".dotx", ".dotm"), "_docx:read", version=4, second_try=True),
        BuiltIn("doc", (".doc", ".dot"), "_doc:read", second_try=True),
        BuiltIn("odt", (".odt", ".ott"), "_odf:read_packed", second_try=True),
        BuiltIn("fodt", (".fodt",), "_odf:read_flat"),
        BuiltIn("rtf", (".rtf",), "_rtf:read"),
        BuiltIn("pdf", (".pdf",), "_pdf:read", native=True),
        BuiltIn("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"), "_workbook:read_xlsx", second_try=True),
        BuiltIn("xlsb", (".xlsb",), "_workbook:read_xlsb", native=True),
        BuiltIn("xls", (".xls", ".xlt"), "_workbook:read_xls", native=True),
        BuiltIn("ods", (".ods", ".ots"), "_ods:read_packed", second_try=True),
        BuiltIn("fods", (".fods",), "_ods:read_flat"),
        BuiltIn("csv", (".csv",), "_csv:read_csv"),
        BuiltIn("tsv", (".tsv", ".tab"), "_csv:read_tsv"),
        BuiltIn("pptx", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx"), "_pptx:read", second_try=True),
        BuiltIn("ppt", (".ppt", ".pps", ".pot"), "_ppt:read"),
        BuiltIn("odp", (".odp", ".otp"), "_odf:read_packed_deck", second_try=True),
        BuiltIn("fodp", (".fodp",), "_odf:read_flat_deck"),
        BuiltIn("html", (".html", ".htm", ".xhtml"), "_html:read", version=4),
        BuiltIn("eml", (".eml", ".mht", ".mhtml"), "_eml:read", second_try=True),
        BuiltIn("msg", (".msg",), "_msg:read", second_try=True),
        BuiltIn("md", (".md", ".markdown"), "_text:read_markdown"),
        BuiltIn("txt", (".txt", ".text", ".log"), "_text:read_text"),
        BuiltIn("zip", (".zip",), "_zip:read", second_try=True, version=2),
    )
}

FORMAT_OF_SUFFIX = {suffix: row.format for row in BUILT_IN.values() for suffix in row.suffixes}


READERS_DIGEST = f"{zlib.crc32(' '.join(f'{one.format}/{one.version}' for one in BUILT_IN.values()).encode()):08x}"
"""Changes whenever a reader does, so that what an older one gave is not taken for what this one would give."""


def load_readers(suffixes: Iterable[str]) -> None:
    """Load the readers that files of these suffixes will most likely need; any other is loaded when it is."""
    for suffix in suffixes:
        if format_ := FORMAT_OF_SUFFIX.get(suffix):
            BUILT_IN[format_].load()
