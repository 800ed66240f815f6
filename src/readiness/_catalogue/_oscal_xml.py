"""OSCAL in XML, made into the tree that its JSON would give. No entities, no document types, no recursion."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.parsers.expat import ExpatError

from attrs import Factory, define

from readiness._oscal import escaped
from readiness._readers._faults import UnreadableError
from readiness._readers._xml import events

from ._oscal_file import NotReadableError, Tree

_LISTS = {
    "group": "groups",
    "control": "controls",
    "param": "params",
    "part": "parts",
    "prop": "props",
    "link": "links",
}
_OBJECTS = frozenset({"metadata", "select"})
_LINES = frozenset({"title", "label", "remarks"})
_VALUES = frozenset({"version", "oscal-version", "last-modified"})
_LISTED = {"value": "values", "choice": "choice"}
_PROSE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote", "img"})
_ATTRIBUTES = frozenset({"id", "class", "name", "ns", "value", "href", "rel", "how-many"})
_SPACE = re.compile(r"\s+")
_BREAK, _INSERT = "\1", "\0"  # neither can stand in XML
_MARKS = {"q": ('"',)} | dict.fromkeys((*_PROSE, "li", "tr", "br"), (_BREAK,))


def xml_tree(raw: bytes) -> Tree:
    """
    Return the tree of an XML file, its prose as Markdown.

    Raises:
        NotReadableError: it is not well formed, or declares a document type.
    """
    builder = _Builder()
    try:
        for kind, value, attributes in events(io.BytesIO(raw)):
            builder.take(kind, value, attributes)
    except ExpatError as error:
        said = str(error).partition(":")[0]
        raise NotReadableError(f"not valid XML: {said}", error.lineno) from None
    except UnreadableError:
        raise NotReadableError("declares an XML document type (DOCTYPE), which is not safe to follow") from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise NotReadableError(f"not valid XML: {error}") from None
    return builder.root


@define
class _Open:
    """An element that has begun: an object, a text with the place it goes to, or something passed over."""

    tree: Tree | None = None
    home: Tree | None = None
    key: str = ""
    pieces: list[str] | None = None


@define
class _Builder:
    """The tree so far, and the elements that are open, innermost last."""

    root: Tree = Factory(dict)
    open: list[_Open] = Factory(list)
    skipped: int = 0

    def take(self, kind: str, value: str, attributes: dict[str, str]) -> None:
        """Take the next event."""
        if kind == "text":
            if not self.skipped and self.open and self.open[-1].pieces is not None:
                self.open[-1].pieces.append(value)
        elif self.skipped:
            self.skipped += 1 if kind == "start" else -1
        elif kind == "end":
            self._close()
        elif self.open and self.open[-1].pieces is not None:
            self._inside_text(value, attributes)
        else:
            self._begin(value, attributes)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        parent = self.open[-1].tree if self.open else self.root
        if parent is None:
            self.skipped = 1
        elif not self.open or name in _OBJECTS:
            self._object(parent.setdefault(name, {}), attributes)
        elif name in _LISTS:
            tree: Tree = {}
            parent.setdefault(_LISTS[name], []).append(tree)
            self._object(tree, attributes)
        elif name in _LINES | _VALUES:
            self.open.append(_Open(home=parent, key=name, pieces=[]))
        elif name in _LISTED:
            self.open.append(_Open(home=parent, key=_LISTED[name], pieces=[]))
        elif name in _PROSE:
            self.open.append(_Open(home=parent, key="prose", pieces=[]))
        else:
            self.skipped = 1

    def _object(self, tree: Any, attributes: dict[str, str]) -> None:
        tree.update({name: value for name, value in attributes.items() if name in _ATTRIBUTES})
        self.open.append(_Open(tree=tree))

    def _inside_text(self, name: str, attributes: dict[str, str]) -> None:
        """Go on with a text; what is inside it only leaves its mark."""
        outer = self.open[-1]
        if outer.pieces is not None:
            if name == "insert":
                outer.pieces.append(f"{_INSERT}{attributes.get('id-ref', '')}{_INSERT}")
            else:
                outer.pieces += _MARKS.get(name, ())
        self.open.append(_Open(home=None, key=name, pieces=outer.pieces))

    def _close(self) -> None:
        done = self.open.pop()
        if done.tree is not None and "prose" in done.tree:
            done.tree["prose"] = _joined(done.tree["prose"])
        if done.pieces is None:
            return
        if done.home is None:
            done.pieces += _MARKS.get(done.key, ())
        elif done.key == "prose":
            done.home.setdefault("prose", []).extend([*done.pieces, _BREAK])
        elif done.key in _LISTED.values():
            done.home.setdefault(done.key, []).append(_joined(done.pieces))
        else:
            done.home[done.key] = "".join(done.pieces).strip() if done.key in _VALUES else _joined(done.pieces)


def _joined(pieces: list[str]) -> str:
    """Return a text as Markdown, its white space put in order."""
    paragraphs = _SPACE.sub(" ", "".join(pieces)).split(_BREAK)
    return "\n\n".join(_paragraph(one.strip()) for one in paragraphs if one.strip())


def _paragraph(text: str) -> str:
    """Return one paragraph as Markdown; every second piece of it is the id of a parameter."""
    pieces = enumerate(text.split(_INSERT))
    return "".join(f"{{{{ insert: param, {one} }}}}" if number % 2 else escaped(one) for number, one in pieces)
