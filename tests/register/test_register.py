"""The register: what it may say, and every mistake with its line, what was expected and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from readiness import load_evidence, suggest
from readiness.exceptions import NothingToAssessError, RegisterError
from readiness.model import Approval, Claim, Kind, Level, Register

HEAD = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'
DOCUMENT = '[[document]]\npath = "a.doc"\n'
WAIVER = (
    '[[waiver]]\ncriterion = "OA8"\nreason = "New system"\napprover = "Director"\n'
    "from = 2009-01-01\nuntil = 2009-03-31\n"
)
DECISION = '[[not_applicable]]\ncriterion = "OA8"\nreason = "None"\napprover = "Director"\ndate = 2009-01-01\n'
WORDING = '[[criterion]]\nid = "OA3"\ntitle = "Three"\nrequires = "It."\nsource = "Letter"\n'

EVERYTHING = """
system = "ContactPoint"
catalogue = "contactpoint-oa"

[[document]]
path = "policies/shielding.doc"
title = "Shielding policy"
kinds = ["policy", "procedure"]
owner = "Head of Service"
version = "1.2"
effective = 2009-01-01
review_by = 2010-01-01

  [[document.approval]]
  body = "LSCB"
  date = 2008-12-01
  minute = "12/3"

  [[document.claim]]
  criterion = "OA8"
  aspects = ["applying", "removing"]
  where = "section 3"
  note = "see also annex"

[[waiver]]
criterion = "OA9"
reason = "New system"
approver = "Director"
from = 2009-01-01
until = 2009-03-31

[[not_applicable]]
criterion = "OA10"
reason = "No such users"
approver = "Director"
date = 2009-01-01

[[criterion]]
id = "OA3"
title = "Third"
requires = "A thing."
source = "Letter of May"
kinds = ["policy or process"]
owners = ["Officer"]
endorsers = ["LSCB"]

  [[criterion.aspect]]
  id = "x"
  title = "X"
  required = true
"""


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that loads a register and returns what is wrong with it, without the file's name."""

    def load(text: str) -> list[str]:
        (tmp_path / "register.toml").write_text(text, encoding="utf-8")
        with pytest.raises(RegisterError) as caught:
            load_evidence(tmp_path)
        return [str(one).removeprefix(f"{tmp_path}/register.toml") for one in caught.value.problems]

    return load


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[str], Register]:
    """Return a function that loads a register without mistakes."""

    def load(text: str) -> Register:
        (tmp_path / "register.toml").write_bytes(text.encode("utf-8"))
        return load_evidence(tmp_path).register

    return load


