"""The documentation is true: its examples run, its links lead somewhere, its reference leaves nothing out."""

from __future__ import annotations

import argparse
import json
import re
import runpy
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest

import readiness
from docs_runner import Page, blocks
from readiness._catalogue._shapes import SHAPES as CATALOGUE_SHAPES
from readiness._cli._exit import Exit
from readiness._cli._options import EVERYWHERE
from readiness._cli._parser import parser
from readiness._register._load import SHAPES as REGISTER_SHAPES
from readiness._registry import SUFFIXES, readers, renderers, report_renderers, rules
from readiness._renderers._csv import COLUMNS
from readiness._resources import schema
from readiness._toml import Shape
from readiness.model import Basis, Confidence, FileState, Kind, Level, Progress, Reason, Status

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
if not DOCS.is_dir():
    pytest.skip("the source distribution carries no docs", allow_module_level=True)

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_example_of_a_page_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands print what the page says and return the exit code it says; Python and TOML are valid and true."""
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "evidence", tmp_path / "evidence")
    shutil.copytree(DOCS, tmp_path / "docs")
    for file in ("action.yml", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / file, tmp_path)

    Page(name, tmp_path).run(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_example_of_a_page_is_overlooked(name: str) -> None:
    """Each fence belongs to a block that is run; one that is indented would be passed over."""
    fences = re.findall(r"^\s*(?:```|~~~)", text_of(name), re.MULTILINE)

    assert len(fences) == 2 * len(list(blocks(text_of(name))))


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("```console\n$ readiness --version\nreadiness 99\n```\n", "expected:"),
        ("```console\n$ readiness check nowhere --as-of 2009-03-02\n...\n```\n", "exit code 2, not 0"),
        ("<!-- exit: 1 -->\n```console\n$ readiness explain OA1\n...\n```\n", "exit code 0, not 1"),
        ("```console\n$ readiness check evidence\n...\n```\n", "give --as-of"),
        ("```console\n$ rm -r evidence\n```\n", "nobody here can run rm"),
        ("```console\nreadiness explain OA1\n```\n", "begins with"),
        ("```console\n$ python -c 'print(1)'\n2\n```\n", "expected:"),
        ("```python\n>>> 1 + 1\n3\n```\n", "Expected"),
        ("```python\nassert 1 + 1 == 3\n```\n", ""),
        ("```toml\nowner =\n```\n", "Invalid value"),
        ("```yaml\n- run: readiness check evidence --strict\n```\n", "--strict"),
        ("```yaml\nsteps: [\n```\n", "while parsing"),
        ("```text\nsh 'readiness check evidence --strict'\n```\n", "--strict"),
        ("```\nplain\n```\n", "say what the block is"),
    ],
)
def test_a_page_that_is_not_true_is_found_out(page: str, why: str, tmp_path: Path) -> None:
    """The runner fails where a page says what is not so, and names the line."""
    with pytest.raises(AssertionError, match=f"page.md:[23]: [^$]*{re.escape(why)}"):
        Page("page.md", tmp_path).run(page)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_named_in_a_sentence_exists(name: str) -> None:
    """A command in the running text has a name and options that the command line knows."""
    prose = re.sub(r"^```.*?^```$", "", text_of(name), flags=re.MULTILINE | re.DOTALL)
    named = [words.split() for words in re.findall(r"`readiness ([a-z][^`]*)`", prose)]

    assert [words for words in named if not is_a_command(words)] == []


def is_a_command(words: list[str]) -> bool:
    """Return whether words begin with the name of a command, or of several, and give no option that it lacks."""
    command, rest = parser(), list(words)
    while rest and (inner := next((one.choices for one in command._actions if isinstance(one.choices, dict)), {})):
        named = rest.pop(0).split("|")  # several at once, as in `register export|import`
        if not inner.keys() >= set(named):
            return False
        command = inner[named[0]]
    return all(word in command._option_string_actions for word in rest if word.startswith("-"))


def test_a_command_that_does_not_exist_is_found_out() -> None:
    """A sentence may name a command with its arguments, or several that share their first word."""
    assert is_a_command(["check", "DIR", "--fail-on", "warning"])
    assert is_a_command(["catalogue"])
    assert not is_a_command(["catalogue", "list|publish"])
    assert not is_a_command(["check", "DIR", "--strict"])


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_the_project_leads_somewhere(name: str) -> None:
    """A link names a file that is there, and a heading that it has."""
    broken = [link for link in links(name) if not leads_somewhere(name, link)]

    assert broken == []


def test_every_page_is_linked_from_the_index() -> None:
    """Nobody has to know a page to find it."""
    index = {(DOCS / link.partition("#")[0]).resolve() for link in links("docs/README.md")}

    missing = [page for page in DOCS.rglob("*.md") if page != DOCS / "README.md" and page.resolve() not in index]

    assert missing == []


def test_every_make_target_named_exists() -> None:
    """`make test` in a page is a target of the Makefile."""
    named = {
        target for name in NAMES for target in re.findall(r"(?:`|^\$ )make ([a-z-]+)", text_of(name), re.MULTILINE)
    }
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))

    assert {"profile", "test"} <= named
    assert named <= targets


def test_pages_taken_from_docstrings_are_up_to_date() -> None:
    """Run `python docs/reference/_generate.py` when this fails."""
    generated = runpy.run_path(str(REFERENCE / "_generate.py"))["pages"]()

    assert generated == {name: (REFERENCE / name).read_text(encoding="utf-8") for name in generated}


def test_the_reference_explains_every_rule() -> None:
    """Each kind has its own heading."""
    headings = set(re.findall(r"^## `([a-z-]+)`$", text_of("docs/reference/rules.md"), re.MULTILINE))

    assert headings == set(rules.builtins)


def test_the_reference_explains_every_command_and_option() -> None:
    """Each command has a heading, and under it a table of exactly its arguments."""
    page = text_of("docs/reference/commands.md")

    assert {name: options_in(section(page, f"## `{name}`")) for name in commands()} == commands()


def test_the_reference_explains_what_every_command_takes() -> None:
    """Once for all of them; and every command does take it."""
    table = section(text_of("docs/reference/commands.md"), "## Options of every command")
    by_name = {name: {one.dest for one in command._actions} for name, command in _subcommands("", parser())}

    assert options_in(table) == {f"--{name}" for name in EVERYWHERE}
    assert [name for name, dests in by_name.items() if not dests.issuperset(EVERYWHERE)] == []


def test_the_reference_explains_every_output_format() -> None:
    """Each format stands in the table with the suffixes that choose it, and each column of the csv has its line."""
    page = text_of("docs/reference/output-formats.md")
    table = rows_in(section(page, "# Output formats"))
    rows = {cells[0].strip("`"): set(re.findall(r"`([^`]+)`", cells[1])) for cells in table}
    wanted = {name: {suffix for suffix, chosen in SUFFIXES.items() if chosen == name} for name in renderers.builtins}

    assert rows == {**wanted, "text": {".txt"}}
    assert first_cells(section(page, "## csv")) == set(COLUMNS)
    assert first_cells(section(page, "## junit")) == {one.value for one in Status}


def test_the_reference_explains_every_exit_code() -> None:
    """The table of exit codes is complete."""
    table = section(text_of("docs/reference/commands.md"), "## Exit codes")

    assert first_cells(table) == {str(int(code)) for code in Exit}


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("## Statuses", {one.value for one in Status}),
        ("## Reasons", {one.value for one in Reason}),
        ("## Levels", {one.value for one in Level}),
        ("## Bases", {one.value for one in Basis}),
        ("## Files", {one.value for one in FileState}),
    ],
)
def test_the_reference_explains_every_status_and_reason(heading: str, values: set[str]) -> None:
    """Each value the program can say stands in its table, and nothing else does."""
    assert first_cells(section(text_of("docs/reference/statuses.md"), heading)) == values


@pytest.mark.parametrize("name", ["docs/reference/statuses.md"])
def test_the_colour_of_each_status_is_right(name: str) -> None:
    """The second column of a table of statuses is the colour."""
    rows = rows_in(section(text_of(name), "## Statuses"))

    assert {cells[0].strip("`"): cells[1] for cells in rows} == {one.value: one.rag.value for one in Status}


def test_the_reference_explains_every_kind_confidence_and_progress() -> None:
    """The words that a register or a plan may use are all there."""
    assert first_cells(section(text_of("docs/reference/register.md"), "## Kinds of evidence")) == {
        one.value for one in Kind
    }
    plans = text_of("docs/reference/plans.md")
    assert first_cells(section(plans, "## Confidence")) == {one.value for one in Confidence}
    assert first_cells(section(plans, "## Progress")) == {one.value for one in Progress}


REGISTER_TABLES = {
    "## The top of the file": "Register",
    "## `[[document]]`": "DocumentEntry",
    "## `[[document.approval]]`": "Approval",
    "## `[[document.claim]]`": "Claim",
    "## `[[waiver]]`": "Waiver",
    "## `[[not_applicable]]`": "NotApplicable",
    "## `[[criterion]]`": "LocalWording",
    "## `[[criterion.aspect]]`": "Aspect",
    "## `[[threshold]]`": "AgreedThreshold",
}
CATALOGUE_TABLES = {
    "## `catalogue.toml`": "Catalogue",
    "## `[[strand]]`": "Strand",
    "## `[[assessment]]`": "AssessmentSpec",
    "## `[assessment.threshold]`": "Threshold",
    "## `[[source]]`": "Source",
    "## `[[withdrawn]]`": "Withdrawn",
    "## A criterion's file": "Criterion",
    "## `[[aspect]]`": "Aspect",
    "## `[vocabulary]`": "Vocabulary",
    "## `[subject]`": "Subject",
    "## `[[candidate]]`": "Candidate",
    "## `[[provenance]]`": "Provenance",
}


@pytest.mark.parametrize(
    ("name", "tables", "shapes"),
    [
        ("docs/reference/register.md", REGISTER_TABLES, REGISTER_SHAPES),
        ("docs/reference/catalogue.md", CATALOGUE_TABLES, CATALOGUE_SHAPES),
    ],
    ids=["register", "catalogue"],
)
def test_the_reference_explains_every_key(name: str, tables: dict[str, str], shapes: tuple[Shape, ...]) -> None:
    """Each table of the format has all its keys, with the required ones marked as such."""
    by_class = {shape.cls.__name__: shape for shape in shapes}

    found = {heading: keys_in(section(text_of(name), heading)) for heading in tables}

    assert found == {heading: keys_of(by_class[cls]) for heading, cls in tables.items()}
    assert set(tables.values()) == set(by_class)


@pytest.mark.parametrize("version", ["assessment-1", "difference-1", "plan-1"])
def test_the_reference_explains_every_key_of_the_json(version: str) -> None:
    """Each object of the schema has a heading, and under it a table of exactly its keys."""
    page = text_of(f"docs/reference/{version}.md")

    wanted = {name: sorted(keys) for name, keys in json_objects(json.loads(schema(version).read_text("utf-8")))}

    assert {name: sorted(first_cells(section(page, f"## {name}"))) for name in wanted} == wanted


def test_the_glossary_explains_every_abbreviation_of_the_criteria() -> None:
    """Whoever meets letters in a criterion can look them up, even if only to learn that nobody knows."""
    known = {word for cell in first_columns("docs/reference/glossary.md") for word in re.findall(r"[\w-]+", cell)}
    catalogue = readiness.load_catalogue()
    texts = [f"{one.title} {one.requires} {' '.join((*one.owners, *one.endorsers))}" for one in catalogue.criteria]
    met = {word for text in texts for word in re.findall(r"\b[A-Za-z]*[A-Z]{2,}\b", text)}

    assert {"LSCB", "OADS", "eCRB"} <= met | {"eCRB"}
    assert met - known == {"IP"}  # as in IP address: not of the field


@pytest.mark.parametrize("unknown", ["BPP", "DIS", "OADS", "OCDP", "RAO", "WFA2"])
def test_the_glossary_does_not_guess(unknown: str) -> None:
    """Letters that no source spells out stay letters."""
    (row,) = [line for line in text_of("docs/reference/glossary.md").splitlines() if line.startswith(f"| {unknown} |")]

    assert row.endswith("What it stands for was not found. |")


def test_no_page_teaches_what_is_private() -> None:
    """An example that imports a private module would be copied, and then it would break."""
    taught = {name for name in NAMES for block in blocks(text_of(name)) if re.search(r"readiness\._\w", block.text)}

    assert taught == set()


def test_entry_points_shown_to_authors_exist() -> None:
    """A group that is misspelt in an example would be found by nobody."""
    shown = [tomllib.loads(one.text) for name in NAMES for one in blocks(text_of(name)) if one.language == "toml"]
    groups = {group for data in shown for group in data.get("project", {}).get("entry-points", {})}

    assert groups == {rules.group, readers.group, renderers.group, report_renderers.group}


def links(name: str) -> list[str]:
    """Return the links of a page that stay inside the project."""
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text_of(name), flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"", prose)
    return [one or other for one, other in found if not re.match(r"[a-z]+:", one or other)]


def leads_somewhere(name: str, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (ROOT / name).parent / unquote(path) if path else ROOT / name
    if not target.exists() or not target.resolve().is_relative_to(ROOT):
        return False
    return not anchor or anchor in anchors(target.read_text(encoding="utf-8"))


def anchors(page: str) -> set[str]:
    """Return the anchors that a Markdown viewer gives to headings."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def section(page: str, heading: str) -> str:
    """Return what stands under a heading, up to the next of its rank."""
    rank = heading.partition(" ")[0]
    match = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(rank)}}} |\Z)", page, re.MULTILINE | re.DOTALL)
    assert match, f"no heading {heading!r}"
    return match[1]


