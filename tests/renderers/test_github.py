"""Workflow commands of GitHub Actions: nothing escapes from them, and nothing is dropped without a word."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import machines
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from common import at_most
from readiness._renderers._github import MOST, GithubRenderer
from readiness._renderers._github_summary import BUDGET, job_summary
from readiness.model import EvidenceProfile

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
HOSTILE = st.text(st.characters(codec=None), max_size=20) | st.text(":,%\r\n#[]=\x00\ud800\x85\u2028", max_size=20)


def obeyed(profile: EvidenceProfile) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands as a runner takes them from the log: line by line, unescaped."""
    lines = re.split(r"\r\n|\r|\n", GithubRenderer().render(profile).decode("utf-8"))[:-1]
    matches = [COMMAND.fullmatch(line) for line in lines]
    assert all(matches), [line for line, found in zip(lines, matches, strict=True) if not found]
    return [(one[1], dict(_pair(each) for each in one[2].split(",")), _plain(one[3])) for one in matches if one]


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key, _plain(value.replace("%3A", ":").replace("%2C", ","))


def _plain(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_the_decision_comes_first() -> None:
    """Whatever is dropped, everybody sees how it stands."""
    command, facts, message = obeyed(samples.full())[0]

    assert (command, facts) == ("error", {"title": "RA7: NO-GO"})
    assert message.startswith("Isle of Somewhere Council: 4 of 7 criteria stand in the way")


def test_a_finding_becomes_an_annotation_of_its_line() -> None:
    """File, line, column and title are properties; what is wrong and what to do is the message."""
    found = obeyed(machines.telling())

    assert (
        "error",
        {
            "file": "evidence/my town/register.toml",
            "line": "12",
            "title": "OA2 Induction covers the system (partly met)",
        },
        "Nobody has approved induction.pdf. Have it approved.",
    ) in found
    assert (
        "warning",
        {"file": "evidence/my town/plan.txt", "line": "9", "col": "4", "title": "plan-conflict"},
        "Two dates. Mend it.",
    ) in found


def test_what_is_excused_is_no_annotation() -> None:
    """A waived criterion is left in peace, but for what is said of the waiver."""
    messages = " ".join(message for _, _, message in obeyed(machines.telling()))

    assert "No document is claimed" not in messages
    assert "It expires" in messages


def test_what_could_not_be_looked_at_is_said() -> None:
    """It is a warning of its own, near the top."""
    command, facts, message = obeyed(machines.telling())[1]

    assert (command, facts) == ("warning", {"title": "could not look"})
    assert "locked/papers" in message


def test_no_more_than_github_shows_and_the_rest_is_counted() -> None:
    """Of each sort at most ten; the last says how many more there are; reasons of gaps go before other findings."""
    found = obeyed(samples.many(30))

    assert all(number <= MOST for number in Counter(command for command, _, _ in found).values())
    assert [(facts["title"], message) for command, facts, message in found if command == "error"][-1] == (
        "82 more errors",
        "The full report lists every one.",
    )


@settings(max_examples=at_most(50), deadline=None)
@given(HOSTILE)
def test_no_text_gives_an_order(text: str) -> None:
    """Any text leaves exactly the commands that are ours, and their properties."""
    ours = [(command, set(facts)) for command, facts, _ in obeyed(machines.telling())]
    found = obeyed(machines.telling_as(lambda said: f"{said}{text}"))

    assert ours == [(command, set(facts)) for command, facts, _ in found]


@pytest.mark.parametrize("text", ["50%", "%0A::error::", "%3A", "a: b, c", "a,line=1"])
def test_text_arrives_as_it_was(text: str) -> None:
    """What has a meaning in a command comes back unchanged, in properties and in messages."""
    found = obeyed(samples.saying(lambda said: f"{text} {said}"))

    assert ("error", {"title": f"{text} RA7: NO-GO"}) == found[0][:2]
    assert found[1][1]["file"] == f"{text} register.toml"
    assert found[1][2] == f"{text} Nobody has approved induction.pdf. {text} Have it approved."


@pytest.mark.parametrize("make", [samples.empty, samples.hostile, machines.nasty], ids=lambda one: one.__name__)
def test_takes_every_sample(make: Any) -> None:
    """Each line is one command."""
    assert obeyed(make())


def test_the_job_summary_stays_within_what_github_takes() -> None:
    """A summary that is too long is cut at a line and says so, or GitHub would show none of it."""
    long = job_summary(samples.many(3000))

    assert len(long) <= BUDGET + 100
    assert long.decode("utf-8").endswith("_There is more; the full report has it._\n")


def test_matches_the_snapshots(snapshot: Any) -> None:
    """The whole output, and the summary of the job, are the ones agreed."""
    snapshot(Path("machines.github.txt"), GithubRenderer().render(machines.telling()))
    snapshot(Path("machines.github.md"), job_summary(machines.telling()))
