"""From the folder of sources to the bytes of every document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from .docx import docx
from .mail import mail
from .model import Source
from .odf import fodt, odt
from .odp import odp
from .ods import ods
from .packing import packed
from .pdf import pdf
from .plain import commas, markdown, tabs, txt, web_page
from .pptx import pptx
from .rtf import rtf
from .scan import scan
from .source import read_source
from .xlsx import xlsx

_WRITERS: Mapping[str, Callable[[Source], bytes]] = {
    "docx": docx,
    "odt": odt,
    "fodt": fodt,
    "rtf": rtf,
    "pdf": pdf,
    "xlsx": xlsx,
    "ods": ods,
    "csv": commas,
    "tsv": tabs,
    "pptx": pptx,
    "odp": odp,
    "html": web_page,
    "md": markdown,
    "txt": txt,
}


def made_documents(place: Path, *, earlier: bool = False) -> dict[str, bytes]:
    """
    Return the bytes of every document by its path in the evidence folder.

    Args:
        place: holds ``documents``, whose files are called as the document with ``.txt`` after it; ``earlier``, with
            documents as they once were; and ``inside``, with what goes into letters and packed folders.
        earlier: make the documents that have changed as they were before.
    """
    sources: dict[str, Path] = {}
    for root in [place / "documents", *([place / "earlier"] if earlier else [])]:
        sources |= {path.relative_to(root).with_suffix("").as_posix(): path for path in root.rglob("*.txt")}
    return {name: _made(sources[name], place / "inside") for name in sorted(sources)}


def _made(path: Path, inside: Path) -> bytes:
    source = read_source(path)
    kind = path.stem.rpartition(".")[2]
    if kind in {"eml", "zip"}:
        parts = {name: _made(inside / f"{name}.txt", inside) for name in source.more["inside"]}
        return mail(source, parts) if kind == "eml" else packed(parts)
    data = scan(source) if source.more.get("scanned") else _WRITERS[kind](source)
    return data[: int(len(data) * source.more["cut"])] if "cut" in source.more else data
