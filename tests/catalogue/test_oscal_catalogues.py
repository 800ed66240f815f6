"""Catalogues in OSCAL: read from three formats, judged by, refused with all that is wrong, written and read back."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from oscal_schema import faults
from readiness import assess_folder, load_catalogue, render
from readiness._catalogue import folder_files
from readiness._renderers._oscal_catalog import oscal_catalog
from readiness.exceptions import CatalogueError
from readiness.model import (
    Aspect,
    Catalogue,
    Criterion,
    FactBasis,
    Kind,
    KindAsk,
    Status,
    Strand,
    Withdrawn,
    Wording,
)

HERE = Path(__file__).parent / "oscal"
FORMATS = ("json", "yaml", "xml")
SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
NIST = {
    one: SCHEMAS / f"NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog{end}"
    for one, end in (("json", "-min.json"), ("yaml", ".yaml"), ("xml", ".xml"))
}
with_nist = pytest.mark.skipif(not NIST["json"].is_file(), reason="NIST's catalogue is not beside this checkout")
DAY = date(2026, 1, 1)


@pytest.fixture
def hall() -> Catalogue:
    """Return the small invented catalogue."""
    return load_catalogue(HERE / "hall.json")


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that loads a file of the content given, and returns what is wrong with it."""

    def load(content: Any, suffix: str = "json") -> list[str]:
        path = tmp_path / f"c.{suffix}"
        raw = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw)
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(path)
        return [str(one).removeprefix(f"{path}: ").removeprefix(str(path)) for one in caught.value.problems]

    return load


def document(*controls: Any, **more: Any) -> dict[str, Any]:
    """Return a catalogue of these controls."""
    head = {"title": "T", "last-modified": "2026-01-01T00:00:00Z", "version": "1", "oscal-version": "1.1.2"}
    return {"catalog": {"uuid": "x", "metadata": head, "controls": list(controls), **more}}


def control(control_id: str = "a-1", **more: Any) -> dict[str, Any]:
    statement = {"name": "statement", "prose": "Something is done."}
    return {"id": control_id, "title": "One", "parts": [statement], **more}


