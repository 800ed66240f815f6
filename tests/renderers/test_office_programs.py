"""LibreOffice opens what is handed over and lays it out; in CI it has to be there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import samples

from readiness._registry import renderers

pytestmark = pytest.mark.slow
FORMS = ("docx", "odt")
PROFILES = {
    "full": samples.full,
    "empty": samples.empty,
    "hostile": lambda: samples.saying(lambda text: samples.NASTY[:-4_600] + text),
}
"""Words of 400 letters everywhere: with those of 5,000 it would lay out 400 pages."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the text of each page of each document as LibreOffice prints it, by the name of the document."""
    program = shutil.which("soffice")
    if program is None:
        assert not os.environ.get("CI"), "CI installs LibreOffice, and has to find it"
        pytest.skip("LibreOffice is not installed")
    place = tmp_path_factory.mktemp("office")
    files = [place / f"{name}-{form}.{form}" for name in PROFILES for form in FORMS]
    for path in files:
        name, form = path.stem.split("-")
        path.write_bytes(renderers.get(form)().render(PROFILES[name]()))
    settings = f"-env:UserInstallation={(place / 'settings').as_uri()}"
    command = [program, "--headless", settings, "--convert-to", "pdf", "--outdir", str(place), *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=240)
    said = [line for line in done.stderr.splitlines() if "javaldx" not in line]  # it can do without Java
    assert said == []
    assert done.stdout.count("using filter : writer_pdf_Export") == len(files)
    return {path.stem: _pages(path.with_suffix(".pdf")) for path in files}


def _pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("form", FORMS)
def test_every_page_has_its_number_and_every_table_its_head(form: str, printed: dict[str, list[str]]) -> None:
    """Header, footer and repeated heads are where a reader needs them."""
    pages = printed[f"full-{form}"]

    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Isle of Somewhere Council" in text
    assert sum("Signature" in one for one in pages) == 1
    assert 8 <= len(pages) <= 16


def test_the_contents_of_an_opendocument_text_have_true_page_numbers(printed: dict[str, list[str]]) -> None:
    """The number beside a heading is that of the page it stands on."""
    pages = printed["full-odt"]
    (contents,) = [one for one in pages if "Contents" in one.splitlines()[1:3] or "Contents\r\n" in one][:1]
    found = re.search(r"Sign-off\W*?(\d+)\b", contents)

    assert found
    assert "To be filled in by hand" in pages[int(found[1]) - 1]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_cut_off(form: str, printed: dict[str, list[str]]) -> None:
    """Words of 400 letters run over lines and pages; the last words of each are still there."""
    whole = "".join("".join(printed[f"hostile-{form}"]).split())

    assert "xClaimadocumentthatshowsit." in whole
    assert "xThefeedopensinJuly." in whole
    assert "Sign-off" in whole


@pytest.mark.parametrize("form", FORMS)
def test_a_profile_of_nothing_is_still_a_document(form: str, printed: dict[str, list[str]]) -> None:
    """It says that nothing is in scope."""
    assert "No criterion is in scope." in "".join(printed[f"empty-{form}"])
