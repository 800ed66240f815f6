"""Files of every kind: clean plans, encodings, and what is no plan."""

import io
import os
import zipfile

import pytest

from readiness._plans import read_plan
from readiness.exceptions import PlanError
from readiness.model import Confidence, Progress

CLEAN = """Due,OWNER,Deliverable,Action,Section,Status,Criteria
2009-05-29,LIM,Shielding policy,Draft it,Change,In progress,AO8
,"LIM, HR",Records,,Change,done,OA1
31 July 2009,HR,Tokens,,Support,,OA12; OA29
"""


def plan_of(tmp_path, ids, name, content):
    """Write a file and read it as a plan."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_plan(path, ids=ids, strands=())


def workbook(rows, *, extra=""):
    """Return the bytes of a small xlsx; a number is a day, as Excel stores it."""

    def cell(column, line, value):
        place = f'r="{chr(64 + column)}{line}"'
        if isinstance(value, int):
            return f'<c {place} s="1"><v>{value}</v></c>'
        return f'<c {place} t="inlineStr"><is><t>{value}</t></is></c>'

    body = "".join(
        f'<row r="{line}">{"".join(cell(at, line, value) for at, value in enumerate(row, 1) if value != "")}</row>'
        for line, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Plan" sheetId="1" '
        'r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="{office}/styles" '
        'Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{body}{extra}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_clean_csv(tmp_path, ids):
    """Columns are found by name in any order and case; an unknown criterion is reported."""
    plan = plan_of(tmp_path, ids, "plan.csv", CLEAN)
    first, second, third = plan.actions
    assert (
        first.section,
        first.deliverable,
        first.comment,
        first.who,
    ) == ("Change", "Shielding policy", "Draft it", ("LIM",))
    assert (str(first.dates[0].date), first.dates[0].confidence) == ("2009-05-29", Confidence.HIGH)
    assert [(ref.id, ref.written) for ref in first.criteria] == [("OA8", "AO8")]
    assert [a.progress for a in plan.actions] == [Progress.IN_HAND, Progress.DONE, Progress.NOT_STATED]
    assert (str(third.dates[0].date), second.who) == ("2009-07-31", ("LIM", "HR"))
    assert [(one.line, one.column) for one in plan.problems] == [(4, 7)]
    assert "OA29" in plan.problems[0].message


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_separators(tmp_path, ids, mark):
    """Semicolons and tabs separate too."""
    text = f"Deliverable{mark}Owner\nTokens, all{mark}HR\n"
    assert plan_of(tmp_path, ids, "plan.csv", text).actions[0].deliverable == "Tokens, all"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("name", ["plan.csv", "plan.txt"])
def test_encodings_and_line_ends(tmp_path, ids, encoding, name):
    """What Windows programs write is read, with either line end."""
    text = "Deliverable\tOwner\r\nCafé \N{EN DASH} tokens\tHR\r\n"
    assert plan_of(tmp_path, ids, name, text.encode(encoding)).actions[0].deliverable == "Café \N{EN DASH} tokens"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("29/05/2009", "2009-05-29"),
        ("29 May 2009", "2009-05-29"),
        ("Friday 29th May 2009", "2009-05-29"),
        ("May 2009", "2009-05"),
        ("2009-05", "2009-05"),
        ("05/05/2009", "2009-05-05"),
        ("04/05/2009", None),
        ("05/29/2009", None),
        ("31 June 2009", None),
        ("2009-13-01", None),
        ("soon", None),
        ("39962", None),
    ],
)
def test_due_dates(tmp_path, ids, written, read):
    """A date is read in the one way it can be read, or it is a problem with its place; it is never guessed."""
    plan = plan_of(tmp_path, ids, "plan.csv", f"Deliverable,Due\nTokens,{written}\n")
    dates = [str(one.date) for one in plan.actions[0].dates]
    if read:
        assert ([read], ()) == (dates, plan.problems)
    else:
        assert ([], [(2, 2, written)]) == (dates, [(p.line, p.column, p.text) for p in plan.problems])


def test_a_column_can_give_its_order_away(tmp_path, ids):
    """One date with a day past 12 shows that the whole column puts the day first."""
    plan = plan_of(tmp_path, ids, "plan.csv", "Deliverable,Due\nA one,04/05/2009\nB two,29/05/2009\n")
    assert str(plan.actions[0].dates[0].date) == "2009-05-04"


def test_a_plan_may_number_its_actions(tmp_path, ids):
    """Its own ids are kept; one given twice, or to an empty row, is a problem, and a reference may be a number too."""
    text = "Ref,Task,Owner,Criterion\n7,Tokens,LIM,OA12\n7,Records,HR,AO1\n,Network,ICT,\n9,,,\n"
    plan = plan_of(tmp_path, ids, "plan.csv", text)
    assert [action.id for action in plan.actions] == ["7", "A02", "A03"]
    assert [[ref.id for ref in action.criteria] for action in plan.actions] == [["OA12"], ["OA1"], []]
    assert [(one.line, one.column, one.text) for one in plan.problems] == [(3, 1, "7"), (5, 1, "9")]


def test_numbers_alone_make_no_table(tmp_path, ids):
    """A price list is no plan because it counts its rows."""
    with pytest.raises(PlanError, match="not a project plan"):
        plan_of(tmp_path, ids, "plan.csv", "No,Product,Price\n1,Pens,3\n")


def test_several_dates_and_readings_of_one_cell(tmp_path, ids):
    """Semicolons part dates, `or` parts readings; one bad part makes the whole cell a problem."""
    text = "Deliverable,Due\nA,2009-04-30 or 2009-05-30\nB,May 2009; 2009-06-01 (low)\nC,2009-05-01; soon\n"
    plan = plan_of(tmp_path, ids, "plan.csv", text)
    assert [
        [(str(one.date), one.confidence.value, [*map(str, one.alternatives)]) for one in action.dates]
        for action in plan.actions
    ] == [
        [("2009-04-30", "low", ["2009-05-30"])],
        [("2009-05", "high", []), ("2009-06-01", "low", [])],
        [],
    ]
    assert [one.text for one in plan.problems] == ["2009-05-01; soon"]


def test_a_status_that_the_plan_states_is_not_called_inferred(tmp_path, ids):
    """A status column is the plan's word; without one the wording decides, and the plan is not said to state it."""
    plan = plan_of(tmp_path, ids, "plan.csv", "Deliverable,Action,Status\nA,Map process,done\nB,Map process,\n")
    assert [(one.progress, one.progress_words, one.progress_stated) for one in plan.actions] == [
        (Progress.DONE, "done", True),
        (Progress.PLANNED, "Map process", False),
    ]


