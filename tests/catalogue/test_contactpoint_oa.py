"""The shipped list of the 28 criteria: complete, sourced, and invented nowhere."""

import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "criteria" / "contactpoint-oa"
SHARED = ROOT.parent / "shared"

CATALOGUE = tomllib.loads((FOLDER / "catalogue.toml").read_text(encoding="utf-8"))
FILES = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("OA*.toml"))}
CRITERIA = {table["id"]: table for table in FILES.values()}

IDS = [f"OA{number}" for number in range(1, 29)]
UNKNOWN = ["OA3", "OA5", "OA24", "OA26", "OA28"]
KNOWN = [one for one in IDS if one not in UNKNOWN]
POLICY_AND_PROCESS = ["OA8", "OA15", "OA16", "OA18", "OA19", "OA23", "OA27"]
SOURCED_FIELDS = ("title", "requires", "strand", "owners", "endorsers", "review_months", "kinds", "note")
KINDS = {"policy", "process", "procedure", "record", "agreement", "training", "statement"}
RULES = [
    "wording-known",
    "has-evidence",
    "readable",
    "has-kinds",
    "covers-aspects",
    "where-found",
    "names-system",
    "localised",
    "own-paper",
    "not-draft",
    "owned",
    "approved",
    "endorsed-by",
    "effective-by-assessment",
    "in-date",
    "dates-agree",
    "reviewed-within",
    "not-superseded",
    "evidence-of-practice",
    "unchanged-since-accepted",
    "criterion-unchanged",
    "period-vocabulary",
    "planned-on-time",
    "no-orphans",
    "single-point-of-evidence",
    "near-duplicates",
]
STRANDS = {
    "change-management": ["OA1", "OA2", "OA4", "OA6", "OA7", "OA8", "OA9", "OA10", "OA17", "OA18", "OA19", "OA23"],
    "training": ["OA15"],
    "data-sources": ["OA13", "OA16", "OA25", "OA27"],
    "helpdesk-and-support": ["OA11", "OA12", "OA14", "OA20", "OA21", "OA22"],
}
REQUIRED_BY_THE_PLAN = {
    "OA1": ["employees", "contractors"],
    "OA7": ["practice", "procedures", "contactpoint"],
    "OA8": ["applying", "removing"],
    "OA11": ["scoping", "managing"],
    "OA12": ["issue", "loss", "return", "damage"],
    "OA13": ["organisation", "team", "personal-data"],
    "OA14": ["local-authority", "partners"],
    "OA16": ["currency", "accuracy"],
    "OA18": ["override", "investigation"],
    "OA21": ["configuration", "ip-addresses"],
    "OA22": ["policy", "processes", "training", "resources"],
}
NEVER_EXPANDED = ("OADS", "DIS", "BPP", "RAO", "WFA2", "OCDP", "LIM", "LIT", "CMT")
SHINGLE = 8


def strings(value: object) -> Iterator[str]:
    """Yield every string below *value*, except what stands in a table of sources."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key != "source":
                yield from strings(one)


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight consecutive words of *text*."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def shared_texts() -> dict[str, str]:
    """Return the project's notes and the real plan, or skip where they are not at hand."""
    paths = [SHARED / "domain.md", *sorted((SHARED / "plan").glob("*.txt"))]
    if not paths[0].is_file():
        pytest.skip("the research notes that the catalogue was made from are not beside this checkout")
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def entries(table: dict, name: str) -> list[dict]:
    """Return the provenance of the field *name* of a criterion."""
    return [one for one in table["provenance"] if one["of"] == name]


def facts(table: dict) -> list[str]:
    """Return the names of the filled fields of a criterion that need a provenance."""
    filled = [name for name in SOURCED_FIELDS if name in table]
    if table["wording"] == "unknown":
        return [*(name for name in filled if name != "title"), "wording", "candidates"]
    return [*filled, "aspects", "vocabulary"]


def test_there_are_28_files_in_order() -> None:
    """File names sort as the ids count."""
    assert list(CRITERIA) == IDS
    assert [f"OA{number:02}.toml" for number in range(1, 29)] == list(FILES)


def test_only_five_wordings_are_unknown() -> None:
    """The numbers that no source gives are kept as unknown, and no others."""
    assert [one for one in IDS if CRITERIA[one]["wording"] == "unknown"] == UNKNOWN
    assert [one for one in IDS if CRITERIA[one]["wording"] == "known"] == KNOWN


@pytest.mark.parametrize("criterion", UNKNOWN)
def test_nothing_is_invented_for_an_unknown_wording(criterion: str) -> None:
    """An unknown criterion has candidates of low confidence, and asks for nothing."""
    table = CRITERIA[criterion]
    assert set(table) == {"id", "title", "wording", "note", "candidate", "provenance"}
    assert table["title"].startswith("Not known")
    assert len(table["candidate"]) >= 2
    assert all(one["note"].endswith("Confidence: low.") for one in table["candidate"])


