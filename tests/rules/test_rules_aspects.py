"""What the evidence deals with: aspects claimed, found in the text, pinned, missing, or hanging on what nobody read."""

from __future__ import annotations

import pytest
from attrs import evolve
from rule_papers import TOKENS, Paper, deals, found, paper, result, said, spot, told, unreadable

from readiness._rules.covers_aspects import CoversAspects
from readiness.model import Aspect, AspectFound, Claim, Level, Location, Look, Pin, Reason, Status

ERROR, WARNING, NOTE = (
    (Level.ERROR, Reason.INSUFFICIENT),
    (Level.WARNING, None),
    (Level.NOTE, None),
)
STOCK_IS_HELPFUL = [NOTE]


def claims(*aspects: str, where: str = "") -> tuple[Claim, ...]:
    return (Claim(criterion="OA12", aspects=aspects, where=where, line=7),)


def holding(*aspects: str, **look: tuple[Pin, ...]) -> Look:
    return found(aspects=deals(*aspects), **look)


def first(paper_: Paper) -> str:
    return said(CoversAspects(), paper_)[0].message


def test_a_text_that_deals_with_everything_leaves_nothing_to_say() -> None:
    """Required and helpful aspects alike."""
    assert said(CoversAspects(), paper(look=holding("issue", "loss", "stock"))) == []


def test_helpful_aspects_are_one_note_at_most() -> None:
    """No source requires them, so they hold nothing back."""
    assert told(said(CoversAspects(), paper())) == STOCK_IS_HELPFUL
    assert result(CoversAspects(), paper()).status is Status.MET


def test_a_required_aspect_that_the_text_leaves_out_is_missing() -> None:
    """The finding says what was looked for, and where the other aspects are dealt with."""
    [finding, _] = said(CoversAspects(), paper(look=found(aspects=deals("issue", page=4))))

    assert told([finding]) == [ERROR]
    assert finding.message == (
        "Nothing that is claimed deals with: Loss (looked for “lost”, “stolen”, “mislaid”, …). "
        "Dealt with: Issue (“Tokens”, page 4)."
    )
    assert finding.location == Location("register.toml", line=7, part="tokens.docx")


def test_several_documents_may_share_the_aspects() -> None:
    """What one leaves out, another may deal with, as long as both are claimed."""
    guide = paper("guide.docx", holding("loss"))

    assert told(said(CoversAspects(), paper(look=holding("issue")), guide)) == STOCK_IS_HELPFUL


def test_an_aspect_that_no_claim_names_is_not_covered_though_the_text_deals_with_it() -> None:
    """Only what is claimed counts; the finding says that adding the aspect to the claim would do."""
    [finding, _] = said(CoversAspects(), paper(claims=claims("issue")))

    assert told([finding]) == [ERROR]
    assert "No claim covers: Loss. A claimed document seems to deal with Loss (“Tokens”, page 1)." in finding.message


def test_a_document_claimed_for_what_it_does_not_deal_with_is_told() -> None:
    """Where another document deals with the aspect it is a warning, as the claim is wrong and nothing is missing."""
    wrong = paper("guide.docx", holding("loss"), claims=claims("issue", "loss"))
    findings = said(CoversAspects(), paper(), wrong)

    assert told(findings) == [WARNING, *STOCK_IS_HELPFUL]
    assert "“Guide” is claimed for what it does not seem to deal with: Issue" in findings[0].message
    assert findings[0].document == "guide.docx"


def test_a_document_that_deals_with_nothing_gives_nothing() -> None:
    """Alone it is as good as no evidence; beside a good one it is a warning."""
    page = paper("assurance.html", holding())
    alone, beside = result(CoversAspects(), page), result(CoversAspects(), page, paper())

    assert (alone.status, alone.reasons) == (Status.NOT_MET, (Reason.INSUFFICIENT,))
    assert "“Assurance” deals with nothing that OA12 asks for: Issue" in alone.findings[0].message
    assert beside.status is Status.MET
    assert told(list(beside.findings)) == [WARNING, *STOCK_IS_HELPFUL]


@pytest.mark.parametrize(
    ("where", "pin", "covered"),
    [
        ("“a mislayed token”", Pin(where="“a mislayed token”", spot=spot(2)), True),
        ("“a mislayed token”", Pin(where="“a mislayed token”"), False),
        ("page 2", Pin(where="page 2", spot=spot(2)), False),
        ("page 2", Pin(where="page 2", spot=spot(2), aspects=(("OA12", "loss"),)), True),
        ("page 2", Pin(where="page 2", spot=spot(2), aspects=(("OA8", "loss"),)), False),
    ],
    ids=["quoted", "quoted in vain", "page", "page with its words", "page with another's words"],
)
def test_a_person_who_quotes_a_phrase_has_looked(where: str, pin: Pin, covered: bool) -> None:
    """A quoted phrase that is there counts for the aspects of its claim; a page only for what stands on it."""
    one = paper(
        look=holding("issue", pins=(pin,)),
        claims=(*claims("issue"), *claims("loss", where=where)),
    )

    assert told(said(CoversAspects(), one)) == ([NOTE] if covered else [ERROR, NOTE])


