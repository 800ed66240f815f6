"""How the criteria stood over time: the values, the pictures, the tables, and what is refused."""

from __future__ import annotations

import csv
import io
import random
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from records import criterion, record

from common import Ran, at_most
from readiness import render, trend
from readiness._records import record_of
from readiness.exceptions import InputError
from readiness.model import Record, RecordedCatalogue, Status, Trend

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "renderers"))

import samples  # noqa: E402 - stands with the tests of the renderers
from page import Page  # noqa: E402 - as above

Run = Callable[..., Ran]
START = date(2009, 1, 31)


def on(days: int, *statuses: Status, **more: Any) -> Record:
    """Return an assessment so many days after the start, with OA1, OA2 and so on of those statuses."""
    criteria = (criterion(one, id=f"OA{number}") for number, one in enumerate(statuses, start=1))
    usual = {"as_of": START + timedelta(days=days), "source": f"{days}.json"}
    return record(*criteria, **(usual | more))


def stood(found: Trend) -> dict[str, list[tuple[int, str | None]]]:
    return {
        row.criterion: [((one.start - START).days, one.status and one.status.value) for one in row.stretches]
        for row in found.rows
    }


def test_a_record_cannot_forge_a_line(run: Run, tmp_path: Path) -> None:
    """A line end in the name of an organisation is shown as a space."""
    run("profile", ROOT / "evidence" / "isle-of-wight", "--as-of", "2008-10-31", "-o", tmp_path / "a.json")
    told = (tmp_path / "a.json").read_text("utf-8").replace("Isle of Wight Council", "A\\rB\\n0 gaps")
    (tmp_path / "a.json").write_text(told, "utf-8")
    out = run("trend", tmp_path / "a.json").out

    assert out.startswith("A B 0 gaps: RA7, 1 assessment, ")
    assert "\r" not in out


def test_each_assessment_holds_until_the_next() -> None:
    """A criterion has one stretch for each while in which it stood the same, and one while it was not judged."""
    found = trend(
        [on(60, Status.MET, Status.NOT_MET), on(0, Status.PLANNED), on(30, Status.MET), on(90, Status.MET, Status.MET)]
    )

    assert {"OA1": [(0, "planned"), (30, "met")], "OA2": [(0, None), (60, "not met"), (90, "met")]} == stood(found)
    assert [0, 30, 60, 90] == [(one.as_of - START).days for one in found.points]
    assert [1, 0, 1, 0] == [one.gaps for one in found.points]
    assert found.rows[1].stretches[1].end == START + timedelta(days=90)


def test_two_of_one_day_have_to_agree() -> None:
    """Copies are said and left out; contradictions are refused."""
    twice = trend([on(0, Status.MET), on(0, Status.MET, source="copy.json"), on(9, Status.MET)])

    assert 2 == len(twice.points)
    assert "copy.json says the same as another file of the same day" in twice.notices[0]
    with pytest.raises(InputError, match=r"is for 31 January 2009, as 0\.json is, and they do not say the same"):
        trend([on(0, Status.MET), on(0, Status.NOT_MET, source="other.json")])


def test_only_of_the_same_thing() -> None:
    """Whatever is not of the same organisation, assessment and catalogue is named, all of it at once."""
    with pytest.raises(InputError) as caught:
        trend(
            [
                on(0, Status.MET),
                on(1, Status.MET, organisation="Elsewhere"),
                on(2, Status.MET, assessment="RA6b", catalogue=RecordedCatalogue(id="y", title="Y", version="1")),
            ]
        )

    assert ["1.json", "2.json", "2.json"] == [one.file for one in caught.value.problems]
    with pytest.raises(InputError, match="at least one"):
        trend([])


def test_what_a_reader_has_to_know() -> None:
    """Another version of what is asked, of what judges, or another due date is said."""
    other = RecordedCatalogue(id="x", title="X", version="2")
    found = trend([on(0, Status.MET), on(1, Status.MET, catalogue=other, generator="readiness 9", due=START)])

    assert ["version of the catalogue", "version of the program", "due date"] == [
        re.search(r"The (.+) is not the same", one)[1] for one in found.notices
    ]


@st.composite
def series(draw: st.DrawFn) -> list[Record]:
    days = draw(st.lists(st.integers(0, 4000), min_size=1, max_size=8, unique=True))
    return [
        on(day, *draw(st.lists(st.sampled_from(Status), min_size=1, max_size=4)), due=START + timedelta(days=400))
        for day in days
    ]


@settings(max_examples=at_most(25))
@given(series(), st.randoms(use_true_random=False))
def test_order_never_matters(given_: list[Record], dice: random.Random) -> None:
    """Files in any order give the same bytes in every format."""
    for form in ("html", "csv"):
        assert render(trend(given_), form) == render(trend(dice.sample(given_, len(given_))), form)


