"""Anyone's list of criteria: it loads, it is judged, and everything wrong with it is said at once."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readiness import load_catalogue
from readiness._rules.owned import Owned
from readiness.exceptions import CatalogueError
from readiness.model import Kind, KindAsk, Level, Wording

SECOND = Path(__file__).parent / "second"
HEAD = 'id = "x"\ntitle = "X"\nversion = "1"\n[[assessment]]\nid = "A"\ntitle = "A"\n'
GOOD = 'id = "P1"\ntitle = "One"\nrequires = "Something."\n'

HOUSE = """
    organisation = "The Old Mill"
    assessment = "Opening"
    [[document]]
    path = "book.txt"
    kinds = ["record"]
    owner = "Housekeeper"
    effective = 2024-01-01
    review_by = 2025-01-01
    [[document.claim]]
    criterion = "gp 01"
"""


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that loads a catalogue of the files given, and returns what is wrong with it."""

    def load(**files: str) -> list[str]:
        for name, text in {"catalogue": HEAD, **files}.items():
            (tmp_path / f"{name}.toml").write_text(textwrap.dedent(text), encoding="utf-8")
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(tmp_path)
        return [str(one) for one in caught.value.problems]

    return load


def test_a_second_catalogue_loads_with_all_it_says() -> None:
    """Other ids, an order by number, kinds of which any will do, and rules with their options."""
    catalogue = load_catalogue(SECOND)
    kitchen = catalogue.criterion("GP-2")

    assert [one.id for one in catalogue.criteria] == ["GP-1", "GP-2", "Fire-Safety", "GP-10", "GP-11"]
    assert kitchen is not None
    assert kitchen.kinds == (KindAsk((Kind.POLICY,)), KindAsk((Kind.TRAINING, Kind.RECORD)))
    assert [rule.kind for rule in catalogue.rules_for(kitchen)][-1] == "endorsed-by"
    assert [one.wording for one in catalogue.criteria][-1] is Wording.UNKNOWN
    judged_by = ((one.id, rule) for one in catalogue.criteria for rule in catalogue.rules_for(one))
    levels = {of: rule.level for of, rule in judged_by if isinstance(rule, Owned)}
    assert {one for one, level in levels.items() if level is Level.ERROR} == {"Fire-Safety"}
    assert len(levels) == len(catalogue.criteria)


def test_a_second_catalogue_is_judged_by_the_command_line(
    evidence: Callable[..., Path], run: Callable[..., Any]
) -> None:
    """`--catalogue DIR` judges a folder by another list, with that list's own due date."""
    folder = evidence(HOUSE, "book.txt", head="")

    checked = run("check", folder, "--as-of", "2024-02-01", "--catalogue", SECOND)
    winter = run("check", folder, "--as-of", "2024-02-01", "--catalogue", SECOND, "--assessment", "winter")

    assert checked.code == 1
    assert "The Old Mill: Opening as of 1 February 2024, due 30 June 2024" in checked.out
    assert "NO-GO  5 criteria: 1 met, 3 not met and 1 not assessable" in checked.out
    assert "Winter as of 1 February 2024, due 30 November 2024" in winter.out
    assert "2 criteria: 1 met and 1 not met" in winter.out


@pytest.mark.parametrize("name", ["GP-2", "gp 02", "fire-safety", "GP-11", ""])
def test_a_second_catalogue_is_explained(name: str, run: Callable[..., Any]) -> None:
    """`explain` knows the ids of the list, however they are written."""
    assert run("explain", "--catalogue", SECOND, *([name] if name else [])).code == 0


