"""The gaps as an OSCAL plan of action and milestones, what to do first coming first."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from readiness.model import EvidenceProfile

from ._oscal_desk import Desk, file_of, fingerprinted, own, prose, title, uuid_of
from ._oscal_document_types import Poam, PoamItem
from ._oscal_findings import Verdict, verdicts
from ._oscal_resources import resources
from ._oscal_types import Prop
from ._text import day

_UUID = "http://ietf.org/rfc/rfc4122"


@frozen
class OscalPoamRenderer:
    """
    Write the gaps and the waivers as an OSCAL plan of action and milestones.

    >>> OscalPoamRenderer().suffix
    '.poam.json'
    """

    suffix: ClassVar[str] = ".poam.json"

    def render(self, profile: EvidenceProfile) -> bytes:
        """Return UTF-8 JSON that is valid against NIST's schema; the same profile gives the same ids."""
        desk = Desk.of(profile)
        to_do = sorted((one for one in verdicts(desk) if one.risk), key=lambda one: _place(desk, one))
        document = _document(desk, to_do)
        document["uuid"] = fingerprinted(document)
        return file_of("plan-of-action-and-milestones", document)


def _document(desk: Desk, to_do: list[Verdict]) -> Poam:
    judged = desk.profile.assessment
    system = uuid_of("system", judged.organisation, judged.folder.register.system)
    document: Poam = {
        "uuid": "",
        "metadata": desk.head("plan of action and milestones"),
        "system-id": {"identifier-type": _UUID, "id": str(system)},
        "local-definitions": {"components": [desk.component]},
        "poam-items": [_item(desk, one) for one in to_do] or [_nothing(desk)],
    }
    if observations := [seen for one in to_do for seen in one.observations]:
        document["observations"] = observations
    if risks := [one.risk for one in to_do if one.risk]:
        document["risks"] = risks
    if findings := [one.finding for one in to_do if one.finding]:
        document["findings"] = findings
    if documents := list(resources(desk)):
        document["back-matter"] = {"resources": documents}
    return document


def _place(desk: Desk, verdict: Verdict) -> tuple[bool, int]:
    """Return where an item stands: the gaps in their order, then what is waived."""
    place, _ = desk.gaps.get(verdict.result.criterion.id, (0, None))
    return verdict.result.waiver is not None, place


def _item(desk: Desk, verdict: Verdict) -> PoamItem:
    result, (place, gap) = verdict.result, desk.gaps.get(verdict.result.criterion.id, (0, None))
    props: list[Prop] = [own("criterion", result.criterion.id), own("status", result.status.value)]
    props += [own("place", str(place))] if place else []
    props += [own("by", gap.by)] if gap and gap.by.strip() else []
    item: PoamItem = {
        "uuid": desk.uuid("item", result.criterion.id),
        "title": title(f"{result.criterion.id} {result.criterion.title}"),
        "description": _words(verdict),
        "props": props,
        "origins": desk.origins,
    }
    if gap and gap.what.strip():
        item["description"] = prose(gap.why, f"To do: {gap.what}")
    if verdict.finding:
        item["related-findings"] = [{"finding-uuid": verdict.finding["uuid"]}]
    if verdict.observations:
        item["related-observations"] = [{"observation-uuid": one["uuid"]} for one in verdict.observations]
    if verdict.risk:
        item["related-risks"] = [{"risk-uuid": verdict.risk["uuid"]}]
    return item


def _words(verdict: Verdict) -> str:
    waiver = verdict.result.waiver
    if waiver is None:
        return verdict.risk["statement"] if verdict.risk else ""
    return prose(f"Waived by {waiver.approver} until {day(waiver.until)}: {waiver.reason}")


def _nothing(desk: Desk) -> PoamItem:
    """Return the item that says that there is none: OSCAL has no plan of action without an item."""
    judged = desk.profile.assessment
    return {
        "uuid": desk.uuid("item", "none"),
        "title": title(f"Nothing to put right as of {day(judged.as_of)}"),
        "description": "There are no gaps and no waivers. OSCAL asks for at least one item, so this one says so.",
        "props": [own("nothing-to-do", "yes")],
    }
