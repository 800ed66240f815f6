"""The manual pages of what a profile reports: from the rules themselves, and from here for what no rule says."""

from __future__ import annotations

import inspect
import re
import textwrap

from readiness.model import Assessment, FolderRule, Level, Rule, RulePage

_BESIDES = {
    "folder": (
        "The folder and the register agree, and nothing of the folder is hidden.",
        "Put the file there, correct its path in the register, or make it readable.",
    ),
    "register": (
        "The register says things the way they are meant.",
        "Write what the message proposes.",
    ),
    "waiver": (
        "A waiver is in force, lasts long enough and is needed.",
        "Meet the criterion, have the waiver renewed, or remove it from the register.",
    ),
    "not-applicable": (
        "A decision that a criterion does not apply has been made.",
        "Correct its date in the register, or wait for the decision.",
    ),
    "plan-conflict": (
        "The plan gives each thing one date.",
        "Find out which date holds and correct the other in the plan.",
    ),
    "plan-dependency": (
        "The plan puts nothing before what it waits for.",
        "Move one of the two dates, or correct the wording.",
    ),
    "plan-coverage": (
        "The plan names every criterion.",
        "Add an action, or write the number of the criterion into the deliverable that is meant for it.",
    ),
}


def rule_pages(assessment: Assessment) -> tuple[RulePage, ...]:
    """
    Return a page for each rule that judged, and one for each thing that is said besides, sorted by name.

    A finding under any other name, from somebody else's rule, gets a page that says only its name.
    """
    catalogue = assessment.catalogue
    own = (rule for result in assessment.results for rule in result.criterion.rules)
    pages = {rule.kind: _of_rule(rule) for rule in (*own, *catalogue.rules)}
    besides = {kind: _beside(kind, summary, fix) for kind, (summary, fix) in _BESIDES.items()}
    said = (one for result in assessment.results for one in result.findings)
    others = {one.rule: _beside(one.rule, one.rule) for one in (*said, *assessment.findings)}
    return tuple(page for _, page in sorted({**others, **besides, **pages}.items()))


def _of_rule(rule: Rule | FolderRule) -> RulePage:
    page = inspect.cleandoc(type(rule).__doc__ or rule.kind).replace("``", "`")
    summary, *parts = re.split(r"\n\n+(?=\S)", page)
    level = getattr(rule, "level", Level.ERROR)
    return RulePage(
        kind=rule.kind,
        summary=_joined(summary),
        sections=tuple(map(_section, parts)),
        level=level if isinstance(level, Level) else Level.ERROR,
    )


def _section(part: str) -> tuple[str, str]:
    """Return heading and text; each option is a paragraph of its own."""
    heading, _, body = part.partition("\n")
    text = textwrap.dedent(body)
    return heading.strip(), _joined(re.sub(r"\n(?=\S)", "\n\n", text) if heading == "Options" else text)


def _beside(kind: str, summary: str, fix: str = "") -> RulePage:
    sections = (("How to fix", fix),) if fix else ()
    return RulePage(kind=kind, summary=summary, sections=sections, level=Level.WARNING)


def _joined(text: str) -> str:
    """Return each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
