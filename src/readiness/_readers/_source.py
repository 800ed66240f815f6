"""The document as a reader is handed it, and the way down into documents held inside it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from attrs import define, evolve, frozen

from readiness.model import DocumentFacts, Fault, Passage, ReadFault, ReadItem, ReadLimits

from ._faults import UnreadableError, fault_of


@define
class Budget:
    """What is left of the bytes that everything packed in a file may unpack to, however deep it is nested."""

    bytes_left: int
    files_left: int

    def spend(self, count: int) -> None:
        """
        Take *count* bytes from the budget.

        Raises:
            UnreadableError: nothing is left.
        """
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise UnreadableError(Fault.TOO_LARGE, "its parts unpack to more than is safe")


Dispatch = Callable[["Source"], Iterator[ReadItem]]


@frozen(kw_only=True)
class Source:
    """Implements `readiness.model.ReadSource`; *dispatch* chooses the reader for a document found inside."""

    name: str
    file: BinaryIO
    limits: ReadLimits
    budget: Budget
    dispatch: Dispatch
    careful: bool = False
    depth: int = 0

    def whole(self, largest: int | None = None) -> bytes:
        """
        Return all its bytes.

        Raises:
            UnreadableError: there are more than *largest*.
        """
        largest = self.limits.file_bytes if largest is None else largest
        self.file.seek(0)
        data = self.file.read(largest + 1)
        if len(data) > largest:
            raise UnreadableError(Fault.TOO_LARGE, f"more than {largest:,} bytes of this format are not read")
        return data

    def inside(self, name: str, data: bytes) -> Iterator[ReadItem]:
        """See `readiness.model.ReadSource.inside`. What goes wrong in there is a fault of that part alone."""
        self.budget.files_left -= 1
        if self.depth >= self.limits.depth or self.budget.files_left < 0:
            yield ReadFault(Fault.TOO_LARGE, f"{name}: files inside files are not followed any further")
            return
        inner = evolve(self, name=name, file=io.BytesIO(data), depth=self.depth + 1)
        empty = True
        try:
            for item in self.dispatch(inner):
                if isinstance(item, DocumentFacts):
                    yield _left_in(item)
                    continue
                empty = False
                yield _placed(name, item)
        except Exception as error:  # noqa: BLE001  # one bad attachment must not cost the letter
            empty = False
            yield _placed(name, fault_of(error))
        if empty:
            yield ReadFault(Fault.EMPTY, name)


def _left_in(facts: DocumentFacts) -> DocumentFacts:
    """Return what counts for the whole of what is said of an inner document; its title is not that of the outer one."""
    return DocumentFacts(tracked_changes=facts.tracked_changes, comments=facts.comments, macros=facts.macros)


def _placed(name: str, item: Passage | ReadFault) -> Passage | ReadFault:
    """Say in front of a place or a fault which inner document it belongs to."""
    if isinstance(item, ReadFault):
        return ReadFault(item.fault, f"{name}: {item.detail}" if item.detail else name)
    part = f"{name}, {item.locator.part}" if item.locator.part else name
    return Passage(item.text, evolve(item.locator, part=part))
