"""Simpler ways to suggest, to be compared with: counting keywords, plain BM25, and the cosine of tf-idf."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from math import log, sqrt

from labelled import Labelled, Ranked

from readiness.model import Catalogue, Criterion, Wording

_WORD = re.compile(r"[a-z]+")
_K1, _B = 1.2, 0.75

Answer = Callable[[Labelled], Ranked]


def baselines(catalogue: Catalogue, documents: list[Labelled]) -> dict[str, Answer]:
    """
    Return each way by its name.

    Args:
        catalogue: its criteria are the queries.
        documents: those that are ranked, for how rare a word is.
    """
    known = [one for one in catalogue.criteria if one.wording is not Wording.UNKNOWN]
    counts = {one.path: Counter(_words(_text(one))) for one in documents}
    held = Counter(word for one in counts.values() for word in one)
    usual = sum(sum(one.values()) for one in counts.values()) / len(counts)
    size = len(counts)

    def keywords(one: Labelled) -> Ranked:
        text = " ".join(_words(_text(one)))
        return _ranked({each.id: float(sum(f" {term} " in f" {text} " for term in _terms(each))) for each in known})

    def bm25(one: Labelled) -> Ranked:
        said = counts[one.path]
        even = _K1 * (1 - _B + _B * sum(said.values()) / usual)
        return _ranked(
            {
                each.id: sum(
                    log(1 + (size - held[word] + 0.5) / (held[word] + 0.5))
                    * said[word]
                    * (_K1 + 1)
                    / (said[word] + even)
                    for word in set(_words(f"{each.title} {each.requires}"))
                )
                for each in known
            }
        )

    def cosine(one: Labelled) -> Ranked:
        document = _weighted(counts[one.path], held, size)
        return _ranked(
            {each.id: _cosine(document, _weighted(Counter(_words(_whole(each))), held, size)) for each in known}
        )

    return {"keyword match": keywords, "plain bm25": bm25, "tf-idf cosine": cosine}


def _text(one: Labelled) -> str:
    return "\n".join((one.path, *(passage.text for passage in one.text.passages)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _terms(one: Criterion) -> list[str]:
    terms = [term for aspect in one.aspects for term in aspect.terms]
    return [" ".join(_words(term)) for term in dict.fromkeys((*terms, *one.vocabulary.period, *one.vocabulary.later))]


def _whole(one: Criterion) -> str:
    aspects = [text for aspect in one.aspects for text in (aspect.title, *aspect.terms)]
    return " ".join((one.title, one.requires, *aspects, *one.vocabulary.period, *one.vocabulary.later))


def _weighted(counts: Counter[str], held: Counter[str], size: int) -> dict[str, float]:
    return {word: (1 + log(count)) * log((1 + size) / (1 + held[word])) for word, count in counts.items()}


def _cosine(one: dict[str, float], two: dict[str, float]) -> float:
    dot = sum(value * two.get(word, 0.0) for word, value in one.items())
    return dot / (sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in two.values())) or 1.0)


def _ranked(scores: dict[str, float]) -> Ranked:
    return sorted(((score, name) for name, score in scores.items() if score > 0), reverse=True)
