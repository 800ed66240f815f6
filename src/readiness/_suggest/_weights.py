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


PAIR = Weights(
    -4.428,
    (0.231, 1.119, 0.349, 0.424, 6.152, 3.64, 0.208, 9.899, 15.431, 0.799, 0.0, 0.615, 0.821, 0.018),
    (0.721, 0.1, 0.214, 0.335, 0.209, -0.169, -0.294, 0.081, -0.097, 0.622, 0.315, 0.3, -1.42, 0.657),
)
"""How well a document matches a criterion, among documents that are evidence."""
RANK = Weights(
    -3.586,
    (
        0.23,
        0.0,
        0.245,
        0.153,
        0.911,
        0.252,
        0.285,
        5.008,
        3.038,
        -1.396,
        7.744,
        17.67,
        0.731,
        -0.073,
        0.525,
        0.557,
        -0.032,
    ),
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
)
"""How sure it is that such a document is evidence for one criterion rather than another."""
DOCUMENT = Weights(
    -6.4,
    (0.065, 7.087, 1.891, 1.416, 0.213, 1.097, 1.542, 0.307, 0.0, -1.979, -1.717, -1.693, -0.444),
    (5.933, 0.194, 0.083, 3.244, 1.331, 0.967, 0.327, 0.608, 0.184, 0.083, 0.217, 0.054, 0.014),
)
"""How sure it is that a document is evidence for anything."""
FOREIGN = Weights(
    -3.798,
    (0.0, 13.707, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 16.367, 0.0, 0.0, 0.0, -1.35),
    (5.012, 0.172, 0.078, 0.0, 0.833, 0.742, 0.0, 0.0, 0.138, 0.0, 0.0, 0.0, 0.014),
)
"""The same for a catalogue for whose field nobody has counted words."""
KNOTS = (
    (0.0, 0.0),
    (0.064, 0.054),
    (0.152, 0.169),
    (0.285, 0.319),
    (0.428, 0.429),
    (0.605, 0.525),
    (0.707, 0.688),
    (0.836, 0.75),
    (0.913, 0.857),
    (0.998, 1.0),
)
"""Raw confidence, and the share of labelled documents that was right there; rising."""
THRESHOLD = 0.6
"""The confidence below which nothing is suggested."""
