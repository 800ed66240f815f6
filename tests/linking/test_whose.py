"""Whose paper a document is, and to whom it speaks. Every organisation here is invented."""

from __future__ import annotations

import pytest
from linking_samples import document, part, table

from readiness._linking import Asked, look
from readiness.model import Caveat, CaveatSpot, DocumentFacts, DocumentText

COUNCIL = ("Anyshire County Council (invented)",)
BODY = (
    "Each token is signed for by the person to whom it is issued.",
    "The Council reviews this procedure each year. A lost token is reported at once.",
)
TRUST = ("The Trust issues each card. A lost card is reported to the Trust.",)
GUIDANCE = (
    "Statutory guidance on shielding, 2008",
    "All local authorities must have a procedure. The Secretary of State expects each authority to review it.",
    "Local authorities should tell every partner. Every authority must keep a log.",
)


def said_of(*passages: object, names: tuple[str, ...] = COUNCIL, **more: object) -> tuple[CaveatSpot, ...]:
    """Return the caveats of a document in the folder of an organisation with these names."""
    made = document(*passages, **more)  # type: ignore[arg-type]
    return look(made, Asked(organisation=names)).caveats


def bodies(*passages: object, names: tuple[str, ...] = COUNCIL, **more: object) -> list[str]:
    return [one.words for one in said_of(*passages, names=names, **more) if one.caveat is Caveat.OTHER_BODY]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Northmoor County Council", "Northmoor County Council"),
        ("NORTHMOOR COUNTY COUNCIL\nTOKEN PROCEDURE", "NORTHMOOR COUNTY COUNCIL"),
        ("Token procedure – Northmoor CC, version 2", "Northmoor CC"),
        ("**Northmoor Council** | Children's Services", "Northmoor Council"),
        ("Token procedure of the London Borough of Northmoor", "London Borough of Northmoor"),
        ("City of Northmoor Council Information Security Policy", "City of Northmoor Council"),
        ("Medlock and Rawby Metropolitan Borough Council", "Medlock and Rawby Metropolitan Borough Council"),
        ("Northmoor Local Safeguarding Children Board", "Northmoor Local Safeguarding Children Board"),
        ("East Northmoorshire County Council", "East Northmoorshire County Council"),
        ("Issued by: Northmoor County Council", "Northmoor County Council"),
        ("© 2008 Northmoor County Council", "Northmoor County Council"),
        ("Northmoor Council and its partners", "Northmoor Council"),
        ("North Anyshireton District Council", "North Anyshireton District Council"),
    ],
)
def test_a_paper_that_gives_another_council_as_its_own_is_said_to_be_anothers(head: str, name: str) -> None:
    """Whatever the form of the name, and although "the Council" is the word for one's own as well."""
    assert bodies(head, *BODY) == [name]


@pytest.mark.parametrize(
    "head",
    [
        "Dale Valley Primary Care Trust",
        "Dale Valley Community Health NHS Foundation Trust – policy IG-19",
        "ST BRANNOC'S HOSPITALS NHS TRUST",
        "Anyshire Primary Care Trust",
        "Approved by the Quality Committee of Dale Valley Hospitals Trust",
        "Dale Valley Trust – shared with Anyshire County Council for information",
    ],
)
def test_a_trusts_paper_is_not_the_councils_even_of_the_same_place(head: str) -> None:
    """The health trust of the county has its name; the text says that it is the trust that speaks."""
    [name] = bodies(head, *TRUST)

    assert name.casefold() in head.casefold()
    assert name.casefold().endswith("trust")


def test_the_sign_tells_where_it_stands() -> None:
    """Header, title in the properties and the definition of "the Council" count as the first lines do."""
    title = DocumentFacts(title="Northmoor County Council: token procedure")
    defined = "This procedure is for the staff of Northmoor County Council (“the Council”) and for nobody else."
    header = part("Northmoor County Council", "header")

    spots = [said_of(*BODY, facts=title), said_of(*BODY, defined), said_of(*BODY, header)]

    assert [str(one[0].spot.locator) for one in spots] == ["property Title", "paragraph 3", "header"]
    assert all("Northmoor County Council" in one[0].spot.quote for one in spots)