def test_quoted_line_breaks_keep_the_line_numbers(tmp_path, ids):
    """A record is known by the line it begins on."""
    plan = plan_of(tmp_path, ids, "plan.csv", 'Deliverable,Due\n"To\nkens",x\nLast,y\n')
    assert [action.lines for action in plan.actions] == [(2,), (4,)]


def test_unnamed_columns_are_reported(tmp_path, ids):
    """What stands under an unknown heading is not lost."""
    plan = plan_of(tmp_path, ids, "plan.csv", "Deliverable,Mood,Owner\nTokens,sunny,HR\n")
    assert [(p.line, p.column, p.text) for p in plan.problems] == [(2, 2, "sunny")]


def test_a_heading_nobody_understands_is_reported(tmp_path, ids):
    """Even if nothing stands beneath it; months of a grid are understood."""
    plan = plan_of(tmp_path, ids, "plan.csv", "Deliverable,Mood,Owner,Zest\nTokens,,HR,\n")
    assert [(p.line, p.column, p.text) for p in plan.problems] == [(1, 2, "Mood"), (1, 4, "Zest")]


def test_workbook_with_real_dates(tmp_path, ids):
    """A date cell of a workbook is a date."""
    rows = [["Our plan"], ["OWNER", "due date", "Deliverable"], ["LIM", 39962, "Tokens (OA12)"]]
    plan = plan_of(tmp_path, ids, "plan.xlsx", workbook(rows))
    action = plan.actions[0]
    assert (str(action.dates[0].date), action.criteria[0].id, action.who) == ("2009-05-29", "OA12", ("LIM",))
    assert plan.title == "Our plan"