def test_a_candidate_is_described_alike_wherever_it_is_offered() -> None:
    """One candidate id always has one topic."""
    topics = {(one["id"], one["topic"]) for name in UNKNOWN for one in CRITERIA[name]["candidate"]}
    assert len(topics) == len({name for name, _ in topics})


@pytest.mark.parametrize("criterion", KNOWN)
def test_a_known_criterion_is_complete(criterion: str) -> None:
    """It says what it asks, of whom, with what evidence, about what and in which words."""
    table = CRITERIA[criterion]
    assert table["requires"].endswith(".")
    assert table["owners"]
    assert len(table["aspect"]) >= 3
    assert any(one.get("required") for one in table["aspect"])
    assert all(one["terms"] for one in table["aspect"])
    assert len(table["vocabulary"]["period"]) >= 8
    assert table["vocabulary"]["later"]
    assert "candidate" not in table


@pytest.mark.parametrize("criterion", KNOWN)
def test_terms_and_ids_are_not_repeated(criterion: str) -> None:
    """No aspect has two entries, and no term stands twice in a list or in both vocabularies."""
    table = CRITERIA[criterion]
    words = table["vocabulary"]["period"] + table["vocabulary"]["later"]
    lists = [[one["id"] for one in table["aspect"]], words, *(one["terms"] for one in table["aspect"])]
    folded = [[word.casefold() for word in one] for one in lists]
    assert [sorted(set(one)) for one in folded] == [sorted(one) for one in folded]


@pytest.mark.parametrize("criterion", IDS)
def test_every_filled_field_says_what_it_rests_on(criterion: str) -> None:
    """Each fact has a provenance, and no provenance speaks of a field that is empty."""
    table = CRITERIA[criterion]
    assert sorted(facts(table)) == sorted({one["of"] for one in table["provenance"]})


@pytest.mark.parametrize("criterion", IDS)
def test_sources_exist_and_an_inference_cites_none(criterion: str) -> None:
    """A plan's fact cites the plan, a public one cites public sources, and an inference nothing."""
    known = {one["id"] for one in CATALOGUE["source"]}
    for one in CRITERIA[criterion]["provenance"]:
        cited = one.get("sources", [])
        expected = {
            "plan": cited == ["PLAN"],
            "public": bool(cited) and "PLAN" not in cited and known.issuperset(cited),
            "inference": cited == [],
        }
        assert expected[one["basis"]], one
        assert one["note"]


@pytest.mark.parametrize("criterion", KNOWN)
def test_an_aspect_is_required_only_where_it_is_sourced(criterion: str) -> None:
    """No requirement rests on our inference, and each basis used has its provenance."""
    table = CRITERIA[criterion]
    assert [one["id"] for one in table["aspect"] if one.get("required") and one["basis"] == "inference"] == []
    assert {one["basis"] for one in table["aspect"]} == {one["basis"] for one in entries(table, "aspects")}


@pytest.mark.parametrize("criterion", list(REQUIRED_BY_THE_PLAN))
def test_what_the_plan_lists_is_required(criterion: str) -> None:
    """The events, parties and things that a row of the plan lists are each a required aspect."""
    aspects = CRITERIA[criterion]["aspect"]
    found = [one["id"] for one in aspects if one.get("required") and one["basis"] == "plan"]
    assert found == REQUIRED_BY_THE_PLAN[criterion]


def test_seven_criteria_ask_for_policy_and_process() -> None:
    """These seven want both, where one document of either kind is not enough."""
    both = ["policy", "process or procedure"]
    assert [name for name in KNOWN if CRITERIA[name]["kinds"] == both] == POLICY_AND_PROCESS


def test_first_line_support_asks_for_four_kinds() -> None:
    """OA22 wants a policy, processes, training and resources."""
    assert CRITERIA["OA22"]["kinds"] == ["policy", "process or procedure", "training", "statement or record"]


def test_every_kind_is_one_of_the_model() -> None:
    """No criterion asks for a kind that a document cannot declare."""
    asked = {kind for name in KNOWN for ask in CRITERIA[name]["kinds"] for kind in ask.split(" or ")}
    assert asked <= KINDS


def test_endorsers_and_cycles_stand_only_where_a_source_gives_them() -> None:
    """The LSCB endorses two criteria, and one alone has a cycle of review."""
    assert {name: table["endorsers"] for name, table in CRITERIA.items() if "endorsers" in table} == {
        "OA8": ["LSCB"],
        "OA18": ["LSCB"],
    }
    assert {name: table["review_months"] for name, table in CRITERIA.items() if "review_months" in table} == {"OA4": 36}


