"""
Passages and places as readers make them: equal to those of the model in all but the time that it takes to make them.

A frozen value pays for every field by which it is set. A document has thousands of these, and nobody but this package
sees them before they leave the worker, where they are taken apart again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.model import Locator, Passage
else:
    from attrs import astuple

    from readiness import model

    class Locator(model.Locator):
        """A place; see `readiness.model.Locator`."""

        __slots__ = ()
        __setattr__, __delattr__ = object.__setattr__, object.__delattr__
        __hash__ = model.Locator.__hash__

        def __init__(  # all that a place may have
            self,
            *,
            page: int | None = None,
            heading: tuple[str, ...] = (),
            paragraph: int | None = None,
            table: int | None = None,
            row: int | None = None,
            column: int | None = None,
            line: int | None = None,
            sheet: str = "",
            cell: str = "",
            slide: int | None = None,
            part: str = "",
        ) -> None:
            self.page = page
            self.heading = heading
            self.paragraph = paragraph
            self.table = table
            self.row = row
            self.column = column
            self.line = line
            self.sheet = sheet
            self.cell = cell
            self.slide = slide
            self.part = part

        def __eq__(self, other: object) -> bool:
            if not isinstance(other, model.Locator):
                return NotImplemented
            return astuple(self) == astuple(other)

    class Passage(model.Passage):
        """A passage; see `readiness.model.Passage`."""

        __slots__ = ()
        __setattr__, __delattr__ = object.__setattr__, object.__delattr__
        __hash__ = model.Passage.__hash__

        def __init__(self, text: str, locator: model.Locator) -> None:
            self.text = text
            self.locator = locator

        def __eq__(self, other: object) -> bool:
            if not isinstance(other, model.Passage):
                return NotImplemented
            return self.text == other.text and self.locator == other.locator


__all__ = ["Locator", "Passage"]
