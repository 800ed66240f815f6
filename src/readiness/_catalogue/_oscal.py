"""Read a catalogue that somebody publishes in OSCAL, the format of NIST for lists of controls."""

from __future__ import annotations

import re
from pathlib import Path

from readiness._words import counted
from readiness.exceptions import CatalogueError, Problem
from readiness.model import Catalogue, Source

from ._check import check_criteria
from ._oscal_controls import SOURCE, Controls, Home
from ._oscal_file import read_tree
from ._oscal_node import Book, Node
from ._oscal_text import Prose, params_of

_ROOT = "catalog"
_OTHERS = {
    "profile": "a profile, which only points at a catalogue; resolve it with an OSCAL tool and give what comes out",
    "component-definition": "a component definition",
    "system-security-plan": "a system security plan",
    "assessment-plan": "an assessment plan",
    "assessment-results": "assessment results",
    "plan-of-action-and-milestones": "a plan of action and milestones",
    "mapping-collection": "a collection of mappings",
}


def read_oscal(path: Path) -> Catalogue:
    """
    Return the catalogue in a file of OSCAL; it names no rules and no assessments, as OSCAL has neither.

    Args:
        path: a file that ends in ``.json``, ``.yaml``, ``.yml`` or ``.xml``.

    Raises:
        CatalogueError: with every problem, each with its path inside the file.
    """
    name = str(path)
    tree, problem = read_tree(path, name)
    problem = problem or _wrong_root(tree, name)
    if problem is not None:
        raise CatalogueError([problem])
    book = Book(name)
    catalogue = _catalogue(Node(tree[_ROOT], "", 0, book), path.name)
    problems = [*book.problems, *_fit(catalogue, name, sound=not book.problems)]
    if problems:
        raise CatalogueError(problems)
    return catalogue


def _wrong_root(tree: dict[str, object], name: str) -> Problem | None:
    if isinstance(tree.get(_ROOT), dict):
        return None
    found = next((words for key, words in _OTHERS.items() if key in tree), "")
    if found:
        return Problem(name, f"is OSCAL, but {found}; a catalogue begins with {_ROOT!r}")
    return Problem(name, f"is not an OSCAL catalogue: it does not begin with {_ROOT!r}")


def _fit(catalogue: Catalogue, name: str, *, sound: bool) -> list[Problem]:
    """Return what does not fit together, once all of it could be read."""
    if not sound:
        return []
    if not catalogue.criteria:
        return [Problem(name, "holds no controls that are still asked for, so there is nothing to judge by")]
    return [one._replace(file=name) for one in check_criteria(catalogue, catalogue.criteria, every=True)]


def _catalogue(root: Node, file: str) -> Catalogue:
    head = root.node("metadata") or Node({}, "metadata", 1, root.book)
    title, version = head.line("title", needed=True), head.word("version", needed=True)
    _supported(head)
    controls = Controls(Prose(params_of(root)), file)
    controls.walk(root, Home())
    ordered = [one for _, one in sorted(controls.criteria, key=lambda placed: placed[0])]
    own = next(iter(head.own("id")), "")
    return Catalogue(
        id=own or _short(title),
        title=title,
        version=version,
        about=_remarks(head) if own else _about(head, controls),
        strands=tuple(controls.strands),
        sources=(Source(id=SOURCE, title=f"{title}, version {version}"),),
        withdrawn=tuple(controls.withdrawn),
        criteria=tuple(ordered),
    )


def _supported(head: Node) -> None:
    version = head.text("oscal-version", needed=True)
    if version and not re.match(r"v?1\.\d", version):
        head.problem("oscal-version", f"expected a version of OSCAL 1, found {version!r}; convert the file first")


def _about(head: Node, controls: Controls) -> str:
    changed = head.text("last-modified").partition("T")[0]
    origin = (
        f"Read from a catalogue in OSCAL {head.text('oscal-version')}{f', last changed {changed}' if changed else ''}."
    )
    chosen = "What an organisation has to choose for itself stands in square brackets."
    gone = counted(len(controls.withdrawn), "control is", "controls are")
    left_out = f"{gone} withdrawn and left out." if controls.withdrawn else ""
    return " ".join(one for one in (origin, chosen, left_out, _remarks(head)) if one)


def _remarks(head: Node) -> str:
    return "\n".join(Prose({}).lines(head.text("remarks")))


def _short(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.casefold())
    return "-".join(words)[:60].rstrip("-") or "catalogue"