def rows_in(part: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the first table, its heading left out."""
    table = re.search(r"(?:^\|.*\n)+", part, re.MULTILINE)
    assert table, "no table"
    for line in table[0].splitlines()[2:]:
        yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def first_columns(name: str) -> set[str]:
    """Return the first cell of every row of every table of a page."""
    rows = re.findall(r"^\| (.+?) \|", text_of(name), re.MULTILINE)
    return set(rows) - {"---", "term"}


def first_cells(part: str) -> set[str]:
    return {cells[0].strip("`") for cells in rows_in(part)}


def keys_in(part: str) -> dict[str, bool]:
    """Return each key of a table with whether its second column says that it is required."""
    return {cells[0].strip("`"): cells[1] == "yes" for cells in rows_in(part)}


def keys_of(shape: Shape) -> dict[str, bool]:
    fields = [one for one in attrs.fields(shape.cls) if one.name not in shape.hidden]
    return {shape.keys.get(one.name, one.name): one.default is attrs.NOTHING for one in fields}


def commands() -> dict[str, set[str]]:
    """Return the arguments of each command: its options by their last name, what it is given by its stand-in."""
    return {
        name: {
            action.option_strings[-1] if action.option_strings else str(action.metavar)
            for action in command._actions
            if action.dest not in {"help", *EVERYWHERE}
        }
        for name, command in _subcommands("", parser())
    }


def _subcommands(name: str, command: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    inner = [one for action in command._actions if isinstance(action.choices, dict) for one in action.choices.items()]
    for word, one in inner:
        yield from _subcommands(f"{name} {word}".strip(), one)
    if not inner:
        yield name, command


def options_in(part: str) -> set[str]:
    """Return the arguments in the first column of a table, without what they are given."""
    return {re.split(r"[ ,]+", cell)[-1 if ", --" in cell else 0] for cell in first_cells(part)}


def json_objects(whole: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the keys of each object of a JSON Schema."""
    definitions = {"The whole": whole, **whole.get("$defs", {})}
    for name, definition in definitions.items():
        yield from _objects(name.replace("_", " "), definition)


def _objects(name: str, definition: dict[str, object]) -> Iterator[tuple[str, list[str]]]:
    properties = definition.get("properties", {})
    if properties and not name.endswith("counts"):
        yield name, list(properties)
    for key, inner in properties.items():
        for one in (inner, inner.get("items", {})):
            yield from _objects(key.replace("_", " "), one)
