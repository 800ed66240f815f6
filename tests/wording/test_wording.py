"""An organisation's own words: said wherever people read, never where programs do, refused where they would mislead."""

from __future__ import annotations

import io
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import readiness
from common import Ran, at_most, kept
from readiness._baseline import baseline_of, compare
from readiness._profile import build_profile
from readiness._registry import renderers
from readiness._rendering import Own, renderer_of
from readiness._wording import load_wording, usual_wording
from readiness.exceptions import InputError
from readiness.model import Assessment, Decision, Phrasing, Rag, Reason, Status

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers
from page import Page  # noqa: E402 - as above

ANYSHIRE = ROOT / "evidence" / "anyshire"
PEOPLE = ("docx", "html", "md", "odt", "pdf", "xlsx")
OWN = """\
[decision]
no-go = "NOT READY"

[status]
met = "achieved"
partly-met = "in progress"
not-met = "outstanding"
not-applicable = "out of scope"

[reason]
found-but-stale = "review overdue"

[heading]
gaps = "Our actions"

[next-step]
approved = "Ask the clerk of the board. {fix}"
"""
Run = Callable[..., Ran]
Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return what writes a file of wording."""

    def write(text: str) -> Path:
        path = tmp_path / "ours" / "wording.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        return path

    return write


@pytest.fixture(scope="module")
def march() -> Assessment:
    return readiness.assess_folder(ANYSHIRE, as_of=date(2009, 3, 2), cache=kept())


def text_of(data: bytes, form: str) -> str:
    """Return what a reader of a file meets, without its marks."""
    if form == "pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if form == "html":
        plain = re.sub(r"<(style|script)\b.*?</\1>", "", data.decode(), flags=re.DOTALL)
        said = " ".join(re.findall(r'(?:aria-label|alt|title|data-label)="([^"]*)"', plain))
        return f"{Page(plain.encode()).text} {said}"
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if "xml" in name]
        return re.sub(r"<[^>]*>", " ", " ".join(parts))
    return data.decode()


def said(path: Path | None, march: Assessment, form: str) -> str:
    return " ".join(text_of(readiness.render(march, form, wording=path), form).split())


@pytest.mark.parametrize("form", PEOPLE)
def test_every_form_for_people_says_it(form: str, march: Assessment, written: Written) -> None:
    """Own words are there, the usual ones are not, and it is told which stand for which."""
    found = said(written(OWN), march, form).replace("\N{NO-BREAK SPACE}", " ")
    body = re.sub(r"Some words are not the usual ones.*?Colours and shapes are as ever", "", found)

    for one in (
        "NOT READY",
        "chieved",
        "n progress",
        "utstanding",
        "ut of scope",
        "review overdue",
        "clerk of the board",
    ):
        assert one in body, one
    assert "“outstanding” stands for “not met”" in found
    assert not re.findall(r"\b(?:[Nn]ot met|[Pp]artly met|NO-GO|found but stale|Gaps, what to do first)\b", body)
    assert "Our actions" in body or form == "xlsx"


def test_without_own_words_nothing_changes(march: Assessment, written: Written) -> None:
    """The file to start from says everything as usual, byte for byte."""
    for form in PEOPLE:
        assert readiness.render(march, form) == readiness.render(march, form, wording=written(usual_wording())), form


@pytest.mark.parametrize("form", sorted({*renderers.builtins} - {*PEOPLE}))
def test_no_form_for_programs_takes_it(form: str, march: Assessment, written: Written) -> None:
    """It is refused in words, so that nobody believes that a code could change."""
    with pytest.raises(InputError, match=rf"{form} has no use for templates"):
        readiness.render(march, form, wording=written(OWN))


@pytest.mark.parametrize("form", ["html", "md"])
def test_colours_and_shapes_stay(form: str, march: Assessment, written: Written) -> None:
    """Whatever it is called, red is as red as before, and as often."""
    marks = r'class="tag (\w+)"|#shape-([\w-]+)' if form == "html" else r"\((red|amber|green|grey|purple|no colour)\)"

    usual, own = (
        re.findall(marks, readiness.render(march, form, wording=path).decode()) for path in (None, written(OWN))
    )

    assert usual
    assert usual == own


def test_every_word_of_the_file_is_used(march: Assessment, written: Written) -> None:
    """A word that could be changed and is said nowhere would be a promise that is not kept."""
    lines = usual_wording().splitlines()
    numbers = [at for at, line in enumerate(lines) if re.match(r"[a-z-]+ = ", line)]
    steps = lines.index("[next-step]")
    for at in numbers:
        key, _, rest = lines[at].partition(" = ")
        lines[at] = (
            f'{key} = "zz{at}q {{fix}}"' if at > steps else f'{key} = "zz{at}q{" {due}" if "{due}" in rest else ""}"'
        )
    path = written("\n".join(lines))
    later = readiness.assess_folder(ANYSHIRE, as_of=date(2009, 6, 15), cache=kept())
    everything = re.sub(r"“zz\d+q” stands for", "", " ".join(outputs(path, march, later)))

    unsaid = [lines[at] for at in numbers if f"zz{at}q" not in everything and at < steps]
    assert unsaid == []


def outputs(path: Path, march: Assessment, later: Assessment) -> Iterator[str]:
    """Yield the profile, every report, a comparison and a trend, in own words."""
    own = load_wording(path)
    for form in ("html", "docx"):
        yield text_of(readiness.render(march, form, wording=path), form)
    october = readiness.assess_folder(ROOT / "evidence" / "isle-of-wight", as_of=date(2008, 10, 31), cache=kept())
    part = readiness.assess_folder(ANYSHIRE, as_of=date(2009, 3, 2), only=("OA1",), cache=kept())
    full = samples.full()
    hinted = evolve(full, results=tuple(evolve(one, reasons=(Reason.ONLY_SUGGESTED,)) for one in full.results))
    for profile in (build_profile(october, phrasing=own), build_profile(part, phrasing=own), full, hinted):
        yield text_of(renderer_of("html").render(evolve(profile, phrasing=own)), "html")
    for kind in ("highlight", "board", "actions"):
        yield readiness.render(readiness.report(march, kind, wording=path), "md").decode()
    for note in readiness.owner_reports(march, wording=path).values():
        yield readiness.render(note, "md").decode()
    yield readiness.render(readiness.compare(march, later), "md", wording=path).decode()
    yield readiness.render(readiness.trend([march, later]), "md", wording=path).decode()


WRONG = """\
title = "x"
status = 3
[decision]
go = 3
no-go = "READY"
[reason]
found-but-stale = ""
stale = "old"
[heading]
forecast = "Outlook"
gaps = "Our {x}"
plan = "a\\nb"
[next-step]
approved = "Ask."
apprved = "Ask. {fix}"
"""


def test_every_mistake_is_told_at_once_with_its_line(written: Written) -> None:
    """Unknown tables and words with what may be meant, wrong types, empty words, placeholders."""
    with pytest.raises(InputError) as caught:
        load_wording(written(WRONG))

    assert [(one.line, one.where) for one in caught.value.problems] == [
        (1, "title"),
        (2, "status"),
        (4, "decision.go"),
        (5, "decision.no-go"),
        (7, "reason.found-but-stale"),
        (8, "reason.stale"),
        (10, "heading.forecast"),
        (11, "heading.gaps"),
        (12, "heading.plan"),
        (14, "next-step.approved"),
        (15, "next-step.apprved"),
    ]
    told = {one.where: one.message for one in caught.value.problems}
    assert "there are decision, status, reason, heading and next-step" in told["title"]
    assert "write [status] and the words below it" in told["status"]
    assert "says nothing" in told["reason.found-but-stale"]
    assert "leaves out {due}" in told["heading.forecast"]
    assert "leaves out {fix}" in told["next-step.approved"]
    assert "did you mean 'approved'?" in told["next-step.apprved"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[status]\nnot-met = "met"', "so nobody could tell them apart"),
        ('[status]\nnot-met = "Met."', "so nobody could tell them apart"),
        ('[status]\nmet = "done"\nnot-met = "Done!"', "so nobody could tell them apart"),
        ('[status]\nmet = "done"\nplanned = "met"', "the usual word for 'met' too"),
        ('[status]\nnot-met = "green"', "is a colour, and not the one that it is shown in"),
        ('[status]\nmet = "red"', "is a colour"),
        ('[status]\nnot-met = "completed"', "sounds as if nothing were missing"),
        ('[status]\nnot-assessable = "OK"', "sounds as if nothing were missing"),
        ('[status]\nnot-met = "met in principle"', "has the word for 'met' in it without a no"),
        ('[status]\nmet = "achieved"\nnot-met = "broadly achieved"', "has the word for 'met' in it without a no"),
        ('[status]\nplanned = "\u200b"', "says nothing"),
        ('[status]\nplanned = "to\u202edo"', "a character that nobody sees"),
        ('[status]\nplanned = "…"', "says nothing"),
        (f'[status]\nplanned = "{"x" * 41}"', "41 characters; 40 are the most"),
        ('[decision]\nno-go = "GO"', "so nobody could tell them apart"),
        ('[decision]\nno-go = "go!"', "so nobody could tell them apart"),
        ('[decision]\nundecided = "Ready"', "sounds as if nothing were missing"),
        ('[decision]\nno-go = "met"', "the usual word for 'met'"),
        ('[status]\nnot-met = "GO"', "sounds as if nothing were missing"),
        ('[status]\nmet = "no-go"', "the usual word for 'NO-GO'"),
        ('[reason]\nnothing-found = "approved"', "sounds as if nothing were missing"),
        ('[reason]\nnothing-found = "suspect"', "so nobody could tell them apart"),
        ("[status\n", "not valid TOML"),
        ('[status]\nmet = "caf\udce9"', "is not UTF-8"),
    ],
)
def test_what_would_mislead_is_refused(written: Written, text: str, says: str) -> None:
    """No word turns a red into a green, no two can be mistaken for each other, none says nothing."""
    with pytest.raises(InputError, match=re.escape(says)):
        load_wording(written(text))


@pytest.mark.parametrize(
    "text",
    [
        '[status]\nnot-met = "not yet achieved"\nmet = "achieved"',
        '[status]\nnot-met = "unmet"',
        '[status]\nnot-met = "Red: not met"',
        '[status]\nmet = "green"\nnot-met = "red"\nwaived = "purple"',
        '[decision]\ngo = "READY"\nno-go = "NOT READY"',
        '[next-step]\napproved = "{fix}"',
        "",
    ],
)
def test_what_says_the_same_is_taken(written: Written, text: str) -> None:
    """Councils may be as plain as they like."""
    assert load_wording(written(text)).file == "wording.toml"


@settings(max_examples=at_most(40))
@given(
    st.dictionaries(
        st.sampled_from([one.value.replace(" ", "-") for one in Status]),
        st.sampled_from([*(one.value for one in Status), "Met!", "done", "open", "OK", "not met yet"])
        | st.text(max_size=12),
        max_size=5,
    )
)
def test_no_two_statuses_are_ever_alike(tmp_path_factory: pytest.TempPathFactory, words: dict[str, str]) -> None:
    """Whatever is taken, a reader tells every status from every other, and from the usual word of any other."""
    from readiness._toml import quoted  # noqa: PLC0415 - only here

    path = tmp_path_factory.mktemp("words") / "wording.toml"
    path.write_text(
        "[status]\n" + "".join(f"{key} = {quoted(word)}\n" for key, word in words.items()), encoding="utf-8"
    )
    try:
        own = load_wording(path)
    except InputError:
        return
    labels = [re.sub(r"\W+", "", own.label(one)).casefold() for one in Status]
    assert len({*labels}) == len(labels)
    assert all(labels)
    usual = [one.value.replace(" ", "") for one in Status]
    assert not any(label == other for at, label in enumerate(labels) for to, other in enumerate(usual) if at != to)


def test_the_usual_file_is_toml_with_every_word() -> None:
    """A council can start from it."""
    tables = tomllib.loads(usual_wording())

    assert [*tables["status"].values()] == [one.value for one in Status]
    assert [*tables["reason"].values()] == [one.value for one in Reason]
    assert [*tables["decision"].values()] == [one.value for one in Decision]
    assert {*tables["next-step"].values()} == {"{fix}"}


def test_what_is_known_stays_known(march: Assessment, written: Written) -> None:
    """A next step in own words makes no finding new beside a baseline."""
    own = load_wording(written(OWN))
    beside = compare(march, baseline_of(march))
    profile = build_profile(march, comparison=beside, phrasing=own)

    asked = [one for result in profile.results for one in result.findings if one.fix.startswith("Ask the clerk")]
    assert asked
    assert {gap.known for gap in profile.gaps} == {gap.known for gap in build_profile(march, comparison=beside).gaps}
    assert profile.comparison is not None
    for result in profile.results:
        for one in result.counting:
            assert profile.comparison.knows(result.criterion.id, one)


@pytest.mark.parametrize("form", PEOPLE)
def test_own_words_are_only_words(form: str) -> None:
    """Markup, formulas and pipes of a file of wording act as nothing; the file is whole."""
    nasty = "=<b>|*'\"&]]>"
    words = {f"status.{one.value.replace(' ', '-')}": f"{nasty}{number}" for number, one in enumerate(Status)}
    words |= {f"reason.{one.value.replace(' ', '-')}": f"{nasty}r{number}" for number, one in enumerate(Reason)}
    words |= {"heading.gaps": nasty, "heading.criteria": nasty, "decision.no-go": f"{nasty}no", "decision.go": nasty}
    own = Phrasing(words=words, file="wording.toml")
    data = renderer_of(form, Own(phrasing=own)).render(evolve(samples.full(), phrasing=own))

    if form == "html":
        page, usual = Page(data), Page(renderer_of("html").render(samples.full()))
        assert not page.faults
        assert page.tags == usual.tags
    if form == "md":
        assert "<b>" not in re.sub(r"\\.", "", data.decode())
    assert text_of(data, form)


def test_the_commands_take_the_folder(run: Run, written: Written, tmp_path: Path) -> None:
    """Profile, reports, comparison and trend say it from one folder; standard error says what it always does."""
    folder = written(OWN).parent
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    for path, day in ((old, "2008-12-01"), (new, "2009-03-02")):
        run("profile", ANYSHIRE, "--as-of", day, "-o", path)
    for argv in (
        ("profile", ANYSHIRE, "--as-of", "2009-03-02", "-o", tmp_path / "out.md"),
        ("report", "board", ANYSHIRE, "--as-of", "2009-03-02", "-o", tmp_path / "out.md"),
        ("diff", old, new, "-o", tmp_path / "out.md"),
        ("trend", old, new, "-o", tmp_path / "out.md"),
    ):
        done = run(*argv, "--templates", folder)
        out = (tmp_path / "out.md").read_text(encoding="utf-8")
        assert done.code == (1 if argv[0] == "diff" else 0), done.err
        assert "NOT READY" in out
        assert "utstanding" in out
    for argv in (("diff", old, new), ("trend", old, new), ("trend", old, "-o", tmp_path / "x.csv")):
        done = run(*argv, "--templates", folder)
        assert done.code == 2
        assert "has no use for templates" in done.err
    run("report", "owners", ANYSHIRE, "--as-of", "2009-03-02", "-o", tmp_path / "notes", "--templates", folder)
    assert any("Outstanding" in one.read_text(encoding="utf-8") for one in (tmp_path / "notes").iterdir())


def test_the_command_prints_and_checks(run: Run, written: Written) -> None:
    """`readiness wording` is the file to start from, and tells of somebody's own whether it is right."""
    assert run("wording").out == f"{usual_wording().rstrip()}\n"
    path = written(OWN)
    for given_ in (path, path.parent):
        assert run("wording", given_) == (0, f"{path}: no problems: 8 words of your own\n", "")
    path.write_text('[status]\nmet = ""\n', encoding="utf-8")
    done = run("wording", path)
    assert (done.code, done.out) == (2, "")
    assert f"{path}:2: status.met: says nothing" in done.err
    assert run("wording", path.parent / "nowhere").code == 2


def test_mistakes_of_words_and_templates_are_told_together(run: Run, written: Written, tmp_path: Path) -> None:
    """One run tells everything that is wrong with a folder."""
    folder = written("[status]\nmett = 'x'\n").parent
    (folder / "sign_of.html").write_text("x", encoding="utf-8")
    done = run("profile", ANYSHIRE, "-o", tmp_path.parent / "p.html", "--templates", folder)

    assert done.code == 2
    assert "wording.toml:2: status.mett: no such word; did you mean 'met'?" in done.err
    assert "did you mean sign_off.html?" in done.err


def test_colours_are_no_words() -> None:
    """No table of the file has them."""
    assert not {one.value for one in Rag} & {key for table in tomllib.loads(usual_wording()).values() for key in table}


def test_phrasing_says_what_is_usual_without_words() -> None:
    """The empty value is the program's own voice."""
    usual: Any = Phrasing()

    assert [usual.status(one) for one in Status] == [one.value for one in Status]
    assert (usual.notice, usual.changed, usual.steps) == ("", (), False)