def test_everything_wrong_in_every_file_is_said_at_once(problems: Callable[..., list[str]]) -> None:
    """Typing slips, wrong types, rules and references, each with file, line, key and mend."""
    found = problems(
        catalogue=HEAD + '[[strand]]\nid = "s"\ntitle = "S"\nnoet = "x"\n[[rule]]\nkind = "has-evidnce"\n',
        a='id = "P1"\ntitel = "One"\nrequires = "x"\nkinds = "policy"\n',
        b='id = "P2"\ntitle = "Two"\nrequires = "x"\nreview_months = "12"\nkinds = ["polcy"]\n',
        c='id = "P3"\ntitle = "Three"\nrequires = "x"\n[[rule]]\nkind = "owned"\nlevle = "note"\n'
        '[[rule]]\nlevel = "note"\n',
        d='id = "P4"\ntitle = "Four\n',
        e='id = "P5"\ntitle = "Five"\n',
        f='id = "P5"\ntitle = "Six"\nrequires = "x"\n',
    )

    joined = "\n".join(found)
    for expected in (
        "catalogue.toml:10: strand[1].noet: no such key",
        "catalogue.toml:11: rule[1]: unknown rule: nothing is called 'has-evidnce'; there are: approved, ",
        "a.toml:2: titel: no such key; did you mean 'title'?",
        "a.toml:4: kinds: expected a list, found 'policy'; put it in brackets: [\"policy\"]",
        "a.toml: title: missing; this key is required",
        "b.toml:4: review_months: expected a whole number, found '12'",
        "b.toml:5: kinds[1]: 'polcy' is not one of: policy, process, procedure, record, agreement, training, statement",
        "c.toml:6: rule[1].levle: no such key; did you mean 'level'?",
        'c.toml:7: rule[2]: a [[rule]] needs its kind, such as kind = "has-evidence"',
        "d.toml:2: not valid TOML: ",
        'e.toml: requires: missing; say what the criterion asks, or wording = "unknown"',
        "f.toml: id: the id P5 is already used by e.toml",
    ):
        assert expected in joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('strand = "safty"', "strand: 'safty' does not exist in this catalogue; did you mean 'safety'?"),
        ('wording = "local"', "wording: a catalogue cannot have a local wording; say known or unknown"),
        ('wording = "unknown"', "requires: an unknown wording cannot require anything"),
        ('[[provenance]]\nof = "kinds"\nbasis = "public"', "has to name its sources"),
        (
            '[[provenance]]\nof = "kinds"\nbasis = "plan"\nsources = ["BOKK"]',
            "'BOKK' does not exist; did you mean 'BOOK'?",
        ),
        (
            '[[aspect]]\nid = "a"\ntitle = "A"\n[[aspect]]\nid = "a"\ntitle = "B"',
            "aspect: the aspect 'a' is given twice",
        ),
        ("review_months = 1.5", "review_months: expected a whole number, found 1.5"),
        ("review_months = true", "review_months: expected a whole number, found true or false"),
        ("owners = [1]", "owners[1]: expected text in quotes, found 1"),
        ("vocabulary = 3", "vocabulary: expected a table, found 3"),
        ('file = "x"', "file: no such key"),
        ('[[rule]]\nkind = "reviewed-within"\nmonths = -1', "rule[1]"),
        ('[[rule]]\nkind = "owned"\nlevel = "fatal"', "rule[1].level: 'fatal' is not one of: error, warning, note"),
        ("rule = 3", "rule: expected a list, found 3"),
    ],
)
def test_a_mistake_of_one_criterion_is_told_with_its_mend(
    text: str, expected: str, problems: Callable[..., list[str]]
) -> None:
    """Each mistake of a well-formed file names the file, the key and what was expected."""
    head = HEAD + '[[strand]]\nid = "safety"\ntitle = "S"\n[[source]]\nid = "BOOK"\ntitle = "B"\n'

    found = problems(catalogue=head, p1=GOOD + text)

    assert len(found) == 1
    assert found[0].startswith("p1.toml")
    assert all(part in found[0] for part in expected.split("; "))