def without_file(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue that does not say where it was read from."""
    return evolve(catalogue, criteria=tuple(evolve(one, file="") for one in catalogue.criteria))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_three_formats_say_the_same(suffix: str, hall: Catalogue) -> None:
    """JSON, YAML and XML of one catalogue are one catalogue."""
    assert without_file(load_catalogue(HERE / f"hall.{suffix}")) == without_file(hall)


def test_controls_become_criteria_and_groups_become_strands(hall: Catalogue) -> None:
    """In the catalogue's order, enhancements after their control, those without a group first."""
    assert [(one.id, one.strand) for one in hall.criteria] == [
        ("gen-1", ""),
        ("fs-2", "fs"),
        ("fs-2.1", "fs"),
        ("fs-21", "fs"),
        ("K.C.1", "cold-things"),
    ]
    assert hall.strands == (
        Strand(id="fs", title="Fire safety"),
        Strand(id="cold-things", title="Kitchen > Cold things"),
    )
    assert (hall.id, hall.title, hall.version) == (
        "keeping-a-village-hall-invented",
        "Keeping a village hall (invented)",
        "1.10",
    )


def test_a_statement_is_text_to_read(hall: Catalogue) -> None:
    """Items with their labels, parameters put in, what is to be chosen in brackets, no markup."""
    fire = hall.criterion("fs-2")

    assert fire is not None
    assert fire.title == "Fire drills"
    assert fire.requires.split("\n") == [
        "The hall holds drills:",
        "a. of these kinds: [one or more of: by day; by night, [how often]]; and",
        "b. led by the Caretaker, see fs-3, in 2 * 3 minutes & less.",
    ]
    assert fire.note == 'First line.\nSecond line, "quoted".'
    assert fire.typed_as == ("FS-2",)
    assert [(one.id, one.title, one.required) for one in fire.aspects] == [
        ("fs-2_obj.a", "drills are of [one or more of: by day; by night, [how often]];", False),
        ("fs-2_obj.b", "the [gone] leads them.", False),
    ]


def test_a_parameter_that_holds_itself_ends(hall: Catalogue) -> None:
    """It is shown by its name inside itself."""
    assert [one.requires for one in hall.criteria if one.id == "fs-2.1"] == [
        "Once, nobody is told: [what [loop] says]."
    ]


def test_a_control_without_a_statement_asks_what_it_has(hall: Catalogue) -> None:
    """Its overview, else its title; the provenance says so."""
    told = {one.id: (one.requires, one.provenance[0].note) for one in hall.criteria}

    assert told["fs-21"] == ("There is one in each room.", "From its overview.")
    assert told["gen-1"] == ("Somebody is in charge", "The catalogue gives no statement, so its title stands here.")
    assert {one.provenance[0].basis for one in hall.criteria} == {FactBasis.PUBLIC}


def test_what_is_withdrawn_is_left_out_and_said(hall: Catalogue) -> None:
    """With what became of it; the profile's reader learns how many there are."""
    assert hall.withdrawn == (
        Withdrawn(id="fs-2.2", title="Drills in fancy dress", note="incorporated into fs-2, moved to fs-3"),
        Withdrawn(id="fs-3", title="A way out"),
    )
    assert "2 controls are withdrawn and left out." in hall.about
    assert hall.about.endswith("Nobody has to keep this.\nIt is made up.")


HALL = """
    [[document]]
    path = "drills.txt"
    title = "Drills"
    kinds = ["record"]
    owner = "Caretaker"
    effective = 2026-01-01
    [[document.claim]]
    criterion = "FS-2"
    aspects = ["fs-2_obj.a"]
    [[document.claim]]
    criterion = "fs 02(1)"
"""
HEAD = 'organisation = "The hall"\nassessment = "Yearly look"\ndue = 2026-12-31\n'


def test_it_is_judged_under_any_name_with_a_due_date(evidence: Callable[..., Path], hall: Catalogue) -> None:
    """OSCAL has no assessments: the register names its own. Ids are understood as people write them."""
    judged = assess_folder(evidence(HALL, "drills.txt", head=HEAD), as_of=date(2026, 3, 1), catalogue=hall)

    assert (judged.assessment, judged.due) == ("Yearly look", date(2026, 12, 31))
    assert [(one.criterion.id, one.status) for one in judged.results if one.links] == [
        ("fs-2", Status.MET),
        ("fs-2.1", Status.MET),
    ]
    assert len(judged.results) == 5
    for name in ("html", "md", "json", "oscal", "oscal-poam"):
        assert b"fs-21" in render(judged, name)
    assert faults(render(judged, "oscal"), "assessment-results") == []


@pytest.mark.parametrize(
    ("head", "claim", "says"),
    [
        ('organisation = "H"\nassessment = " "\ndue = 2026-12-31\n', "FS-2", "assessment: empty; name your assessment"),
        ('organisation = "H"\nassessment = "X"\n', "FS-2", "due: missing; the catalogue has no assessment, so give"),
        (HEAD, "FS-2(2)", "fs-2.2 is withdrawn: incorporated into fs-2, moved to fs-3; claim for what took its place"),
        (HEAD, "FS-3", "fs-3 is withdrawn; claim for what took its place, or remove it"),
        (HEAD, "FS-2(9)", "did you mean fs-2?"),
    ],
)
def test_a_register_is_told_what_such_a_catalogue_lacks(
    head: str, claim: str, says: str, evidence: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """No name, no due date, a withdrawn criterion, one that never was."""
    folder = evidence(f'[[document]]\npath = "a"\n[[document.claim]]\ncriterion = "{claim}"\n', "a", head=head)
    code, _, err = run("check", folder, "--catalogue", HERE / "hall.json", "--as-of", "2026-03-01")

    assert (code, says in err) == (2, True), err


def test_another_assessment_needs_its_own_due_date(evidence: Callable[..., Path], run: Callable[..., Any]) -> None:
    """The due date of the register is that of its own assessment."""
    folder = evidence(HALL, "drills.txt", head=HEAD)
    code, _, err = run(
        "check", folder, "--catalogue", HERE / "hall.json", "--as-of", "2026-03-01", "--assessment", "Other"
    )

    assert (code, "says when Yearly look is due, not when Other is" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("FS-2", "fs-2  Fire drills"),
        ("fs-02 (1)", "fs-2.1  Drills without warning"),
        ("k.c.1", "K.C.1  The fridge is cold"),
        ("FS-2(2)", "Withdrawn: incorporated into fs-2, moved to fs-3. It is not asked for."),
    ],
)
def test_its_criteria_are_explained(name: str, says: str, run: Callable[..., Any]) -> None:
    """However their ids are written."""
    code, out, _ = run("explain", name, "--catalogue", HERE / "hall.xml")

    assert (code, says in out) == (0, True)


def test_everything_wrong_is_said_at_once(problems: Callable[..., list[str]]) -> None:
    """Missing and repeated ids, wrong types, a version of the future, each with its path."""
    tree = document(
        control(),
        control("a-1"),
        {"title": "No id"},
        {"id": "a-2"},
        control("a-3", parts={"name": "statement"}),
        control("a-4", props=[3]),
        control("a-5", params=[{"label": "no id"}, {"id": "p"}, {"id": "p"}]),
        groups=[{"id": "g", "controls": "none"}, {"id": "h", "title": "H"}, {"id": "h", "title": "H"}],
    )
    tree["catalog"]["metadata"]["oscal-version"] = "2.0.0"
    del tree["catalog"]["metadata"]["title"]

    assert sorted(problems(tree)) == [
        "controls[2] (a-1).id: the id a-1 is already used by controls[1]",
        "controls[3].id: missing; OSCAL requires it",
        "controls[4] (a-2).title: missing; OSCAL requires it",
        "controls[5] (a-3).parts: expected a list, found an object",
        "controls[6] (a-4).props[1]: expected an object, found 3",
        "controls[7].params[1].id: missing; OSCAL requires it",
        "controls[7].params[3] (p).id: the parameter p is already given by controls[7].params[2]",
        "groups[1] (g).controls: expected a list, found 'none'",
        "groups[1] (g).title: missing; OSCAL requires it",
        "groups[3] (h).id: the group h is given twice",
        "metadata.oscal-version: expected a version of OSCAL 1, found '2.0.0'; convert the file first",
        "metadata.title: missing; OSCAL requires it",
    ]


@pytest.mark.parametrize(
    ("content", "suffix", "says"),
    [
        ("", "json", "the file is empty"),
        ("{", "json", ":1: not valid JSON: "),
        ('{"a": 1,\n"a": 2}', "json", "the key 'a' is given twice in one object"),
        ("[" * 200_000, "json", "not valid JSON: the brackets are nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "json", "not valid JSON: "),
        ("[]", "json", "is not OSCAL: it holds no object at its top"),
        ({}, "json", "is not an OSCAL catalogue: it does not begin with 'catalog'"),
        ({"catalog": []}, "json", "is not an OSCAL catalogue"),
        ({"profile": {}}, "json", "is OSCAL, but a profile, which only points at a catalogue; resolve it"),
        ({"system-security-plan": {}}, "json", "is OSCAL, but a system security plan"),
        (b"\xff\xfe{}", "json", ":1: the file is not UTF-8"),
        (document(), "json", "holds no controls that are still asked for"),
        (document(control("A1"), control("a-01")), "json", "the id a-01 cannot be told from A1"),
        ("a: [", "yaml", "not valid YAML: "),
        ("a: 1\nb: 2\na: 3", "yaml", ":3: not valid YAML: the key 'a' is given twice"),
        ("[" * 100_000, "yaml", ":1: not valid YAML: "),
        ("- " * 100_000, "yaml", ":1: not valid YAML: it is nested too deeply"),
        ("a: {" * 100_000, "yaml", ":1: not valid YAML: it is nested too deeply"),
        ("a: 1\n---\nb: 2", "yaml", ":2: not valid YAML: a second document begins here"),
        ("a: &x [1]\nb: *x", "yaml", ":2: not valid YAML: it uses the references of YAML"),
        ("&x [*x]", "yaml", "not valid YAML: "),
        ("? [a]\n: 1", "yaml", ":1: not valid YAML: a key has to be text"),
        ("a: \x01", "yaml", "not valid YAML: "),
        ("!!python/object:os.system {}", "yaml", "is not an OSCAL catalogue"),
        ("just text", "yaml", "is not OSCAL: it holds no object at its top"),
        ("<catalog>", "xml", ":1: not valid XML: no element found"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><catalog>&b;</catalog>', "xml", "declares an XML document type (DOCTYPE)"),
        ("<a/>", "xml", "is not an OSCAL catalogue"),
        ('<?xml version="1.0" encoding="what"?><a/>', "xml", "not valid XML: "),
        ("<a>" * 50_000, "xml", "not valid XML: "),
        ("<catalog>" + "<group>" * 500 + "</group>" * 500 + "</catalog>", "xml", "nested more than 40 deep"),
        ('<catalog metadata="x" controls="y"/>', "xml", "metadata.title: missing"),
    ],
    ids=lambda one: str(one)[:24],
)
def test_a_file_that_is_no_catalogue_is_refused_in_words(
    content: Any, suffix: str, says: str, problems: Callable[..., list[str]]
) -> None:
    """Damaged, hostile, or something else altogether: each is told, none is a traceback."""
    assert says in "\n".join(problems(content, suffix))


def test_a_small_file_cannot_stand_for_an_endless_text(problems: Callable[..., list[str]]) -> None:
    """Parameters that hold one another many times over are stopped."""
    params = [
        {"id": f"p{number}", "select": {"choice": [f"{{{{ insert: param, p{number + 1} }}}}"] * 10}}
        for number in range(60)
    ]
    statement = [{"name": "statement", "prose": "{{ insert: param, p0 }}"}]

    found = problems(document(control(params=params, parts=statement)))

    assert len(found) < 60
    assert "its text is longer than 10,000 characters" in found[0]


def test_a_flood_of_problems_is_counted(problems: Callable[..., list[str]]) -> None:
    """Fifty are told, and how many more there are."""
    found = problems(document(*({"id": f"a-{number}"} for number in range(5_000))))

    assert len(found) == 51
    assert found[-1] == "and 4,950 more problems"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    """It is refused before it fills the memory."""
    path = tmp_path / "big.json"
    with path.open("wb") as stream:
        stream.truncate((64 << 20) + 1)

    with pytest.raises(CatalogueError, match="larger than 64 MB"):
        load_catalogue(path)


def test_characters_that_are_none_are_replaced(tmp_path: Path, run: Callable[..., Any]) -> None:
    """Half a character or a nought in a text breaks no output."""
    path = tmp_path / "c.json"
    path.write_text(json.dumps(document(control("a-1", title="a\ud800b\0c\x1b[31m"))), encoding="utf-8")

    assert load_catalogue(path).criteria[0].title == "a\ufffdb\ufffdc\x1b[31m"
    assert run("catalogue", "list", path).code == 0
    assert run("catalogue", "import", path, "-o", tmp_path / "c").code == 0
    assert load_catalogue(tmp_path / "c").criteria[0].title == "a\ufffdb\ufffdc\x1b[31m"


def test_yaml_without_its_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, problems: Callable[..., list[str]]
) -> None:
    """Nothing else needs it."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.delitem(sys.modules, "readiness._catalogue._oscal_yaml", raising=False)

    (said,) = problems("a: 1", "yaml")

    assert "python -m pip install 'readiness[yaml]'" in said
    monkeypatch.delitem(sys.modules, "readiness._catalogue._oscal_yaml")


def test_a_file_of_another_kind_is_no_catalogue(tmp_path: Path) -> None:
    """The message says what may be given."""
    path = tmp_path / "list.docx"
    path.write_text("x")

    with pytest.raises(CatalogueError, match=r"give a folder with catalogue.toml; a file of OSCAL ends in \.json"):
        load_catalogue(path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(CatalogueError, match=r"none\.json: cannot be read: No such file or directory"):
        load_catalogue(tmp_path / "none.json")


def test_import_then_load_is_load(hall: Catalogue, tmp_path: Path) -> None:
    """The folder of TOML files says what the file of OSCAL says."""
    for name, text in folder_files(hall):
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert without_file(load_catalogue(tmp_path)) == without_file(hall)


WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)
LINE = st.lists(WORD | st.sampled_from(["*a*", "[b](c)", "{{ d }}", "#", "1.", "-", "<e>", "\\", '"f"', "&amp;"]),
                min_size=1, max_size=4).map(" ".join)  # fmt: skip
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Return a catalogue that OSCAL can hold, with texts that look like its markup."""
    strands = tuple(Strand(id=f"strand {number}", title=draw(LINE)) for number in range(draw(st.integers(0, 3))))
    known = [*(one.id for one in strands), ""]
    ids = draw(st.lists(st.sampled_from(["a", "b", "é ", "1."]), min_size=1, max_size=6))
    criteria = [
        Criterion(
            id=f"{letter}{number}",
            title=draw(LINE),
            requires=draw(LINES),
            strand=draw(st.sampled_from(known)),
            owners=tuple(draw(st.lists(LINE, max_size=2))),
            review_months=draw(st.none() | st.integers(1, 60)),
            kinds=tuple(draw(st.lists(st.sampled_from([KindAsk((Kind.POLICY,)), KindAsk(tuple(Kind))]), max_size=2))),
            aspects=tuple(
                Aspect(id=f"x {place}", title=draw(LINE), required=draw(st.booleans()), terms=(draw(LINE),))
                for place in range(draw(st.integers(0, 2)))
            ),
            note=draw(LINES | st.just("")),
        )
        for number, letter in enumerate(ids)
    ]
    unknown = Criterion(id="zz 99", title=draw(LINE), wording=Wording.UNKNOWN)
    gone = Withdrawn(id="gone 1", title=draw(LINE), note=draw(LINE))
    return Catalogue(
        id="the list", title=draw(LINE), version=draw(LINE), about=draw(LINES | st.just("")), strands=strands,
        criteria=(*criteria, unknown), withdrawn=(gone,),
    )  # fmt: skip


@settings(max_examples=at_most(25), deadline=None)
@given(catalogues())
def test_export_then_load_keeps_the_catalogue(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Ids, titles, wording, strands, order, kinds, aspects and what is withdrawn survive; and NIST's schema agrees."""
    path = tmp_path_factory.mktemp("export") / "c.json"
    path.write_bytes(oscal_catalog(catalogue, DAY))

    back = load_catalogue(path)

    assert faults(path.read_bytes(), "catalog") == []
    bare = tuple(evolve(one, file="", provenance=()) for one in back.criteria)
    assert evolve(back, criteria=bare, sources=(), rules=()) == catalogue
    assert path.read_bytes() == oscal_catalog(catalogue, DAY)


@settings(max_examples=at_most(25), deadline=None)
@given(catalogues())
def test_a_folder_written_is_the_catalogue_read(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> None:
    """Any text comes back from the TOML as it went in."""
    place = tmp_path_factory.mktemp("folder")
    for name, text in folder_files(catalogue):
        (place / name).write_text(text, encoding="utf-8", newline="\n")

    assert evolve(without_file(load_catalogue(place)), rules=()) == catalogue


def test_the_shipped_catalogue_is_exported(tmp_path: Path) -> None:
    """The 28 criteria come back with their wording, strands, kinds, aspects and order; unknown ones stay unknown."""
    shipped, path = load_catalogue(), tmp_path / "c.json"
    path.write_bytes(oscal_catalog(shipped, DAY))

    back = load_catalogue(path)

    kept = ("id", "title", "requires", "wording", "strand", "owners", "endorsers", "review_months", "kinds", "aspects")
    assert [[getattr(one, name) for name in kept] for one in back.criteria] == [
        [getattr(one, name) for name in kept] for one in shipped.criteria
    ]
    assert (back.id, back.title, back.about, back.strands) == (
        shipped.id,
        shipped.title,
        shipped.about,
        shipped.strands,
    )
    assert faults(path.read_bytes(), "catalog") == []


@with_nist
def test_the_catalogue_of_nist_loads_from_every_format() -> None:
    """149 controls of the low baseline of SP 800-53, in 18 families, the same from each."""
    catalogue, *others = (without_file(load_catalogue(one)) for one in NIST.values())

    assert others == [catalogue, catalogue]
    assert (len(catalogue.criteria), len(catalogue.strands)) == (149, 18)
    assert not [one.id for one in catalogue.criteria if "{{" in one.requires or not one.requires]


@with_nist
def test_the_catalogue_of_nist_is_judged_and_rendered(evidence: Callable[..., Path]) -> None:
    """A folder is judged by it, and every format shows its ids."""
    register = HALL.replace("FS-2", "AC-2").replace('["fs-2_obj.a"]', "[]").replace("fs 02(1)", "AT-2(2)")
    folder = evidence(register, "drills.txt", head=HEAD)
    judged = assess_folder(folder, as_of=date(2026, 3, 1), catalogue=load_catalogue(NIST["json"]))

    assert [one.criterion.id for one in judged.results if one.links] == ["ac-2", "at-2.2"]
    assert all(b"at-3" in render(judged, name) for name in ("html", "md", "json", "oscal", "oscal-poam"))


def test_a_thousand_controls_are_read_and_judged_in_seconds(tmp_path: Path, evidence: Callable[..., Path]) -> None:
    """As many as SP 800-53 has, each as long as its; the limits are generous, for a machine that is busy."""
    item = {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "Do {{ insert: param, often }} " * 9}
    statement = {"name": "statement", "prose": "The organisation:", "parts": [item] * 9}
    objectives = {"name": "assessment-objective", "parts": [{"name": "objective", "prose": "it is done"}] * 9}
    path = tmp_path / "many.json"
    tree = document(
        *(control(f"c-{number // 10}.{number % 10}", parts=[statement, objectives]) for number in range(1_200)),
        params=[{"id": "often", "label": "how often"}],
    )
    path.write_text(json.dumps(tree), encoding="utf-8")

    began = time.process_time()
    catalogue = load_catalogue(path)
    loaded = time.process_time()
    page = render(assess_folder(evidence(head=HEAD), as_of=date(2026, 3, 1), catalogue=catalogue))
    rendered = time.process_time()

    assert len(catalogue.criteria) == page.count(b'<a class="tile"') == 1_200
    assert loaded - began < 5
    assert rendered - loaded < 15
