"""
Fit the numbers of `readiness._suggest._weights` to the tuning half of the labelled documents, and write that module.

It sees nothing of the half that is held back. Everything is plain Newton iteration in plain Python: some hundred rows
and two dozen features need no library. A weight whose sign makes no sense is left out rather than believed.

Run it as `python benchmarks/fit_suggest.py`; with `--dry` it only prints what it finds.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from math import exp, log2
from pathlib import Path
from textwrap import fill

from attrs import frozen
from labelled import TUNING, Labelled, Marks, calibration_error, load, marks

import readiness
from readiness._linking._phrases import words
from readiness._linking._stems import stem
from readiness._suggest import queries_of, survey
from readiness._suggest._common import COMMON
from readiness._suggest._features import OF_DOCUMENT, OF_PAIR, of_document, scored

PACKAGE = Path(readiness.__file__).parent / "_suggest"
TARGET, COMMON_STEMS = PACKAGE / "_weights.py", PACKAGE / "_background.py"
AGAINST = frozenset({"strange", "elsewhere", "apart", "only tells"})
"""Features that can only speak against a document."""
RIDGE_DOCUMENT, RIDGE_PAIR = 1.0, 3.0
FOLDS, SEEDS = 10, (1, 2, 3, 4, 5)
GATE, LEAST = 0.8, 0.6
"""How sure it has to be that a document is evidence at all, and the least of both together that is suggested."""

Vector = tuple[float, ...]
Model = list[float]


@frozen
class Row:
    """One example: the document's number, the criterion (empty for the document itself), its features, and the truth."""

    document: int
    criterion: str
    features: Vector
    true: bool


def count_background(documents: list[Labelled]) -> str:
    """Return the module that says how common stems are, counted in *documents*."""
    texts = [one.text for one in documents]
    held = Counter(
        name
        for text in texts
        for name in {stem(word) for passage in text.passages for word in words(passage.text) if word.isalpha()}
    )
    grades: list[list[str]] = [[] for _ in range(6)]
    for name, count in sorted(held.items()):
        grade = round(-log2(count / len(texts)))
        if grade < len(grades) and name not in COMMON and len(name) > 1:
            grades[grade].append(name)
    head = COMMON_STEMS.read_text(encoding="utf-8").split("BACKGROUND", 1)[0]
    lines = [f'    """\n{fill(" ".join(one), 118)}\n    """,' for one in grades]
    body = "\n".join(["BACKGROUND = (", *lines, ")"])
    about = "Stems that stand in nearly all papers, in about half of them, in about a quarter, and so on to one in 32."
    return f'{head}{body}\n"""{about}"""\n'


def rows_of(documents: list[Labelled]) -> tuple[list[Row], list[Row]]:
    """Return the examples of documents, and those of documents and criteria."""
    catalogue = readiness.load_catalogue()
    queries = queries_of(catalogue)
    criteria = {one.id: one for one in catalogue.criteria}
    of_documents, of_pairs = [], []
    for number, one in enumerate(documents):
        found = survey(one.text, queries)
        if found.form.proves_nothing or not found.sightings:
            continue
        of_documents.append(Row(number, "", of_document(found), bool(one.criteria)))
        for each in scored(found, criteria):
            name = each.sighting.criterion
            of_pairs.append(Row(number, name, each.features, name in one.criteria))
    return of_documents, of_pairs


def fitted(rows: Sequence[Row], ridge: float, names: tuple[str, ...]) -> Model:
    """Return bias and weights; features whose weight comes out with the wrong sign are dropped, one by one."""
    kept = list(range(len(names)))
    while True:
        model = _newton([tuple(one.features[at] for at in kept) for one in rows], [one.true for one in rows], ridge)
        wrong = [(abs(weight), at) for weight, at in zip(model[1:], kept) if (weight > 0) == (names[at] in AGAINST)]
        if not wrong:
            break
        kept.remove(max(wrong)[1])
    whole = [model[0]] + [0.0] * len(names)
    for weight, at in zip(model[1:], kept):
        whole[at + 1] = weight
    return whole


