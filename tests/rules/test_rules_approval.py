"""The rules `approved` and `endorsed-by`, where an approval says which version it was given to."""

from __future__ import annotations

from datetime import date

import pytest
from rule_papers import found, paper, said, spot

from readiness._rules.approved import Approved
from readiness._rules.endorsed_by import EndorsedBy
from readiness.model import Approval, Kind, Level, Look, Reason, Stated, StatedFact


def approval(version: str = "", body: str = "LSCB", day: date = date(2009, 1, 20)) -> Approval:
    return Approval(body=body, date=day, version=version)


def prints(version: str) -> Look:
    """Return a closer look at a document that gives its own version."""
    return found(stated=(Stated(fact=StatedFact.VERSION, written=version, spot=spot(quote=f"Version {version}")),))


@pytest.mark.parametrize(
    ("registered", "printed", "approved", "counts"),
    [
        ("3.0", "3.0", "2.0", False),
        ("3.0", "3.0", "v3", True),
        ("3.0", "2.0", "2.0", False),
        ("", "3.0", "2.0", False),
        ("3.0", "3.0", "", True),
        ("", "", "2.0", True),
        ("final", "final", "2.0", True),
    ],
    ids=["an older one", "the same", "the register's counts", "as printed", "none said", "nobody knows", "no number"],
)
def test_an_approval_of_another_version_does_not_count(
    registered: str, printed: str, approved: str, *, counts: bool
) -> None:
    """A minute that approved version 2 says nothing of version 3; where a version is not known, nobody can object."""
    look = prints(printed) if printed else None
    one = paper(look=look, kinds=(Kind.POLICY,), version=registered, approvals=(approval(approved),))

    for rule in (Approved(), EndorsedBy(bodies=("LSCB",))):
        reasons = [finding.reason for finding in said(rule, one)]
        assert reasons == ([] if counts else [Reason.UNAPPROVED])


def test_what_was_approved_is_told_beside_what_is_there() -> None:
    """The latest approval is named with its day, as that is the minute to look up."""
    given = (approval("2.0"), approval("1.0", day=date(2008, 1, 20)))
    one = paper(title="Tokens", kinds=(Kind.POLICY,), version="3.0", approvals=given)

    [plain], [endorsed] = said(Approved(), one), said(EndorsedBy(bodies=("LSCB",)), one)

    assert (
        plain.message
        == "“Tokens” is version 3.0, and nobody has approved that; LSCB approved version 2.0 on 20 January 2009."
    )
    assert endorsed.message == "“Tokens” is not endorsed by the LSCB, which endorsed version 2.0; this is version 3.0."


def test_each_body_has_to_approve_the_version_that_is_there() -> None:
    """Another body's approval of the new version does not lift the old endorsement to it."""
    given = (approval("2.0"), approval("3.0", body="Project Board"))
    one = paper(kinds=(Kind.POLICY,), version="3.0", approvals=given)

    assert said(Approved(), one) == []
    assert [finding.reason for finding in said(EndorsedBy(bodies=("LSCB",)), one)] == [Reason.UNAPPROVED]


@pytest.mark.parametrize(
    ("approved", "version", "effective", "warned"),
    [
        (date(2008, 1, 20), "", date(2009, 1, 21), True),
        (date(2008, 1, 20), "", date(2009, 1, 20), False),
        (date(2008, 1, 20), "3.0", date(2009, 2, 1), False),
        (date(2008, 1, 20), "", None, False),
    ],
    ids=["a year and a day", "a year", "it says the version", "no day"],
)
def test_an_approval_long_before_the_document_takes_effect_is_warned_of(
    approved: date, version: str, effective: date | None, *, warned: bool
) -> None:
    """It may be the approval of the version before; nobody can tell, so the status stays as it is."""
    given = (approval(version, day=approved),)
    one = paper(title="Tokens", kinds=(Kind.POLICY,), version="3.0", effective=effective, approvals=given)

    findings = said(Approved(), one)

    assert [(finding.level, finding.reason) for finding in findings] == ([(Level.WARNING, None)] if warned else [])
    assert all("(LSCB, 20 January 2008): of which version was that?" in finding.message for finding in findings)
