"""The profile as one HTML file: nothing to install, nothing fetched, made to be read, printed and signed."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import ClassVar

from attrs import frozen
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from readiness._resources import shipped
from readiness.model import EvidenceProfile, Rag, Status

from . import _svg, _text
from ._page import page_view

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
        """Return UTF-8 HTML that needs nothing from elsewhere, and works as well without its script."""
        shown = page_view(profile)
        html = environment().get_template("page.html").render(page=shown)
        return f"{_tight(html) if shown.folded else html}\n".encode()


def _tight(html: str) -> str:
    """Return a page without the line ends between its tags, which a browser would keep as so many pieces of text."""
    head, body, rest = html.partition('<body class="large">')
    content, script, end = rest.rpartition("<script>")
    return "".join((head, body, re.sub(r">\n+<", "><", content), script, end))


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
        "csp_hash": csp_hash,
        "css_string": css_string,
        "day": _text.day,
        "fact_basis": _text.fact_basis_words,
        "kinds": _text.kinds_words,
        "lead": _text.lead,
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
    return value if isinstance(value, Markup) else _text.visible(str(value))


def csp_hash(text: str) -> str:
    """
    Return what a content security policy knows a script or a style sheet of the page by.

    >>> csp_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def css_string(text: str) -> Markup:
    r"""
    Return *text* as a quoted string of a style sheet that can end neither the string nor the sheet.

    >>> print(css_string('a"</style>'))
    "a\22 \3c \2f style\3e "
    """
    safe = re.sub(r"[^A-Za-z0-9 .,]", lambda found: f"\\{ord(found[0]):x} ", _text.visible(text))
    return Markup(f'"{safe}"')  # noqa: S704 - letters, digits and escapes only
