"""Office Open XML packages: which part is related to which, and what the properties say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple, cast

from readiness.model import DocumentFacts

from ._archive import Package
from ._xml import attributes_of, events, number

_CORE = {"title": "title", "creator": "author", "created": "created", "modified": "modified"}
_WORKSHEETS = "/worksheets/"  # no part is called so
_PAGES = {"Pages", "Slides"}


class Relation(NamedTuple):
    """A part, or an address, that another part points to: the last word of its type, its name, and its id there."""

    kind: str
    target: str
    id: str
    external: bool


def relations(package: Package, part: str) -> list[Relation]:
    """Return what *part* points to; the package itself if it is empty. A missing list means nothing."""
    if part not in package.seen:
        package.seen[part] = _relations(package, part)
    return cast("list[Relation]", package.seen[part])


def _relations(package: Package, part: str) -> list[Relation]:
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in package:
        return []
    with package.open(listing) as stream:
        return [_relation(folder, attributes) for attributes in attributes_of(stream, "Relationship")]


def main_part(package: Package, usual: str) -> str:
    """Return the name of the part that holds the document itself."""
    for relation in relations(package, ""):
        if relation.kind == "officeDocument" and relation.target in package:
            return relation.target
    return usual


def worksheets(package: Package) -> Iterator[tuple[str, str]]:
    """Yield name and part of each sheet that has cells, in the order of the workbook."""
    if _WORKSHEETS not in package.seen:
        package.seen[_WORKSHEETS] = list(_worksheets(package))
    yield from cast("list[tuple[str, str]]", package.seen[_WORKSHEETS])


def _worksheets(package: Package) -> Iterator[tuple[str, str]]:
    main = main_part(package, "xl/workbook.xml")
    related = {one.id: one for one in relations(package, main)}
    with package.open(main) as stream:
        sheets = attributes_of(stream, "sheet")
    for attributes in sheets:
        relation = related.get(attributes.get("id", ""))
        if relation and relation.kind == "worksheet" and relation.target in package:
            yield attributes.get("name", ""), relation.target


def package_facts(package: Package) -> Iterator[DocumentFacts]:
    """Yield what the properties say, and whether there is program code."""
    kinds = {relation.kind: relation.target for relation in relations(package, "")}
    core = kinds.get("core-properties", "docProps/core.xml")
    if core in package:
        yield _core_facts(package, core)
    if "docProps/app.xml" in package:
        pages = dict(_leaves(package, "docProps/app.xml"))
        count = next((number(pages[name], 0) for name in _PAGES if name in pages), 0)
        yield DocumentFacts(page_count=count or None)
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield DocumentFacts(macros=True)


def _core_facts(package: Package, core: str) -> DocumentFacts:
    said: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    for name, text in _leaves(package, core):
        if name in _CORE:
            said[_CORE[name]] = text
        else:
            others.append((name, text))
    if "docProps/custom.xml" in package:
        others.extend(_custom(package))
    return DocumentFacts(**said, properties=tuple(others))  # type: ignore[arg-type]


def _leaves(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of each element that holds text."""
    text = ""
    with package.open(part) as stream:
        for kind, value, _ in events(stream):
            if kind == "text":
                text += value
                continue
            if kind == "end" and text.strip():
                yield value, text.strip()
            text = ""


def _custom(package: Package) -> Iterator[tuple[str, str]]:
    """Yield name and value of each property that people or programs added."""
    name = text = ""
    with package.open("docProps/custom.xml") as stream:
        for kind, value, attributes in events(stream):
            if kind == "text":
                text += value
            elif kind == "start" and value == "property":
                name, text = attributes.get("name", ""), ""
            elif kind == "end" and value == "property" and text.strip():
                yield name, text.strip()


def _relation(folder: str, attributes: dict[str, str]) -> Relation:
    target = attributes.get("Target", "")
    external = attributes.get("TargetMode") == "External"
    if not external:
        target = target.lstrip("/") if target.startswith("/") else _below(folder, target)
    kind = attributes.get("Type", "").rpartition("/")[2]
    return Relation(kind, target, attributes.get("Id", ""), external)


def _below(folder: str, target: str) -> str:
    """Return the name of a part by its way from a folder; most ways lead straight down."""
    if not target or target[0] == "." or target[-1] == "/" or "//" in target or "/." in target:
        return posixpath.normpath(posixpath.join(folder, target))
    return f"{folder}/{target}" if folder else target
