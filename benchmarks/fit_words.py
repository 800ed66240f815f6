"""
Learn words: those of papers that are evidence, and those of sections that prove a criterion.

It needs numpy and scikit-learn, which nothing else of the project does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from attrs import frozen
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from readiness._suggest._common import COMMON, telling
from readiness._suggest._likeness import HEAD

WRITERS = 3
"""How many writers must have used a word that is learned from, which leaves few names of people and places."""
OFTEN_TOLD, OFTEN_SAID, OFTEN_TITLED = 8, 4, 4
"""In how many documents it has to stand, for the words of sections, of whole texts, and of names and titles."""
MOST = 150
"""Words that are kept of each criterion, those that tell most."""
FREE_VOICE, FREE_TELLTALES = 10.0, 5.0
"""How freely the two follow the labelled documents: the inverse of a ridge."""
INNER = 5


@frozen
class Counted:
    """
    Stems counted in documents and in their sections.

    Attributes:
        stems: all of them, in order.
        whole: of each document, how much it has of each stem, the rarer counting more.
        heads: the same of its name and title.
        parts: of each section.
        owner: of each section, the number of its document.
        proved: of each section and criterion, whether a label names a passage of it.
        labelled: of each document and criterion, whether it is evidence for it.
        writers: of each document.
    """

    stems: list[str]
    whole: csr_matrix
    heads: csr_matrix
    parts: csr_matrix
    owner: np.ndarray
    proved: np.ndarray
    labelled: np.ndarray
    writers: np.ndarray

    @property
    def true(self) -> np.ndarray:
        """Return whether each document is evidence for anything."""
        return self.labelled.any(axis=1)


@frozen
class Voice:
    """What each of some stems weighs in texts, and of others in names and titles, and what they make of each document."""

    columns: np.ndarray
    weights: np.ndarray
    head_columns: np.ndarray
    head_weights: np.ndarray
    told: np.ndarray


@frozen
class Telltales:
    """What each of some stems weighs for each criterion, where a section without any begins, and what they make of each section."""

    columns: np.ndarray
    weights: np.ndarray
    starts: np.ndarray
    told: np.ndarray


def rows_of(counts: Sequence[Counter[str]], stems: Sequence[str]) -> csr_matrix:
    """Return how much each text has of each stem."""
    at = {name: number for number, name in enumerate(stems)}
    weighs = [telling(name) for name in stems]
    found = [(row, at[name], count) for row, one in enumerate(counts) for name, count in one.items() if name in at]
    rows, columns, much = (np.array(one) for one in zip(*found, strict=True))
    values = (1 + np.log(much)) * np.array(weighs)[columns]
    return csr_matrix((values, (rows, columns)), shape=(len(counts), len(stems)))


def learned_voice(data: Counted, seen: np.ndarray) -> Voice:
    """Return the words of papers that are evidence; what is made of a *seen* one is said by words that others taught."""
    columns = _columns(data, seen, data.whole, OFTEN_SAID)
    titled = _columns(data, seen, data.heads, OFTEN_TITLED)
    rows = csr_matrix(hstack([_even(data.whole[:, columns]), HEAD * _even(data.heads[:, titled])]))

    def weights(of: np.ndarray) -> np.ndarray:
        return LogisticRegression(C=FREE_VOICE, max_iter=500).fit(rows[of], data.true[of]).coef_[0]

    found = weights(seen)
    told = rows @ found
    for others, here in _inner(seen):
        told[here] = rows[here] @ weights(others)
    return Voice(columns, found[: len(columns)], titled, found[len(columns) :], told)


def learned_telltales(data: Counted, seen: np.ndarray) -> Telltales:
    """Return the words of sections that prove a criterion; what is made of a *seen* section is said by words that others taught."""
    columns = _columns(data, seen & data.true, data.whole, OFTEN_TOLD)
    columns = columns[[data.stems[at] not in COMMON for at in columns]]
    weights, starts = _telling(data, seen, columns)
    told = _told(data.parts[:, columns], weights, starts)
    for others, here in _inner(seen):
        parts = here[data.owner]
        told[parts] = _told(data.parts[:, columns][parts], *_telling(data, others, columns))
    return Telltales(columns, weights, starts, told)


def _telling(data: Counted, seen: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights of each criterion's words, and its start. A section of a paper that is evidence but is not named in its label is left out."""
    rows = _even(data.parts[:, columns])
    taught = (seen & data.true)[data.owner]
    weights, starts = np.zeros((len(columns), data.proved.shape[1])), np.zeros(data.proved.shape[1])
    for criterion in range(data.proved.shape[1]):
        proved = data.proved[:, criterion]
        some = taught & (proved | ~data.labelled[data.owner, criterion])
        model = LogisticRegression(C=FREE_TELLTALES, solver="liblinear").fit(rows[some], proved[some])
        kept = np.argsort(-np.abs(model.coef_[0]))[:MOST]
        weights[kept, criterion] = model.coef_[0][kept]
        starts[criterion] = model.intercept_[0]
    return weights, starts


def _told(rows: csr_matrix, weights: np.ndarray, starts: np.ndarray) -> np.ndarray:
    some = weights.any(axis=1)
    return _even(rows[:, some]) @ weights[some] + starts


def _columns(data: Counted, seen: np.ndarray, rows: csr_matrix, least: int) -> np.ndarray:
    """Return the numbers of the stems that can be learned from: in so many *seen* texts at *least*, and by some writers."""
    held = rows[seen] > 0
    often = np.asarray(held.sum(axis=0))[0]
    writers = data.writers[seen]
    by_writer = [np.asarray(held[writers == one].sum(axis=0))[0] > 0 for one in np.unique(writers)]
    tells = np.array([len(name) > 1 and name.isalpha() for name in data.stems])
    return np.flatnonzero((often >= least) & (np.sum(by_writer, axis=0) >= WRITERS) & tells)


def _even(rows: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))[:, 0])
    return csr_matrix(diags(1 / np.maximum(1e-9, lengths)) @ rows)


def _inner(seen: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    fold = folds(len(seen), INNER, 77)
    return [(seen & (fold != held), seen & (fold == held)) for held in range(INNER)]


def folds(count: int, of: int, seed: int) -> np.ndarray:
    """Return for each of *count* documents in which of so many folds it is."""
    found = np.empty(count, int)
    found[np.random.default_rng(seed).permutation(count)] = np.arange(count) % of
    return found
