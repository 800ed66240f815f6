"""Logistic regressions with a ridge, for a few features with a known sign."""

from __future__ import annotations

import os
from collections.abc import Sequence

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # so small are the matrices that threads only wait for each other

import numpy as np
from attrs import frozen

_STEPS, _STILL, _FREE = 30, 1e-4, 1e-6


@frozen
class Model:
    """Bias and weights, for features as they are."""

    bias: float
    weights: np.ndarray

    def odds(self, features: np.ndarray) -> np.ndarray:
        """Return the log of the odds."""
        return self.bias + features @ self.weights


def chance(odds: np.ndarray) -> np.ndarray:
    """Return shares for the log of odds."""
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def fitted(features: np.ndarray, truths: np.ndarray, signs: Sequence[int | None], ridge: float) -> Model:
    """
    Return a model.

    Args:
        features: a row for each that was seen.
        truths: of each.
        signs: the sign that the weight of each feature must have; those with the wrong one are dropped, one by one. 0
            drops a feature at once, and None lets it have any sign.
        ridge: on the weights.
    """
    kept = [at for at, sign in enumerate(signs) if sign != 0]
    middle, spread = features.mean(axis=0), np.maximum(_FREE, features.std(axis=0))
    plain = (features - middle) / spread
    while True:
        found = _newton(plain[:, kept], truths, ridge)
        wrong = [(abs(weight), at) for weight, at in zip(found[1:], kept, strict=True) if weight * (signs[at] or 0) < 0]
        if not wrong:
            break
        kept.remove(max(wrong)[1])
    weights = np.zeros(len(signs))
    weights[kept] = found[1:] / spread[kept]
    return Model(float(found[0] - weights @ middle), weights)


def _newton(rows: np.ndarray, truths: np.ndarray, ridge: float) -> np.ndarray:
    whole = np.column_stack([np.ones(len(rows)), rows])
    held = np.diag([_FREE] + [ridge] * rows.shape[1])
    found = np.zeros(whole.shape[1])
    for _ in range(_STEPS):
        share = chance(whole @ found)
        slope = whole.T @ (share - truths) + held @ found
        curve = (whole * (share * (1 - share))[:, None]).T @ whole + held
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < _STILL:
            break
    return found


def isotonic(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return the rising steps that fit best (pool adjacent violators), as points: mean raw confidence, share right."""
    blocks: list[list[float]] = []
    for raw, true in sorted(pairs):
        blocks.append([raw, float(true), 1.0])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [one + two for one, two in zip(blocks[-1], last, strict=True)]
    return [(raw / count, true / count) for raw, true, count in blocks]
