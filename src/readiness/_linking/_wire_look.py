"""Looks as JSON values and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from readiness.model import AspectFound, Caveat, CaveatSpot, DatedSpot, Look, Pin, Stated, StatedFact, TermSpot

from ._checked import flag, listed, number, pairs, text
from ._wire import spot_from_wire, spot_to_wire

_LOOK_PARTS = 10


def look_to_wire(look: Look) -> list[Any]:
    """Return *look* as values that JSON can hold."""
    return [
        [[one.criterion, one.aspect, one.term, one.count, spot_to_wire(one.spot)] for one in look.aspects],
        [_term_to_wire(one) for one in look.system],
        [spot_to_wire(one) for one in look.residue],
        [spot_to_wire(one) for one in look.drafts],
        [_stated_to_wire(one) for one in look.stated],
        [[one.day.isoformat(), spot_to_wire(one.spot)] for one in look.dates],
        [_term_to_wire(one) for one in look.later_terms],
        [[one.caveat.name, one.words, spot_to_wire(one.spot)] for one in look.caveats],
        [_pin_to_wire(one) for one in look.pins],
        list(look.sketch),
    ]


def look_from_wire(value: object) -> Look:
    """
    Return the look that `look_to_wire` wrote.

    Raises:
        ValueError: the value is something else.
    """
    parts = map(listed, listed(value, _LOOK_PARTS))
    aspects, system, residue, drafts, stated, dates, later, caveats, pins, sketch = parts
    return Look(
        aspects=tuple(_aspect(one) for one in aspects),
        system=tuple(_term(one) for one in system),
        residue=tuple(spot_from_wire(one) for one in residue),
        drafts=tuple(spot_from_wire(one) for one in drafts),
        stated=tuple(_stated(one) for one in stated),
        dates=tuple(_dated(one) for one in dates),
        later_terms=tuple(_term(one) for one in later),
        caveats=tuple(_caveat(one) for one in caveats),
        pins=tuple(_pin(one) for one in pins),
        sketch=tuple(number(one) for one in sketch),
    )


def _aspect(value: object) -> AspectFound:
    criterion, aspect, term, count, spot = listed(value, 5)
    return AspectFound(
        criterion=text(criterion),
        aspect=text(aspect),
        term=text(term),
        spot=spot_from_wire(spot),
        count=number(count),
    )


def _term_to_wire(one: TermSpot) -> list[Any]:
    return [one.term, one.count, spot_to_wire(one.spot)]


def _term(value: object) -> TermSpot:
    term, count, spot = listed(value, 3)
    return TermSpot(text(term), number(count), spot_from_wire(spot))


def _stated_to_wire(one: Stated) -> list[Any]:
    days = ["" if day is None else day.isoformat() for day in (one.earliest, one.latest)]
    return [one.fact.name, one.written, *days, spot_to_wire(one.spot)]


def _stated(value: object) -> Stated:
    name, written, earliest, latest, spot = listed(value, 5)
    try:
        fact = StatedFact[text(name)]
    except KeyError as error:
        raise ValueError(f"{error} is nothing that is stated") from error
    return Stated(
        fact=fact,
        written=text(written),
        earliest=_day(earliest) if earliest != "" else None,
        latest=_day(latest) if latest != "" else None,
        spot=spot_from_wire(spot),
    )


def _dated(value: object) -> DatedSpot:
    day, spot = listed(value, 2)
    return DatedSpot(_day(day), spot_from_wire(spot))


def _day(value: object) -> date:
    return date.fromisoformat(text(value))


def _caveat(value: object) -> CaveatSpot:
    name, words, spot = listed(value, 3)
    try:
        return CaveatSpot(Caveat[text(name)], text(words), spot_from_wire(spot))
    except KeyError as error:
        raise ValueError(f"{error} is no caveat") from error


def _pin_to_wire(one: Pin) -> list[Any]:
    spot = None if one.spot is None else spot_to_wire(one.spot)
    return [one.where, int(one.checkable), spot, one.fingerprint, [list(pair) for pair in one.aspects]]


def _pin(value: object) -> Pin:
    where, checkable, spot, mark, aspects = listed(value, 5)
    return Pin(
        where=text(where),
        checkable=flag(checkable),
        spot=None if spot is None else spot_from_wire(spot),
        fingerprint=text(mark),
        aspects=pairs(aspects),
    )