def test_mistyped_ids_are_kept_as_the_plan_types_them() -> None:
    """Four ids have their letters swapped in the plan."""
    typed = {name: table["typed_as"] for name, table in CRITERIA.items() if "typed_as" in table}
    assert typed == {"OA1": ["AO1"], "OA4": ["AO4"], "OA8": ["AO8"], "OA10": ["AO10"]}


def test_criteria_stand_in_the_strand_of_their_row() -> None:
    """The plan's seven strands are there in order, and each criterion is where its row is."""
    assert [one["title"] for one in CATALOGUE["strand"]] == [
        "Sponsorship",
        "Project Management",
        "Communication",
        "Change Management",
        "Training",
        "Data Sources",
        "Helpdesk and Support",
    ]
    by_strand = {strand: [name for name in KNOWN if CRITERIA[name]["strand"] == strand] for strand in STRANDS}
    assert by_strand == STRANDS


def test_the_catalogue_has_its_assessments_and_rules() -> None:
    """Both assessments leave the due date to the register, and the common rules stand in order."""
    assert [one["id"] for one in CATALOGUE["assessment"]] == ["RA6b", "RA7"]
    assert [one for one in CATALOGUE["assessment"] if {"due", "criteria"} & set(one)] == []
    assert [one["kind"] for one in CATALOGUE["rule"]] == RULES


def test_the_reader_is_warned() -> None:
    """The introduction tells how thin the sources are, and names what is missing."""
    about = CATALOGUE["about"]
    missing = [word for word in ("23 of the 28", "one council", "LARA", *UNKNOWN) if word not in about]
    assert missing == []


def test_every_source_is_cited_and_has_an_address() -> None:
    """No source is listed for show, and each but the plan can be looked up."""
    cited = {source for table in CRITERIA.values() for one in table["provenance"] for source in one.get("sources", [])}
    assert sorted(one["id"] for one in CATALOGUE["source"]) == sorted(cited)
    assert [one["id"] for one in CATALOGUE["source"] if "url" not in one] == ["PLAN"]


def test_addresses_are_those_that_were_looked_up() -> None:
    """Each address stands in the research notes, letter for letter."""
    notes = shared_texts()["domain.md"].split()
    assert [one["url"] for one in CATALOGUE["source"] if "url" in one and one["url"] not in notes] == []


def test_prose_is_tidy() -> None:
    """No string has line breaks, double spaces or loose ends, so that every output can wrap it as it likes."""
    untidy = [text for text in strings([CATALOGUE, *CRITERIA.values()]) if text != " ".join(text.split())]
    assert untidy == []


def test_unexplained_abbreviations_stay_unexplained() -> None:
    """What no source spells out is spelt out nowhere here."""
    prose = " ".join(strings([CATALOGUE, *CRITERIA.values()]))
    for short in NEVER_EXPANDED:
        given = re.findall(rf"\b{short}\b *(?:\(|=|: |means\b)|\({short}\)", prose)
        spelt = r"\W+".join(rf"{letter}[a-z]+" for letter in short if letter.isalpha())
        assert (short, given, re.findall(rf"\b{spelt}\b", prose)) == (short, [], [])


def test_the_wording_is_our_own() -> None:
    """No run of eight words is shared with the research notes or with the plan."""
    theirs = {run for text in shared_texts().values() for run in shingles(text)}
    runs = {run: text for text in strings([CATALOGUE, *CRITERIA.values()]) for run in shingles(text)}
    assert {text for run, text in runs.items() if run in theirs} == set()


def test_the_loader_reads_it() -> None:
    """The library loads the shipped catalogue, and nothing is lost on the way."""
    if importlib.util.find_spec("readiness._catalogue") is None:
        pytest.skip("the catalogue loader is not part of this checkout yet")
    from readiness import load_catalogue  # noqa: PLC0415  # the rest of this file needs no library

    catalogue = load_catalogue()
    assert [one.id for one in catalogue.criteria] == IDS
    assert [one.id for one in catalogue.criteria if one.candidates] == UNKNOWN
    assert [rule.kind for rule in catalogue.rules] == RULES
    for one in catalogue.criteria:
        table = CRITERIA[one.id]
        assert (one.title, one.requires, one.wording.value) == (
            table["title"],
            table.get("requires", ""),
            table["wording"],
        )
        assert [str(ask) for ask in one.kinds] == table.get("kinds", [])
        assert [aspect.id for aspect in one.aspects] == [aspect["id"] for aspect in table.get("aspect", [])]
        assert len(one.provenance) == len(table["provenance"])
