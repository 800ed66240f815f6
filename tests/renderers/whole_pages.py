"""Every page that is written, of a full, an empty and a hostile profile: what holds for one has to hold for all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import page_samples
from attrs import evolve
from samples import NASTY, Say

import readiness
from readiness._records import record_of
from readiness._renderers._html import HtmlRenderer
from readiness._renderers._map_html import map_page
from readiness._renderers._suggestions_html import suggestions_page
from readiness._reports import action_report, board_report, highlight_report, owner_reports
from readiness.model import Caveat, EvidenceMap, EvidenceProfile, Qualm, Sign, Status, Suggestion, Suggestions

PROFILES = (page_samples.full, page_samples.empty, page_samples.hostile)


def every_page() -> dict[str, bytes]:
    """Return all of them by name: what it is, and of which profile."""
    folded = {"profile-folded": HtmlRenderer().render(page_samples.folded())}
    return folded | {
        f"{name}-{make.__name__}": page for make in PROFILES for name, page in pages_of(make(), _SAYS[make.__name__])
    }


def pages_of(profile: EvidenceProfile, say: Say) -> Iterator[tuple[str, bytes]]:
    """Yield each page that can be made of a profile, of suggestions for it, and of an earlier one."""
    criteria = [one.criterion for one in profile.results]
    yield "profile", HtmlRenderer().render(profile)
    yield "map", map_page(profile.map or _nothing(profile))
    found = _suggested(say, criteria[0].id) if criteria else Suggestions()
    yield "suggest", suggestions_page(found, criteria, folder=say("papers"))
    yield "actions", readiness.render(action_report(profile), "html")
    yield from (("owner", readiness.render(one, "html")) for one in [*owner_reports(profile).values()][:1])
    if not criteria:
        return
    now = record_of(profile)
    turned = tuple(evolve(one, status=Status.MET, findings=(), title=f"{one.title}!") for one in now.criteria)
    before = evolve(now, as_of=now.as_of - timedelta(days=30), criteria=turned, documents=now.documents[1:])
    since = readiness.compare(before, now)
    yield "diff", readiness.render(since, "html")
    yield "trend", readiness.render(readiness.trend([before, now]), "html")
    yield "highlight", readiness.render(highlight_report(profile, since), "html")
    yield "board", readiness.render(board_report(profile, since), "html")


def _suggested(say: Say, criterion: str) -> Suggestions:
    """Return one suggestion with all that can be said of it, and papers of which nothing is suggested."""
    row = Suggestion(
        criterion=criterion,
        document=say("hr/records.doc"),
        confidence=0.93,
        locator=say("paragraph 3"),
        quote=say("Each employee has a file."),
        terms=(say("employee"), "file"),
        qualms=(Qualm(next(iter(Caveat)), say("it is a draft")),),
        signs=(Sign(say("names employees"), 1.0), Sign(say("is a letter"), -1.0)),
    )
    return Suggestions(
        rows=(row,),
        documents=3,
        silent=(say("letter.doc"),),
        unread=(say("scan.pdf"), say("other.pdf")),
        faults=(say("scanned without text"),),
        bare=(say("OA9"),),
        unknown=(say("OA3"),),
        claimed=2,
        rejected=1,
    )


_SAYS: dict[str, Say] = {"full": str, "empty": str, "hostile": lambda text: NASTY + text}


def _nothing(profile: EvidenceProfile) -> EvidenceMap:
    return EvidenceMap(assessment=profile.assessment, criteria=(), rows=(), idle=(), bare=())
