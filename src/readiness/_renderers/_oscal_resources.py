"""The documents of an evidence folder as OSCAL's resources, each with its digest."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from urllib.parse import quote

from readiness.model import DocumentRow

from ._oscal_desk import Desk, own, prose, title
from ._oscal_types import Prop, Resource
from ._text import day, encodable

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_TYPES = ("policy", "procedure", "agreement")


def resources(desk: Desk) -> Iterator[Resource]:
    """Yield every document that the register or a link names, and every other file of the folder."""
    rows = {one.path: one for one in desk.profile.documents}
    for path, uuid in desk.resources.items():
        if row := rows.get(path):
            yield _of_row(row, uuid)
        else:
            yield {"uuid": uuid, "title": title(path), "rlinks": [{"href": _href(path)}]}


def _of_row(row: DocumentRow, uuid: str) -> Resource:
    props: list[Prop] = [{"name": "type", "value": _type(row.kinds)}]
    if row.version.strip():
        props.append({"name": "version", "value": own("version", row.version)["value"]})
    named = {"owner": row.owner, "effective": row.effective, "review-by": row.review_by, "state": row.state}
    props += [own(name, value) for name, value in named.items() if value.strip()]
    props += [own("approval", one) for one in row.approvals if one.strip()]
    props += [own("registered", "yes" if row.registered else "no")]
    found: Resource = {
        "uuid": uuid,
        "title": title(row.title or row.path, row.path),
        "description": prose(f"{row.path} ({row.kinds or 'kind not given'})"),
        "props": props,
        "rlinks": [{"href": _href(row.path)}],
    }
    if _SHA256.fullmatch(row.sha256):
        found["rlinks"][0]["hashes"] = [{"algorithm": "SHA-256", "value": row.sha256.lower()}]
    return found


def _type(kinds: str) -> str:
    """Return what OSCAL calls a document of these kinds."""
    return next((one for one in _TYPES if one in kinds.split(", ")), "evidence")


def _href(path: str) -> str:
    """Return a path as a reference; the first part may hold a colon, which would look like a scheme."""
    return f"./{quote(encodable(path))}"


def assessment_plan(desk: Desk, uuid: str) -> Resource:
    """Return what takes the place of an assessment plan: the criteria, and the rules they are judged by."""
    return {
        "uuid": uuid,
        "title": "How the evidence was judged",
        "description": "There is no assessment plan in OSCAL; the catalogue and its rules are what was followed.",
        "props": [{"name": "type", "value": "plan"}],
        "base64": {
            "filename": "assessment-plan.txt",
            "media-type": "text/plain",
            "value": base64.b64encode(encodable(_plan_text(desk)).encode()).decode("ascii"),
        },
    }


def _plan_text(desk: Desk) -> str:
    judged = desk.profile.assessment
    lines = [
        f"{judged.organisation}: {judged.assessment}, due {day(judged.due)}, judged as of {day(judged.as_of)}.",
        f"Catalogue: {desk.profile.catalogue_title}.",
        f"Rules that hold for every criterion: {', '.join(one.kind for one in judged.catalogue.rules) or 'none'}.",
    ]
    own_rules = (
        f"Rules of {one.criterion.id} alone: {', '.join(rule.kind for rule in one.criterion.rules)}."
        for one in desk.profile.results
        if one.criterion.rules
    )
    return "\n".join([*lines, *own_rules, f"Judged by {desk.profile.generator}.", ""])