def test_everything_a_register_can_say_is_read(loaded: Callable[[str], Register]) -> None:
    """Each key reaches its place, and each table knows its line."""
    register = loaded(HEAD + EVERYTHING)
    document, waiver = register.documents[0], register.waivers[0]
    decision, wording = register.not_applicable[0], register.wordings[0]

    assert (register.organisation, register.system, register.due) == ("Test Council", "ContactPoint", date(2009, 5, 29))
    assert document.kinds == (Kind.POLICY, Kind.PROCEDURE)
    assert (document.owner, document.version, document.line) == ("Head of Service", "1.2", 8)
    assert (document.effective, document.review_by) == (date(2009, 1, 1), date(2010, 1, 1))
    assert document.approvals == (Approval(body="LSCB", date=date(2008, 12, 1), minute="12/3"),)
    assert document.claims == (
        Claim(
            criterion="OA8",
            aspects=("applying", "removing"),
            where="section 3",
            note="see also annex",
            line=22,
            written="OA8",
        ),
    )
    assert (waiver.from_, waiver.until, waiver.line) == (date(2009, 1, 1), date(2009, 3, 31), 28)
    assert (decision.criterion, decision.line) == ("OA10", 35)
    assert (wording.id, str(wording.kinds[0]), wording.aspects[0].required) == ("OA3", "policy or process", True)
    assert register.remarks == ()


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_files_from_other_systems_are_the_same(change: Callable[[str], str], loaded: Callable[[str], Register]) -> None:
    """A mark at the beginning, and line ends of another system, change nothing."""
    assert loaded(change(HEAD + EVERYTHING)) == loaded(HEAD + EVERYTHING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "organistion = 1", ":4: organistion: no such key; did you mean 'organisation'?"),
        (HEAD + "[[documnt]]", ":4: documnt: no such key; did you mean 'document'?"),
        (HEAD + DOCUMENT + 'onwer = "x"', ":6: document[1].onwer: no such key; did you mean 'owner'?"),
        (HEAD + DOCUMENT + "line = 3", ":6: document[1].line: no such key"),
        (HEAD + DOCUMENT + "zzz = 3", ":6: document[1].zzz: no such key; known here: path, title, kinds, "),
        (HEAD + "remarks = []", ":4: remarks: no such key"),
        (HEAD.replace("Test Council", " "), ":1: organisation: empty; name the organisation"),
        (
            HEAD.replace("RA7", "RA8"),
            ":2: assessment: 'RA8' is not an assessment of the catalogue; did you mean 'RA7'?",
        ),
        (HEAD.replace("due = 2009-05-29\n", ""), ": due: missing; give the day on which RA7 is due for you"),
        (HEAD.replace("2009-05-29", '"soon"'), ":3: due: expected a date such as 2009-05-29, found 'soon'"),
        (
            HEAD.replace("2009-05-29", "2009-05-29T10:00:00"),
            "expected a date such as 2009-05-29, found a date with a time",
        ),
        (HEAD + 'catalogue = "other"', ":4: catalogue: made for 'other', but checked against 'contactpoint-oa'"),
        (HEAD + "[[document]]", ":4: document[1].path: missing; this key is required"),
        (HEAD + '[document]\npath = "a"', ":4: document: expected a list, found a table"),
        (HEAD + DOCUMENT.replace("a.doc", " "), ":4: document[1].path: empty; give the path of the file"),
        (HEAD + DOCUMENT + 'kinds = ["polcy"]', ":6: document[1].kinds[1]: 'polcy' is not one of: policy, process"),
        (HEAD + DOCUMENT + "owner = 3", ":6: document[1].owner: expected text in quotes, found 3"),
        (
            HEAD + DOCUMENT + "effective = 2009-02-01\nreview_by = 2009-01-01",
            ":4: document[1]: review_by 1 January 2009 lies before effective 1 February 2009",
        ),
        (HEAD + DOCUMENT + '[[document.approval]]\nbody = "X"', ":6: document[1].approval[1].date: missing"),
        (
            HEAD + DOCUMENT + '[[document.claim]]\ncriterion = "OA88"',
            "no criterion 'OA88', only OA1 to OA28; did you mean OA8?",
        ),
        (HEAD + DOCUMENT + '[[document.claim]]\ncriterion = "XYZ"', ":6: document[1].claim: the catalogue has no"),
        (
            HEAD + DOCUMENT + '[[document.claim]]\ncriterion = "OA8"\naspects = ["aplying"]',
            ":6: claim of a.doc: aspects: OA8 has no aspect 'aplying'; did you mean 'applying'?",
        ),
        (
            HEAD + DOCUMENT + DOCUMENT,
            ":6: document[2].path: 'a.doc' is already described on line 4; put all of it in one table",
        ),
        (HEAD + DOCUMENT + DOCUMENT.replace("a.doc", "./a.doc"), "document[2].path: 'a.doc' is already described"),
        (
            HEAD + WAIVER.replace("2009-03-31", "2008-03-31"),
            ":4: waiver.until: the waiver ends on 31 March 2008, before",
        ),
        (HEAD + WAIVER.replace("New system", ""), ":4: waiver.reason: empty; say it, or it does not count"),
        (HEAD + WAIVER.replace("Director", " "), ":4: waiver.approver: empty; say it"),
        (HEAD + WAIVER.replace('reason = "New system"\n', ""), ":4: waiver[1].reason: missing; this key is required"),
        (HEAD + WAIVER.replace("from = 2009-01-01\n", ""), ":4: waiver[1].from: missing; this key is required"),
        (HEAD + WAIVER.replace("from =", "form ="), ":8: waiver[1].form: no such key; did you mean 'from'?"),
        (HEAD + WAIVER.replace("OA8", "OA80"), ":4: waiver.criterion: the catalogue has no criterion 'OA80'"),
        (HEAD + DECISION.replace("Director", ""), ":4: not_applicable.approver: empty; say it"),
        (
            HEAD + DECISION + DECISION,
            ":9: not_applicable.criterion: a second decision that OA8 does not apply; keep one",
        ),
        (HEAD + WORDING.replace("OA3", "OA8"), ":4: criterion.id: OA8 has a wording in the catalogue"),
        (HEAD + WORDING + WORDING, ":9: criterion.id: a second wording for OA3; keep one"),
        (HEAD + "x = \n", ":4: not valid TOML: "),
        ("", ": organisation: missing; this key is required"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_its_mend(
    text: str, expected: str, problems: Callable[[str], list[str]]
) -> None:
    """Whatever is wrong, the person reads where, what was expected, and the nearest right word."""
    assert any(expected in one for one in problems(text)), problems(text)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/etc/passwd", "is an absolute path; give it relative to this folder"),
        ("C:\\\\council\\\\a.doc", "is an absolute path"),
        ("\\\\\\\\server\\\\share\\\\a.doc", "is an absolute path"),
        ("../a.doc", "leads out of the evidence folder; copy the file into the folder"),
        ("x/../../a.doc", "leads out of the evidence folder"),
        ("x\\\\..\\\\..\\\\a.doc", "leads out of the evidence folder"),
        ("out/a.doc", "leads out of the evidence folder"),
        ("loop", "leads out of the evidence folder"),
        ("a\\u0000b", "empty; give the path"),
    ],
)
@pytest.mark.parametrize("place", ['[[document]]\npath = "{}"', 'plan = "{}"'])
def test_a_path_stays_inside_the_folder(
    place: str, path: str, expected: str, tmp_path: Path, problems: Callable[[str], list[str]]
) -> None:
    """Absolute paths, Windows drives, steps up and links out are refused, for documents and for the plan."""
    (tmp_path / "out").symlink_to("/")
    (tmp_path / "loop").symlink_to("loop")

    found = problems(HEAD + place.format(path))

    assert len(found) == 1
    assert expected in found[0]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(problems: Callable[[str], list[str]]) -> None:
    """Nobody mends a register one run at a time."""
    documents = [DOCUMENT + "effective = 2009-02-01\nreview_by = 2009-01-01\n", DOCUMENT, DOCUMENT.replace("a.", "/")]

    found = problems(HEAD.replace("RA7", "RA9") + "".join(documents) + WAIVER.replace("OA8", "OX"))

    assert [one.split(": ")[0] for one in found] == [":2", ":4", ":8", ":10", ":12"]