def test_sparse_workbook_is_refused_and_kills_nothing(tmp_path, ids):
    """Two cells at opposite corners would fill the memory; the process that reads them has a limit."""
    content = workbook([["Deliverable", "Owner"]], extra='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    with pytest.raises(PlanError, match="save the plan as csv"):
        plan_of(tmp_path, ids, "plan.xlsx", content)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("policy.txt", "Policy on misuse\n\nUsers must not.\n", "not a project plan"),
        ("plan.csv", "Name,Colour\nA,red\n", "not a project plan"),
        ("plan.csv", "Deliverable,Owner\n", "no action under it"),
        (
            "plan.csv",
            'Deliverable,Owner\nA,B\n"Tokens,HR\nC,D\n',
            "plan.csv:3: a quotation mark is opened here and never",
        ),
        ("plan.txt", "Deliverable    Owner\nTokens         HR\n", "parted by spaces"),
        ("plan.csv", 'Deliverable,Owner\n"' + "x" * 200_000 + '",b\n', "plan.csv:2: "),
        ("plan.txt", "Deliverable\tOwner\nx\t" + "y" * 20_000 + "\n", "10000 characters"),
        ("plan.txt", "Deliverable\tOwner\n" + "a\tb\n" * 6_000, "5000 rows"),
        ("plan.csv", "," * 2_000 + "\n", "1000 cells"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        ("plan.txt", b"Deliverable\tOwner\nx\x00y\tz\n", "not text"),
        ("plan.txt", b"%PDF-1.4 ...", "PDF"),
        ("plan.txt", b"PK\x03\x04....", "Word"),
        ("plan.txt", b"\xff\xfeD", "not text"),
        ("plan.xlsx", b"not a workbook", "cannot be read"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path, ids, name, content, says):
    """A file that is no plan is refused in words, never read as an empty plan."""
    with pytest.raises(PlanError) as caught:
        plan_of(tmp_path, ids, name, content)
    assert says in str(caught.value)
    assert str(caught.value).startswith(name)


def test_missing_folder_and_device_are_refused(tmp_path, ids):
    """Only a file is opened; a pipe would wait for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("missing.txt", "pipe.txt", "."):
        with pytest.raises(PlanError):
            read_plan(tmp_path / name, ids=ids, strands=())


def test_huge_file_is_refused_unread(tmp_path, ids):
    """Size is looked at before the content."""
    path = tmp_path / "plan.txt"
    with path.open("wb") as stream:
        stream.truncate(100 * 2**20)
    with pytest.raises(PlanError, match="20 MB"):
        read_plan(path, ids=ids, strands=())


def test_no_cell_of_a_workbook_is_lost(tmp_path, ids):
    """A formula that was never calculated and an error value are reported where they stand, not read as empty."""
    extra = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Policy</t></is></c><c r="B2"><f>DATE(2009,5,4)</f></c>'
        '<c r="C2" t="e"><v>#REF!</v></c></row><row r="3"><c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    plan = plan_of(tmp_path, ids, "plan.xlsx", workbook([["Deliverable", "Due", "Status"]], extra=extra))
    assert [(one.line, one.column, one.text) for one in plan.problems] == [
        (2, 2, "=DATE(2009,5,4)"),
        (2, 3, "#REF!"),
        (3, 5, "#DIV/0!"),
    ]
    assert plan.actions[0].dates == ()


def test_the_first_of_a_month_in_a_workbook_is_read_as_the_month(tmp_path, ids):
    """A cell that shows May 2009 holds the first of May; to take it for that day would be sure and wrong."""
    first_of_may = 39934
    rows = [["Deliverable", "Due"], ["Policy", first_of_may], ["Process", first_of_may + 1]]
    plan = plan_of(tmp_path, ids, "plan.xlsx", workbook(rows))
    assert [str(one.dates[0].date) for one in plan.actions] == ["2009-05", "2009-05-02"]
