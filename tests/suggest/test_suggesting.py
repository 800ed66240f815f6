"""What is suggested, what is not, and what is said about it: `readiness.suggest`."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from suggest_papers import ALLOTMENTS, REQUESTS, TOKENS

import readiness
from common import at_most
from readiness._suggest import (
    _learned,
    _score,
    queries_of,
    suggestions_of,
    survey,
    survey_from_wire,
    survey_to_wire,
    thresholds_for,
)
from readiness.exceptions import InputError
from readiness.model import (
    Basis,
    Catalogue,
    Caveat,
    Criterion,
    DocumentText,
    Locator,
    Passage,
    Reason,
    Rejection,
    Suggestion,
    Suggestions,
)

CATALOGUE = readiness.load_catalogue()
CRITERIA = {one.id: one for one in CATALOGUE.criteria}
QUERIES = queries_of(CATALOGUE)
NATIONAL = """\
Statutory guidance from the Department for local authorities in England.

All local authorities should do so. Local authorities must have a procedure. Every authority should review it.
"""
CHECKS = """\
Nobody is given a log-in to ContactPoint before an enhanced {0} has been seen. Every user needs a new {0} each three
years; human resources send a reminder three months before it expires. If a {0} has lapsed the account is suspended
until the renewal. The {0} number and the date of issue are kept in the disclosure register, and the certificate is
destroyed. This holds for staff of partners and for agency workers too.
"""


def document(text: str, path: str = "paper.txt") -> DocumentText:
    passages = tuple(
        Passage(" ".join(one.split()), Locator(line=number))
        for number, one in enumerate(text.split("\n\n"), start=1)
        if one.strip()
    )
    return DocumentText(path=path, format="txt", passages=passages)


def suggested(text: str, path: str = "paper.txt") -> tuple[Suggestion, ...]:
    return suggestions_of(survey(document(text, path), QUERIES), CRITERIA)


def pairs(found: Suggestions) -> list[tuple[str, str]]:
    return [(one.criterion, one.document) for one in found.rows]


def test_papers_that_deal_with_a_subject_are_suggested_and_others_are_not(papers: Path) -> None:
    """The rules of an allotment, an agenda and a glossary share all the words and prove nothing."""
    found = readiness.suggest(papers)

    assert pairs(found) == [
        ("OA12", "HR/token handout.md"),
        ("OA17", "Data protection/asking to see a record.md"),
    ]
    assert found.documents == 5
    assert found.silent == ("Board/agenda 3 June.md", "Board/words we use.md", "Parks/allotment rules.md")
    assert "OA8" in found.bare
    assert found.unknown == ("OA3", "OA5", "OA24", "OA26", "OA28")


def test_a_suggestion_shows_the_passage_and_says_why(papers: Path) -> None:
    """Place, quote and the words that were met stand in it, and what speaks for it."""
    tokens = readiness.suggest(papers).rows[0]

    assert "token" in tokens.quote.casefold()
    assert all(term in tokens.quote for term in tokens.terms)
    assert tokens.locator.startswith("Looking after your token")
    assert {"issue", "loss", "return", "damage"} <= set(tokens.aspects)
    assert any(sign.words.startswith("a section uses words that are typical of it: ") for sign in tokens.signs)
    assert tokens.qualms == ()


def test_a_template_is_suggested_with_the_caveat_said(papers: Path) -> None:
    """The subject is right all the same."""
    requests = readiness.suggest(papers).rows[1]

    assert [one.caveat for one in requests.qualms] == [Caveat.TEMPLATE, Caveat.SYSTEM_UNNAMED]
    assert "[Council name]" in str(requests.qualms[0])


@pytest.mark.parametrize(
    ("added", "caveat"),
    [
        ("Liquidlogic users must know this too.", Caveat.OTHER_SYSTEM),
        ("# Marsh Hill Hospitals NHS Trust\n\nThe Trust keeps to this. The Trust reviews it.", Caveat.OTHER_BODY),
        (NATIONAL, Caveat.NATIONAL_GUIDANCE),
    ],
)
def test_caveats_are_judged_apart_from_the_subject(added: str, caveat: Caveat) -> None:
    """The same procedure in another body's name, for another system or for everybody is still about its subject."""
    plain = REQUESTS.replace("[Council name]: ", "")
    before, after = suggested(plain), suggested(f"{added}\n\n{plain}")

    assert [one.criterion for one in before] == [one.criterion for one in after] == ["OA17"]
    assert [one.caveat for one in before[0].qualms] == [Caveat.SYSTEM_UNNAMED]
    assert caveat in {one.caveat for one in after[0].qualms}


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("", [Caveat.SYSTEM_UNNAMED]),
        ("This holds for ContactPoint.", []),
        ("Liquidlogic users must know this too.", [Caveat.OTHER_SYSTEM]),
    ],
)
def test_a_paper_that_never_names_the_system_is_said_not_to(added: str, said: list[Caveat]) -> None:
    """Whether a general paper is meant for the system too, a person has to say; one that names another says which."""
    text = f"{REQUESTS.replace('[Council name]: ', '')}\n\n{added}"

    assert [one.caveat for one in suggested(text)[0].qualms] == said