@pytest.mark.parametrize(
    "head",
    [
        "Anyshire County Council",
        "ANYSHIRE CC\nTOKEN PROCEDURE",
        "Anyshire Children's Trust",
        "Anyshire Local Safeguarding Children Board",
        "The County Council",
        "Token procedure",
        "Procedure for tokens lost at Northmoor College",
        "Agreement with Northmoor County Council",
        "Sent to: Northmoor County Council",
        "To: Northmoor County Council",
        "Northmoor County Council and Anyshire County Council: joint procedure",
        "Joint procedure of Anyshire, Northmoor and Dale Valley Councils",
        "What Northmoor County Council has asked us about tokens, and what we have answered.",
        "Northmoor County Council has asked us about tokens.",
        "Chair of Homestead Trust",
        "Cc: Northmoor",
        "Code of Practice. Youth Council. Full Council. General Social Care Council",
        "London Safeguarding Children Board",
        "Anyshire Primary Care Trust\nAnyshire Children's Trust",
    ],
)
def test_ones_own_a_joint_paper_and_one_that_speaks_of_others_are_left_alone(head: str) -> None:
    """A name in the head is not enough: it has to be given as that of whose paper it is."""
    assert bodies(head, *BODY) == []


@pytest.mark.parametrize(
    "head",
    [
        "ACC Children's Services",
        "ACC LSCB",
        "ASCB LSCB",
        "CYPS Children's Services",
        "Specialist Children's Services",
        "Disabled Children's Services",
        "Looked After Children's Services",
        "Safeguarding Children's Services",
        "East Area Children's Services",
        "Northern Area Children's Services",
        "Families and Wellbeing Children's Services",
        "Sunshine Children's Trust",
        "Learning Trust",
        "Sure Start Nursery",
    ],
)
def test_a_department_is_nobody_else(head: str) -> None:
    """Neither a common word nor the organisation's initials are another body's place."""
    assert bodies(head, *BODY) == []


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Northmoor Children's Services\nNorthmoor's staff follow this procedure.", "Northmoor Children's Services"),
        ("Northmoor Safeguarding Children Partnership", "Northmoor Safeguarding Children Partnership"),
        ("KENT COUNTY COUNCIL", "KENT COUNTY COUNCIL"),
        ("BURY MBC", "BURY MBC"),
        ("East Northmoor Council", "East Northmoor Council"),
    ],
)
def test_a_department_or_council_of_another_place_is_anothers(head: str, name: str) -> None:
    """A place is told from a common word, and a short one from letters."""
    assert bodies(head, *BODY) == [name]


@pytest.mark.parametrize(
    "lines",
    [
        ("Data Exchange Agreement - Northmoor Primary Care Trust", "The Council and the Trust agree to issue tokens."),
        ("Data exchange agreement", "between", "the Council", "and", "Northmoor Primary Care Trust"),
        ("Northmoor NHS Foundation Trust and the Council",),
        ("Data exchange agreement", "Party 1: the Council", "Party 2: Northmoor NHS Trust"),
        ("Signatories", "Northmoor NHS Trust", "Hill Top School", "The Authority"),
        ("Agreement between the County Council and its partner", "Northmoor NHS Trust"),
        ("Northmoor County Council, Sutton County Council and the Council",),
    ],
)
def test_an_agreement_with_the_council_is_its_own_as_well(lines: tuple[str, ...]) -> None:
    """Beside a body of another sort "the Council" is the organisation."""
    assert bodies(*lines, "The Trust issues each card, and the Trust takes it back.") == []


def test_a_trust_that_only_speaks_of_the_council_has_a_paper_of_its_own() -> None:
    """Being spoken of is not being a party."""
    lines = ("Dale Valley Primary Care Trust", "The Trust tells the Council of each lost card.", *TRUST)

    assert bodies(*lines) == ["Dale Valley Primary Care Trust"]


def test_the_organisation_may_be_named_anywhere_that_says_whose_it_is() -> None:
    """A footer, a table of document control or a property outweighs a title that came with somebody's template."""
    theirs = "Northmoor County Council: token procedure"
    footer = part("Anyshire County Council 2009", "footer")
    control = table(["Owner", "Head of ICT, Anyshire County Council"])
    company = DocumentFacts(properties=(("Company", "Anyshire County Council"),))

    assert bodies(theirs, *BODY)
    assert bodies(theirs, *BODY, footer) == []
    assert bodies(theirs, control, *BODY) == []
    assert bodies(theirs, *BODY, facts=company) == []


def test_a_table_of_partners_says_nothing_of_whose_it_is() -> None:
    """Each row of a log or a list of partners begins with somebody's name."""
    assert bodies(table(["Northmoor County Council", "12 users"], ["Dale Valley PCT", "3 users"])) == []
    assert bodies("| Partner | Users |\n| Northmoor County Council | 12 |") == []


