"""What a register can get wrong although it is well formed: ids, paths, dates, and things said twice."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol, TypeVar

from attrs import evolve

from readiness._ids import IdScheme
from readiness._toml import Lines, did_you_mean
from readiness._words import day, listed
from readiness.exceptions import Problem
from readiness.model import Catalogue, Claim, DocumentEntry, Finding, Level, Location, Register, Wording

from ._acceptances import ACCEPTED_NAME
from ._signatures import signatures
from ._unknown import named, only

RULE = "register"


class _Numbered(Protocol):
    """A table that stands on a line of the register."""

    @property
    def line(self) -> int | None: ...


_Table = TypeVar("_Table", bound=_Numbered)


def check(
    register: Register, catalogue: Catalogue, folder: Path, name: str, lines: Lines
) -> tuple[Register, list[Problem]]:
    """
    Return *register* with canonical ids and its remarks, and everything that makes it unusable.

    Args:
        register: with the lines of its tables.
        catalogue: what its ids are checked against.
        folder: the evidence folder that its paths are relative to.
        name: what to call the register in a problem.
        lines: where the keys above its tables stand.
    """
    checker = _Checker(register, catalogue, folder, name, lines)
    checked = checker.run()
    return checked, sorted(checker.problems, key=lambda problem: problem.line or 0)


class _Checker:
    """One check: what it is made against, and the problems and remarks so far."""

    def __init__(self, register: Register, catalogue: Catalogue, folder: Path, name: str, lines: Lines) -> None:
        self.register = register
        self.catalogue = catalogue
        self.folder = folder
        self.name = name
        self.lines = lines
        self.ids = IdScheme.of(one.id for one in catalogue.criteria)
        self.withdrawn = IdScheme.of(one.id for one in catalogue.withdrawn)
        self.problems: list[Problem] = []
        self.remarks: list[Finding] = []

    def run(self) -> Register:
        register = self.register
        plan = self._head()
        documents = tuple(self._document(one, number) for number, one in enumerate(register.documents, start=1))
        self._paths_twice(documents)
        wordings = tuple(self._with_id(one, one.id, "criterion", "id") for one in register.wordings)
        waivers = tuple(self._with_id(one, one.criterion, "waiver") for one in register.waivers)
        decisions = tuple(self._with_id(one, one.criterion, "not_applicable") for one in register.not_applicable)
        checked = evolve(
            register, plan=plan, documents=documents, wordings=wordings, waivers=waivers, not_applicable=decisions
        )
        self._wordings(checked)
        self._aspects(checked)
        self._waivers(checked)
        self._decided_twice(checked)
        self._tuned_twice(checked)
        self._thresholds(checked)
        return evolve(checked, remarks=tuple(self.remarks))

    def _problem(self, message: str, where: str, line: int | None) -> None:
        self.problems.append(Problem(self.name, message, where, line))

    def _remark(self, message: str, fix: str, where: str, line: int | None, level: Level = Level.NOTE) -> None:
        location = Location(self.register.file, line=line, part=where)
        self.remarks.append(Finding(rule=RULE, level=level, message=message, location=location, fix=fix))

    def _head(self) -> str:
        """Check what stands above the tables, and return the path of the plan with ``/`` between parts."""
        register = self.register
        if not register.organisation.strip():
            self._head_problem("empty; name the organisation", "organisation")
        spec = self.catalogue.assessment(register.assessment)
        if not self.catalogue.assessments:
            self._own_assessment(register)
        elif spec is None:
            known = [one.id for one in self.catalogue.assessments]
            others = f"; {self.catalogue.id} has {listed(known)}. For another list of criteria give --catalogue"
            hint = did_you_mean(register.assessment, known) or others
            self._head_problem(f"{register.assessment!r} is not an assessment of the catalogue{hint}", "assessment")
        elif register.due is None and spec.due is None:
            self._head_problem(f"missing; give the day on which {spec.id} is due for you", "due")
        if register.catalogue and register.catalogue != self.catalogue.id:
            message = f"made for {register.catalogue!r}, but checked against {self.catalogue.id!r}; give --catalogue"
            self._head_problem(message, "catalogue")
        return self._inside(register.plan, "plan", self.lines.line(("plan",))) if register.plan else ""

    def _head_problem(self, message: str, key: str) -> None:
        self._problem(message, key, self.lines.line((key,)))

    def _own_assessment(self, register: Register) -> None:
        """Check an assessment that the catalogue leaves to the organisation: any name, with its own due date."""
        if not register.assessment.strip():
            self._problem(
                "empty; name your assessment: the catalogue has none, so any name will do", "assessment", None
            )
        if register.due is None:
            self._problem(
                "missing; the catalogue has no assessment, so give the day on which yours is due", "due", None
            )

    def _id(self, written: str, where: str, line: int | None) -> str:
        """Return the canonical id; report one that had to be mended, or that does not exist."""
        found = self.ids.normalise(written)
        if found is None:
            self._problem(self._no_such(written), where, line)
            return written
        if found != written:
            self._remark(f"{written!r} was read as {found}.", f'Write "{found}".', where, line)
        return found

    def _no_such(self, written: str) -> str:
        gone = self.withdrawn.normalise(written)
        if gone is not None:
            note = next(one.note for one in self.catalogue.withdrawn if one.id == gone)
            return f"{gone} is withdrawn{f': {note}' if note else ''}; claim for what took its place, or remove it"
        if named(written, self.ids) > 1:
            return f"{written!r} names several criteria; give each an entry of its own"
        return f"the catalogue has no criterion {written!r}, {only(written, self.ids)}"

    def _with_id(self, table: _Table, written: str, where: str, key: str = "criterion") -> _Table:
        return evolve(table, **{key: self._id(written, f"{where}.{key}", table.line)})  # type: ignore[misc]

    def _document(self, entry: DocumentEntry, number: int) -> DocumentEntry:
        where = f"document[{number}]"
        before = len(self.problems)
        path = self._inside(entry.path, f"{where}.path", entry.line)
        if len(self.problems) == before:
            self._look_for(path, f"{where}.path", entry)
        claims = tuple(
            evolve(one, criterion=self._id(one.criterion, f"{where}.claim", one.line), written=one.criterion)
            for one in entry.claims
        )
        self._claims_twice(entry, claims)
        if entry.effective and entry.review_by and entry.review_by < entry.effective:
            message = f"review_by {day(entry.review_by)} lies before effective {day(entry.effective)}"
            self._problem(message, where, entry.line)
        return evolve(entry, path=path, claims=claims)

    def _inside(self, written: str, where: str, line: int | None) -> str:
        """Return the path with ``/`` between parts; report one that leads out of the folder."""
        posix = written.replace("\\", "/")
        parts = PurePosixPath(posix).parts
        if not posix.strip() or "\0" in posix:
            self._problem("empty; give the path of the file relative to this folder", where, line)
        elif PurePosixPath(posix).is_absolute() or PureWindowsPath(written).drive:
            self._problem(f"{written!r} is an absolute path; give it relative to this folder", where, line)
        elif ".." in parts or self._leads_out(posix):
            self._problem(f"{written!r} leads out of the evidence folder; copy the file into the folder", where, line)
        return str(PurePosixPath(*parts)) if parts else posix

    def _look_for(self, path: str, where: str, entry: DocumentEntry) -> None:
        """Report a path that names no evidence, and remark one that was probably meant for a file beside it."""
        place, line = self.folder / path, entry.line
        try:
            if _is_one_of(place, self.folder / self.register.file, self.folder / ACCEPTED_NAME):
                # It repeats the words that a criterion asks for, so it would be evidence of anything.
                self._problem(f"{path!r} says what is evidence, and is none itself; take it out", where, line)
            elif entry.claims and self.register.plan and _is_one_of(place, self.folder / self.register.plan):
                self._problem(f"{path!r} is the plan, whose word is no evidence; claim what it promises", where, line)
            elif place.is_dir():
                self._problem(f"{path!r} is a folder; describe each document in it that is evidence", where, line)
            elif not os.path.lexists(place):
                hint = did_you_mean(place.name, (one.name for one in place.parent.iterdir()))
                if hint:
                    message, fix = f"{path!r} is not in the folder{hint}", "Correct the path, or put the file there."
                    self._remark(message, fix, path, line, Level.WARNING)
        except OSError:
            return  # what cannot be looked at is said of the folder

    def _leads_out(self, path: str) -> bool:
        place = self.folder / path
        try:
            target = place.resolve(strict=True)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            target = place.resolve()
        except (OSError, ValueError, RuntimeError):  # a loop of links, or a name no system allows
            return True
        return not target.is_relative_to(self.folder.resolve())

    def _paths_twice(self, documents: tuple[DocumentEntry, ...]) -> None:
        seen: dict[str, int | None] = {}
        for number, one in enumerate(documents, start=1):
            if one.path in seen:
                message = f"{one.path!r} is already described on line {seen[one.path]}; put all of it in one table"
                self._problem(message, f"document[{number}].path", one.line)
            seen.setdefault(one.path, one.line)

    def _claims_twice(self, entry: DocumentEntry, claims: tuple[Claim, ...]) -> None:
        seen: dict[tuple[object, ...], int | None] = {}
        for one in claims:
            key = (one.criterion, one.where, frozenset(one.aspects))
            if key in seen:
                message = f"“{entry.path}” is claimed twice for {one.criterion} in the same way."
                fix = f"Remove this claim, or that of line {seen[key]}."
                self._remark(message, fix, entry.path, one.line, Level.WARNING)
            seen.setdefault(key, one.line)

    def _wordings(self, register: Register) -> None:
        seen: set[str] = set()
        for one in register.wordings:
            criterion = self.catalogue.criterion(one.id)
            if criterion is not None and criterion.wording is not Wording.UNKNOWN:
                message = f"{one.id} has a wording in the catalogue; a local one is only for an unknown wording"
                self._problem(message, "criterion.id", one.line)
            if one.id in seen:
                self._problem(f"a second wording for {one.id}; keep one", "criterion.id", one.line)
            seen.add(one.id)

    def _aspects(self, register: Register) -> None:
        local = {one.id: one.aspects for one in register.wordings}
        for entry in register.documents:
            for one in entry.claims:
                criterion = self.catalogue.criterion(one.criterion)
                known = [a.id for a in local.get(one.criterion, criterion.aspects if criterion else ())]
                for aspect in one.aspects if criterion else ():
                    if aspect not in known:
                        hint = did_you_mean(aspect, known) or f"; it has: {', '.join(known) or 'none'}"
                        message = f"{one.criterion} has no aspect {aspect!r}{hint}"
                        self._problem(message, f"claim of {entry.path}: aspects", one.line)

    def _waivers(self, register: Register) -> None:
        for one in register.waivers:
            if one.until < one.from_:
                message = f"the waiver ends on {day(one.until)}, before it begins on {day(one.from_)}"
                self._problem(message, "waiver.until", one.line)
        for where, key, text, line in signatures(register):
            if not text.strip():
                self._problem("empty; say it, or it does not count", f"{where}.{key}", line)

    def _decided_twice(self, register: Register) -> None:
        seen: set[str] = set()
        for one in register.not_applicable:
            if one.criterion in seen:
                message = f"a second decision that {one.criterion} does not apply; keep one"
                self._problem(message, "not_applicable.criterion", one.line)
            seen.add(one.criterion)

    def _thresholds(self, register: Register) -> None:
        seen: dict[str, int | None] = {}
        for one in register.thresholds:
            spec = self.catalogue.assessment(one.assessment)
            known = [each.id for each in self.catalogue.assessments] or [register.assessment]
            if one.assessment.casefold() not in {each.casefold() for each in known}:
                hint = did_you_mean(one.assessment, known) or f"; there are: {', '.join(known)}"
                self._problem(f"no assessment is called {one.assessment!r}{hint}", "threshold.assessment", one.line)
            if one.assessment.casefold() in seen:
                message = f"a second threshold for {one.assessment}; keep one"
                self._problem(message, "threshold.assessment", one.line)
            seen.setdefault(one.assessment.casefold(), one.line)
            scope = (spec.criteria if spec else ()) or self.ids.ids
            for key, message in one.threshold.mistakes(len(scope)):
                self._problem(message, f"threshold.{key}", one.line)

    def _tuned_twice(self, register: Register) -> None:
        seen: dict[str, int | None] = {}
        for one in register.rules:
            if one.rule.kind in seen:
                message = f"the rule {one.rule.kind!r} is already tuned on line {seen[one.rule.kind]}; keep one"
                self._problem(message, "rule", one.line)
            seen.setdefault(one.rule.kind, one.line)


def _is_one_of(place: Path, *others: Path) -> bool:
    """Return whether the file is one of *others*, by whatever name it goes there."""
    return place.exists() and any(one.exists() and place.samefile(one) for one in others)