PAGE = """\
Home > Your council > Your information

You may ask for a copy of what we hold about you. Write to us and tell us who you are. You do not have to say why you
ask. We send your copy within forty days, and you pay ten pounds.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PAGE, Caveat.PUBLIC_PAGE),
        (f"National guidance for local areas\n\n{PAGE.partition(chr(10))[2]}", Caveat.NATIONAL_GUIDANCE),
    ],
)
def test_a_page_for_the_public_and_guidance_for_all_are_known_by_their_first_lines(text: str, said: Caveat) -> None:
    """A path of a website stands above words to you; a title that speaks to all areas makes guidance of them."""
    found = {one.caveat for one in survey(document(text), QUERIES).qualms}

    assert found & {Caveat.PUBLIC_PAGE, Caveat.NATIONAL_GUIDANCE} == {said}


def test_instructions_to_staff_on_a_website_are_no_page_for_the_public() -> None:
    """An intranet has paths too."""
    told = f"{PAGE}\n\nAsk your manager if you are not sure. Users must keep your reply."

    assert Caveat.PUBLIC_PAGE not in {one.caveat for one in survey(document(told), QUERIES).qualms}


def test_without_a_system_to_ask_about_nothing_is_said_of_systems() -> None:
    """A catalogue may be about no system at all."""
    queries = queries_of(evolve(CATALOGUE, system=""))

    assert survey(document("Subject access requests\n\nLiquidlogic users."), queries).qualms == ()


def test_words_of_the_time_and_of_later_days_both_do() -> None:
    """What was a CRB disclosure is a DBS certificate now."""
    for word in ("CRB disclosure", "DBS certificate"):
        assert [one.criterion for one in suggested(CHECKS.format(word))] == ["OA4"]


def test_what_is_claimed_or_rejected_is_not_suggested_again(papers: Path) -> None:
    """A rejection holds while the text stays, and a claim for as long as it is there."""
    head = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'
    claim = '[[document]]\npath = "HR/token handout.md"\n[[document.claim]]\ncriterion = "OA12"\n'
    (papers / "register.toml").write_text(head + claim, encoding="utf-8")
    found = readiness.suggest(papers)

    assert pairs(found) == [("OA17", "Data protection/asking to see a record.md")]
    assert found.claimed == 1
    assert "OA12" not in found.bare


def test_a_rejection_answers_the_same_text_and_no_other(papers: Path) -> None:
    """A change elsewhere in the document asks nothing anew; a change of the passage does."""
    one = readiness.suggest(papers).rows[0]
    rejection = Rejection(
        document=one.document,
        criterion=one.criterion,
        on=date(2009, 3, 2),
        document_fingerprint=one.document_fingerprint,
        passage_fingerprint=one.passage_fingerprint,
        criterion_fingerprint=one.criterion_fingerprint,
    )
    place = papers / one.document
    place.write_text(TOKENS + "\nBring a coat.\n", encoding="utf-8")
    elsewhere = readiness.suggest(papers).rows[0]
    place.write_text(TOKENS.replace(one.quote.split()[0], "Please"), encoding="utf-8")
    here = [two for two in readiness.suggest(papers).rows if two.criterion == one.criterion]

    assert rejection.answers(one)
    assert rejection.answers(elsewhere)
    assert here
    assert not any(rejection.answers(two) for two in here)


def test_nothing_is_read_twice_and_the_answer_is_the_same(papers: Path, tmp_path: Path) -> None:
    """What a survey found is kept in the cache."""
    read: list[int] = []
    first = readiness.suggest(papers, cache=tmp_path / "cache")
    again = readiness.suggest(papers, cache=tmp_path / "cache", told=lambda done, _total: read.append(done))

    assert again == first
    assert read == []


def test_the_name_of_the_file_counts(papers: Path, tmp_path: Path) -> None:
    """A copy under another name is surveyed for itself, although its bytes are known."""
    readiness.suggest(papers, cache=tmp_path / "cache")
    (papers / "HR/token handout.md").rename(papers / "HR/agenda of tokens.md")
    found = readiness.suggest(papers, cache=tmp_path / "cache")

    assert [one.document for one in found.rows] == ["Data protection/asking to see a record.md"]


def test_any_catalogue_will_do() -> None:
    """Criteria that have nothing but a title and a sentence are found by these."""
    criteria = (
        Criterion(id="P1", title="Pest control", requires="Traps for rats and mice are checked every week."),
        Criterion(id="P2", title="Hand washing", requires="Staff wash their hands with soap before they touch food."),
        Criterion(id="P3", title="Fridge temperature", requires="The temperature of each is written down daily."),
    )
    catalogue = Catalogue(id="kitchen", title="Kitchen", version="1", criteria=criteria)
    text = document(
        "Pest control in the kitchen.\n\nThe traps for rats and mice must be checked every week by the cook. If a trap"
        " has caught a mouse the pest control firm is rung, and the traps are checked daily for a fortnight."
    )
    found = survey(text, queries_of(catalogue))
    by_criterion = {one.criterion: one for one in found.sightings}

    assert max(by_criterion.values(), key=lambda one: one.close).criterion == "P1"
    assert by_criterion["P1"].named >= 1


def test_another_catalogue_does_without_the_words_that_were_counted_for_the_shipped_one() -> None:
    """Papers of a kitchen do not speak as papers on children's records do, and must not be held to it."""
    told = document(CHECKS.format("CRB check"))
    own, other = survey(told, QUERIES), survey(told, queries_of(evolve(CATALOGUE, id="kitchen")))

    assert own.voice > 0
    assert other.voice == 0
    assert suggestions_of(other, CRITERIA, threshold=0)