def test_a_mistake_of_form_hides_no_other(problems: Callable[[str], list[str]]) -> None:
    """A wrong type, a slip of the keyboard and a missing key are told together with ids, paths and dates."""
    claims = '[[document.claim]]\nwhere = "page 1"\n[[document.claim]]\ncriterion = "OA29"\n'
    text = (
        HEAD.replace("Test Council", " ").replace("RA7", "RA8")
        + "[[document]]\npath = 3\n"
        + DOCUMENT.replace("a.doc", "../a.doc")
        + 'kinds = ["policy"]\nversion = 3\nonwer = "x"\n'
        + claims
        + WAIVER.replace("OA8", "OA99").replace("from = 2009-01-01\n", "").replace("2009-03-31", '"soon"')
        + DECISION.replace('approver = "Director"\n', "").replace("None", " ")
    )

    assert [one[: one.index(";") if ";" in one else None] for one in problems(text)] == [
        ":1: organisation: empty",
        ":2: assessment: 'RA8' is not an assessment of the catalogue",
        ":5: document[1].path: expected text in quotes, found 3",
        ":6: document[2].path: '../a.doc' leads out of the evidence folder",
        ":9: document[2].version: expected text in quotes, found 3",
        ":10: document[2].onwer: no such key",
        ":11: document[2].claim[1].criterion: missing",
        ":13: document[2].claim: the catalogue has no criterion 'OA29', only OA1 to OA28",
        ":15: waiver[1].from: missing",
        ":15: waiver.criterion: the catalogue has no criterion 'OA99', only OA1 to OA28",
        ":19: waiver[1].until: expected a date such as 2009-05-29, found 'soon'",
        ":20: not_applicable[1].approver: missing",
        ":20: not_applicable.reason: empty",
    ]


