"""Suggestions as one page, to be read, printed and ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from readiness._version import __version__
from readiness.model import Criterion, Phrasing, Suggestions

from ._html import NO_TEMPLATES, rendered
from ._suggestions import PASSED_OVER, percent, why
from ._text import visible


def suggestions_page(
    found: Suggestions,
    criteria: Iterable[Criterion],
    *,
    folder: str,
    templates: Mapping[str, str] = NO_TEMPLATES,
    templates_folder: str = "",
) -> bytes:
    """
    Return UTF-8 HTML that needs nothing else and runs no script.

    Args:
        found: from `readiness.suggest`.
        criteria: of the catalogue.
        folder: name of the folder that was looked through.
        templates: text of somebody's own templates by name.
        templates_folder: where they stand, for messages.

    Raises:
        InputError: one of *templates* is broken, with its line.
    """
    groups = [
        (criterion, rows)
        for criterion in criteria
        if (rows := [one for one in found.rows if one.criterion == criterion.id])
    ]
    told = {"found": found, "groups": groups, "folder": folder, "generator": f"readiness {__version__}"}
    told |= {"percent": percent, "why": why, "marked": marked}
    told |= {"passed_over": [*zip(found.passed_over, found.sorts, strict=True)], "of_these": PASSED_OVER}
    return f"{rendered('suggestions.html', templates, templates_folder, Phrasing(), **told)}\n".encode()


def marked(quote: str, terms: Iterable[str]) -> Markup:
    """
    Return a quote with the terms of the criterion in it marked, everything escaped.

    >>> print(marked("a <lost> token", ["token"]))
    a &lt;lost&gt; <mark>token</mark>
    """
    text = visible(quote)
    spans: list[tuple[int, int]] = []
    for term in sorted({visible(one) for one in terms if one}, key=lambda one: (-len(one), one)):
        at = text.find(term)
        if at >= 0 and all(at >= end or at + len(term) <= start for start, end in spans):
            spans.append((at, at + len(term)))
    out, last = Markup(), 0
    for start, end in sorted(spans):
        out += escape(text[last:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        last = end
    return out + escape(text[last:])