@pytest.mark.parametrize("name", ["Index to the policy library.md", "forms index.md", "List of contents.txt"])
def test_a_list_of_titles_proves_nothing(name: str) -> None:
    """A list that says only where procedures are to be found is not suggested, whatever it names."""
    text = CHECKS.format("CRB check")

    assert suggested(text)
    assert not suggested(text, path=name)


@pytest.mark.parametrize(
    "name",
    [
        "Herald cutting 3 March.txt",
        "Blog post - checks.html",
        "Product brochure.txt",
        "Release notes 4.2.md",
        "Reading list.md",
        "Abstract for the conference.txt",
        "Response to the draft guidance.txt",
        "Hansard 4 May.txt",
        "Course catalogue.html",
        "FOI request 2010-33.eml",
        "Capital bid 2010.txt",
        "Contract notice.txt",
    ],
)
def test_a_paper_that_only_tells_of_checks_is_not_suggested(name: str) -> None:
    """Whatever it says of the subject, a cutting, a brochure or a bid shows nothing that anybody does."""
    text = CHECKS.format("CRB check")

    assert suggested(text)
    assert not suggested(text, path=name)


@pytest.mark.parametrize(
    "name",
    [
        "FOI request procedure.txt",
        "Subject access and FOI requests - how we answer them.txt",
        "Checks procedure (issued with HR bulletin 4).txt",
        "Checks procedure with change log.txt",
        "Statistics and checks policy.txt",
        "Disputed checks - debate with the source, procedure.txt",
        "Induction timetable.txt",
        "Internal audit work plan.txt",
        "Tender Road centre checks.txt",
    ],
)
def test_a_paper_that_rules_is_not_taken_for_one_that_only_tells(name: str) -> None:
    """A word before or behind says what it is, or the name means something else."""
    assert suggested(CHECKS.format("CRB check"), path=name)