def test_ids_as_people_write_them_are_mended_and_noted(loaded: Callable[[str], Register]) -> None:
    """`AO8` counts for OA8, and a note says so, with its line."""
    register = loaded(HEAD + DOCUMENT + '[[document.claim]]\ncriterion = "AO8"\n' + WAIVER.replace("OA8", "oa 09"))
    notes = [(one.level, one.message, one.location.line) for one in register.remarks]

    assert (register.documents[0].claims[0].criterion, register.documents[0].claims[0].written) == ("OA8", "AO8")
    assert register.waivers[0].criterion == "OA9"
    assert notes == [(Level.NOTE, "'AO8' was read as OA8.", 6), (Level.NOTE, "'oa 09' was read as OA9.", 8)]


def test_two_claims_alike_are_odd_but_not_wrong(loaded: Callable[[str], Register]) -> None:
    """The same claim twice is a remark that names both lines; claims of two places are not alike."""
    claim = '[[document.claim]]\ncriterion = "OA8"\n'

    register = loaded(HEAD + DOCUMENT + claim + claim + claim + 'where = "page 3"\n')

    assert [(one.level, one.location.line, one.fix) for one in register.remarks] == [
        (Level.WARNING, 8, "Remove this claim, or that of line 6.")
    ]


@pytest.mark.parametrize("name", ["register.toml", "accepted.toml", "looks-like-a-policy.txt"])
def test_what_says_what_is_evidence_is_no_evidence(
    tmp_path: Path, problems: Callable[[str], list[str]], name: str
) -> None:
    """A register repeats the words that a criterion asks for, so it would show anything; by another name, too."""
    (tmp_path / "register.toml").write_text(HEAD)
    (tmp_path / "accepted.toml").write_text("")
    (tmp_path / "looks-like-a-policy.txt").symlink_to("register.toml")

    assert problems(HEAD + DOCUMENT.replace("a.doc", name)) == [
        f":4: document[1].path: {name!r} says what is evidence, and is none itself; take it out"
    ]


def test_the_plan_is_evidence_of_nothing(
    tmp_path: Path, problems: Callable[[str], list[str]], loaded: Callable[[str], Register]
) -> None:
    """It names every criterion and shows none; it may be described, but not claimed, whatever it is called."""
    (tmp_path / "plan.csv").write_text("x")
    (tmp_path / "policy.csv").symlink_to("plan.csv")
    head, claim = f'{HEAD}plan = "plan.csv"\n', '[[document.claim]]\ncriterion = "OA8"\n'
    for name in ("plan.csv", "./plan.csv", "policy.csv"):
        document = DOCUMENT.replace("a.doc", name)
        said = name.removeprefix("./")
        assert problems(head + document + claim) == [
            f":5: document[1].path: {said!r} is the plan, whose word is no evidence; claim what it promises"
        ]
        assert loaded(head + document).documents[0].path == said


def test_a_folder_is_no_document(tmp_path: Path, problems: Callable[[str], list[str]]) -> None:
    """A path that leads to a folder is told, with its line; nobody could say which paper in it is meant."""
    (tmp_path / "policies").mkdir()

    assert problems(HEAD + DOCUMENT.replace("a.doc", "policies")) == [
        ":4: document[1].path: 'policies' is a folder; describe each document in it that is evidence"
    ]