def test_a_quoted_phrase_does_not_stand_for_the_whole_criterion() -> None:
    """One sentence cannot be everything; its claim has to name the aspect."""
    where = "“a mislayed token”"
    one = paper(look=holding("issue", pins=(Pin(where=where, spot=spot()),)), claims=claims(where=where))

    assert told(said(CoversAspects(), one)) == [ERROR, NOTE]


def test_what_hangs_on_an_unread_document_is_not_called_missing() -> None:
    """Nor is it covered: the note carries a reason, so that it is not green even where no other rule says so."""
    found_ = result(
        CoversAspects(), paper(look=holding("issue")), unreadable(path="locked.docx", claims=claims("loss"))
    )

    assert (found_.status, found_.reasons) == (Status.PARTLY_MET, (Reason.UNREADABLE,))
    assert "What could not be read is claimed for: Loss (“Locked”)" in found_.findings[0].message


def test_what_nobody_read_alone_is_not_assessable() -> None:
    """Nobody can say what it deals with."""
    assert result(CoversAspects(), unreadable()).status is Status.NOT_ASSESSABLE


def test_a_document_read_in_part_may_deal_with_it_in_the_rest() -> None:
    """The finding says so, and it is still not green."""
    one = paper(look=holding("issue"), reading={"truncated": True})

    assert "deals in what could be read with: Loss" in first(one)


def test_an_aspect_without_words_is_taken_on_trust_and_noted() -> None:
    """Nobody could look for it; the register's word counts, and an assessor is told."""
    wordless = evolve(TOKENS, aspects=(Aspect(id="issue", title="Issue", required=True),))
    found_ = result(CoversAspects(), paper(look=holding()), criterion=wordless)

    assert (found_.status, told(list(found_.findings))) == (Status.MET, [NOTE])
    assert "The register's word is taken" in found_.findings[0].message


def test_words_of_another_criterion_do_not_count() -> None:
    """The same word may belong to an aspect of the same name elsewhere."""
    other = (AspectFound(criterion="OA8", aspect="loss", term="lost", spot=spot()),)

    assert told(said(CoversAspects(), paper(look=found(aspects=deals("issue") + other)))) == [ERROR, NOTE]


def speaking(*quotes: str, count: int = 1) -> Look:
    """Return a closer look that found issue, and loss at passages that read so."""
    losses = (
        AspectFound(criterion="OA12", aspect="loss", term="lost", spot=spot(3, quote), count=count) for quote in quotes
    )
    return found(aspects=(*deals("issue"), *losses))


NONE_YET = "There is no procedure yet for lost tokens."


@pytest.mark.parametrize(
    "quote",
    [
        NONE_YET,
        "We have as yet no agreed policy on lost tokens.",
        "What to do about lost tokens has not yet been agreed.",
        "This procedure does not cover lost tokens.",
        "Lost tokens are out of scope.",
    ],
)
def test_a_passage_that_says_there_is_nothing_yet_is_warned_of(quote: str) -> None:
    """The word counts as before, as nobody here weighs a sentence; a person is asked to read it."""
    judged = result(CoversAspects(), paper(look=speaking(quote)))

    [warning, _] = judged.findings
    assert (judged.status, warning.level, warning.reason) == (Status.MET, Level.WARNING, None)
    assert warning.message == f"“Tokens” seems to say that there is nothing yet for: Loss (page 3: “{quote}”)."


@pytest.mark.parametrize(
    "papers",
    [
        (paper(look=speaking("There is no charge for a lost token.")),),
        (paper(look=speaking("Nobody may keep a lost token. It has to be agreed with the helpdesk.")),),
        (paper(look=speaking(NONE_YET, count=2)),),
        (paper(look=speaking(NONE_YET)), paper("guide.docx", holding("loss"))),
        (
            paper(
                look=evolve(
                    speaking(NONE_YET), pins=(Pin(where="“mislay”", spot=spot(5, "If you mislay it, ring us.")),)
                ),
                claims=(Claim(criterion="OA12"), Claim(criterion="OA12", aspects=("loss",), where="“mislay”")),
            ),
        ),
    ],
    ids=["no charge", "a prohibition", "another passage", "another document", "a person quotes it"],
)
def test_other_words_or_another_passage_are_not_warned_of(papers: tuple[Paper, ...]) -> None:
    """One passage that does deal with it is enough, and a rule may forbid something."""
    assert told(said(CoversAspects(), *papers)) == STOCK_IS_HELPFUL