SAID_ABOVE = {
    "contents": "Table of contents",
    "minute": "Approved at Board, 3 March 2009 (agenda item 7).",
    "log": "Version 2.0; see change log at the end.",
    "bulletin": "Version 2 replaces the procedure issued with Bulletin 14.",
    "plan": "This procedure forms part of the improvement plan for Children's Services.",
}


@pytest.mark.parametrize("said", SAID_ABOVE.values(), ids=SAID_ABOVE)
def test_what_stands_below_the_title_makes_no_agenda_or_plan(said: str) -> None:
    """Who approved a procedure, its versions and its table of contents are no sort of paper."""
    assert suggested(f"Checks: procedure\n\n{said}\n\n{CHECKS.format('CRB check')}")


def test_who_owns_a_paper_and_since_when_makes_no_plan_of_work() -> None:
    """The first lines of a procedure have the heads of a plan, but nothing that is to be done."""
    control = "Owner: Head of HR. Lead: the desk. Status: approved. Start date: March 2009. Due: March 2010."

    assert suggested(f"{control}\n\n{CHECKS.format('CRB check')}")
    assert not suggested(f"Task. {control}\n\n{CHECKS.format('CRB check')}")


SAID_BELOW = {
    "issues": "Issue 1, March 2008. Issue 2, June 2008. Issue 3, March 2009.",
    "recruitment": "Keep the advertisement with its closing date, the essential criteria and the person specification.",
    "steps": "\n\n".join(f"Step {number}: send the form for the CRB check." for number in range(1, 9)),
    "answers": "\n\n".join(f"What if anyone is late in week {number}? Tell the desk." for number in range(1, 10)),
    "anyone": "Anyone who checks must sign. Is it late? Is it lost? Is it wrong? Is it old? Is it another's?",
}


@pytest.mark.parametrize("said", SAID_BELOW.values(), ids=SAID_BELOW)
def test_the_ways_of_a_procedure_make_no_newsletter_advert_glossary_or_query(said: str) -> None:
    """Numbers of issues, steps, and questions that are answered at once stand in good procedures."""
    assert suggested(f"{CHECKS.format('CRB check')}\n\n{said}")


TOLD = {
    "brochure": "Trusted by forty councils. Why choose us? Book a free demo today. Award-winning.",
    "cutting": "A spokesman told the Herald that critics were wrong. Readers wrote in.",
    "blog": "Posted by Sam on Monday. 3 comments. Leave a reply. Tagged: checks.",
    "forum": "Joined: 2008. Has anyone seen this? The moderator moved the thread. Thanks in advance.",
    "release": "Known issues: none. Bug fixes. The API is deprecated. New features follow.",
    "research": "Abstract. Keywords: checks. We interviewed forty people; see Smith et al. Vol. 3.",
    "response": "We welcome the consultation paper. Our response follows. Do you agree? We would urge care.",
    "debate": "The hon. Member rose. Mr Speaker, will the Secretary of State say whether. Column 44. Hansard.",
    "query": "Does anyone know who does it? Who signs? When is it due? Where do they go? We do not know.",
}