def _newton(vectors: list[Vector], truths: list[bool], ridge: float) -> Model:
    """Return a logistic regression with ridge *ridge* on standardised features."""
    width, count = len(vectors[0]), len(vectors)
    means = [sum(one[at] for one in vectors) / count for at in range(width)]
    spreads = [max(1e-6, (sum((one[at] - means[at]) ** 2 for one in vectors) / count) ** 0.5) for at in range(width)]
    plain = [[1.0, *((value - mean) / spread for value, mean, spread in zip(one, means, spreads))] for one in vectors]
    weights = [0.0] * (width + 1)
    for _ in range(12):
        slope, curve = _slope_and_curve(plain, truths, weights, ridge)
        step = _solved(curve, slope)
        weights = [weight - by for weight, by in zip(weights, step)]
        if max(map(abs, step)) < 1e-5:
            break
    scaled = [weight / spread for weight, spread in zip(weights[1:], spreads)]
    return [weights[0] - sum(weight * mean for weight, mean in zip(scaled, means)), *scaled]


def _slope_and_curve(
    plain: list[list[float]], truths: list[bool], weights: list[float], ridge: float
) -> tuple[list[float], list[list[float]]]:
    size = len(weights)
    slope = [ridge * weight if at else 0.0 for at, weight in enumerate(weights)]
    curve = [[(ridge if at else 1e-6) if at == other else 0.0 for other in range(size)] for at in range(size)]
    for one, true in zip(plain, truths):
        chance = _chance(sum(weight * value for weight, value in zip(weights, one)))
        for at in range(size):
            slope[at] += (chance - true) * one[at]
            part = chance * (1 - chance) * one[at]
            for other in range(size):
                curve[at][other] += part * one[other]
    return slope, curve


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve by Gauss with pivots."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(table[row][at]))
        table[at], table[pivot] = table[pivot], table[at]
        for row in range(at + 1, size):
            factor = table[row][at] / table[at][at]
            table[row] = [one - factor * two for one, two in zip(table[row], table[at])]
    found = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(table[at][other] * found[other] for other in range(at + 1, size))
        found[at] = (table[at][size] - rest) / table[at][at]
    return found


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def chance(model: Model, features: Vector) -> float:
    """Return what a model makes of features."""
    return _chance(model[0] + sum(weight * value for weight, value in zip(model[1:], features)))


def crossed(of_documents: list[Row], of_pairs: list[Row], count: int, seed: int) -> dict[tuple[int, str], float]:
    """Return how sure models are of examples that they have not seen."""
    picker = random.Random(seed)
    fold = [picker.randrange(FOLDS) for _ in range(count)]
    evidence = {one.document for one in of_documents if one.true}
    found: dict[tuple[int, str], float] = {}
    for held in range(FOLDS):
        first = fitted([one for one in of_documents if fold[one.document] != held], RIDGE_DOCUMENT, OF_DOCUMENT)
        seen = [one for one in of_pairs if fold[one.document] != held and one.document in evidence]
        second = fitted(seen, RIDGE_PAIR, OF_PAIR)
        whole = {one.document: chance(first, one.features) for one in of_documents if fold[one.document] == held}
        for one in of_pairs:
            if fold[one.document] == held and whole[one.document] >= GATE:
                found[one.document, one.criterion] = whole[one.document] * chance(second, one.features)
    return found


