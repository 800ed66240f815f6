"""
Fit the numbers of `readiness._suggest` to the labelled documents, all but the fresh ones, and write its two modules.

Four logistic regressions: how much the words of a paper are those of papers that are evidence (`_voice.py`); how well
it matches each criterion; whether it is for this criterion rather than another; and whether it is evidence at all
(`_weights.py`). A weight whose sign makes no sense is left out rather than believed. How sure they are is set right by
what they made of documents that they had not seen, in ten folds.

Run it as `python benchmarks/fit_suggest.py` and then `ruff format`; with `--dry` it only prints. It needs numpy, which nothing
else of the project does.
"""

from __future__ import annotations

import argparse
from collections import Counter

import numpy as np
from attrs import evolve, frozen
from fit_regression import Model, chance, fitted, isotonic, of_words
from fit_write import background, voice, weights
from labelled import HELD_BACK, TUNING, Labelled, Marks, calibration_error, load, marks, reliability, stripped

import readiness
from readiness._linking._phrases import words
from readiness._linking._stems import stem
from readiness._suggest import Survey, queries_of, survey
from readiness._suggest._common import COMMON, telling
from readiness._suggest._features import OF_DOCUMENT, OF_PAIR, OF_RANK, of_document, ranked, scored
from readiness.model import Catalogue

AGAINST = frozenset({"strange", "elsewhere", "apart", "only tells"})
"""Features that can only speak against a document."""
RANK_SIGNS = [1, 1, 1, *(None for _ in OF_PAIR)]
"""The match adds up what the features of a pair say; what is left of each may go either way."""
RIDGE_PAIR, RIDGE_RANK, RIDGE_DOCUMENT, RIDGE_WORDS = 3.0, 1.0, 1.0, 0.1
FOLDS, INNER, SEEDS = 10, 5, (1,)
OFTEN, WRITERS = 8, 3
"""In how many documents a word has to stand, and by how many writers, to be learned from: no place names."""
LEAST = 0.6
"""The least share of right ones, among labelled documents that were as sure, of what is suggested."""


@frozen
class Data:
    """
    The labelled documents as numbers.

    Attributes:
        documents: themselves.
        surveys: of each.
        counts: how often each stem stands in each.
        true: whether each is evidence for anything.
        silent: whether each is of a sort that proves nothing, or says nothing of any criterion.
        owner: of each pair of document and criterion, the number of the document.
        pairs: its features.
        right: whether it is right.
        names: its criterion.
    """

    documents: list[Labelled]
    surveys: list[Survey]
    counts: list[Counter[str]]
    true: np.ndarray
    silent: np.ndarray
    owner: np.ndarray
    pairs: np.ndarray
    right: np.ndarray
    names: list[str]


def data_of(documents: list[Labelled], catalogue: Catalogue) -> Data:
    """Survey *documents* for the criteria of *catalogue*."""
    queries = queries_of(catalogue)
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
        counts=[_stems(one) for one in documents],
        true=np.array([bool(one.criteria) for one in documents], float),
        silent=np.array([one.form.proves_nothing or not one.sightings for one in surveys]),
        owner=np.array([number for number, _, _ in rows]),
        pairs=np.array([features for _, _, features in rows]),
        right=np.array([name in documents[number].criteria for number, name, _ in rows], float),
        names=[name for _, name, _ in rows],
    )


def _stems(one: Labelled) -> Counter[str]:
    return Counter(stem(word) for passage in one.text.passages for word in words(passage.text) if word.isalpha())


@frozen
class Fitted:
    """The four regressions; `heard` are the stems, each with what it weighs, and `voice` what they make of each document."""

    heard: dict[str, float]
    voice: np.ndarray
    pair: Model
    rank: Model
    document: Model
    matches: np.ndarray
    wholes: np.ndarray

    def confidences(self, data: Data) -> np.ndarray:
        """Return how sure they are of each pair."""
        evidence = chance(self.document.odds(self.wholes)) * ~data.silent
        return evidence[data.owner] * chance(self.rank.odds(_ranks(data, self.matches)))


def fit(data: Data, seen: np.ndarray, *, heard: bool = True) -> Fitted:
    """Fit to the documents that are *seen*; without `heard`, do without the words of the field."""
    stems, rows = _word_rows(data, seen)
    told = _voices(rows, data.true, seen) if heard else (np.zeros(len(stems)), np.zeros(len(data.true)))
    of_evidence = (seen & (data.true > 0))[data.owner]
    pair = fitted(data.pairs[of_evidence], data.right[of_evidence], [1] * len(OF_PAIR), RIDGE_PAIR)
    matches = pair.odds(data.pairs)
    ranks = _ranks(data, matches)
    rank = fitted(ranks[of_evidence], data.right[of_evidence], RANK_SIGNS, RIDGE_RANK)
    wholes = _wholes(data, matches, told[1])
    signs = [_sign(name, heard=heard) for name in OF_DOCUMENT]
    some = seen & ~data.silent
    document = fitted(wholes[some], data.true[some], signs, RIDGE_DOCUMENT)
    return Fitted(dict(zip(stems, told[0], strict=True)), told[1], pair, rank, document, matches, wholes)


def _sign(name: str, *, heard: bool) -> int:
    if name == "voice" and not heard:
        return 0
    return -1 if name in AGAINST else 1


