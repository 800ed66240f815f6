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
    -5.363,
    (0.213, 0.744, 0.341, 0.993, 7.476, 3.726, 1.955, 7.656, 6.139, 1.012, 0.559, 0.728, 0.839, 0.0),
    (0.767, 0.101, 0.201, 0.338, 0.216, -0.173, -0.291, 0.086, -0.101, 0.668, 0.352, 0.287, -1.386, 0.697),
)
"""How well a document matches a criterion, among documents that are evidence."""
RANK = Weights(-0.202, (0.894, 0.006, 1.57), (0.0, 0.0, 0.0))
"""How sure it is that such a document is evidence for one criterion rather than another."""
DOCUMENT = Weights(
    -4.693,
    (0.261, 8.276, 0.0, 1.767, 0.0, 0.0, 0.0, 0.0, 0.0, -3.289, 0.0, 0.0, 0.0),
    (6.232, 0.214, 0.1, 2.218, 1.315, 0.978, 0.395, 0.668, 0.199, 0.092, 0.186, 0.051, 0.016),
)
"""How sure it is that a document is evidence for anything."""
FOREIGN = Weights(
    -2.644,
    (0.016, 16.622, 3.832, 0.0, 0.337, 0.0, 0.0, 0.0, 3.192, 0.0, 0.0, 0.0, -1.21),
    (5.521, 0.187, 0.09, 0.0, 0.81, 0.738, 0.0, 0.0, 0.15, 0.0, 0.0, 0.0, 0.016),
)
"""The same for a catalogue for whose field nobody has counted words."""
KNOTS = (
    (0.001, 0.0),
    (0.063, 0.08),
    (0.172, 0.198),
    (0.238, 0.364),
    (0.311, 0.366),
    (0.422, 0.375),
    (0.501, 0.467),
    (0.639, 0.605),
    (0.827, 0.852),
    (0.904, 0.895),
    (0.969, 0.959),
)
"""Raw confidence, and the share of labelled documents that was right there; rising."""
THRESHOLD = 0.55
"""The confidence below which nothing is suggested."""
