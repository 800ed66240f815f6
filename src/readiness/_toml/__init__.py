"""Read TOML that people write: every mistake at once, each with its file, line, key and mend."""

from ._convert import Shape, add_shapes, did_you_mean, strict_converter
from ._explain import explain, write_path
from ._lines import Lines
from ._read import parse, read_toml
from ._rules import add_rules, rule_of
from ._salvage import STAND_IN, Salvage, salvage
from ._write import quoted, write_toml

__all__ = [
    "STAND_IN",
    "Lines",
    "Salvage",
    "Shape",
    "add_rules",
    "add_shapes",
    "did_you_mean",
    "explain",
    "parse",
    "quoted",
    "read_toml",
    "rule_of",
    "salvage",
    "strict_converter",
    "write_path",
    "write_toml",
]
