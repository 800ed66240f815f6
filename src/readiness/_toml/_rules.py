"""Turn a ``[[rule]]`` table into the rule that its ``kind`` names, with its options."""

from __future__ import annotations

from typing import Any, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from readiness._registry import rules
from readiness.exceptions import PluginError
from readiness.model import FolderRule, Rule


def add_rules(converter: Converter) -> Converter:
    """Teach *converter* what a ``[[rule]]`` becomes, and return it."""
    # Not `register_structure_hook`: from Python 3.12 on, cattrs takes a class that fits a protocol for the protocol.
    converter.register_structure_hook_func(lambda cls: cls is Rule, lambda value, _: _own_rule(value, converter))
    converter.register_structure_hook_func(_is_any_rule, lambda value, _: rule_of(value, converter))
    return converter


def rule_of(value: Any, converter: Converter) -> Rule | FolderRule:
    """
    Return the rule that the table *value* names.

    Args:
        value: what stands in the file.
        converter: for the options.

    Raises:
        TypeError: it is no table with a kind, or its rule takes no options.
        ValueError: there is no such rule.
        BaseValidationError: an option is wrong.
    """
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise TypeError('a [[rule]] needs its kind, such as kind = "has-evidence"')
    try:
        cls = rules.get(value["kind"])
    except PluginError as error:
        raise ValueError(f"unknown rule: {error}") from error
    if not attrs.has(cls):
        raise TypeError(f"the rule {value['kind']!r} is not an attrs class")
    options = {key: one for key, one in value.items() if key != "kind"}
    structure: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    return cast("Rule | FolderRule", structure(options, cls))


def _is_any_rule(cls: Any) -> bool:
    return bool(cls == Rule | FolderRule)


def _own_rule(value: Any, converter: Converter) -> Rule:
    """Return a rule of one criterion, which cannot be one about the folder as a whole."""
    rule = rule_of(value, converter)
    if not hasattr(rule, "check"):
        raise ValueError(f"{rule.kind!r} judges the folder as a whole; put it into catalogue.toml")
    return cast("Rule", rule)
