"""Numbers that `benchmarks/fit_suggest.py` fitted to all labelled documents but the fresh ones; not edited by hand."""

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
        0.235,
        (0.0, 0.73, 0.347, 0.0, 4.514, 0.0, 0.0, 0.0, 14.01, 0.18, 0.187, 0.506, 0.664, 0.043, 1.081, 0.179),
        (
            0.672,
            0.102,
            0.185,
            0.301,
            0.202,
            -0.119,
            -0.268,
            0.083,
            -0.089,
            0.591,
            0.299,
            0.281,
            -1.334,
            0.644,
            -3.282,
            -0.467,
        ),
    ),
    rank=Weights(
        0.636,
        (
            0.28,
            0.0,
            0.406,
            -0.363,
            0.807,
            0.338,
            -0.056,
            5.118,
            -0.262,
            -0.709,
            -8.768,
            13.619,
            0.571,
            0.25,
            0.413,
            0.404,
            0.055,
            0.874,
            0.107,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -5.942,
        (0.252, 0.0, 0.0, 1.214, 0.0, 0.41, 0.475, 0.0, 0.0, -1.243, -0.752, -2.471, -0.046),
        (5.354, 0.181, 0.073, 4.704, 1.203, 0.898, 0.322, 0.585, 0.175, 0.064, 0.166, 0.038, 0.013),
    ),
    knots=(
        (0.0, 0.0),
        (0.069, 0.07),
        (0.144, 0.113),
        (0.207, 0.16),
        (0.232, 0.24),
        (0.359, 0.343),
        (0.46, 0.417),
        (0.595, 0.536),
        (0.702, 0.571),
        (0.751, 0.667),
        (0.755, 0.75),
        (0.815, 0.779),
        (0.892, 0.877),
        (0.954, 0.922),
        (0.99, 0.992),
    ),
    least=0.5,
)
"""For the catalogue whose words were learned."""
FOREIGN = Judges(
    pair=Weights(
        -2.803,
        (0.0, 1.246, 0.707, 0.233, 6.49, 2.417, 0.0, 4.216, 18.945, 0.0, 0.233, 0.546, 0.349, 0.0, 0.0, 0.0),
        (0.415, 0.096, 0.167, 0.444, 0.244, -0.071, -0.221, 0.083, -0.065, 0.405, 0.284, 0.277, -1.09, 0.473, 0.0, 0.0),
    ),
    rank=Weights(
        -2.042,
        (
            0.341,
            0.0,
            0.256,
            -0.579,
            0.936,
            0.435,
            0.424,
            4.706,
            1.723,
            -3.253,
            2.623,
            21.753,
            0.036,
            0.222,
            0.368,
            0.245,
            0.104,
            0.0,
            0.0,
        ),
        (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    ),
    document=Weights(
        -2.98,
        (0.0, 11.659, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 13.433, 0.0, 0.0, 0.0, -2.77),
        (3.992, 0.161, 0.067, 0.0, 0.77, 0.675, 0.0, 0.0, 0.132, 0.0, 0.0, 0.0, 0.013),
    ),
    knots=(
        (0.0, 0.0),
        (0.054, 0.062),
        (0.11, 0.124),
        (0.199, 0.195),
        (0.251, 0.292),
        (0.312, 0.295),
        (0.352, 0.38),
        (0.428, 0.422),
        (0.463, 0.531),
        (0.533, 0.562),
        (0.603, 0.59),
        (0.684, 0.661),
        (0.753, 0.788),
        (0.847, 0.804),
        (0.889, 0.903),
        (0.964, 1.0),
    ),
    least=0.6,
)
"""For any other catalogue."""
