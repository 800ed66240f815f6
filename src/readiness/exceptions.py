"""
Everything `readiness` raises.

A *finding* says something about the evidence and is a value; an *exception* says that `readiness` could not do its
work. Exceptions that come from a person's input carry every `Problem` found, not just the first.
"""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """
    One thing wrong with an input, said so that a person can mend it.

    Attributes:
        file: the file as the user named it, or relative to the folder it was found in.
        message: what is wrong, what was expected and how to mend it.
        where: the key inside the file, such as ``document[2].owner``; empty if the whole file is meant.
        line: line number counted from 1, or ``None`` where the format has no lines.

    >>> str(Problem("register.toml", "no such key; did you mean 'owner'?", "document[1].onwer", 7))
    "register.toml:7: document[1].onwer: no such key; did you mean 'owner'?"
    """

    file: str
    message: str
    where: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.where, self.message) if part)


class ReadinessError(Exception):
    """Base of every exception of this package; catch this one to catch them all."""


class InputError(ReadinessError):
    """
    An input could not be used; `problems` holds everything that is wrong with it.

    Args:
        problems: at least one `Problem`, in the order a reader would meet them.

    >>> print(InputError([Problem("plan.txt", "the file is empty")]))
    plan.txt: the file is empty
    """

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        if not problems:
            raise ValueError("an InputError needs at least one problem")
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class CatalogueError(InputError):
    """A catalogue of criteria has a mistake: a typo, an unknown key, a rule that does not exist."""


class RegisterError(InputError):
    """A register has a mistake: an unknown key, an unknown criterion, a claim for a missing file."""


class PlanError(InputError):
    """A file is not a project plan, or not one that can be read."""


class PluginError(ReadinessError):
    """A rule, reader or renderer named by the user is unknown, broken or claimed by two packages."""


class DataNotFoundError(ReadinessError):
    """A shipped file (a catalogue, a template, a schema) is not part of this installation."""


class NothingToAssessError(ReadinessError):
    """The folder holds nothing that could be judged; never to be mistaken for a clear result."""


class RuleFailedError(ReadinessError):
    """
    A rule raised an exception, so the run cannot say anything about the evidence.

    Args:
        rule: kind of the rule.
        criterion: id of the criterion it was judging.
        error: what it raised.
        package: who offers the rule, if another package does.
    """

    def __init__(self, rule: str, criterion: str, error: BaseException, package: str = "") -> None:
        self.rule = rule
        self.criterion = criterion
        whose = f" of the package {package}" if package else ""
        super().__init__(f"the rule {rule!r}{whose} failed on {criterion}: {type(error).__name__}: {error}")