def test_a_name_that_the_register_adds_is_ones_own() -> None:
    """A former name and a service shared with a neighbour go out under names that nobody could guess."""
    head = "Moorland Shared Services Ltd"

    assert bodies(head, "The Company issues each token.") == [head]
    assert bodies(head, "The Company issues each token.", names=(*COUNCIL, "Moorland Shared Services")) == []
    assert bodies("Moor Together", "Northmoor County Council", *BODY, names=(*COUNCIL, "Moor Together")) == []
    assert bodies("Old Anyham County Council", *BODY, names=(*COUNCIL, "Old Anyham County Council")) == []


@pytest.mark.parametrize("shared", ["Anyshire and Northmoor Shared Services", "Northmoor Shared ICT Service"])
def test_a_name_of_a_shared_service_makes_no_neighbour_ones_own(shared: str) -> None:
    """It is the whole name that is added, not each place in it."""
    names = (*COUNCIL, shared)

    assert bodies("Northmoor County Council", *BODY, names=names) == ["Northmoor County Council"]
    assert bodies(shared, *BODY, names=names) == []
    assert bodies(f"{shared} Ltd", "The Company issues each token.", names=names) == []


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        ("South Gloucestershire Council", "Gloucestershire County Council"),
        ("North East Lincolnshire Council", "Lincolnshire County Council"),
        ("North Anyshire District Council", "Anyshire County Council"),
        ("South Northmoor County Council", "Northmoor County Council"),
    ],
)
def test_a_council_of_a_quarter_of_the_compass_is_a_neighbour(head: str, organisation: str) -> None:
    """Its name holds the organisation's, which is not named by it; a team of the county may have a quarter too."""
    place = head.rsplit(" ", 2)[0] if "County" in head or "District" in head else head.rsplit(" ", 1)[0]
    team = f"{place} Children's Services"

    assert bodies(head, f"{place} staff follow this.", *BODY, names=(organisation,)) == [head]
    assert bodies(head, *BODY, names=(head,)) == []
    assert bodies(organisation, head, *BODY, names=(organisation,)) == []
    assert bodies(team, f"{place} staff follow this.", *BODY, names=(organisation,)) == []


@pytest.mark.parametrize("names", [(), ("The County Council",)], ids=["nobody", "no name of its own"])
def test_without_a_name_no_council_is_told_from_another(names: tuple[str, ...]) -> None:
    """Only bodies of another sort can be told apart then."""
    assert bodies("Northmoor County Council", *BODY, names=names) == []
    assert bodies("Dale Valley Primary Care Trust", *TRUST, names=names) == ["Dale Valley Primary Care Trust"]


def test_a_name_that_says_no_sort_of_body_is_taken_widely() -> None:
    """Of a directorate or a programme nobody can tell how its council is called, so that its papers are left alone."""
    directorate = ("Children's Directorate, Anyshire",)

    assert bodies("Anyshire County Council", *BODY, names=directorate) == []
    assert bodies("Northmoor County Council", *BODY, names=directorate) == ["Northmoor County Council"]


def test_a_trust_takes_a_councils_paper_for_anothers() -> None:
    """The organisation need not be a council."""
    trust = ("Dale Valley Primary Care Trust",)

    assert bodies("Dale Valley County Council", *BODY, names=trust) == ["Dale Valley County Council"]
    assert bodies("Dale Valley PCT", *TRUST, names=trust) == []


def test_guidance_for_all_is_told_from_a_procedure_that_quotes_it() -> None:
    """What speaks to every authority is guidance; a council's own head, or its own voice, outweighs what it quotes."""
    [found] = said_of(*GUIDANCE)

    assert (found.caveat, str(found.spot)) == (
        Caveat.NATIONAL_GUIDANCE, "paragraph 1: “Statutory guidance on shielding, 2008”",
    )  # fmt: skip
    assert said_of("Anyshire County Council", *GUIDANCE) == ()
    assert said_of(*GUIDANCE, *("The Council keeps a log of its own." for _ in range(9))) == ()


def test_a_page_for_the_public_is_told_from_a_procedure_for_staff() -> None:
    """It speaks to parents of their children; a procedure speaks of users and managers."""
    page = document("Your child and the index", "We keep it safe.", "You can see your information.", "Contact us.")
    staff = "Staff and managers tell users of the procedure. Users tell the line manager, officers and practitioners."

    def seen(one: DocumentText) -> list[Caveat]:
        return [found.caveat for found in look(one, Asked(organisation=COUNCIL)).caveats]

    assert seen(document(*page.passages, format="html")) == [Caveat.PUBLIC_PAGE]
    assert seen(document(*page.passages)) == []
    assert seen(document(*page.passages, staff, format="html")) == []