@pytest.mark.parametrize("said", TOLD.values(), ids=TOLD)
def test_a_text_shows_by_its_words_that_it_only_tells(said: str) -> None:
    """Its name need not say so; one such word alone makes it no brochure."""
    text = CHECKS.format("CRB check")

    assert not suggested(f"{text}\n\n{said}")
    assert suggested(f"{text}\n\nKeep the reply of the spokesman.")


def test_questions_with_answers_below_them_are_no_query() -> None:
    """A question that stands alone is the heading of what answers it."""
    asked = "\n\n".join(f"{one}?" for one in ("Who checks", "Who may I ask, and when", "What then", "Does anyone pay"))

    assert suggested(f"{CHECKS.format('CRB check')}\n\n{asked}")


@pytest.mark.parametrize("said", ["The desk is open on Mondays. It is closed on Sundays, and on Mondays in August."])
def test_a_day_of_the_week_is_no_system(said: str) -> None:
    """Only what can be the name of a system is said to be another."""
    found = survey(document(f"Subject access requests\n\n{said}"), QUERIES)

    assert Caveat.OTHER_SYSTEM not in {one.caveat for one in found.qualms}


def test_the_passage_that_is_shown_says_more_than_a_heading() -> None:
    """Of two passages that name the subject the one is shown that a person would point at."""
    text = (
        "Enhanced CRB checks\n\nEnhanced CRB check: see below.\n\nEach user needs a new enhanced CRB check every three"
        " years, and the account is suspended if it has lapsed."
    )

    shown = suggestions_of(survey(document(text), QUERIES), CRITERIA, threshold=0)[0]
    assert (shown.criterion, shown.locator) == ("OA4", "line 3")


HANDBOOK = """\
Staff handbook

Personnel files. Human resources keep a personnel file for each employee, agency worker and contractor, with the dates
on which each started and left.

Induction. Each new starter goes through the induction checklist in the first week, ContactPoint with it.
"""


def test_a_further_criterion_of_a_paper_needs_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person has the paper open anyway; but a threshold of one's own holds for every suggestion."""
    found = survey(document(HANDBOOK, "handbook.txt"), QUERIES)
    first, second, *_ = suggestions_of(found, CRITERIA, threshold=0.0)
    between = (first.confidence + second.confidence) / 2
    monkeypatch.setattr(_score, "FIELD", evolve(_score.FIELD, least=between))

    assert (first.criterion, second.criterion) == ("OA1", "OA2")
    assert thresholds_for(QUERIES)[1] < second.confidence < between < first.confidence
    assert suggestions_of(found, CRITERIA) == (first, second)
    assert suggestions_of(found, CRITERIA, threshold=between) == (first,)
    assert suggestions_of(found, CRITERIA, threshold=1.0) == ()


def test_a_catalogue_whose_words_nobody_learned_is_judged_by_numbers_of_its_own() -> None:
    """It is judged less well, so it has to be surer."""
    other = queries_of(evolve(CATALOGUE, id="kitchen"))

    assert (other.learned, QUERIES.learned) == (False, True)
    assert thresholds_for(other)[0] > thresholds_for(QUERIES)[0]


def test_the_words_of_a_name_say_whether_a_paper_is_evidence() -> None:
    """The same text under the name that speaks most for a paper, and under the one that speaks most against it."""
    weights = QUERIES.voice.head
    best, worst = (survey(document(HANDBOOK, f"{one(weights, key=weights.get)}.txt"), QUERIES) for one in (max, min))

    assert best.voice > worst.voice


def test_a_section_is_told_by_its_words() -> None:
    """Each subject by its own section, with the words that tell it as they stand there."""
    found = {one.criterion: one for one in survey(document(HANDBOOK, "handbook.txt"), QUERIES).sightings}

    assert min(found["OA1"].told, found["OA2"].told) > max(one.told for name, one in found.items() if name > "OA2")
    assert "personnel" in {one.casefold() for one in found["OA1"].tellers}
    assert "induction" in {one.casefold() for one in found["OA2"].tellers}


