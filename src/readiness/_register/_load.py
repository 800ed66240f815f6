"""Read ``register.toml``: structure first, then everything that needs the catalogue."""

from __future__ import annotations

from pathlib import Path

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
from readiness.exceptions import RegisterError
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
    converter = _converter()
    read = salvage(data, Register, converter, file=name, lines=lines, shapes=SHAPES)
    if read.value is None:
        raise RegisterError(read.problems)
    checked, found = check(place(read.value, lines), catalogue, folder, name, lines)
    if problems := read.and_further(found):
        raise RegisterError(sorted(problems, key=lambda one: one.line or 0))
    return checked


def _converter() -> Converter:
    converter = add_rules(strict_converter())
    # By a predicate, as the model names `Rule` for type checkers only and cattrs would look it up.
    converter.register_structure_hook_func(
        lambda cls: cls is Tuning, lambda value, _: Tuning(rule=rule_of(value, converter))
    )
    return add_shapes(converter, SHAPES)
