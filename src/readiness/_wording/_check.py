"""What no wording may do: be empty, be garbled, or make what is bad sound good."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from readiness.model import Decision, Rag, Reason, Status
from readiness.model._phrasing import word_key

from ._tables import Table

_GOOD = frozenset(
    {
        *("accepted", "achieved", "all clear", "all good", "approved", "clear", "closed", "complete", "completed"),
        *("compliant", "correct", "done", "fine", "finished", "fulfilled", "go", "good", "green", "in order", "ok"),
        *("okay", "pass", "passed", "ready", "satisfactory", "satisfied", "signed off", "sound", "up to date", "yes"),
    }
)
"""Words that nobody would take for a gap."""
_CLEAR = frozenset({*(word_key(one.value) for one in Status if one.clear), "go"})
_NOT_BEGUN = frozenset(word_key(one.value) for one in (Status.NOT_MET, Status.PLANNED, Status.NOT_ASSESSABLE))
_DENIES = re.compile(
    r"\b(?:not|no|never|nothing|none|yet|without|cannot|un\w+|non\w*|fails?|failed|missing|to be)\b|n't"
)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def folded(word: str) -> str:
    """
    Return what two words have in common that a reader would take for one.

    >>> folded("Not-Met!"), folded(" met")
    ('not met', 'met')
    """
    plain = unicodedata.normalize("NFKC", word).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def mistakes(table: Table, key: str, word: str) -> Iterator[str]:
    """Yield what is wrong with one word by itself."""
    if not folded(word):
        yield "says nothing; write a word, or remove the line"
        return
    if any(unicodedata.category(one) in _UNSEEN for one in word):
        yield "holds a character that nobody sees, or a line end; write it as plain text on one line"
    if len(word) > table.longest:
        yield f"has {len(word)} characters; {table.longest} are the most"
    yield from _placeholders(table, key, word)


def _placeholders(table: Table, key: str, word: str) -> Iterator[str]:
    wanted = table.told.get(key, "")
    for one in dict.fromkeys(_PLACEHOLDER.findall(word)):
        if one != wanted:
            there = f"there is only {wanted} here" if wanted else "there is none here"
            yield f"{one} stands for nothing; {there}"
    if wanted and wanted not in word:
        yield f"leaves out {wanted}, without which a reader would miss what is meant; write it where it belongs"


def hidden(table: Table, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """
    Yield each key whose word hides what is meant, and why.

    Args:
        table: one whose words judge.
        words: the own words of the file that are right by themselves.
    """
    whole = {**table.usual, **words}
    for key, word in words.items():
        if why := _alike(key, word, whole, table) or _praises(table, key, word, whole):
            yield key, why


def _alike(key: str, word: str, whole: Mapping[str, str], table: Table) -> str:
    """Return with which other word of the table this one could be mistaken."""
    for other in whole:
        if other != key and folded(word) in {folded(whole[other]), folded(table.usual[other])}:
            whose = "the word" if folded(word) == folded(whole[other]) else "the usual word"
            return (
                f"{word!r} is {whose} for {table.usual[other]!r} too, so nobody could tell them apart; choose another"
            )
    return ""


def _praises(table: Table, key: str, word: str, whole: Mapping[str, str]) -> str:
    """Return why a word makes a gap sound like none, or names a colour that is not its own."""
    said = folded(word)
    colours = {one.value for one in Rag if one is not Rag.NONE}
    if said in colours and said != _colour(key):
        return f"{word!r} is a colour, and not the one that it is shown in; choose another"
    if key in _CLEAR:
        return ""
    if said in _GOOD:
        return f"{word!r} sounds as if nothing were missing; choose a word that says what {table.usual[key]!r} says"
    met = {folded(whole["met"]), "met"} if table.name == "status" and key in _NOT_BEGUN else set()
    if any(re.search(rf"\b{re.escape(one)}\b", said) for one in met) and not _DENIES.search(word.casefold()):
        message = f"{word!r} has the word for 'met' in it without a no"
        return f"{message}; choose a word that says what {table.usual[key]!r} says"
    return ""


def _colour(key: str) -> str:
    colours = {word_key(one.value): one.rag.value for one in Status}
    return colours.get(key, "")


def judged_twice(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each word of a status or a reason that is a decision, and the other way round: by place in the file."""
    decisions = {folded(one.value): one.value for one in Decision}
    statuses = {folded(one.value): one.value for one in Status} | {folded(one.value): one.value for one in Reason}
    for place, word in words.items():
        table = place.partition(".")[0]
        other = {"status": decisions, "reason": decisions, "decision": statuses}.get(table, {}).get(folded(word))
        if other:
            yield place, f"{word!r} says something else already: it is the usual word for {other!r}; choose another"
