"""The slides of a source: each heading of level 1 begins one."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Heading, Paragraph, Source, plain


@dataclass(frozen=True)
class Slide:
    """A title, the points under it and what the speaker says."""

    title: str
    points: tuple[str, ...]
    notes: tuple[str, ...]


def slides_of(source: Source) -> tuple[Slide, ...]:
    """Return the slides; the first carries the title of the whole and its title block."""
    control = tuple(f"{label}: {value}" for label, value in source.control.items())
    found = [Slide(source.title, control, ())]
    for block in source.blocks:
        last = found[-1]
        if isinstance(block, Heading):
            found.append(Slide(plain(block.runs), (), ()))
        elif isinstance(block, Paragraph) and block.kind == "notes":
            found[-1] = Slide(last.title, last.points, (*last.notes, plain(block.runs)))
        elif isinstance(block, Paragraph):
            found[-1] = Slide(last.title, (*last.points, plain(block.runs)), last.notes)
    return tuple(found)
