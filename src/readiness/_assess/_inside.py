"""What was found inside documents and belongs to no single criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readiness._words import counted, day, listed, some_of
from readiness.model import Citation, EvidenceFolder, Fault, FileState, Finding, Level, Location, Reading, Reason

_RULE = "folder"
_EMPTY = Fault.EMPTY.value


def inside_findings(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield one finding for each sort of thing, so that a large folder does not flood."""
    yield from _misnamed(folder)
    yield from _unknown_ids(folder)
    yield from _mended_ids(folder)
    yield from _lists(folder)
    yield from _idle_acceptances(folder)


def _note(message: str, place: Location, fix: str) -> Finding:
    return Finding(rule=_RULE, level=Level.NOTE, message=message, location=place, fix=fix)


def unread_findings(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield a warning for the documents that could not be read and nobody claims; criteria speak of the others."""
    claimed = {one.path for one in folder.register.documents if one.claims}
    why = {one.path: _why(one) for one in folder.readings if not one.readable}
    why |= {one.path: one.state.value for one in folder.files if one.state is not FileState.PRESENT}
    paths = sorted(path for path in why if path not in claimed and why[path] != _EMPTY)
    if paths:
        counts = Counter(why[path] for path in paths).most_common()
        sorts = listed(f"{number} {fault}" for fault, number in sorted(counts, key=lambda one: (-one[1], one[0])))
        yield Finding(
            rule=_RULE,
            level=Level.WARNING,
            message=f"{_nobodys(paths)} could not be read ({sorts}): {some_of(paths)}.",
            location=Location(paths[0]),
            fix="Make them readable, and claim what is evidence; take out of the folder what is none.",
            reason=Reason.UNREADABLE,
        )
    if empty := sorted(path for path in why if path not in claimed and why[path] == _EMPTY):
        message = f"{_nobodys(empty)} {'holds' if len(empty) == 1 else 'hold'} no text: {some_of(empty)}."
        yield _note(message, Location(empty[0]), "If it was meant as evidence, put the real document in its place.")


def _nobodys(paths: list[str]) -> str:
    return f"{counted(len(paths), 'document')} that nobody claims"


def _why(reading: Reading) -> str:
    """Return the gravest fault in a word; a document without a fault and without text is empty."""
    return next((one.fault.value for one in reading.faults), "too large" if reading.truncated else _EMPTY)


def _misnamed(folder: EvidenceFolder) -> Iterator[Finding]:
    found = [one for one in folder.readings if one.facts.suffix_mismatch]
    if found:
        said = some_of(f"{one.path} ({one.facts.suffix_mismatch})" for one in found)
        verb = "is" if len(found) == 1 else "are"
        message = f"{counted(len(found), 'document')} {verb} not what the name says: {said}."
        yield _note(message, Location(found[0].path), "Rename it, or save it in the format of its name.")


def _unknown_ids(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield a warning for the ids that look like criteria of the catalogue and are none."""
    found = [(reading, one) for reading in folder.readings for one in reading.citations if not one.known]
    if found:
        ids = some_of(dict.fromkeys(one.criterion for _, one in found))
        said = some_of(f"{reading.path} ({one.criterion}, {one.spot})" for reading, one in found)
        yield Finding(
            rule=_RULE,
            level=Level.WARNING,
            message=f"Documents name what the catalogue does not have ({ids}): {said}.",
            location=_at(*found[0]),
            fix="Find out which criterion is meant, and correct the document.",
        )


def _mended_ids(folder: EvidenceFolder) -> Iterator[Finding]:
    found = [(reading, one) for reading in folder.readings for one in reading.citations if one.typo and one.known]
    if found:
        said = some_of(f"“{one.written}” in {reading.path} as {one.criterion}" for reading, one in found)
        yield _note(f"Mistyped ids were read as what they seem to mean: {said}.", _at(*found[0]), "Check, and correct.")


def _lists(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield a note for the tables that name many criteria, and so are evidence for none until somebody claims them."""
    named = {one.path: sum(map(one.lists, one.citations)) for one in folder.readings}
    claimed = {one.path for one in folder.register.documents if one.claims}
    paths = [path for path, count in named.items() if count and path not in claimed]
    if paths:
        said = some_of(f"{path} ({counted(named[path], 'criterion', 'criteria')})" for path in paths)
        message = f"A table that names many criteria, as a plan or an index does, proves none of them: {said}."
        fix = "Claim the documents that it speaks of. If it is your project plan, name it as `plan` in the register."
        yield _note(message, Location(paths[0]), fix)


def _at(reading: Reading, citation: Citation) -> Location:
    locator = citation.spot.locator
    return Location(reading.path, line=locator.line, part=str(locator))


def _idle_acceptances(folder: EvidenceFolder) -> Iterator[Finding]:
    """Yield a note for what was accepted and is claimed no longer, or claimed at another place."""
    claims = {(one.path, claim.criterion, claim.where) for one in folder.register.documents for claim in one.claims}
    idle = [one for one in folder.acceptances if (one.document, one.criterion, one.where) not in claims]
    if idle:
        said = some_of(
            f"{one.document} for {one.criterion}{f' at {one.where}' if one.where else ''} ({day(one.on)})"
            for one in idle
        )
        message = f"{counted(len(idle), 'acceptance')} of claims that the register no longer makes: {said}."
        fix = "Accept the documents as they are claimed now; what is no longer claimed needs nothing."
        yield _note(message, Location(idle[0].document, part=idle[0].criterion), fix)
