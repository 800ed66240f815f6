"""The command `explain`: a criterion or a rule, as a page a person wants to read."""

from __future__ import annotations

import argparse
import inspect
import re
import textwrap
from collections.abc import Iterator

from readiness._api import load_catalogue
from readiness._ids import IdScheme
from readiness._registry import rules
from readiness._toml import did_you_mean
from readiness._words import counted, day, listed, span, threshold_words
from readiness.exceptions import InputError, PluginError, Problem
from readiness.model import AssessmentSpec, Catalogue, Criterion, FactBasis, Wording

from ._exit import Exit
from ._forms import hand_over, screen_of
from ._outputs import refuse_other_than_text
from ._screen import Screen, tell

_FEW = 8
_BASIS = {
    FactBasis.PLAN: "from the plan",
    FactBasis.PUBLIC: "from a public source",
    FactBasis.INFERENCE: "our inference",
}


def run(options: argparse.Namespace) -> Exit:
    """Print or write the page of one criterion or rule, or the list of both."""
    if options.output:
        refuse_other_than_text(options.output)
    catalogue, screen = load_catalogue(options.catalogue), screen_of(options)
    text = "\n".join(_page(options.name, catalogue, screen) if options.name else _everything(catalogue, screen))
    hand_over(options.output, lambda _: text)
    if options.output:
        tell(options, f"{options.output}: written as text")
    return Exit.CLEAR


