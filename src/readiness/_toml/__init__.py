"""Read TOML that people write: every mistake at once, each with its file, line, key and mend."""

from ._convert import Shape, add_shapes, did_you_mean, strict_converter
from ._explain import explain, write_path
from ._lines import Lines
from ._load import load_toml
from ._read import parse, read_toml
from ._rules import add_rules, rule_of
from ._salvage import STAND_IN, Salvage, salvage
from ._splice import AddTable, Edit, RemoveTable, SetKey, edited
from ._write import inline, quoted, write_toml

__all__ = [
    "STAND_IN",
    "AddTable",
    "Edit",
    "Lines",
    "RemoveTable",
    "Salvage",
    "SetKey",
    "Shape",
    "add_rules",
    "add_shapes",
    "did_you_mean",
    "edited",
    "explain",
    "inline",
    "load_toml",
    "parse",
    "quoted",
    "read_toml",
    "rule_of",
    "salvage",
    "strict_converter",
    "write_path",
    "write_toml",
]
