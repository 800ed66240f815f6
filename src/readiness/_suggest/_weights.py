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
    -5.035,
    (0.271, 0.945, 0.255, 0.956, 7.408, 3.793, 2.16, 7.329, 6.82, 0.714, 0.43, 0.868, 0.782, 0.0),
    (0.752, 0.101, 0.2, 0.336, 0.218, -0.167, -0.289, 0.086, -0.098, 0.658, 0.35, 0.293, -1.364, 0.687),
)
"""How well a document matches a criterion, among documents that are evidence."""
RANK = Weights(0.181, (0.88, 0.069, 0.363), (0.0, 0.0, 0.0))
"""How sure it is that such a document is evidence for one criterion rather than another."""
DOCUMENT = Weights(
    -4.867,
    (0.208, 10.528, 0.0, 1.767, 0.0, 0.0, 0.0, 0.0, 0.0, -2.908, 0.0, 0.0, 0.0),
    (6.21, 0.211, 0.098, 2.208, 1.263, 0.948, 0.398, 0.67, 0.195, 0.092, 0.185, 0.046, 0.016),
)
"""How sure it is that a document is evidence for anything."""
FOREIGN = Weights(
    -2.489,
    (0.017, 16.559, 4.364, 0.0, 0.329, 0.0, 0.0, 0.0, 1.682, 0.0, 0.0, 0.0, -1.263),
    (5.491, 0.186, 0.09, 0.0, 0.81, 0.738, 0.0, 0.0, 0.151, 0.0, 0.0, 0.0, 0.016),
)
"""The same for a catalogue for whose field nobody has counted words."""
KNOTS = (
    (0.001, 0.0),
    (0.062, 0.076),
    (0.136, 0.177),
    (0.21, 0.2),
    (0.382, 0.371),
    (0.57, 0.417),
    (0.649, 0.75),
    (0.754, 0.806),
    (0.834, 0.875),
    (0.922, 0.921),
    (0.99, 0.988),
)
"""Raw confidence, and the share of labelled documents that was right there; rising."""
THRESHOLD = 0.5
"""The confidence below which nothing is suggested."""
