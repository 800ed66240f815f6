"""
Fit the numbers of `readiness._suggest` to the labelled documents, all but the fresh ones, and write them down.

Logistic regressions: how much the words of a paper are those of papers that are evidence, and how surely the words of a
section prove each criterion (`learned/`); how well a paper matches each criterion; whether it is for this criterion
rather than another; and whether it is evidence at all (`_weights.py`). A weight whose sign makes no sense is left out
rather than believed. How sure they are is set right by what they made of documents that they had not seen, in ten folds.

Run it as `python benchmarks/fit_suggest.py` and then `ruff format`; with `--dry` it only prints. It needs numpy and
scikit-learn, which nothing else of the project does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

import numpy as np
from attrs import evolve, frozen
from fit_regression import Model, chance, fitted, isotonic
from fit_words import Counted, Telltales, Voice, folds, learned_telltales, learned_voice, rows_of
from fit_write import background, learned, weights
from labelled import HELD_BACK, TUNING, Labelled, Marks, calibration_error, load, marks, reliability, stripped

import readiness
from readiness._linking._phrases import words
from readiness._linking._stems import stem
from readiness._suggest import Queries, Survey, queries_of, survey
from readiness._suggest._features import OF_DOCUMENT, OF_PAIR, OF_RANK, of_document, ranked, scored
from readiness._suggest._score import FURTHER
from readiness._suggest._sections import Section, sections
from readiness._suggest._survey import head_of
from readiness.model import Catalogue

AGAINST = frozenset({"strange", "elsewhere", "apart", "only tells"})
"""Features that can only speak against a document."""
LEARNED = frozenset({"voice", "told", "told ahead"})
"""Features that are made of learned words."""
RIDGE_PAIR, RIDGE_RANK, RIDGE_DOCUMENT = 3.0, 1.0, 1.0
FOLDS, SEEDS = 10, (1,)
TOLD = OF_PAIR.index("told"), OF_PAIR.index("told ahead")
REAL = frozenset({"q", "s", "u", "v"})
"""Whoever told real papers again, besides those whose letters begin with an r."""
_BEGINS = 80
"""Characters of a labelled passage by which it is found again."""
LEAST, LEAST_FOREIGN = 0.5, 0.6
"""The least share of right ones, among labelled documents that were as sure, of what is suggested."""


@frozen
class Data:
    """
    The labelled documents as numbers.

    Attributes:
        documents: themselves.
        surveys: of each.
        counted: the stems of each and of its sections.
        true: whether each is evidence for anything.
        silent: whether each is of a sort that proves nothing, or says nothing of any criterion.
        owner: of each pair of document and criterion, the number of the document.
        pairs: its features.
        right: whether it is right.
        names: its criterion.
        columns: the number of its criterion among all.
    """

    documents: list[Labelled]
    surveys: list[Survey]
    counted: Counted
    true: np.ndarray
    silent: np.ndarray
    owner: np.ndarray
    pairs: np.ndarray
    right: np.ndarray
    names: list[str]
    columns: np.ndarray


def data_of(documents: list[Labelled], catalogue: Catalogue) -> Data:
    """Survey *documents* for the criteria of *catalogue*."""
    queries = queries_of(catalogue)
    columns = {one.criterion.id: number for number, one in enumerate(queries.each)}
    criteria = {one.id: one for one in catalogue.criteria}
    surveys = [survey(one.text, queries) for one in documents]
    rows = [
        (number, one.sighting.criterion, one.features)
        for number, found in enumerate(surveys)
        for one in scored(found, criteria)
    ]
    return Data(
        documents=documents,
        surveys=surveys,
        counted=_counted(documents, queries),
        true=np.array([bool(one.criteria) for one in documents], float),
        silent=np.array([one.form.proves_nothing or not one.sightings for one in surveys]),
        owner=np.array([number for number, _, _ in rows]),
        pairs=np.array([features for _, _, features in rows]),
        right=np.array([name in documents[number].criteria for number, name, _ in rows], float),
        names=[name for _, name, _ in rows],
        columns=np.array([columns[name] for _, name, _ in rows]),
    )


def _stems(one: Labelled) -> Counter[str]:
    return Counter(stem(word) for passage in one.text.passages for word in words(passage.text) if word.isalpha())


def _counted(documents: list[Labelled], queries: Queries) -> Counted:
    """Count the stems of documents and of their sections."""
    counts = [_stems(one) for one in documents]
    parts = [(number, part) for number, one in enumerate(documents) for part in sections(one.text.passages, queries)]
    heads = [head_of(one.text) for one in documents]
    stems = sorted({name for one in (*counts, *heads) for name in one})
    names = [one.criterion.id for one in queries.each]
    return Counted(
        stems=stems,
        whole=rows_of(counts, stems),
        heads=rows_of(heads, stems),
        parts=rows_of([part.every for _, part in parts], stems),
        owner=np.array([number for number, _ in parts]),
        proved=np.array([[name in proved_by(documents[number], part) for name in names] for number, part in parts]),
        labelled=np.array([[name in one.criteria for name in names] for one in documents]),
        writers=np.array([one.writer for one in documents]),
    )


def proved_by(one: Labelled, part: Section) -> set[str]:
    """Return the criteria for which the label of a document names a passage of one of its sections."""
    text = " ".join(" ".join(each.passage.text for each in part.places).split())
    return {criterion for criterion, quote in one.passages if " ".join(quote.split())[:_BEGINS] in text}


@frozen
class Fitted:
    """The regressions, and what they make of each pair and of each document."""

    voice: Voice | None
    telltales: Telltales | None
    pair: Model
    rank: Model
    document: Model
    pairs: np.ndarray
    matches: np.ndarray
    ranks: np.ndarray
    wholes: np.ndarray

    def confidences(self, data: Data) -> np.ndarray:
        """Return how sure they are of each pair."""
        evidence = chance(self.document.odds(self.wholes)) * ~data.silent
        return evidence[data.owner] * chance(self.rank.odds(self.ranks))


def fit(data: Data, seen: np.ndarray, *, learn: bool = True) -> Fitted:
    """Fit to the documents that are *seen*; unless they may *learn*, do without the words of the field."""
    voice = learned_voice(data.counted, seen) if learn else None
    telltales = learned_telltales(data.counted, seen) if learn else None
    pairs = _pairs(data, telltales)
    of_evidence = (seen & (data.true > 0))[data.owner]
    pair = fitted(pairs[of_evidence], data.right[of_evidence], _signs(OF_PAIR, learn=learn), RIDGE_PAIR)
    matches = pair.odds(pairs)
    ranks = _ranks(data, pairs, matches)
    free = [1, 1, 1, *(None if sign else 0 for sign in _signs(OF_PAIR, learn=learn))]
    rank = fitted(ranks[of_evidence], data.right[of_evidence], free, RIDGE_RANK)
    wholes = _wholes(data, matches, voice)
    some = seen & ~data.silent
    document = fitted(wholes[some], data.true[some], _signs(OF_DOCUMENT, learn=learn), RIDGE_DOCUMENT)
    return Fitted(voice, telltales, pair, rank, document, pairs, matches, ranks, wholes)


def _signs(names: Sequence[str], *, learn: bool) -> list[int]:
    """Return the sign that each weight must have; nought for what is learned, unless it may be."""
    return [0 if name in LEARNED and not learn else -1 if name in AGAINST else 1 for name in names]


def _pairs(data: Data, telltales: Telltales | None) -> np.ndarray:
    """Return the features of pairs, with what the telltales make of them."""
    found = data.pairs.copy()
    found[:, TOLD] = 0.0
    if telltales is None:
        return found
    best = np.sort(telltales.told, axis=1)[:, -2:]
    ahead = telltales.told - np.where(telltales.told == best[:, 1:], best[:, :1], best[:, 1:])
    starts = np.searchsorted(data.counted.owner, np.arange(len(data.documents) + 1))
    for row, (number, column) in enumerate(zip(data.owner, data.columns, strict=True)):
        parts = slice(starts[number], starts[number + 1])
        found[row, TOLD] = telltales.told[parts, column].max(), ahead[parts, column].max()
    return found


def _ranks(data: Data, features: np.ndarray, matches: np.ndarray) -> np.ndarray:
    found = np.zeros((len(matches), len(OF_RANK)))
    for number in range(len(data.documents)):
        of_it = np.flatnonzero(data.owner == number)
        pairs = list(map(tuple, features[of_it]))
        found[of_it] = np.array(ranked(list(matches[of_it]), pairs)).reshape(-1, len(OF_RANK))
    return found


def _wholes(data: Data, matches: np.ndarray, voice: Voice | None) -> np.ndarray:
    found = np.zeros((len(data.documents), len(OF_DOCUMENT)))
    for number, one in enumerate(data.surveys):
        if one.sightings:
            found[number] = of_document(
                evolve(one, voice=voice.told[number] if voice else 0.0), list(matches[data.owner == number])
            )
    return found


def crossed(data: Data, fold: np.ndarray, *, learn: bool = True) -> np.ndarray:
    """Return how sure models are of pairs of documents of a fold that they have not seen."""
    found = np.zeros(len(data.right))
    for held in np.unique(fold):
        here = (fold == held)[data.owner]
        found[here] = fit(data, fold != held, learn=learn).confidences(data)[here]
    return found


def told(data: Data, sure: np.ndarray, least: tuple[float, float], only: np.ndarray | None = None) -> Marks:
    """Return the marks of what is suggested with a confidence of *least* and more: first, and further."""
    number = {one.path: at for at, one in enumerate(data.documents)}

    def answer(one: Labelled) -> list[tuple[float, str]]:
        of_it = np.flatnonzero(data.owner == number[one.path])
        return sorted(((float(sure[at]), data.names[at]) for at in of_it), reverse=True)

    asked = [one for at, one in enumerate(data.documents) if only is None or only[at]]
    return marks(asked, answer, *least)


def report(name: str, data: Data, least: float, *, learn: bool = True) -> list[tuple[float, float]]:
    """Print how well it does on what folds held out, and return the knots that set its confidence right."""
    runs = [crossed(data, folds(len(data.true), FOLDS, seed), learn=learn) for seed in SEEDS]
    pairs = [(float(raw), bool(right)) for run in runs for raw, right in zip(run, data.right, strict=True)]
    knots = thinned(isotonic(pairs))
    raw_least = _raw(least, knots), _raw(FURTHER * least, knots)
    real = np.array([one.writer in REAL or one.writer[0] == "r" for one in data.documents])
    print(f"{name}: calibration error {calibration_error(pairs):.3f} before it is set right")
    for bin_ in reliability(pairs):
        print("    from {:.1f}: mean {:.2f}, right {:.2f}, of {}".format(*bin_))
    for seed, run in zip(SEEDS, runs, strict=True):
        print(f"  folds, seed {seed}: {told(data, run, raw_least)}")
        print(f"    invented: {told(data, run, raw_least, ~real)}")
        print(f"    told again after real ones: {told(data, run, raw_least, real)}")
    run = crossed(data, data.counted.writers, learn=learn)
    print(f"  each writer's by what the others wrote: {told(data, run, raw_least)}")
    print(f"    invented: {told(data, run, raw_least, ~real)}")
    print(f"    told again after real ones: {told(data, run, raw_least, real)}")
    print(f"    all, no threshold: {told(data, run, (0.0, 0.0))}")
    return knots


def _raw(confidence: float, knots: list[tuple[float, float]]) -> float:
    return float(np.interp(confidence, [right for _, right in knots], [raw for raw, _ in knots]))


def thinned(points: list[tuple[float, float]], least: float = 0.06) -> list[tuple[float, float]]:
    """Return points far enough from each other to mean anything."""
    kept: list[tuple[float, float]] = []
    for raw, share in points:
        if not kept or max(raw - kept[-1][0], share - kept[-1][1]) >= least:
            kept.append((round(raw, 3), round(share, 3)))
    return kept


def main() -> None:
    """Fit, say how well it does on what each fold held out, and write the modules."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--dry", action="store_true", help="write nothing")
    asked.add_argument("--background", action="store_true", help="count how common stems are, and nothing else")
    options = asked.parse_args()
    documents = [*load(TUNING), *load(HELD_BACK)]
    if options.background:
        background([_stems(one) for one in documents])
        print("counted how common stems are; run again to fit the rest")
        return
    catalogue = readiness.load_catalogue()
    data, bare = data_of(documents, catalogue), data_of(documents, stripped(catalogue))
    knots = report("with the words of the field", data, LEAST)
    rough = report("a catalogue that says nothing of its subjects", bare, LEAST_FOREIGN, learn=False)
    every = np.ones(len(documents), bool)
    best, foreign = fit(data, every), fit(bare, every, learn=False)
    for names, model in ((OF_PAIR, best.pair), (OF_RANK, best.rank), (OF_DOCUMENT, best.document)):
        print(f"bias {model.bias:.2f}  " + "  ".join(f"{n} {w:.2f}" for n, w in zip(names, model.weights, strict=True)))
    print("foreign", "  ".join(f"{n} {w:.2f}" for n, w in zip(OF_DOCUMENT, foreign.document.weights, strict=True)))
    print("knots", knots)
    if not options.dry:
        criteria = [one.criterion.id for one in queries_of(catalogue).each]
        learned(data.counted.stems, criteria, best.voice, best.telltales)
        weights((best, knots, LEAST), (foreign, rough, LEAST_FOREIGN), ~data.silent)


if __name__ == "__main__":
    main()
