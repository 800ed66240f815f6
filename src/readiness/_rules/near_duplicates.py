"""The rule `near-duplicates`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import some_of
from readiness.model import EvidenceFolder, Finding, FolderContext, Level, Location, Look, Reading


@frozen(kw_only=True)
class NearDuplicates:
    """
    No document is there twice.

    What it asks
        That no two documents of the folder hold the same text, or nearly the same.

    Why
        Two copies look like two pieces of evidence and are one. Sooner or later only one of them is revised, and
        nobody knows which counts.

    What satisfies it
        Documents with texts of their own. Texts are compared without regard to layout and format, so that a policy
        and its PDF are one. Documents that are the same are told together in one finding; it is a warning where two
        of them are claimed for one criterion.

    How to fix
        Keep one of them. Claim that one, and remove the others from the folder and from the register.

    Options
        likeness: how much of two texts has to be the same, 0.5 to 1; default 0.9.
        level: level where no criterion rests on two of the copies; default ``note``.
    """

    kind: ClassVar[str] = "near-duplicates"
    likeness: float = field(default=0.9, validator=[validators.ge(0.5), validators.le(1)])
    level: Level = Level.NOTE

    def check_folder(self, context: FolderContext) -> Iterator[Finding]:
        """Yield a finding for each group of documents that are the same or nearly the same."""
        folder = context.folder
        same, groups = _same(folder), _Groups()
        for paths in same:
            groups.join(paths)
        _alike(folder.readings, self.likeness, groups)
        for group in groups:
            yield self._finding(context, group, exact=any(set(group) <= set(paths) for paths in same))

    def _finding(self, context: FolderContext, group: list[str], *, exact: bool) -> Finding:
        register = context.folder.register
        both = _both_claimed(folder=context.folder, group=group)
        also = f" {some_of(both)} {'rests' if len(both) == 1 else 'rest'} on more than one of them." if both else ""
        what = "the same text" if exact else "nearly the same text"
        entry = next((one for one in register.documents if one.path in group), None)
        return Finding(
            rule=self.kind,
            level=Level.WARNING if both and self.level is Level.NOTE else self.level,
            message=f"These hold {what}: {some_of(group)}.{also}",
            location=Location(register.file, line=entry.line, part=entry.path) if entry else Location(group[0]),
            fix="Keep one of them, claim that one, and remove the others.",
        )


def _both_claimed(folder: EvidenceFolder, group: list[str]) -> list[str]:
    """Return the criteria that two documents of a group are claimed for."""
    ids = [
        name
        for entry in folder.register.documents
        if entry.path in group
        for name in dict.fromkeys(claim.criterion for claim in entry.claims)
    ]
    return sorted({one for one in ids if ids.count(one) > 1})


def _same(folder: EvidenceFolder) -> list[list[str]]:
    """Return the groups of documents of the same bytes or the same text."""
    by_mark: dict[str, dict[str, None]] = {}
    for file in folder.files:
        if file.sha256 and file.size:
            by_mark.setdefault(f"bytes {file.sha256}", {})[file.path] = None
    for reading in folder.readings:
        if reading.fingerprint:
            by_mark.setdefault(f"text {reading.fingerprint}", {})[reading.path] = None
    return [list(paths) for paths in by_mark.values() if len(paths) > 1]


def _alike(readings: Iterable[Reading], likeness: float, groups: _Groups) -> None:
    """
    Join the documents that are alike.

    Two sketches that differ in few numbers agree on at least one of slightly more stretches, so that only documents
    with a stretch in common have to be compared.
    """
    stretches: dict[tuple[int, tuple[int, ...]], list[tuple[str, Look]]] = {}
    for path, look in _sketched(readings):
        sketch = look.sketch
        count = min(len(sketch), int(len(sketch) * (1 - likeness) + 1e-9) + 1)
        for index in range(count):
            piece = sketch[index * len(sketch) // count : (index + 1) * len(sketch) // count]
            stretches.setdefault((index, piece), []).append((path, look))
    for candidates in stretches.values():
        for number, (path, look) in enumerate(candidates):
            for other_path, other in candidates[:number]:
                if not groups.joined(path, other_path) and look.likeness(other) >= likeness:
                    groups.join((path, other_path))


def _sketched(readings: Iterable[Reading]) -> Iterator[tuple[str, Look]]:
    """Yield each text once: of several documents of the same text, one is enough to compare."""
    seen: set[str] = set()
    for one in readings:
        if one.look is not None and one.look.sketch and one.fingerprint not in seen:
            seen.add(one.fingerprint)
            yield one.path, one.look


class _Groups:
    """Documents that belong together, however they were joined."""

    def __init__(self) -> None:
        self._head: dict[str, str] = {}

    def _find(self, path: str) -> str:
        while (head := self._head.setdefault(path, path)) != path:
            self._head[path] = self._head[head]
            path = head
        return path

    def joined(self, one: str, other: str) -> bool:
        return self._find(one) == self._find(other)

    def join(self, paths: Iterable[str]) -> None:
        heads = sorted({self._find(path) for path in paths})
        for head in heads[1:]:
            self._head[head] = heads[0]

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the groups of more than one, and their documents, in the order of the paths."""
        members: dict[str, list[str]] = {}
        for path in sorted(self._head):
            members.setdefault(self._find(path), []).append(path)
        yield from (one for one in members.values() if len(one) > 1)
