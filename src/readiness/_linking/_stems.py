"""Words brought to a form that singular and plural, shield, shielded and shielding share."""

from __future__ import annotations

from functools import lru_cache

_SHORT = 3
"""Words of so few letters stay as they are."""
_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset("lsz")
_HISSING = ("sses", "xes", "zes", "ches", "shes")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """
    Return the form that a word shares with its plural, with -ed and with -ing.

    Args:
        word: in lower case, without an apostrophe.

    >>> sorted({stem(word) for word in ("shield", "shields", "shielded", "shielding")})
    ['shield']
    >>> sorted({stem(word) for word in ("policy", "policies", "apply", "applied", "applying", "use", "used", "using")})
    ['appli', 'polici', 'use']
    """
    if len(word) <= _SHORT or not word.isalpha():
        return word
    word = _without_ending(_singular(word.replace("iz", "is")))
    if len(word) > _SHORT and word[-1] == "y":
        return f"{word[:-1]}i"
    return word[:-1] if len(word) > _SHORT and word[-1] == "e" else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return f"{word[:-3]}y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and word[-2] not in "sui" else word


def _without_ending(word: str) -> str:
    """Take off -ed or -ing if what is left can be a word."""
    if word.endswith("ing"):
        base = word[:-3]
    elif word.endswith("ed") and word[-3] != "e":
        base = word[:-2]
    else:
        return word
    if _VOWELS.isdisjoint(base):
        return word
    if len(base) < _SHORT:
        return f"{base}e"
    return base[:-1] if base[-1] == base[-2] and base[-1] not in _KEPT_DOUBLE else base
