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
        0.756,
        (0.0, 1.007, 0.098, 0.038, 3.141, 0.359, 0.053, 0.0, 13.556, 0.023, 0.0, 0.591, 0.701, 0.0, 1.037, 0.278),
        (
            0.66,
            0.101,
            0.192,
            0.304,
            0.219,
            -0.173,
            -0.274,
            0.084,
            -0.092,
            0.573,
            0.321,
            0.277,
            -1.342,
            0.605,
            -3.547,
            -0.735,
        ),
    ),
    rank=Weights(
        0.601,
        (
            0.243,
            0.018,
            0.551,
            -0.132,
            0.906,
            0.119,
            0.04,
            2.964,
            0.371,
            -0.964,
            -2.842,
            12.801,
            0.339,
            -0.002,
            0.484,
            0.369,
            -0.18,
            0.833,
            0.161,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -5.72,
        (0.237, 0.162, 0.0, 1.157, 0.0, 0.76, 0.671, 0.177, 0.0, -1.264, -0.82, -2.073, -0.74),
        (4.854, 0.185, 0.076, 4.185, 1.212, 0.9, 0.309, 0.571, 0.175, 0.063, 0.165, 0.04, 0.01),
    ),
    knots=(
        (0.0, 0.0),
        (0.061, 0.06),
        (0.124, 0.133),
        (0.195, 0.165),
        (0.257, 0.212),
        (0.401, 0.38),
        (0.55, 0.439),
        (0.625, 0.516),
        (0.689, 0.667),
        (0.76, 0.724),
        (0.839, 0.726),
        (0.922, 0.88),
        (0.996, 1.0),
    ),
    least=0.5,
)
"""For the catalogue whose words were learned."""
FOREIGN = Judges(
    pair=Weights(
        -2.535,
        (0.0, 1.377, 0.517, 0.134, 3.342, 2.812, 0.0, 8.231, 18.699, 0.0, 0.217, 0.612, 0.467, 0.0, 0.0, 0.0),
        (0.425, 0.1, 0.173, 0.444, 0.263, -0.115, -0.224, 0.085, -0.067, 0.416, 0.304, 0.27, -1.079, 0.466, 0.0, 0.0),
    ),
    rank=Weights(
        -1.84,
        (
            0.31,
            0.0,
            0.198,
            -0.203,
            1.013,
            0.401,
            0.519,
            2.647,
            2.095,
            -2.566,
            5.191,
            19.99,
            -0.336,
            0.259,
            0.426,
            0.33,
            -0.136,
            0.0,
            0.0,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -2.939,
        (0.0, 11.175, 0.0, 0.0, 0.072, 0.0, 0.0, 0.0, 12.266, 0.0, 0.0, 0.0, -2.852),
        (3.864, 0.165, 0.071, 0.0, 0.782, 0.693, 0.0, 0.0, 0.132, 0.0, 0.0, 0.0, 0.01),
    ),
    knots=(
        (0.0, 0.0),
        (0.06, 0.064),
        (0.121, 0.143),
        (0.189, 0.188),
        (0.293, 0.308),
        (0.406, 0.429),
        (0.488, 0.515),
        (0.549, 0.52),
        (0.632, 0.571),
        (0.705, 0.667),
        (0.818, 0.802),
        (0.89, 0.941),
        (0.959, 1.0),
    ),
    least=0.6,
)
"""For any other catalogue."""