@settings(max_examples=at_most(25))
@given(series())
def test_the_pictures_show_what_the_tables_say(given_: list[Record]) -> None:
    """Areas lie inside the picture, stretches follow each other without a gap, and words stand beside every colour."""
    found = trend(given_)
    for row in found.rows:
        ends = [one.end for one in row.stretches]
        assert [one.start for one in row.stretches][1:] == ends[:-1]
    for picture in pictures(render(found, "html")):
        width, height = (float(one) for one in picture.attrib["viewBox"].split()[2:])
        for x, y in places(picture):
            assert -1 <= x <= width
            assert -1 <= y <= height
    last = found.points[-1]
    words = " ".join(pictures(render(found, "html"))[0].itertext())
    for status in Status:
        assert not last.number(status) or f"{last.number(status)} {status.value}" in words


def pictures(page: bytes) -> list[ET.Element]:
    found = re.findall(r'<svg class="trend".*?</svg>\s*(?=</div>)', page.decode(), re.DOTALL)
    return [ET.fromstring(one) for one in found]


def places(picture: ET.Element) -> list[tuple[float, float]]:
    found = []
    for one in picture.iter():
        if "x" in one.attrib:
            found.append((float(one.attrib["x"]), float(one.attrib["y"])))
            if one.tag == "rect":
                found.append((float(one.attrib["x"]) + float(one.attrib["width"]), 0.0))
        if one.attrib.get("class", "").startswith("area"):
            found += [tuple(map(float, pair.split(","))) for pair in one.attrib["d"].strip("MZ").split()]
    return found


def many(times: int, criteria: int) -> Trend:
    dice = random.Random(7)
    return trend(
        on(day * 3, *(dice.choice(list(Status)) for _ in range(criteria)), due=START + timedelta(days=9))
        for day in range(times)
    )


def test_two_hundred_assessments() -> None:
    """They are one page, whole and not too large, with every number in its table."""
    output = render(many(200, 28), "html")
    page = Page(output)

    assert not page.faults
    assert len(output) < 2_000_000
    assert 200 == page.text.count("NO-GO") - 2


def test_very_many_criteria_are_left_to_the_table() -> None:
    """The picture shows those that moved, as many as can be looked at, and says how many it does not."""
    text = Page(render(many(3, 400), "html")).text

    assert "200 others stand only in the table" in text
    assert "OA400" in text


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_the_page_is_whole_and_fetches_nothing(name: str) -> None:
    """Tags pair up, headings come in order, nothing is loaded, and hostile text adds no element."""
    one = record_of(getattr(samples, name)())
    other = evolve(one, as_of=one.as_of + timedelta(days=30), criteria=one.criteria[1:])
    page = Page(render(trend([one, other]), "html"))
    ours = Page(render(many(3, 3), "html")).tags

    assert not page.faults
    assert page.tags <= ours | {"strong"}
    assert not {"script", "img", "iframe", "object", "link"} & page.tags
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert not [one for one in (*page.values("src"), *page.values("href")) if not one.startswith("#")]
    assert {"img"} == set(page.values("role")) & {"img"}
    assert all(one.startswith("col") or one == "row" for one in page.values("scope"))


def test_the_csv_obeys_nobody() -> None:
    """No cell begins a formula, and every line has as many cells as the first."""
    one = record_of(samples.hostile())
    rows = list(csv.reader(io.StringIO(render(trend([evolve(one, source="=1+1.json")]), "csv").decode("utf-8-sig"))))

    assert {len(rows[0])} == {len(row) for row in rows}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_csv_has_every_criterion_of_every_day() -> None:
    """A line for each assessment; a criterion that was not judged then is left empty."""
    found = trend([on(0, Status.MET), on(9, Status.MET, Status.NOT_MET)])
    rows = list(csv.DictReader(io.StringIO(render(found, "csv").decode("utf-8-sig"))))

    assert [("2009-01-31", "0", "met", ""), ("2009-02-09", "1", "met", "not met")] == [
        (row["as of"], row["gaps"], row["OA1"], row["OA2"]) for row in rows
    ]


def test_the_command(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes names with a star, in any order, and writes what it shows."""
    monkeypatch.chdir(tmp_path)
    for day in ("2008-12-31", "2008-10-31"):
        run("profile", ROOT / "evidence" / "isle-of-wight", "--as-of", day, "-o", f"iow {day}.json")

    done = run("trend", "iow*.json")
    assert (0, "2 assessments; 0 criteria moved\n") == (done.code, done.err)
    assert "2 assessments, 31 October 2008 to 31 December 2008" in done.out
    assert done.out == run("trend", "iow 2008-12-31.json", "iow 2008-10-31.json").out
    assert run("trend", "iow*.json", "-o", "trend.html").code == 0
    assert run("trend", "iow*.json", "--format", "html").out == Path("trend.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("nowhere*.json",), "no file has such a name"),
        (("a.json", "b.json"), "2 problems"),
        ((), "FILE"),
        (("a.json", "-o", "b.json"), "use one of"),
        (("a.csv", "-o", "a.csv"), "is read by this very command"),
    ],
)
def test_the_command_refuses(run: Run, argv: tuple[str, ...], says: str) -> None:
    """A mistake is told in words, with exit code 2."""
    done = run("trend", *argv)

    assert done.code == 2
    assert says in done.err
