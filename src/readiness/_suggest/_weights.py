"""Numbers that `benchmarks/fit_suggest.py` fitted to the tuning half of the labelled documents; not edited by hand."""

from __future__ import annotations

from attrs import frozen


@frozen
class Weights:
    """
    A logistic regression.

    Attributes:
        bias: the log of the odds where every feature is nought.
        weights: of each feature.
        usual: what each feature is on average, so that what is unusual can be told.
    """

    bias: float
    weights: tuple[float, ...]
    usual: tuple[float, ...]


DOCUMENT = Weights(
    -2.491,
    (0.685, 0.0, 2.443, 2.961, 0.922, 2.178, 7.481, -6.804, -3.901, -2.391, -1.294),
    (1.48, 0.41, 1.066, 0.121, 0.418, 0.67, 0.162, 0.09, 0.223, 0.08, 0.023),
)
"""How sure it is that a document is evidence for anything."""
PAIR = Weights(
    -6.139,
    (0.928, 0.752, 0.111, 1.294, 9.032, 6.077, 2.194, 3.261, 4.986, 1.123, 0.68, 0.526, 0.749),
    (0.842, 0.093, 0.178, 0.294, 0.189, -0.142, -0.28, 0.044, -0.074, 0.711, 0.365, 0.347, -1.524),
)
"""How sure it is that a document that is evidence is so for one criterion."""
KNOTS = (
    (0.003, 0.0),
    (0.066, 0.074),
    (0.132, 0.139),
    (0.199, 0.25),
    (0.314, 0.453),
    (0.405, 0.478),
    (0.499, 0.5),
    (0.594, 0.586),
    (0.68, 0.625),
    (0.812, 0.747),
    (0.897, 0.806),
    (0.977, 0.998),
)
"""Raw confidence, and the share of labelled documents that was right there; rising."""
GATE = 0.8
"""How sure it has to be that a document is evidence at all."""
THRESHOLD = 0.59
"""The confidence below which nothing is suggested."""