def _word_rows(data: Data, seen: np.ndarray) -> tuple[list[str], np.ndarray]:
    """Return the stems that can be learned from, and of each document how much it has of each."""
    often, writers = Counter[str](), {}
    for number in np.flatnonzero(seen):
        for name in data.counts[number]:
            often[name] += 1
            writers.setdefault(name, set()).add(data.documents[number].path[0])
    enough = (name for name, count in often.items() if count >= OFTEN and len(writers[name]) >= WRITERS)
    stems = sorted(name for name in enough if len(name) > 1 and name not in COMMON)
    weighs = np.array([telling(name) for name in stems])
    rows = np.array([[np.log1p(one[name]) for name in stems] for one in data.counts]) * weighs
    return stems, rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))


def _voices(rows: np.ndarray, true: np.ndarray, seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights of words, and what they make of each document; of a seen one, what others' words make of it."""
    likeness = rows @ rows.T

    def learned(of: np.ndarray) -> np.ndarray:
        return of_words(likeness[np.ix_(of, of)], true[of], RIDGE_WORDS)

    shares = learned(seen)
    told = likeness[:, seen] @ shares
    fold = _folds(len(true), INNER, 77)
    for held in range(INNER):
        others, here = seen & (fold != held), seen & (fold == held)
        told[here] = likeness[np.ix_(here, others)] @ learned(others)
    return rows[seen].T @ shares, told


def _ranks(data: Data, matches: np.ndarray) -> np.ndarray:
    found = np.zeros((len(matches), len(OF_RANK)))
    for number in range(len(data.documents)):
        of_it = np.flatnonzero(data.owner == number)
        pairs = list(map(tuple, data.pairs[of_it]))
        found[of_it] = np.array(ranked(list(matches[of_it]), pairs)).reshape(-1, len(OF_RANK))
    return found


def _wholes(data: Data, matches: np.ndarray, told: np.ndarray) -> np.ndarray:
    found = np.zeros((len(data.documents), len(OF_DOCUMENT)))
    for number, one in enumerate(data.surveys):
        if one.sightings:
            found[number] = of_document(evolve(one, voice=told[number]), list(matches[data.owner == number]))
    return found


def _folds(count: int, folds: int, seed: int) -> np.ndarray:
    found = np.empty(count, int)
    found[np.random.default_rng(seed).permutation(count)] = np.arange(count) % folds
    return found


def crossed(data: Data, fold: np.ndarray, *, heard: bool = True) -> np.ndarray:
    """Return how sure models are of pairs of documents of a fold that they have not seen."""
    found = np.zeros(len(data.right))
    for held in np.unique(fold):
        here = (fold == held)[data.owner]
        found[here] = fit(data, fold != held, heard=heard).confidences(data)[here]
    return found


def told(data: Data, sure: np.ndarray, least: float, only: np.ndarray | None = None) -> Marks:
    """Return the marks of what is suggested with a confidence of *least* and more."""
    number = {one.path: at for at, one in enumerate(data.documents)}

    def answer(one: Labelled) -> list[tuple[float, str]]:
        of_it = np.flatnonzero(data.owner == number[one.path])
        return sorted(((float(sure[at]), data.names[at]) for at in of_it), reverse=True)

    asked = [one for at, one in enumerate(data.documents) if only is None or only[at]]
    return marks(asked, answer, least)


def report(name: str, data: Data, *, heard: bool = True) -> list[tuple[float, float]]:
    """Print how well it does on what folds held out, and return the knots that set its confidence right."""
    runs = [crossed(data, _folds(len(data.true), FOLDS, seed), heard=heard) for seed in SEEDS]
    pairs = [(float(raw), bool(right)) for run in runs for raw, right in zip(run, data.right, strict=True)]
    knots = thinned(isotonic(pairs))
    raw_least = np.interp(LEAST, [right for _, right in knots], [raw for raw, _ in knots])
    plain = np.array([one.path[0] == "g" for one in data.documents])
    print(f"{name}: calibration error {calibration_error(pairs):.3f} before it is set right")
    for bin_ in reliability(pairs):
        print("    from {:.1f}: mean {:.2f}, right {:.2f}, of {}".format(*bin_))
    for seed, run in zip(SEEDS, runs, strict=True):
        print(f"  folds, seed {seed}: {told(data, run, raw_least)}")
        print(f"    without the plain papers: {told(data, run, raw_least, ~plain)}")
    writers = np.array([ord(one.path[0]) for one in data.documents])
    run = crossed(data, writers, heard=heard)
    print(f"  each writer's by what the others wrote: {told(data, run, raw_least)}")
    print(f"    without the plain papers: {told(data, run, raw_least, ~plain)}")
    print(f"    the same, no threshold: {told(data, run, 0.0, ~plain)}")
    return knots


def thinned(points: list[tuple[float, float]], least: float = 0.06) -> list[tuple[float, float]]:
    """Return points far enough from each other to mean anything."""
    kept: list[tuple[float, float]] = []
    for raw, share in points:
        if not kept or (raw - kept[-1][0] >= least and share > kept[-1][1]):
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
    knots = report("with the words of the field", data)
    report("a catalogue that says nothing of its subjects", bare, heard=False)
    every = np.ones(len(documents), bool)
    best, foreign = fit(data, every), fit(bare, every, heard=False)
    for names, model in ((OF_PAIR, best.pair), (OF_RANK, best.rank), (OF_DOCUMENT, best.document)):
        print(f"bias {model.bias:.2f}  " + "  ".join(f"{n} {w:.2f}" for n, w in zip(names, model.weights, strict=True)))
    print("foreign", "  ".join(f"{n} {w:.2f}" for n, w in zip(OF_DOCUMENT, foreign.document.weights, strict=True)))
    print("knots", knots)
    if not options.dry:
        voice(best.heard)
        weights(data, best, foreign, knots, LEAST)


if __name__ == "__main__":
    main()