def test_a_file_that_is_probably_meant_is_named(tmp_path: Path, loaded: Callable[[str], Register]) -> None:
    """A slip in a path, such as a capital letter, is remarked with the nearest name that is there."""
    (tmp_path / "Shielding.doc").write_text("x")

    register = loaded(HEAD + DOCUMENT.replace("a.doc", "shielding.doc") + DOCUMENT.replace("a.doc", "zzz/q.pdf"))

    assert [(one.level, one.message, one.location.line) for one in register.remarks] == [
        (Level.WARNING, "'shielding.doc' is not in the folder; did you mean 'Shielding.doc'?", 4)
    ]


def test_windows_separators_are_read(tmp_path: Path, loaded: Callable[[str], Register]) -> None:
    """A path typed on Windows names the same file."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "a.doc").write_text("x")

    register = loaded(HEAD + 'plan = ".\\\\plan.csv"\n' + DOCUMENT.replace("a.doc", "policies\\\\a.doc"))

    assert (register.documents[0].path, register.plan) == ("policies/a.doc", "plan.csv")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b'organisation = "Caf\xe9"\n', "register.toml:1: the file is not UTF-8; save it as UTF-8 text"),
        ("\ufeffa".encode("utf-16"), "the file is not UTF-8"),
        (b"# x\n" * 1_300_000, "the file is larger than 5 MB; is it the right one?"),
        (b"\x00", "not valid TOML"),
    ],
    ids=["latin-1", "utf-16", "huge", "nought"],
)
def test_what_is_no_text_is_refused(raw: bytes, expected: str, tmp_path: Path) -> None:
    """Other encodings and enormous files are refused in words."""
    (tmp_path / "register.toml").write_bytes(raw)

    with pytest.raises(RegisterError, match=r".*") as caught:
        load_evidence(tmp_path)

    assert expected in str(caught.value)


def test_a_register_that_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder or a pipe of that name is told; the pipe is not waited for."""
    said = []
    for name, make in (("folder", Path.mkdir), ("pipe", os.mkfifo)):
        (tmp_path / name).mkdir()
        make(tmp_path / name / "register.toml")
        with pytest.raises(RegisterError) as caught:
            load_evidence(tmp_path / name)
        said.append(str(caught.value).partition("register.toml: ")[2])

    assert said == ["cannot be read: Is a directory", "cannot be read: it is a pipe, not a file"]


def test_no_register_is_nothing_to_assess(tmp_path: Path) -> None:
    """A folder without a register is never a clear one; the message names the way on."""
    with pytest.raises(NothingToAssessError, match="readiness init"):
        load_evidence(tmp_path)


@pytest.mark.parametrize(("name", "load"), [("accepted.toml", load_evidence), ("rejected.toml", suggest)])
def test_mistakes_beside_the_register_are_mistakes_of_the_register(
    name: str, load: Callable[[Path], object], evidence: Callable[..., Path]
) -> None:
    """Whoever catches the one catches the other, with every mistake and its line."""
    folder = evidence()
    (folder / name).write_text(f"[[{name[:8]}]]\nwhoever = 1\ndocument = 2\n", "utf-8")

    with pytest.raises(RegisterError) as caught:
        load(folder)

    assert len(caught.value.problems) > 2
    assert {str(folder / name)} == {one.file for one in caught.value.problems}


def test_a_claim_for_several_criteria_is_told_as_such(evidence: Callable[..., Path]) -> None:
    """One entry is one criterion; nobody is asked whether he meant the last of them."""
    text = '[[document]]\npath = "a.txt"\n\n[[document.claim]]\ncriterion = "OA8, OA18"\n'

    with pytest.raises(RegisterError, match="'OA8, OA18' names several criteria; give each an entry of its own"):
        load_evidence(evidence(text, "a.txt"))
