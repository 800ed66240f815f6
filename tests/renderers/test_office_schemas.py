"""Word documents and OpenDocument texts held to the schemas of their formats: a strict program opens them, too."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import docx
import pytest
import samples
from test_docx_template import with_part, zipped

from readiness._registry import renderers
from readiness._renderers._docx import DocxRenderer
from readiness._renderers._docx_template import template

if os.environ.get("CI"):
    import openxml_audit
else:
    openxml_audit = pytest.importorskip("openxml_audit", reason="install the test extra to hold documents to schemas")

PROFILES = {
    "full": samples.full,
    "empty": samples.empty,
    "hostile": lambda: samples.saying(lambda text: samples.NASTY[:200] + text),
}
BESIDE = {"fontTable", "theme"}
"""Parts that Microsoft's own program always writes and that its validator asks for; the standard does not."""


def faults(path: Path) -> list[str]:
    """Return what a schema forbids; each part of a Word document, and each shape in it, is looked at."""
    if path.suffix == ".odt":
        validator: Any = openxml_audit.OdfValidator(relaxng_validation=True, require_schema_routes=False)
    else:
        validator = openxml_audit.OpenXmlValidator()
    found = [one for one in validator.validate(path).errors if one.severity.value == "error"]
    needed = {f"'http://schemas.openxmlformats.org/officeDocument/2006/relationships/{one}'" for one in BESIDE}
    return [
        f"{one.part_uri}{one.path}: {one.description}"
        for one in found
        if not any(part in one.description for part in needed)
    ]


@pytest.mark.parametrize("form", ["docx", "odt"])
@pytest.mark.parametrize("name", PROFILES)
def test_its_schema_allows_all_of_it(form: str, name: str, tmp_path: Path) -> None:
    """Paragraphs, tables, links, pictures: whatever the texts are."""
    path = tmp_path / f"profile.{form}"
    path.write_bytes(renderers.get(form)().render(PROFILES[name]()))

    assert faults(path) == []


def test_a_template_with_pictures_is_still_what_its_schema_allows(tmp_path: Path) -> None:
    """Shapes bring their own namespaces along, which a council's template need not have."""
    council = docx.Document()
    council.add_paragraph("{{profile}}")
    stream = io.BytesIO()
    council.save(stream)
    path = tmp_path / "council.docx"
    path.write_bytes(DocxRenderer(template(stream.getvalue(), "council.docx")).render(samples.full()))

    assert [one for one in faults(path) if one.startswith("/word/document.xml")] == []


@pytest.mark.parametrize(
    ("form", "part", "before", "after"),
    [
        ("docx", "word/document.xml", b"<wps:bodyPr/>", b""),
        ("odt", "content.xml", b'text:anchor-type="as-char"', b'text:anchor-type="somewhere"'),
    ],
)
def test_a_fault_is_noticed(form: str, part: str, before: bytes, after: bytes, tmp_path: Path) -> None:
    """Or this file would prove nothing."""
    whole = renderers.get(form)().render(samples.full())
    broken = zipped(whole)[part].replace(before, after, 1)
    path = tmp_path / f"broken.{form}"
    path.write_bytes(with_part(whole, part, broken))

    assert faults(path)
