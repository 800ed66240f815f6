"""
Measure `readiness suggest` on the labelled documents, beside simpler ways.

The numbers of the ranking were fitted to the tuning half, and by now to those that were once held back, so both are
flattered; what folds held out is printed by `fit_suggest.py`. The fresh ones were written last by people who had not
seen the ranking, and nothing was fitted to them. Only the tuning half is shown unless `--report` is given: who looks at
the rest too often tunes to it. `--errors` lists what went wrong, in the tuning half only. `--labels DIR` measures
other labelled documents of yours instead.

Run it as `python benchmarks/suggest.py`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from labelled import (
    FRESH,
    FRESH_RETOLD,
    HELD_BACK,
    HERE,
    TUNING,
    Labelled,
    Ranked,
    best_threshold,
    calibration_error,
    caveat_marks,
    load,
    marks,
    reliability,
    shown,
    stripped,
)
from suggest_baselines import baselines

import readiness
from readiness._suggest import queries_of, suggestions_of, survey, thresholds_for
from readiness.model import Catalogue, Caveat, Suggestion

OTHER, UNNAMED = Caveat.OTHER_SYSTEM.value, Caveat.SYSTEM_UNNAMED.value


class Ours:
    """What the product suggests for labelled documents."""

    def __init__(self, documents: list[Labelled], catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        queries = queries_of(self.catalogue)
        self.least = thresholds_for(queries)
        criteria = {one.id: one for one in self.catalogue.criteria}
        surveys = {one.path: survey(one.text, queries) for one in documents}
        self.said = {path: {one.caveat.value for one in found.qualms} for path, found in surveys.items()}
        self.made = {path: suggestions_of(found, criteria, threshold=0.0) for path, found in surveys.items()}

    def __call__(self, one: Labelled) -> Ranked:
        """Return the ranking of one document."""
        return [(each.confidence, each.criterion) for each in self.made[one.path]]

    def pairs(self, documents: list[Labelled]) -> list[tuple[float, bool]]:
        """Return each suggestion that might be made with whether it is right."""
        return [(score, name in one.criteria) for one in documents for score, name in self(one)]

    def passages(self, documents: list[Labelled]) -> tuple[int, int]:
        """Return how many of the labelled passages are those shown, of those whose criterion is suggested."""
        hit = all_ = 0
        for one in documents:
            made = {each.criterion: each for each in self.made[one.path]}
            suggested = shown(self(one), *self.least)
            for criterion, quote in one.passages:
                if criterion in suggested:
                    all_ += 1
                    hit += _stands_in(quote, made[criterion], one)
        return hit, all_


def _stands_in(quote: str, made: Suggestion, one: Labelled) -> bool:
    wanted = " ".join(quote.split())
    return any(
        wanted in " ".join(passage.text.split())
        for passage in one.text.passages
        if str(passage.locator) == made.locator
    )


def report(half: str, documents: list[Labelled], ours: Ours, thresholds: dict[str, float]) -> None:
    """Print the figures of one half."""
    evidence = sum(bool(one.criteria) for one in documents)
    print(f"\n{half}: {evidence} documents that are evidence, {len(documents) - evidence} distractors")
    print(f"  {'suggest':<14} {marks(documents, ours, *ours.least)}")
    print(f"  {'  no threshold':<14} {marks(documents, ours)}")
    for name, answer in baselines(ours.catalogue, documents).items():
        print(f"  {name:<14} {marks(documents, answer, thresholds[name])}")
        print(f"  {'  no threshold':<14} {marks(documents, answer)}")
    pairs = ours.pairs(documents)
    print(f"  calibration error {calibration_error(pairs):.3f} over {len(pairs)} pairs")
    for low, mean, share, count in reliability(pairs):
        print(f"    confidence from {low:.1f}: mean {mean:.2f}, right {share:.2f}, of {count}")
    hit, of = ours.passages(documents)
    print(f"  the labelled passage is the one shown: {hit}/{of}")
    for name, (right, wrong, missed) in caveat_marks(documents, ours.said).items():
        if name == UNNAMED:
            continue  # true whenever it is said, and not labelled
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(f"  caveat {name:<18} precision {precision:.2f}  recall {recall:.2f}  of {right + missed}")

    others = [ours.said[one.path] for one in documents if one.criteria and OTHER in one.caveats]
    print(
        f"  of {len(others)} about another system: {sum(bool({OTHER, UNNAMED} & one) for one in others)} have a caveat"
    )


def errors(documents: list[Labelled], ours: Ours) -> None:
    """Print what went wrong; of the tuning half only."""
    for one in documents:
        made = shown(ours(one), *ours.least)
        first = made[0] if made else ""
        missed = set(one.criteria) - set(made[:3]) if len(one.criteria) <= 3 else set()
        if (one.criteria and (first not in one.criteria or missed)) or (not one.criteria and made):
            print(f"  {one.path}: {list(one.criteria) or one.near}; suggested {made}")


def main() -> None:
    """Report on the tuning half, or on all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--report", action="store_true", help="the figures of the other halves as well")
    asked.add_argument("--errors", action="store_true", help="list what went wrong in the tuning half")
    asked.add_argument("--bare", action="store_true", help="with a catalogue that says nothing of its subjects")
    asked.add_argument("--labels", type=Path, default=HERE, help="the folder with labels and documents")
    options = asked.parse_args()
    asked_for = (TUNING, HELD_BACK, FRESH, FRESH_RETOLD)[: 4 if options.report else 1]
    halves = {half: load(half, options.labels) for half in asked_for}
    tuning = halves[TUNING] or load(TUNING)
    documents = list({one.path: one for half in (tuning, *halves.values()) for one in half}.values())
    ours = Ours(documents, stripped(readiness.load_catalogue()) if options.bare else readiness.load_catalogue())
    thresholds = {name: best_threshold(tuning, one) for name, one in baselines(ours.catalogue, documents).items()}
    for half, held in halves.items():
        if held:
            report(half, held, ours, thresholds)
    if options.errors:
        print("\ntuning, what went wrong:")
        errors(halves[TUNING], ours)


if __name__ == "__main__":
    main()