def isotonic(pairs: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return the rising steps that fit best (pool adjacent violators), as points: mean raw confidence, share right."""
    blocks: list[list[float]] = []
    for raw, true in sorted(pairs):
        blocks.append([raw, float(true), 1.0])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            raw_, true_, count_ = blocks.pop()
            blocks[-1] = [one + two for one, two in zip(blocks[-1], (raw_, true_, count_))]
    return [(raw / count, (true + 0.5) / (count + 1)) for raw, true, count in blocks if count >= 8]


def main() -> None:
    """Fit, say how well it does on what each fold held out, and write the module."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--dry", action="store_true", help="write nothing")
    asked.add_argument("--background", action="store_true", help="count how common stems are, and nothing else")
    options = asked.parse_args()
    documents = load(TUNING)
    if options.background:
        COMMON_STEMS.write_text(count_background(documents), encoding="utf-8")
        print("counted how common stems are; run again to fit the rest")
        return
    of_documents, of_pairs = rows_of(documents)
    runs = [crossed(of_documents, of_pairs, len(documents), seed) for seed in SEEDS]
    truth = {(one.document, one.criterion): one.true for one in of_pairs}
    pairs = [(raw, truth[key]) for run in runs for key, raw in run.items()]
    knots = _thinned(isotonic(pairs))
    for seed, run in zip(SEEDS, runs):
        print(f"held out by folds, seed {seed}: {_marks(documents, run)}")
    print(f"calibration error before it is set right: {calibration_error(pairs):.3f}")
    evidence = {one.document for one in of_documents if one.true}
    first = fitted(of_documents, RIDGE_DOCUMENT, OF_DOCUMENT)
    second = fitted([one for one in of_pairs if one.document in evidence], RIDGE_PAIR, OF_PAIR)
    for names, model in ((OF_DOCUMENT, first), (OF_PAIR, second)):
        print("  ".join(f"{name} {weight:.2f}" for name, weight in zip(("bias", *names), model)))
    print("knots", knots)
    if not options.dry:
        TARGET.write_text(_module(first, of_documents, second, of_pairs, knots), encoding="utf-8")


def _marks(documents: list[Labelled], run: dict[tuple[int, str], float]) -> Marks:
    number = {one.path: at for at, one in enumerate(documents)}

    def answer(one: Labelled) -> list[tuple[float, str]]:
        found = [(raw, name) for (document, name), raw in run.items() if document == number[one.path]]
        return sorted(found, reverse=True)

    return marks(documents, answer, LEAST)


def _thinned(points: list[tuple[float, float]], least: float = 0.06) -> list[tuple[float, float]]:
    """Return points far enough from each other to mean anything."""
    kept: list[tuple[float, float]] = []
    for raw, share in points:
        if not kept or (raw - kept[-1][0] >= least and share > kept[-1][1]):
            kept.append((round(raw, 3), round(share, 3)))
    return kept


def _module(
    first: Model, documents: list[Row], second: Model, pairs: list[Row], knots: list[tuple[float, float]]
) -> str:
    text = TARGET.read_text(encoding="utf-8")
    head = text[: text.index("DOCUMENT = ")]
    return head + "\n".join(
        [
            f"DOCUMENT = {_weights(first, documents)}",
            '"""How sure it is that a document is evidence for anything."""',
            f"PAIR = {_weights(second, pairs)}",
            '"""How sure it is that a document that is evidence is so for one criterion."""',
            f"KNOTS = {_tuple(knots, 8)}",
            '"""Raw confidence, and the share of labelled documents that was right there; rising."""',
            f"GATE = {GATE}",
            '"""How sure it has to be that a document is evidence at all."""',
            f"THRESHOLD = {round(_set_right(LEAST, knots), 2)}",
            '"""The confidence below which nothing is suggested."""',
            "",
        ]
    )


def _set_right(raw: float, knots: list[tuple[float, float]]) -> float:
    below = (0.0, 0.0)
    for knot in knots:
        if raw <= knot[0]:
            return below[1] + (raw - below[0]) / (knot[0] - below[0]) * (knot[1] - below[1])
        below = knot
    return below[1]


def _weights(model: Model, rows: list[Row]) -> str:
    usual = [sum(one.features[at] for one in rows) / len(rows) for at in range(len(model) - 1)]
    lines = [f"    {round(model[0], 3)},", f"    {_tuple(model[1:], 3)},", f"    {_tuple(usual, 3)},"]
    return "\n".join(["Weights(", *lines, ")"])


def _tuple(values: Sequence[object], digits: int) -> str:
    shown = [str(round(one, digits)) if isinstance(one, float) else str(one) for one in values]
    return f"({', '.join(shown)})"


if __name__ == "__main__":
    main()
