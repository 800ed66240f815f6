"""The words by which a text about a criterion is known."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Vocabulary:
    """
    Terms of the criterion.

    Attributes:
        period: as written in its own time.
        later: what later people call the same thing.
    """

    period: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@frozen(kw_only=True)
class Subject:
    """
    What a text has to speak of before it can be evidence at all: see `docs/explanation/how-suggestions-are-ranked.md`.

    Attributes:
        names: terms that name the subject by themselves, such as ``subject access request``.
        words: terms that name it only near one of `beside`, such as ``token``.
        beside: terms that show `words` to be meant in the sense of the criterion, such as ``PIN``.
        apart: terms by which `words` are meant in another sense, such as ``gift token``.
    """

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