def test_what_was_surveyed_by_other_words_is_surveyed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A survey is kept by what was asked, and what was learned is part of the question."""
    before = QUERIES.digest
    monkeypatch.setattr(_learned, "_learned", lambda name: {"grades": ["a"]} if name == "background" else {})

    assert QUERIES.digest != before


def test_the_threshold_is_a_share(papers: Path) -> None:
    """A number of percent is refused where a share is wanted."""
    with pytest.raises(InputError, match="from 0 to 1"):
        readiness.suggest(papers, threshold=60)


TEXTS = st.text(
    st.sampled_from("token lost child [Council] shield \n\n.,|“”é0") | st.characters(codec="utf-8"), max_size=200
)


@settings(max_examples=at_most(40))
@given(TEXTS)
def test_whatever_a_document_says_it_can_be_surveyed_and_kept(text: str) -> None:
    """A survey comes out of the store as it was put in, and no confidence is out of bounds."""
    passages = tuple(Passage(one, Locator(line=1)) for one in text.split("\n\n") if one.strip())
    found = survey(DocumentText(path="a.txt", passages=passages), QUERIES)

    assert survey_from_wire(survey_to_wire_and_back(found)) == found
    assert all(0 <= one.confidence <= 1 for one in suggestions_of(found, CRITERIA, threshold=0))


def survey_to_wire_and_back(found: object) -> object:
    return json.loads(json.dumps(survey_to_wire(found)))  # type: ignore[arg-type]


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=4)))
def test_what_somebody_else_wrote_into_the_store_is_no_survey(value: object) -> None:
    """It is refused and made anew, whatever it is."""
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        survey_from_wire(value)


def test_adding_papers_changes_nothing_of_what_is_suggested_for_others(papers: Path) -> None:
    """What is suggested for a document depends on nothing but the document and the criteria."""
    before = readiness.suggest(papers).rows
    for number in range(3):
        (papers / f"rules {number}.md").write_text(ALLOTMENTS, encoding="utf-8")

    assert readiness.suggest(papers).rows == before


def test_what_is_only_suggested_is_told_and_counts_for_nothing(papers: Path) -> None:
    """No status and no decision changes by it, and the reason is told apart from having found nothing."""
    head = 'organisation = "Test Council"\nassessment = "RA7"\ndue = 2009-05-29\n'
    (papers / "register.toml").write_text(head, encoding="utf-8")
    plain = readiness.assess_folder(papers, as_of=date(2009, 3, 2))
    found = readiness.suggest(papers)
    shown = readiness.assess_folder(papers, as_of=date(2009, 3, 2), suggestions=found)

    assert [one.status for one in shown.results] == [one.status for one in plain.results]
    assert shown.decision == plain.decision
    changed = {
        one.criterion.id: one.reasons
        for one, before in zip(shown.results, plain.results, strict=True)
        if one.reasons != before.reasons
    }
    assert changed == {"OA12": (Reason.ONLY_SUGGESTED,), "OA17": (Reason.ONLY_SUGGESTED,)}
    links = {one.criterion.id: one.links for one in shown.results}
    assert [link.basis for link in links["OA12"]] == [Basis.SUGGESTED]


@pytest.mark.parametrize("piece", ["IS-", "pct. ", "called IS", "known as ISA-", "Ab Cd "])
def test_a_paper_made_to_be_slow(piece):
    """A long passage of one piece over and over takes the time of any other: nothing but patience would end it."""
    text = (piece * 10_000)[:9_990] + "."
    made = DocumentText(path="paper.txt", passages=tuple(Passage(text, Locator(line=one)) for one in range(1, 6)))
    started = time.process_time()
    survey(made, QUERIES)

    assert time.process_time() - started < 3
