"""
For authors of plug-ins: judge an example folder with one rule, hold a rule to its examples, try out a renderer.

An example is a folder with ``register.toml`` and the documents it describes, judged against a small catalogue. A rule
of your own package is tested with a folder that it passes and one that it fails.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from readiness._api import assess_folder, load_catalogue
from readiness._profile import build_profile
from readiness.model import Assessment, Finding, FolderRule, Renderer, Rule

__all__ = ["Example", "examples", "judge_with", "render_with"]


@frozen
class Example:
    """
    One example of a rule.

    Attributes:
        kind: the rule's kind, the name of the folder above.
        expected: ``met`` or ``not_met``, the name of the folder.
        folder: the evidence folder.
        catalogue: the catalogue it is judged against: the nearest folder ``catalogue`` beside it or above.
    """

    kind: str
    expected: str
    folder: Path
    catalogue: Path


def examples(root: str | os.PathLike[str]) -> Iterator[Example]:
    """
    Yield every example below *root*, which holds ``KIND/met`` and ``KIND/not_met`` folders, in a fixed order.

    Args:
        root: the folder of all examples; it may hold a ``catalogue`` that all of them share.
    """
    shared = Path(root) / "catalogue"
    for kind in sorted(one for one in Path(root).iterdir() if one.is_dir() and one != shared):
        own = kind / "catalogue"
        for folder in sorted(one for one in kind.iterdir() if one.is_dir() and one != own):
            yield Example(kind.name, folder.name, folder, own if own.is_dir() else shared)


def judge_with(rule: Rule | FolderRule, example: Example, *, as_of: date) -> tuple[Finding, ...]:
    """
    Return what *rule* alone says of the evidence of *example*.

    Args:
        rule: the rule with its options, about a criterion or about the folder as a whole.
        example: from `examples`, or made by hand.
        as_of: the day of the judgement.

    Raises:
        InputError: the folder, its register or its catalogue has a mistake.
    """
    catalogue = load_catalogue(example.catalogue)
    criteria = tuple(evolve(one, rules=()) for one in catalogue.criteria)
    alone = evolve(catalogue, criteria=criteria, rules=(rule,))
    judged = assess_folder(example.folder, as_of=as_of, catalogue=alone)
    said = (*(one for result in judged.results for one in result.findings), *judged.findings)
    return tuple(one for one in said if one.rule == rule.kind)


def render_with(renderer: Renderer, assessment: Assessment) -> bytes:
    """
    Return what *renderer* makes of an assessment, as `readiness.render` does once its package is installed.

    Args:
        renderer: an output format.
        assessment: from `readiness.assess` or `readiness.assess_folder`.
    """
    return renderer.render(build_profile(assessment))
