"""The profile as one HTML file: nothing to install, nothing fetched, made to be read, printed and signed."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any, ClassVar

from attrs import field, frozen
from jinja2 import Environment, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from readiness._resources import shipped
from readiness.exceptions import InputError
from readiness.model import Decision, EvidenceProfile, Phrasing, Rag, Status

from . import _svg, _text
from ._drawn_svg import svg
from ._page import PageView, page_view
from ._template_mistakes import mistake

NO_TEMPLATES: Mapping[str, str] = MappingProxyType({})
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

    Attributes:
        templates: text of templates by name, which take the place of the shipped ones of the same name.
        folder: where they stand, for messages.

    >>> HtmlRenderer().suffix
    '.html'
    """

    suffix: ClassVar[str] = ".html"
    worded: ClassVar[bool] = True
    templates: Mapping[str, str] = field(factory=dict, hash=False)
    folder: str = ""

    def render(self, profile: EvidenceProfile) -> bytes:
        """
        Return UTF-8 HTML that needs nothing from elsewhere, and works as well without its script.

        Raises:
            InputError: a template of `templates` is broken, with its line.
        """
        shown = page_view(profile)
        html = self._rendered(shown)
        return f"{_tight(html) if shown.folded else html}\n".encode()

    def _rendered(self, shown: PageView) -> str:
        return rendered("page.html", self.templates, self.folder, shown.view.profile.phrasing, page=shown)


def rendered(name: str, templates: Mapping[str, str], folder: str, phrasing: Phrasing, /, **values: object) -> str:
    """
    Return a page.

    Args:
        name: of the template.
        templates: text of somebody's own templates by name.
        folder: where they stand, for messages.
        phrasing: in which words.
        values: what the template is given.

    Raises:
        InputError: one of *templates* is broken, with its line.
    """
    if not templates:
        made = _environment(phrasing) if phrasing.words else environment()
        return made.get_template(name).render(**values)
    try:
        return own_environment(templates, phrasing).get_template(name).render(**values)
    except Exception as error:
        raise InputError([mistake(error, templates, folder)]) from error


def _tight(html: str) -> str:
    """
    Return a page that a browser takes in much faster.

    Line ends between tags would be kept as so many pieces of text, and letters beyond ASCII cost the whole page
    twice the room and a slow way through the decoder; written as numbers they cost nothing.
    """
    head, body, rest = html.partition('<body class="large">')
    content, script, end = rest.rpartition("<script>")
    plain = re.sub(r">\n+<", "><", content).encode("ascii", "xmlcharrefreplace").decode("ascii")
    return f"{head}{body}{plain}{script}{end}"


@cache
def environment() -> Environment:
    """Return what templates are rendered with: everything escaped, nothing undefined passed over."""
    return _environment(Phrasing())


def _environment(phrasing: Phrasing) -> Environment:
    return _furnished(Environment(loader=FunctionLoader(_template), autoescape=True, **_OPTIONS), phrasing)


def own_environment(templates: Mapping[str, str], phrasing: Phrasing) -> Environment:
    """Return the same for somebody else's templates: they can call nothing that could harm, and change no value."""

    def load(name: str) -> tuple[str, str, None] | None:
        text = templates[name] if name in templates else _template(name)
        return None if text is None else (text, name, None)

    return _furnished(ImmutableSandboxedEnvironment(loader=FunctionLoader(load), autoescape=True, **_OPTIONS), phrasing)


def _furnished(environment: Environment, phrasing: Phrasing) -> Environment:
    """Return *environment* with the filters and tests of the templates."""
    environment.filters |= {
        "count": _text.count,
        "csp_hash": csp_hash,
        "css_string": css_string,
        "day": _text.day,
        "decision": phrasing.decision,
        "fact_basis": _text.fact_basis_words,
        "heading": phrasing.heading,
        "kinds": _text.kinds_words,
        "lead": _text.lead,
        "link_basis": _text.link_basis_words,
        "partial_day": _text.partial_day,
        "plan_day": _text.plan_day,
        "progress_source": _text.progress_source,
        "rag": _text.rag_words,
        "reason": phrasing.reason,
        "shares": shares,
        "shortened": _text.shortened,
        "size": _text.size,
        "standing": phrasing.status,
        "status": phrasing.label,
        "svg": lambda drawing: Markup(svg(drawing)),  # noqa: S704 - every text in it is escaped
        "takes": partial(_text.takes, phrasing=phrasing),
        "topic": _text.topic_words,
    }
    environment.tests["web_address"] = _text.web_address
    environment.globals |= {
        "Decision": Decision,
        "Status": Status,
        "Rag": Rag,
        "width": _svg.WIDTH,
        "rag_shapes": _RAG_SHAPES,
    }
    return environment


def _template(name: str) -> str | None:
    found = shipped("templates").joinpath("profile", name)
    return found.read_text("utf-8") if found.is_file() else None


def _shown(value: object) -> object:
    """Return what a template prints for *value*: text with nothing invisible in it."""
    return value if isinstance(value, Markup) else _text.visible(str(value))


_OPTIONS: dict[str, Any] = {
    "undefined": StrictUndefined,
    "finalize": _shown,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


def csp_hash(text: str) -> str:
    """
    Return what a content security policy knows a script or a style sheet of the page by.

    >>> csp_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def shares(widths: Iterable[float]) -> tuple[int, ...]:
    """
    Return how wide columns are, in whole per cent of their table.

    >>> shares((1, 3)), shares(())
    ((25, 75), ())
    """
    every = tuple(widths)
    return tuple(round(100 * width / sum(every)) for width in every)


def css_string(text: str) -> Markup:
    r"""
    Return *text* as a quoted string of a style sheet that can end neither the string nor the sheet.

    >>> print(css_string('a"</style>'))
    "a\22 \3c \2f style\3e "
    """
    safe = re.sub(r"[^A-Za-z0-9 .,]", lambda found: f"\\{ord(found[0]):x} ", _text.visible(text))
    return Markup(f'"{safe}"')  # noqa: S704 - letters, digits and escapes only
