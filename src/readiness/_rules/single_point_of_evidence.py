"""The rule `single-point-of-evidence`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen, validators

from readiness._words import counted, some_of
from readiness.model import Basis, Exhibit, Finding, FolderContext, Level, Location


@frozen(kw_only=True)
class SinglePointOfEvidence:
    """
    No single document and no single owner holds up too much.

    What it asks
        That no document is the only evidence of many criteria, and that no owner alone looks after the evidence of
        most of them.

    Why
        When that one document lapses, or that one person leaves, many criteria fall at once. It is a risk to know,
        not a fault.

    What satisfies it
        Documents that are each the only evidence of few criteria, and owners who share the rest. Only criteria of this
        assessment with a claimed document in the folder are counted.

    How to fix
        Claim a second document where there is one. Agree a deputy for the owner, and name the service rather than the
        person.

    Options
        criteria: how many criteria a document, or an owner, may be alone with; default 5.
        share: how much of all criteria with evidence an owner may be alone with, 0 to 1; default 0.5.
        level: ``error``, ``warning`` or ``note``; default ``note``.
    """

    kind: ClassVar[str] = "single-point-of-evidence"
    criteria: int = field(default=5, validator=validators.ge(1))
    share: float = field(default=0.5, validator=[validators.ge(0), validators.le(1)])
    level: Level = Level.NOTE

    def check_folder(self, context: FolderContext) -> Iterator[Finding]:
        """Yield a finding for each document, then for each owner, that is alone with too many criteria."""
        evidence = {one.id: _claimed(context.exhibits.get(one.id, ())) for one in context.criteria}
        evidence = {name: exhibits for name, exhibits in evidence.items() if exhibits}
        for path, ids in sorted(
            _alone({name: {one.entry.path for one in of} for name, of in evidence.items()}).items()
        ):
            if len(ids) > self.criteria:
                message = (
                    f"“{path}” is the only evidence of {counted(len(ids), 'criterion', 'criteria')}: {some_of(ids)}."
                )
                fix = "See whether other documents support some of them, and claim those as well."
                yield self._finding(context, message, fix, path)
        for owner, ids in sorted(_alone({name: _owners(of) for name, of in evidence.items()}).items()):
            if owner and len(ids) > self.criteria and len(ids) > self.share * len(evidence):
                held = f"{len(ids)} of {counted(len(evidence), 'criterion', 'criteria')} with evidence"
                message = f"“{owner}” alone looks after the evidence of {held}."
                fix = "Agree a deputy, and name services rather than persons as owners."
                yield self._finding(context, message, fix)

    def _finding(self, context: FolderContext, message: str, fix: str, path: str = "") -> Finding:
        register = context.folder.register
        line = next((one.line for one in register.documents if one.path == path), None)
        location = Location(register.file, line=line, part=path)
        return Finding(rule=self.kind, level=self.level, message=message, location=location, fix=fix, document=path)


def _claimed(exhibits: tuple[Exhibit, ...]) -> list[Exhibit]:
    return [one for one in exhibits if one.link.basis is Basis.CLAIMED and one.file is not None]


def _owners(exhibits: list[Exhibit]) -> set[str]:
    return {" ".join(one.entry.owner.split()) for one in exhibits}


def _alone(holders: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return, for each holder, the criteria that it alone holds up."""
    held: dict[str, list[str]] = {}
    for criterion_id, names in holders.items():
        if len(names) == 1:
            held.setdefault(next(iter(names)), []).append(criterion_id)
    return held
