"""A catalogue of criteria as an OSCAL catalog: strands as groups, criteria as controls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import Factory, define

from readiness._oscal import STATEMENT_SUFFIX, Tokens
from readiness.model import Aspect, Catalogue, Criterion, Source, Strand, Withdrawn, Wording

from ._oscal_desk import file_of, fingerprinted, metadata, own, prose, title, uuid_of
from ._oscal_document_types import CatalogDocument, Control, Group, Part
from ._oscal_types import Metadata, Prop, Resource
from ._text import web_address


def oscal_catalog(catalogue: Catalogue, modified: date) -> bytes:
    """
    Return *catalogue* as an OSCAL catalog in JSON. Rules, assessments and vocabulary have no place in it.

    Args:
        catalogue: from `load_catalogue`.
        modified: the day that the file is to be dated; OSCAL asks for one.
    """
    sheet = _Sheet.of(catalogue)
    loose = [sheet.control(one) for one in catalogue.criteria if not one.strand]
    loose += [sheet.withdrawn(one) for one in catalogue.withdrawn]
    document: CatalogDocument = {"uuid": "", "metadata": _head(catalogue, modified)}
    if loose:
        document["controls"] = loose
    if groups := [sheet.group(one) for one in catalogue.strands]:
        document["groups"] = groups
    if cited := [_resource(one, sheet.sources[one.id]) for one in catalogue.sources]:
        document["back-matter"] = {"resources": cited}
    document["uuid"] = fingerprinted(document)
    return file_of("catalog", document)


def _head(catalogue: Catalogue, modified: date) -> Metadata:
    head = metadata(catalogue.title, modified, catalogue.version)
    head["props"] = [own("id", catalogue.id)]
    if catalogue.about.strip():
        head["remarks"] = prose(catalogue.about)
    return head


def _resource(source: Source, uuid: str) -> Resource:
    cited: Resource = {"uuid": uuid, "title": title(source.title), "props": [own("source", source.id)]}
    if web_address(source.url):
        cited["rlinks"] = [{"href": source.url}]
    return cited


@define
class _Sheet:
    """One export: the ids handed out so far."""

    catalogue: Catalogue
    controls: Mapping[str, str]
    sources: Mapping[str, str]
    places: Mapping[str, int]
    ids: Tokens = Factory(Tokens)

    @classmethod
    def of(cls, catalogue: Catalogue) -> _Sheet:
        ids = Tokens()
        named = [*(one.id for one in catalogue.criteria), *(one.id for one in catalogue.withdrawn)]
        controls = {one: ids.give(one) for one in named}
        sources = {one.id: str(uuid_of("source", catalogue.id, one.id)) for one in catalogue.sources}
        places = {one.id: place for place, one in enumerate(catalogue.criteria, start=1)}
        return cls(catalogue, controls, sources, places, ids)

    def group(self, strand: Strand) -> Group:
        group_id = self.ids.give(strand.id)
        group: Group = {"id": group_id, "title": title(strand.title)}
        if group_id != strand.id:
            group["props"] = [own("id", strand.id)]
        if controls := [self.control(one) for one in self.catalogue.criteria if one.strand == strand.id]:
            group["controls"] = controls
        return group

    def control(self, criterion: Criterion) -> Control:
        control_id = self.controls[criterion.id]
        control: Control = {
            "id": control_id,
            "title": title(criterion.title),
            "props": list(self._props(criterion)),
            "parts": [self._statement(criterion, control_id), *self._more(criterion, control_id)],
        }
        cited = dict.fromkeys(source for fact in criterion.provenance for source in fact.sources)
        if links := [self.sources[one] for one in cited if one in self.sources]:
            control["links"] = [{"href": f"#{one}", "rel": "reference"} for one in links]
        return control

    def withdrawn(self, gone: Withdrawn) -> Control:
        props: list[Prop] = [own("id", gone.id), {"name": "status", "value": "withdrawn"}]
        props += [own("note", gone.note)] if gone.note.strip() else []
        return {"id": self.controls[gone.id], "title": title(gone.title), "props": props}

    def _props(self, criterion: Criterion) -> Iterator[Prop]:
        yield own("id", criterion.id)
        yield own("position", str(self.places[criterion.id]))
        if criterion.wording is Wording.UNKNOWN:
            yield own("wording", criterion.wording.value)
        if criterion.review_months is not None:
            yield own("review-months", str(criterion.review_months))
        yield from _each("owner", criterion.owners)
        yield from _each("endorser", criterion.endorsers)
        yield from _each("kind", map(str, criterion.kinds))
        yield from _each("typed-as", criterion.typed_as)

    def _statement(self, criterion: Criterion, control_id: str) -> Part:
        asked = criterion.requires if criterion.wording is not Wording.UNKNOWN else "The wording is not known."
        return {"id": self.ids.give(f"{control_id}{STATEMENT_SUFFIX}"), "name": "statement", "prose": prose(asked)}

    def _more(self, criterion: Criterion, control_id: str) -> Iterator[Part]:
        if criterion.note.strip():
            yield {"id": self.ids.give(f"{control_id}_gdn"), "name": "guidance", "prose": prose(criterion.note)}
        if criterion.aspects:
            objective = self.ids.give(f"{control_id}_obj")
            aspects = [self._aspect(one, objective) for one in criterion.aspects]
            yield {"id": objective, "name": "assessment-objective", "parts": aspects}
        if criterion.kinds:
            method = self.ids.give(f"{control_id}_asm")
            asked = prose(*map(str, criterion.kinds))
            objects: Part = {"id": self.ids.give(f"{method}-objects"), "name": "assessment-objects", "prose": asked}
            examine: Prop = {"name": "method", "value": "EXAMINE"}
            yield {"id": method, "name": "assessment-method", "props": [examine], "parts": [objects]}

    def _aspect(self, aspect: Aspect, objective: str) -> Part:
        props = [own("id", aspect.id), own("basis", aspect.basis.value)]
        props += [own("required", "yes")] if aspect.required else []
        return {
            "id": self.ids.give(f"{objective}.{aspect.id}"),
            "name": "assessment-objective",
            "props": [*props, *_each("term", aspect.terms)],
            "prose": prose(aspect.title),
        }


def _each(name: str, values: Iterable[str]) -> Iterator[Prop]:
    return (own(name, one) for one in values if one.strip())