def _page(name: str, catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    ids = IdScheme.of(one.id for one in catalogue.criteria)
    criterion = catalogue.criterion(ids.normalise(name) or name)
    spec = catalogue.assessment(name)
    if criterion is not None:
        return _criterion(criterion, catalogue, screen)
    if spec is not None:
        return _assessment(spec, catalogue, screen)
    return _other(name, catalogue, ids, screen)


def _everything(catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    yield screen.bold(f"{catalogue.title}, version {catalogue.version}")
    yield ""
    wide = max((len(one.id) for one in catalogue.criteria), default=0)
    for one in catalogue.criteria:
        yield screen.wrap(one.title, f"{one.id:<{wide}}  ", " " * (wide + 2))
    yield ""
    yield screen.bold("Assessments")
    for spec in catalogue.assessments:
        yield screen.wrap(f"{spec.id}: {spec.title}")
    yield ""
    yield screen.bold("Rules")
    yield screen.wrap(listed(sorted(rules.builtins)))


def _assessment(spec: AssessmentSpec, catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    yield screen.bold(f"{spec.id}  {spec.title}")
    yield ""
    scope = listed(spec.criteria) or f"all {counted(len(catalogue.criteria), 'criterion', 'criteria')}"
    yield screen.wrap(f"Judges: {scope}.")
    yield screen.wrap(f"Takes: {threshold_words(spec.threshold, spec.id)}")
    yield screen.wrap(f"Due: {day(spec.due) if spec.due else 'each organisation has its own date, in its register'}.")
    if spec.note:
        yield ""
        yield screen.wrap(spec.note)


def _other(name: str, catalogue: Catalogue, ids: IdScheme, screen: Screen) -> Iterator[str]:
    """Return the page of what is no criterion, or no longer one."""
    gone = IdScheme.of(one.id for one in catalogue.withdrawn).normalise(name)
    found = next((one for one in catalogue.withdrawn if one.id == gone), None)
    if found is None:
        return _rule(name, catalogue, ids, screen)
    became = f": {found.note}" if found.note else ""
    return iter(
        [screen.bold(f"{found.id}  {found.title}"), "", screen.wrap(f"Withdrawn{became}. It is not asked for.")]
    )


def _rule(name: str, catalogue: Catalogue, ids: IdScheme, screen: Screen) -> Iterator[str]:
    try:
        cls = rules.get(name)
    except PluginError:
        hint = did_you_mean(name, rules.builtins) or _speaking(name, catalogue) or f"; the criteria are {span(ids.ids)}"
        message = f"no criterion, assessment or rule is called that{hint}; `readiness explain` lists them all"
        raise InputError([Problem(name, message)]) from None
    yield screen.bold(name)
    yield ""
    yield from _manual(inspect.getdoc(cls) or "This rule has no manual page.", screen)


def _speaking(name: str, catalogue: Catalogue) -> str:
    """Return which criteria have a word that begins so in their title or sentence, as the end of a sentence."""
    word = re.compile(rf"(?<!\w){re.escape(name.strip())}", re.IGNORECASE)
    found = [one.id for one in catalogue.criteria if word.search(f"{one.title}\n{one.requires}")]
    few = listed(found[:_FEW]) if len(found) <= _FEW else f"{', '.join(found[:_FEW])} and others"
    return f"; {few} {'speaks' if len(found) == 1 else 'speak'} of it" if found and name.strip() else ""


def _manual(page: str, screen: Screen) -> Iterator[str]:
    """Yield a manual page, each of its paragraphs and options in lines of the screen's width."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", page.replace("``", "`"))):
        if number:
            yield ""
        heading, _, body = paragraph.partition("\n")
        if not body.startswith(" "):
            yield screen.wrap(" ".join(paragraph.split()))
            continue
        yield heading
        depth = len(body) - len(body.lstrip())
        for item in re.split(rf"\n(?= {{{depth}}}[\w-]+: )", body):
            yield screen.wrap(" ".join(item.split()), " " * 4, " " * (8 if re.match(r"\s*[\w-]+: ", item) else 4))


def _criterion(criterion: Criterion, catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    yield screen.bold(f"{criterion.id}  {criterion.title}")
    strand = next((one.title for one in catalogue.strands if one.id == criterion.strand), "")
    if strand:
        yield f"Strand: {strand}"
    yield ""
    if criterion.wording is Wording.UNKNOWN:
        yield screen.wrap("The wording is not known, so it is neither passed nor failed. It might be one of:")
        for one in criterion.candidates:
            yield screen.wrap(f"{one.id} {one.topic}: {one.note}", "  * ", "    ")
    else:
        yield screen.wrap(criterion.requires)
    if criterion.note:
        yield ""
        yield screen.wrap(criterion.note)
    yield from _asked(criterion, screen)
    yield from _how_we_know(criterion, catalogue, screen)
    yield from _judged_by(criterion, catalogue, screen)


def _asked(criterion: Criterion, screen: Screen) -> Iterator[str]:
    cycle = counted(criterion.review_months, "month") if criterion.review_months else ""
    facts = (
        ("Evidence asked for", "; ".join(map(str, criterion.kinds))),
        ("Owners", ", ".join(criterion.owners)),
        ("To be endorsed by", ", ".join(criterion.endorsers)),
        ("Review cycle", cycle),
        ("Words of the time", ", ".join(criterion.vocabulary.period)),
        ("Later words", ", ".join(criterion.vocabulary.later)),
    )
    if any(value for _, value in facts):
        yield ""
    for label, value in facts:
        if value:
            yield screen.wrap(value, f"{label + ':':<20}", " " * 20)
    if criterion.aspects:
        yield ""
        yield "What the evidence has to deal with:"
        for one in criterion.aspects:
            yield screen.wrap(f"{one.title} ({one.id})", "  [required] " if one.required else "  [helpful]  ", " " * 13)


def _how_we_know(criterion: Criterion, catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    sources = {one.id: one for one in catalogue.sources}
    if criterion.provenance:
        yield ""
        yield "How we know:"
    for one in criterion.provenance:
        named = f" [{', '.join(one.sources)}]" if one.sources else ""
        yield screen.wrap(f"{one.of}: {_BASIS[one.basis]}{named}. {one.note}", "  * ", "    ")
    cited = dict.fromkeys(source for one in criterion.provenance for source in one.sources)
    for source_id in cited:
        source = sources[source_id]
        text = f"[{source.id}] {source.title}"
        yield screen.wrap(text, "    ", "      ")
        if source.url:
            yield f"      {source.url}"


def _judged_by(criterion: Criterion, catalogue: Catalogue, screen: Screen) -> Iterator[str]:
    yield ""
    kinds = [rule.kind for rule in catalogue.rules_for(criterion)]
    yield screen.wrap(f"Judged by: {listed(kinds)}. `readiness explain RULE` says what each one asks.")
    yield ""
    yield textwrap.fill(f"Catalogue: {catalogue.title}, version {catalogue.version} ({criterion.file})", screen.width)
