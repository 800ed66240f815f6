"""
Settings of the site: `make docs` builds it into ``build/docs``.

The pages are plain Markdown, to be read on a code host as well. The index, ``docs/README.md``, is the table of
contents: each heading with the list of links below it becomes a part of the navigation.
"""

# ruff: noqa: INP001 - read by the site's generator
from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from readiness import __version__

project = "readiness"
version = release = __version__
html_title = f"readiness {__version__}"
author = "The readiness authors"
project_copyright = author

extensions = ["myst_parser"]
root_doc = "README"
exclude_patterns = ["**/_*"]
myst_heading_anchors = 4
myst_links_external_new_tab = False
suppress_warnings: list[str] = []
nitpicky = True

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_use_index = False
html_permalinks_icon = "#"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1d5a8a", "color-brand-content": "#1d5a8a"},
    "dark_css_variables": {"color-brand-primary": "#7fb8e6", "color-brand-content": "#7fb8e6"},
    "footer_icons": [],
}
pygments_style = "default"
pygments_dark_style = "github-dark"

_PART = re.compile(r"^## (?P<caption>.+)\n\n(?P<links>(?:- .*\n)+)", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#]+)\.md\)")
_MENDED = {
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Pages">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}
"""What the theme leaves out, by what it writes."""


def _with_contents(_: Any, docname: str, source: list[str]) -> None:
    """Add to the index a table of contents, made of the links that stand in it."""
    if docname != root_doc:
        return
    parts = []
    for part in _PART.finditer(source[0]):
        pages = "\n".join(_LINK.findall(part["links"]))
        parts.append(f"```{{toctree}}\n:hidden:\n:caption: {part['caption']}\n\n{pages}\n```\n")
    source[0] += "\n" + "\n".join(parts)


def _finish(app: Any, exception: Exception | None) -> None:
    """Mend what keyboards and screen readers stumble over, and give the index the name that a server looks for."""
    if exception is not None or app.builder.name != "html":
        return
    for page in Path(app.outdir).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for found, better in _MENDED.items():
            text = text.replace(found, better)
        page.write_text(text, encoding="utf-8")
    shutil.copyfile(Path(app.outdir) / f"{root_doc}.html", Path(app.outdir) / "index.html")


def setup(app: Any) -> None:
    """Connect the two functions above."""
    app.connect("source-read", _with_contents)
    app.connect("build-finished", _finish)
