"""Baselines: made from an assessment, kept in a file, set beside another assessment."""

from ._compare import baseline_of, compare
from ._file import SHAPES, baseline_toml, load_baseline

__all__ = ["SHAPES", "baseline_of", "baseline_toml", "compare", "load_baseline"]
