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


@frozen(kw_only=True)
class Judges:
    """
    The regressions that follow each other.

    Attributes:
        pair: how well a document matches a criterion, among documents that are evidence.
        rank: how sure it is that such a document is evidence for one criterion rather than another.
        document: how sure it is that a document is evidence for anything.
        knots: confidence as it comes out, and the share of labelled documents that was right there; rising.
        least: the confidence below which nothing is suggested.
    """

    pair: Weights
    rank: Weights
    document: Weights
    knots: tuple[tuple[float, float], ...]
    least: float


FIELD = Judges(
    pair=Weights(
        0.377,
        (0.0, 1.243, 0.052, 0.0, 3.519, 0.357, 0.023, 0.0, 14.356, 0.055, 0.095, 0.619, 0.683, 0.0, 0.997, 0.228),
        (
            0.659,
            0.103,
            0.18,
            0.293,
            0.202,
            -0.117,
            -0.269,
            0.085,
            -0.091,
            0.57,
            0.311,
            0.278,
            -1.318,
            0.622,
            -3.425,
            -0.428,
        ),
    ),
    rank=Weights(
        0.263,
        (
            0.241,
            0.061,
            0.397,
            -0.007,
            1.041,
            0.117,
            -0.076,
            3.172,
            0.328,
            -1.024,
            -1.449,
            12.637,
            0.374,
            0.11,
            0.483,
            0.293,
            -0.289,
            0.786,
            0.103,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -5.703,
        (0.235, 0.315, 0.0, 1.16, 0.0, 0.719, 0.595, 0.236, 0.0, -1.147, -0.867, -2.148, -0.829),
        (4.768, 0.185, 0.076, 4.185, 1.212, 0.888, 0.309, 0.571, 0.175, 0.063, 0.165, 0.041, 0.01),
    ),
    knots=(
        (0.0, 0.0),
        (0.094, 0.095),
        (0.177, 0.131),
        (0.268, 0.298),
        (0.388, 0.338),
        (0.49, 0.5),
        (0.575, 0.515),
        (0.645, 0.611),
        (0.763, 0.697),
        (0.832, 0.778),
        (0.904, 0.889),
        (0.969, 0.929),
    ),
    least=0.5,
)
"""For the catalogue whose words were learned."""
FOREIGN = Judges(
    pair=Weights(
        -2.614,
        (0.0, 1.339, 0.404, 0.126, 3.815, 2.128, 0.0, 9.182, 20.463, 0.0, 0.099, 0.616, 0.489, 0.0, 0.0, 0.0),
        (0.408, 0.097, 0.159, 0.426, 0.243, -0.073, -0.224, 0.084, -0.067, 0.392, 0.293, 0.27, -1.077, 0.458, 0.0, 0.0),
    ),
    rank=Weights(
        -2.04,
        (
            0.297,
            0.0,
            0.555,
            -0.093,
            0.942,
            0.345,
            0.606,
            3.004,
            1.414,
            -1.831,
            5.564,
            18.434,
            -0.519,
            0.174,
            0.43,
            0.286,
            -0.125,
            0.0,
            0.0,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -2.939,
        (0.0, 11.183, 0.0, 0.0, 0.07, 0.0, 0.0, 0.0, 12.263, 0.0, 0.0, 0.0, -2.849),
        (3.848, 0.165, 0.071, 0.0, 0.787, 0.673, 0.0, 0.0, 0.132, 0.0, 0.0, 0.0, 0.01),
    ),
    knots=(
        (0.0, 0.0),
        (0.062, 0.056),
        (0.152, 0.175),
        (0.227, 0.275),
        (0.37, 0.392),
        (0.437, 0.486),
        (0.52, 0.51),
        (0.645, 0.589),
        (0.711, 0.609),
        (0.815, 0.815),
        (0.876, 0.846),
        (0.959, 1.0),
    ),
    least=0.6,
)
"""For any other catalogue."""
