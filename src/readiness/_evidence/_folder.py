"""Put an evidence folder together: its register, its files, and what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, field, frozen

from readiness.model import Acceptance, EvidenceFolder, FoundFile, Reading, Register, Revision

from ._examine import Examiner
from ._files import found_file
from ._memory import Opened
from ._opening import Opener
from ._walk import Walked, walk


@frozen
class Sorted:
    """The entries of a folder: ``files`` to look at, and what was ``passed`` over."""

    files: tuple[Walked, ...]
    passed: tuple[Walked, ...]

    @classmethod
    def of(cls, folder: Path, own: Iterable[str]) -> Sorted:
        """Walk *folder*; files whose paths are among *own* are the program's and not evidence."""
        keeps = frozenset(own)
        files: list[Walked] = []
        passed: list[Walked] = []
        for one in walk(folder):
            if one.skipped:
                passed.append(one)
            elif one.path not in keeps:
                files.append(one)
        return cls(tuple(files), tuple(passed))


@define
class _Found:
    """What has been found so far."""

    files: list[FoundFile] = field(factory=list)
    readings: list[Reading] = field(factory=list)
    plain: list[Opened] = field(factory=list)
    revisions: list[Revision] = field(factory=list)


def load_folder(
    register: Register, opener: Opener, acceptances: Sequence[Acceptance], own: Iterable[str]
) -> EvidenceFolder:
    """
    Return what stands in the folder of *opener*, and what was found in its documents.

    Args:
        register: its register.
        opener: opens the documents.
        acceptances: what a person has accepted.
        own: names of files that are the program's own; they are evidence only if the register describes them.
    """
    accepted: dict[str, tuple[Acceptance, ...]] = {}
    for one in acceptances:
        accepted[one.document] = (*accepted.get(one.document, ()), one)
    listed = Sorted.of(opener.root, {register.file, register.plan, *own} - {one.path for one in register.documents})
    examiner = Examiner(opener=opener, acceptances=accepted)
    found = _Found()
    recalled = opener.memory.recall(listed.files)
    examiner.prepare(recalled.known.values())
    for walked, opened in opener.open_all(listed.files, recalled):
        _take(walked, opened, examiner, found)
    return EvidenceFolder(
        name=opener.root.resolve().name,
        register=register,
        files=tuple(found.files),
        skipped=tuple((one.path, one.skipped) for one in listed.passed),
        blind=tuple(one.path for one in listed.passed if one.blind),
        readings=tuple(sorted((*found.readings, *_twins(found)), key=lambda one: one.path)),
        acceptances=tuple(acceptances),
        revisions=tuple(found.revisions),
        remarks=opener.store.remarks,
    )


def _take(walked: Walked, opened: Opened | None, examiner: Examiner, found: _Found) -> None:
    """Add one file; a closer look is taken only where the register or a citation asks for it."""
    if opened is None:
        found.files.append(found_file(walked, "", None))
        return
    found.files.append(found_file(walked, opened.sha256, None if opened.plain else opened.reading))
    asked = examiner.wanted(opened)
    if asked is not None:
        reading, revisions = examiner.examine(opened, asked)
        found.readings.append(reading)
        found.revisions += revisions
    elif opened.plain:
        opened.lighten()
        found.plain.append(opened)
    else:
        found.readings.append(opened.reading)


def _twins(found: _Found) -> Iterable[Reading]:
    """Return what nobody asked for but says the same as something that matters."""
    texts = {one.fingerprint for one in found.readings if one.fingerprint}
    return (one.reading for one in found.plain if one.plain in texts)
