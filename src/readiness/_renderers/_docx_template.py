"""Somebody's own Word document as a template: opened, and every reason told why it cannot serve."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from readiness.exceptions import InputError, Problem

from ._docx_package import LARGEST, Package, package
from ._docx_places import alone, names
from ._docx_written import CONTENT, OF_A_PROFILE, OF_EVERY_REPORT, place

__all__ = ["LARGEST", "template"]
_KNOWN = (*OF_EVERY_REPORT, *OF_A_PROFILE, CONTENT)


def template(data: bytes, name: str) -> Package:
    """
    Return a Word document as a template.

    Args:
        data: the bytes of a .docx or .dotx file.
        name: what to call it in a problem.

    Raises:
        InputError: with everything that keeps it from being used.
    """
    opened = package(data, name)
    problems = [*_unknown(opened), *_homeless(opened)]
    if problems:
        raise InputError(problems)
    return opened


def _unknown(opened: Package) -> Iterator[Problem]:
    for part in opened.layout:
        for one in sorted(names(opened.text(part)) - {*_KNOWN}):
            near = get_close_matches(one, _KNOWN, n=1)
            hint = f"did you mean {{{{{near[0]}}}}}?" if near else f"there are {', '.join(_KNOWN)}"
            yield Problem(opened.name, f"nothing is called {{{{{one}}}}}; {hint}", _where(opened, part))


def _homeless(opened: Package) -> Iterator[Problem]:
    """Yield what is wrong with the place for the profile."""
    wanted = f"{{{{{CONTENT}}}}}"
    for part in opened.layout:
        text = opened.text(part)
        if CONTENT in names(text) and (part != opened.main or not alone(text, CONTENT)):
            message = f"{wanted} has to be a paragraph of its own in the text, outside tables and boxes"
            yield Problem(opened.name, message, _where(opened, part))
            return
    if not place(opened.text(opened.main)):
        message = f"the document has a text already; add a paragraph {wanted} where the profile is to stand"
        yield Problem(opened.name, message)


def _where(opened: Package, part: str) -> str:
    return "the text" if part == opened.main else "a footer" if part in opened.related("footer") else "a header"
