"""The profile as one HTML file: nothing to install, nothing fetched, made to be read, printed and signed."""

from __future__ import annotations

import re
from functools import cache
from typing import ClassVar

from attrs import frozen
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from readiness._resources import shipped
from readiness.model import EvidenceProfile, Rag, Status

from . import _svg, _text
from ._view import view

_RAG_SHAPES = {
    "green": "met",
    "amber": "partly-met",
    "red": "not-met",
    "grey": "not-assessable",
    "purple": "waived",
    "none": "not-applicable",
}
"""Which shape of the sprite a colour has, so that no colour stands alone."""


@frozen
class HtmlRenderer:
    """
    Write the profile as a self-contained page.

    >>> HtmlRenderer().suffix
    '.html'
    """

    suffix: ClassVar[str] = ".html"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 HTML without scripts, outside styles or pictures from elsewhere."""
        page = environment().get_template("page.html")
        picture = _svg.picture(profile.timeline) if profile.timeline else None
        return f"{page.render(view=view(profile), picture=picture)}\n".encode()


@cache
def environment() -> Environment:
    """Return what templates are rendered with: everything escaped, nothing undefined passed over."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "count": _text.count,
        "css_string": css_string,
        "day": _text.day,
        "fact_basis": _text.fact_basis_words,
        "kinds": _text.kinds_words,
        "link_basis": _text.link_basis_words,
        "partial_day": _text.partial_day,
        "plan_day": _text.plan_day,
        "progress_source": _text.progress_source,
        "rag": _text.rag_words,
        "shortened": _text.shortened,
        "size": _text.size,
        "status": _text.status_words,
        "takes": _text.takes,
        "topic": _text.topic_words,
    }
    environment.tests["web_address"] = _text.web_address
    environment.globals |= {"Status": Status, "Rag": Rag, "width": _svg.WIDTH, "rag_shapes": _RAG_SHAPES}
    return environment


def _template(name: str) -> str | None:
    found = shipped("templates").joinpath("profile", name)
    return found.read_text("utf-8") if found.is_file() else None


def _shown(value: object) -> object:
    """Return what a template prints for *value*: text with nothing invisible in it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _text.visible(value)
    return value


def css_string(text: str) -> Markup:
    r"""
    Return *text* as a quoted string of a style sheet that can end neither the string nor the sheet.

    >>> print(css_string('a"</style>'))
    "a\22 \3c \2f style\3e "
    """
    safe = re.sub(r"[^A-Za-z0-9 .,]", lambda found: f"\\{ord(found[0]):x} ", _text.visible(text))
    return Markup(f'"{safe}"')  # noqa: S704 - letters, digits and escapes only
