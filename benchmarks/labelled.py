"""The labelled documents: who wrote what, what it is evidence for, and how well an answer does."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from attrs import evolve, frozen

from readiness._readers import read_document
from readiness.model import Catalogue, DocumentText, ReadLimits, Subject

HERE = Path(__file__).parent / "suggest"
TUNING, HELD_BACK, FRESH, FRESH_RETOLD = "tuning", "held-back", "fresh", "fresh-retold"

Ranked = list[tuple[float, str]]
"""What a document is suggested for: pairs of score and criterion, the best first."""


@frozen
class Labelled:
    """A document with its labels. `near` says of a distractor why it may fool somebody."""

    path: str
    half: str
    criteria: tuple[str, ...]
    passages: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    near: str
    text: DocumentText

    @property
    def writer(self) -> str:
        """Return the letters of whoever wrote it."""
        return self.path.partition("/")[0]


def load(half: str, here: Path = HERE) -> list[Labelled]:
    """Return the documents of one half, read by the readers of the product."""
    found = []
    for file in sorted(here.glob("labels-*.toml")):
        for one in tomllib.loads(file.read_text(encoding="utf-8"))["document"]:
            if one["half"] == half:
                found.append(_labelled(one, here))  # noqa: PERF401 - it reads more easily
    return found


def _labelled(one: dict, here: Path) -> Labelled:
    return Labelled(
        path=one["path"],
        half=one["half"],
        criteria=tuple(one["criteria"]),
        passages=tuple((each["criterion"], each["quote"]) for each in one.get("passages", [])),
        caveats=tuple(one.get("caveats", [])),
        near=one.get("near", ""),
        text=read_document(str(here / "documents"), one["path"], ReadLimits(), careful=False),
    )


@frozen
class Marks:
    """How well an answer does; all but `false` are shares of documents that are evidence for something."""

    first: float
    three: float
    mean: float
    false: tuple[int, int]
    sure: tuple[int, int]

    def __str__(self) -> str:
        false = f"{self.false[0]}/{self.false[1]}"
        right = f"{self.sure[0]}/{self.sure[1]}"
        return f"P@1 {self.first:.3f}  R@3 {self.three:.3f}  MAP {self.mean:.3f}  false {false:>5}  right {right:>7}"


def marks(
    documents: Iterable[Labelled],
    answer: Callable[[Labelled], Ranked],
    threshold: float = 0.0,
    further: float | None = None,
) -> Marks:
    """
    Return how well *answer* does; what is below the *threshold* counts as not suggested, or below *further* if not the first.

    P@1: the first suggestion is right. R@3: of the criteria it is evidence for (three at most), how many are among
    the first three. MAP: mean average precision. false: distractors that anything is suggested for. right: suggestions
    that are right, of all.
    """
    first = three = mean = 0.0
    true = false = distractors = right = made = 0
    for one in documents:
        ranked = shown(answer(one), threshold, further)
        made += len(ranked)
        right += sum(name in one.criteria for name in ranked)
        if not one.criteria:
            distractors += 1
            false += bool(ranked)
            continue
        true += 1
        first += bool(ranked) and ranked[0] in one.criteria
        three += len(set(ranked[:3]) & set(one.criteria)) / min(3, len(one.criteria))
        mean += _average_precision(ranked, one.criteria)
    count = max(1, true)
    return Marks(first / count, three / count, mean / count, (false, distractors), (right, made))


def shown(ranked: Ranked, threshold: float, further: float | None = None) -> list[str]:
    """Return the criteria that are suggested: nothing unless the first is sure enough."""
    if not ranked or ranked[0][0] < threshold:
        return []
    least = threshold if further is None else further
    return [name for score, name in ranked if score >= least]


def _average_precision(ranked: list[str], wanted: tuple[str, ...]) -> float:
    hits, total = 0, 0.0
    for place, name in enumerate(ranked, start=1):
        if name in wanted:
            hits += 1
            total += hits / place
    return total / len(wanted)


def reliability(pairs: Iterable[tuple[float, bool]], bins: int = 5) -> list[tuple[float, float, float, int]]:
    """Return for each bin of confidence its bounds' lower end, the mean confidence, the share right, and how many."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        held.setdefault(min(bins - 1, int(confidence * bins)), []).append((confidence, right))
    return [
        (at / bins, sum(c for c, _ in one) / len(one), sum(r for _, r in one) / len(one), len(one))
        for at, one in sorted(held.items())
    ]


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """Return the expected calibration error in ten bins."""
    table = reliability(pairs, 10)
    return sum(abs(mean - share) * count for _, mean, share, count in table) / max(1, len(pairs))


def best_threshold(documents: list[Labelled], answer: Callable[[Labelled], Ranked]) -> float:
    """Return the threshold that serves *answer* best on these documents, by the F1 of its suggestions."""
    scores = sorted({score for one in documents for score, _ in answer(one)})
    total = sum(len(one.criteria) for one in documents)

    def f1(threshold: float) -> float:
        right, made = marks(documents, answer, threshold).sure
        return 2 * right / (made + total)

    return max(scores[:: max(1, len(scores) // 60)], key=f1)


def caveat_marks(documents: Iterable[Labelled], said: Mapping[str, set[str]]) -> dict[str, tuple[int, int, int]]:
    """Return for each caveat how often it was said rightly, wrongly, and was missed, among documents that are evidence."""
    counts: dict[str, list[int]] = {}
    for one in documents:
        if one.criteria:
            told = said[one.path]
            for caveat in {*told, *one.caveats}:
                kind = 0 if caveat in told and caveat in one.caveats else 1 if caveat in told else 2
                counts.setdefault(caveat, [0, 0, 0])[kind] += 1
    return {name: (one[0], one[1], one[2]) for name, one in sorted(counts.items())}


def stripped(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue that says nothing of its subjects, as one in OSCAL does."""
    return evolve(
        catalogue,
        id="stripped",
        subject=Subject(),
        criteria=tuple(evolve(one, subject=Subject()) for one in catalogue.criteria),
    )
