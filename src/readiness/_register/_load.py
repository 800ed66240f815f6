"""Read ``register.toml``: structure first, then everything that needs the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cattrs import Converter

from readiness._toml import (
    Lines,
    Shape,
    add_rules,
    add_shapes,
    parse,
    read_toml,
    rule_of,
    salvage,
    strict_converter,
)
from readiness.exceptions import Problem, RegisterError
from readiness.model import (
    AgreedThreshold,
    Approval,
    Aspect,
    Catalogue,
    Claim,
    DocumentEntry,
    LocalWording,
    NotApplicable,
    Register,
    Tuning,
    Waiver,
)

from ._check import check
from ._place import place

REGISTER_NAME = "register.toml"

SHAPES = (
    Shape(Approval),
    Shape(Claim, hidden=("line", "written")),
    Shape(DocumentEntry, {"approvals": "approval", "claims": "claim"}, hidden=("line",)),
    Shape(Waiver, {"from_": "from"}, hidden=("line",)),
    Shape(NotApplicable, hidden=("line",)),
    Shape(Aspect),
    Shape(LocalWording, {"aspects": "aspect"}, hidden=("line",)),
    Shape(AgreedThreshold, hidden=("line",)),
    Shape(
        Register,
        {
            "documents": "document",
            "waivers": "waiver",
            "wordings": "criterion",
            "thresholds": "threshold",
            "rules": "rule",
        },
        hidden=("file", "remarks"),
    ),
)


def load_register(folder: Path, catalogue: Catalogue) -> Register:
    """
    Return the register of an evidence folder.

    Ids are canonical afterwards. What is odd but not wrong (a mistyped id, a claim made twice) is in ``remarks``.

    Args:
        folder: the evidence folder.
        catalogue: the catalogue the register is checked against.

    Raises:
        RegisterError: with every problem, each with its line.
    """
    path = folder / REGISTER_NAME
    name = str(path)
    text, problem = read_toml(path, name)
    data, problem = parse(text, name) if problem is None else ({}, problem)
    if problem is not None:
        raise RegisterError([problem])
    register, problems = checked(data, Lines.of(text), catalogue, folder, name)
    if problems or register is None:
        raise RegisterError(problems)
    return register


def checked(
    data: dict[str, Any], lines: Lines, catalogue: Catalogue, folder: Path, name: str
) -> tuple[Register | None, list[Problem]]:
    """
    Return the register that parsed TOML holds, as far as there is one, and everything wrong with it.

    Args:
        data: parsed TOML.
        lines: where its keys stand.
        catalogue: the catalogue it is checked against.
        folder: the evidence folder that its paths are relative to.
        name: what to call it in a problem.
    """
    converter = _converter()
    read = salvage(data, Register, converter, file=name, lines=lines, shapes=SHAPES)
    if read.value is None:
        return None, list(read.problems)
    register, found = check(place(read.value, lines), catalogue, folder, name, lines)
    return register, sorted(read.and_further(found), key=lambda one: one.line or 0)


def _converter() -> Converter:
    converter = add_rules(strict_converter())
    # By a predicate, as the model names `Rule` for type checkers only and cattrs would look it up.
    converter.register_structure_hook_func(
        lambda cls: cls is Tuning, lambda value, _: Tuning(rule=rule_of(value, converter))
    )
    return add_shapes(converter, SHAPES)
