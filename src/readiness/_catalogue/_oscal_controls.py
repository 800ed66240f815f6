"""Groups and controls of OSCAL into strands and criteria."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, define, frozen

from readiness._toml import did_you_mean
from readiness.model import Aspect, Criterion, FactBasis, Kind, KindAsk, Provenance, Strand, Withdrawn, Wording

from ._oscal_node import Node
from ._oscal_text import Prose

SOURCE = "OSCAL"
"""Id of the source that every fact of an OSCAL catalogue cites."""

_GONE = frozenset({"withdrawn", "reserved", "superseded"})
_STATEMENTS = frozenset({"statement"})
_OBJECTIVES = frozenset({"assessment-objective", "objective"})
_INSTEAD = ("overview", "description", "requirement")
_SUCCESSORS = frozenset({"incorporated-into", "moved-to"})


@frozen
class Home:
    """Where a control stands: id of its strand, and the titles of the groups around it."""

    strand: str = ""
    titles: tuple[str, ...] = ()


@define
class Controls:
    """
    One walk through a catalogue, and what it has met.

    Attributes:
        prose: makes text of prose.
        file: name of the file, for the criteria.
        strands: in the catalogue's order.
        criteria: in the catalogue's order, each with the position that one of our own exports gives it.
        withdrawn: in the catalogue's order.
    """

    prose: Prose
    file: str
    strands: list[Strand] = Factory(list)
    criteria: list[tuple[int, Criterion]] = Factory(list)
    withdrawn: list[Withdrawn] = Factory(list)
    _ids: dict[str, str] = Factory(dict)

    def walk(self, holder: Node, home: Home) -> None:
        """Take the controls of *holder*, then those of the groups inside it."""
        for control in holder.nodes("controls"):
            self._control(control, home)
        for group in holder.nodes("groups"):
            self.walk(group, self._group(group, home))

    def _group(self, group: Node, home: Home) -> Home:
        title = group.line("title", needed=True)
        titles = (*home.titles, *([title] if title else []))
        own = next(iter(group.own("id")), "")
        group_id = own or group.word("id") or "-".join(title.casefold().split()) or f"group-{len(self.strands) + 1}"
        if any(one.id == group_id for one in self.strands):
            group.problem("id", f"the group {group_id} is given twice")
        elif group.nodes("controls") or not group.nodes("groups"):
            self.strands.append(Strand(id=group_id, title=" > ".join(titles) or group_id))
        return Home(group_id, titles)

    def _control(self, control: Node, home: Home) -> None:
        control_id = next(iter(control.own("id")), "") or control.word("id", needed=True)
        title = control.line("title", needed=True)
        if control_id in self._ids:
            control.problem("id", f"the id {control_id} is already used by {self._ids[control_id]}")
        elif control_id and title:
            self._ids[control_id] = control.path
            self._take(control, control_id, title, home)
        for inner in control.nodes("controls"):
            self._control(inner, home)

    def _take(self, control: Node, control_id: str, title: str, home: Home) -> None:
        states = [one.text("value").casefold() for one in control.props("status")]
        if state := next((one for one in states if one in _GONE), ""):
            self.withdrawn.append(Withdrawn(id=control_id, title=title, note=_what_became(control, state)))
            return
        position = next((int(one) for one in control.own("position") if one.isdecimal() and len(one) < 10), 0)  # noqa: PLR2004
        self.criteria.append((position, self._criterion(control, control_id, title, home)))

    def _criterion(self, control: Node, control_id: str, title: str, home: Home) -> Criterion:
        parts = control.nodes("parts")
        unknown = "unknown" in control.own("wording")
        requires, note = self._requires(parts, title)
        months = [int(one) for one in control.own("review-months") if one.isdecimal() and len(one) < 5]  # noqa: PLR2004
        guidance = [line for one in parts if one.text("name") == "guidance" for line in self.prose.statement(one)]
        fact = Provenance(of="requires", basis=FactBasis.PUBLIC, sources=(SOURCE,), note=note)
        return Criterion(
            id=control_id,
            title=title,
            requires="" if unknown else requires,
            wording=Wording.UNKNOWN if unknown else Wording.KNOWN,
            strand=home.strand,
            owners=tuple(control.own("owner")),
            endorsers=tuple(control.own("endorser")),
            review_months=next(iter(months), None),
            kinds=tuple(_kinds(control)),
            aspects=tuple(self._aspects(parts)),
            typed_as=tuple(control.own("typed-as")) or tuple(one for one in control.labels if one != control_id),
            note="\n".join(guidance),
            provenance=() if unknown else (fact,),
            file=self.file,
        )

    def _requires(self, parts: list[Node], title: str) -> tuple[str, str]:
        """Return what the control asks, and what has to be said of where that stands."""
        for names in (_STATEMENTS, *(frozenset({one}) for one in _INSTEAD)):
            lines = [line for one in parts if one.text("name") in names for line in self.prose.statement(one)]
            if lines:
                said = "As the catalogue words it." if names is _STATEMENTS else f"From its {', '.join(names)}."
                return "\n".join(lines), said
        return title, "The catalogue gives no statement, so its title stands here."

    def _aspects(self, parts: list[Node]) -> Iterator[Aspect]:
        taken: set[str] = set()
        objectives = (leaf for one in parts if one.text("name") in _OBJECTIVES for leaf in _leaves(one))
        for number, leaf in enumerate(objectives, start=1):
            title = self.prose.line(leaf.text("prose"))
            aspect_id = next(iter(leaf.own("id")), "") or leaf.text("id") or f"objective-{number}"
            if not title or aspect_id in taken:
                continue
            taken.add(aspect_id)
            basis = [one for one in FactBasis if one.value in leaf.own("basis")]
            yield Aspect(
                id=aspect_id,
                title=title,
                terms=tuple(leaf.own("term")),
                required="yes" in leaf.own("required"),
                basis=next(iter(basis), FactBasis.PUBLIC),
            )


def _leaves(part: Node) -> Iterator[Node]:
    inner = [one for one in part.nodes("parts") if one.text("name") in _OBJECTIVES]
    for one in inner:
        yield from _leaves(one)
    if not inner:
        yield part


def _what_became(control: Node, state: str) -> str:
    """Return what became of a control that is no longer asked, such as ``incorporated into ac-2``."""
    if said := next(iter(control.own("note")), ""):
        return said
    links = [one for one in control.nodes("links") if one.text("rel") in _SUCCESSORS]
    words = [f"{one.text('rel').replace('-', ' ')} {one.text('href').removeprefix('#')}" for one in links]
    return ", ".join(words) if words else ("" if state == "withdrawn" else state)


def _kinds(control: Node) -> Iterator[KindAsk]:
    allowed = {one.value: one for one in Kind}
    for asked in control.own("kind"):
        names = asked.split(" or ")
        if wrong := [one for one in names if one not in allowed]:
            hint = did_you_mean(wrong[0], allowed)
            control.problem("props", f"{wrong[0]!r} is not one of: {', '.join(allowed)}{hint}")
        else:
            yield KindAsk(tuple(allowed[one] for one in names))
