"""Read ``register.toml``: structure first, then everything that needs the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cattrs import BaseValidationError, Converter

from readiness._toml import (
    Lines,
    Shape,
    add_rules,
    add_shapes,
    explain,
    parse,
    read_toml,
    rule_of,
    strict_converter,
)
from readiness.exceptions import Problem, RegisterError
from readiness.model import (
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
    Shape(
        Register,
        {"documents": "document", "waivers": "waiver", "wordings": "criterion", "rules": "rule"},
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
    lines = Lines.of(text)
    try:
        register: Any = _converter().structure(data, Register)
    except BaseValidationError as error:
        problems = explain(error, file=name, lines=lines, shapes=SHAPES)
        problems += _beside_unknown_keys(data, lines, catalogue, folder)
        raise RegisterError(sorted(problems, key=lambda one: one.line or 0)) from None
    checked, problems = check(place(register, lines), catalogue, folder, name)
    if problems:
        raise RegisterError(problems)
    return checked


def _converter(*, lenient: bool = False) -> Converter:
    converter = add_rules(strict_converter())
    # By a predicate, as the model names `Rule` for type checkers only and cattrs would look it up.
    converter.register_structure_hook_func(
        lambda cls: cls is Tuning, lambda value, _: Tuning(rule=rule_of(value, converter))
    )
    return add_shapes(converter, SHAPES, lenient=lenient)


def _beside_unknown_keys(data: dict[str, Any], lines: Lines, catalogue: Catalogue, folder: Path) -> list[Problem]:
    """Return what else is wrong, if unknown keys are all that kept the register from being read."""
    try:
        register: Any = _converter(lenient=True).structure(data, Register)
    except BaseValidationError:
        return []
    return check(place(register, lines), catalogue, folder, str(folder / REGISTER_NAME))[1]