def test_an_assessment_cannot_ask_for_what_is_not_there(problems: Callable[..., list[str]]) -> None:
    """A scope names criteria of the list."""
    assert problems(catalogue=HEAD + 'criteria = ["P2"]\n', p1=GOOD) == [
        "catalogue.toml: assessment A: criteria: 'P2' does not exist in this catalogue; there are: P1"
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing\n"])
def test_an_empty_file_lacks_its_keys(text: str, problems: Callable[..., list[str]]) -> None:
    """A file with nothing in it is no criterion."""
    assert problems(p1=text) == [
        "p1.toml: id: missing; this key is required",
        "p1.toml: title: missing; this key is required",
        'p1.toml: requires: missing; say what the criterion asks, or wording = "unknown"',
    ]


def test_a_mistake_of_form_hides_no_other(problems: Callable[..., list[str]]) -> None:
    """Nobody mends a catalogue one run at a time: slips of the keyboard and what does not fit come together."""
    found = problems(
        catalogue=HEAD + 'criteria = ["P1", "P3"]\n[[strand]]\nid = "s"\ntitle = "S"\n[[strand]]\nid = "s"\n',
        p1=GOOD + 'onwers = []\nstrand = "t"\nreview_months = 0\n',
        p2=GOOD.replace("P1", "P2").replace("One", " ") + 'kinds = [3]\n[[aspect]]\nid = "a"\n',
    )

    assert found == [
        "catalogue.toml: strand: the strand 's' is given twice",
        "catalogue.toml: assessment A: criteria: 'P3' does not exist in this catalogue; there are: P1, P2",
        "catalogue.toml:11: strand[2].title: missing; this key is required",
        "p1.toml: review_months: 0 is no cycle; give whole months",
        "p1.toml: strand: 't' does not exist in this catalogue; there are: s",
        "p1.toml:4: onwers: no such key; did you mean 'owners'?",
        "p2.toml: title: empty; give the criterion a short name",
        "p2.toml:4: kinds[1]: expected text in quotes, found 3",
        "p2.toml:5: aspect[1].title: missing; this key is required",
    ]


def test_a_file_that_cannot_be_read_makes_no_other_wrong(problems: Callable[..., list[str]]) -> None:
    """An assessment that asks for the criterion of a broken file is not blamed for it."""
    found = problems(catalogue=HEAD + 'criteria = ["P1", "P2"]\n', p1=GOOD, p2='id = "P2\n')

    assert [one.partition(":")[0] for one in found] == ["p2.toml"]


def test_an_empty_id_is_no_id(problems: Callable[..., list[str]]) -> None:
    """An id of nothing could be neither claimed nor found."""
    assert problems(p1=GOOD.replace("P1", " ")) == ["p1.toml: id: empty; give the criterion an id"]


def test_a_folder_that_is_no_catalogue_says_so(tmp_path: Path) -> None:
    """Nothing there, a file, an empty folder, and one with a head only: each has its own words."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "head").mkdir()
    (tmp_path / "head" / "catalogue.toml").write_text(HEAD)

    said = {}
    for name in ("absent", "file", "empty", "head"):
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(tmp_path / name)
        said[name] = str(caught.value)

    assert said["absent"].endswith("absent: cannot be read as a folder: No such file or directory")
    assert "file: is not a catalogue: give a folder with catalogue.toml; a file of OSCAL ends in .json" in said["file"]
    assert "no catalogue.toml in this folder" in said["empty"]
    assert "the catalogue has no criteria" in said["head"]


def test_files_that_cannot_be_read_are_told_and_the_rest_checked(tmp_path: Path) -> None:
    """A folder, a pipe, a dangling link and bytes that are no text stand beside a typing slip."""
    shutil.copytree(SECOND, tmp_path / "c")
    (tmp_path / "c" / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "c" / "pipe.toml")
    (tmp_path / "c" / "link.toml").symlink_to("nowhere.toml")
    (tmp_path / "c" / "bytes.toml").write_bytes(b'id = "P"\ntitle = "caf\xe9"\n')
    (tmp_path / "c" / "slip.toml").write_text(GOOD + "onwers = []\n")
    (tmp_path / "c" / ".hidden.toml").write_text("broken")

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path / "c")

    assert [str(one) for one in caught.value.problems] == [
        "bytes.toml:2: the file is not UTF-8; save it as UTF-8 text",
        "folder.toml: cannot be read: Is a directory",
        "link.toml: cannot be read: No such file or directory",
        "pipe.toml: cannot be read: it is a pipe, not a file",
        "slip.toml:4: onwers: no such key; did you mean 'owners'?",
    ]
