"""What all parts of an OSCAL document share: ids that are always the same, names, dates, and text made fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from attrs import Factory, define, field

from readiness._oscal import NAMESPACE, VERSION, Tokens, escaped
from readiness.model import EvidenceProfile, Gap

from ._oscal_types import Component, Metadata, Origin, Prop, Role
from ._text import encodable, visible

_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def uuid_of(*key: object, under: UUID = _ROOT) -> UUID:
    """Return the id that always stands for *key*."""
    return uuid5(under, "\x1f".join(encodable(str(one)) for one in key))


def fingerprinted(document: Any) -> str:
    """Return the id of a document that is to change whenever its content does."""
    content = json.dumps(document, sort_keys=True, ensure_ascii=True)
    return str(uuid_of("document", hashlib.sha256(content.encode()).hexdigest()))


def file_of(root: str, document: Any) -> bytes:
    """Return the whole file of a document."""
    return f"{json.dumps({root: document}, ensure_ascii=False, indent=2)}\n".encode()


def start_of(day: date) -> str:
    """
    Return the first moment of *day*, which OSCAL knows between 1900 and 2999.

    >>> start_of(date(2009, 5, 29)), start_of(date.max)
    ('2009-05-29T00:00:00Z', '2999-12-31T00:00:00Z')
    """
    return f"{_known(day)}T00:00:00Z"


def end_of(day: date) -> str:
    """
    Return the last second of *day*, so that nothing is due a day early.

    >>> end_of(date(2009, 5, 29))
    '2009-05-29T23:59:59Z'
    """
    return f"{_known(day)}T23:59:59Z"


def _known(day: date) -> str:
    return min(max(day, date(_FIRST_YEAR, 1, 1)), date(_LAST_YEAR, 12, 31)).isoformat()


def line(text: str, otherwise: str = "not given") -> str:
    r"""
    Return *text* as one line without white space around it, as OSCAL wants a string.

    >>> line(" a\nb "), line("")
    ('a b', 'not given')
    """
    return " ".join(visible(text).split()) or otherwise


def title(text: str, otherwise: str = "not given") -> str:
    """Return *text* as one line of Markdown that shows it as it is."""
    return escaped(line(text, otherwise))


def prose(*paragraphs: str) -> str:
    """Return paragraphs as Markdown that shows them as they are; those without a word are left out."""
    lines = (" ".join(one.split()) for text in paragraphs for one in visible(text).splitlines())
    return "\n\n".join(escaped(one) for one in lines if one)


def own(name: str, value: str) -> Prop:
    """Return a property that OSCAL has no name for."""
    return {"name": name, "ns": NAMESPACE, "value": line(value)}


def metadata(text: str, day: date, version: str) -> Metadata:
    """Return what a document begins with."""
    return {
        "title": title(text),
        "last-modified": start_of(day),
        "version": line(version),
        "oscal-version": VERSION,
    }


@define
class Desk:
    """
    Where one document is put together; its ids and roles are handed out here.

    Attributes:
        profile: what it is about.
        seed: what all ids rest on: organisation, catalogue and assessment, so that a risk keeps its id over time.
        gaps: each gap by the id of its criterion, with its place among them.
        tokens: each criterion's id as OSCAL can write it.
        resources: id of each document's resource by its path.
    """

    profile: EvidenceProfile
    seed: UUID
    gaps: Mapping[str, tuple[int, Gap]]
    tokens: Mapping[str, str]
    resources: Mapping[str, str] = field(factory=dict)
    _roles: dict[str, str] = Factory(dict)
    _role_ids: Tokens = Factory(Tokens)
    _uuids: dict[str, int] = Factory(dict)

    @classmethod
    def of(cls, profile: EvidenceProfile) -> Desk:
        """Return an empty desk for *profile*."""
        judged = profile.assessment
        seed = uuid_of("subject", judged.organisation, judged.catalogue.id, judged.assessment)
        tokens = Tokens()
        asked = [*judged.catalogue.criteria, *(one.criterion for one in profile.results)]
        ids = dict.fromkeys(one.id for one in asked)
        paths = [one.path for one in profile.documents]
        paths += [link.document for result in profile.results for link in result.links]
        desk = cls(
            profile=profile,
            seed=seed,
            gaps={gap.id: (place, gap) for place, gap in enumerate(profile.gaps, start=1)},
            tokens={one: tokens.give(one) for one in ids},
        )
        desk.resources = {path: desk.uuid("resource", path) for path in dict.fromkeys(paths)}
        return desk

    def uuid(self, *key: object) -> str:
        """Return the id of *key*; of several that are alike, each gets its own."""
        one = str(uuid_of(*key, under=self.seed))
        self._uuids[one] = self._uuids.get(one, 0) + 1
        again = self._uuids[one]
        return one if again == 1 else self.uuid(*key, "again", again)

    @property
    def seen_on(self) -> str:
        """Return the moment that the judgement is for."""
        return start_of(self.profile.assessment.as_of)

    @property
    def organisation(self) -> str:
        """Return the id of the organisation."""
        return str(uuid_of("organisation", self.profile.assessment.organisation))

    @property
    def program(self) -> str:
        """Return the id of the program as it is."""
        return str(uuid_of("program", self.profile.generator))

    @property
    def origins(self) -> list[Origin]:
        """Return the program as the origin of something."""
        return [{"actors": [{"type": "tool", "actor-uuid": self.program}]}]

    @property
    def component(self) -> Component:
        """Return the program as a component."""
        return {
            "uuid": self.program,
            "type": "software",
            "title": title(self.profile.generator),
            "description": "The program that judged the evidence.",
            "status": {"state": "operational"},
        }

    def role(self, name: str) -> str:
        """Return the id of the role called *name*."""
        if name not in self._roles:
            self._roles[name] = self._role_ids.give("-".join(name.casefold().split()) or "role")
        return self._roles[name]

    def head(self, what: str) -> Metadata:
        """Return what the document begins with; asked for last, as it lists every role that was handed out."""
        judged = self.profile.assessment
        head = metadata(f"{judged.organisation}: {judged.assessment} {what}", judged.as_of, judged.as_of.isoformat())
        head["props"] = [own("generator", self.profile.generator)]
        roles: list[Role] = [{"id": role_id, "title": title(name)} for name, role_id in self._roles.items()]
        if roles:
            head["roles"] = roles
        head["parties"] = [{"uuid": self.organisation, "type": "organization", "name": line(judged.organisation)}]
        return head
