"""What a register says: the facts about evidence that a document cannot say of itself."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from ._criteria import Aspect, Kind, KindAsk
from ._findings import Finding
from ._threshold import AgreedThreshold

if TYPE_CHECKING:
    from ._protocols import FolderRule, Rule

_PHRASE = re.compile(
    r"""["\u201c\u201d\u00ab][^"\u201c\u201d\u00bb]+["\u201c\u201d\u00bb]|^\s*['\u2018].+['\u2019]\s*$""", re.DOTALL
)


@frozen(kw_only=True)
class Approval:
    """
    A body approved or endorsed a document on a date.

    Attributes:
        body: who, such as a board.
        date: the day.
        minute: reference of the minute; may be empty.
        version: which version was approved; empty where nobody said, so that any is meant.
    """

    body: str
    date: date
    minute: str = ""
    version: str = ""


@frozen(kw_only=True)
class Claim:
    """
    A document is claimed as evidence for a criterion.

    Attributes:
        criterion: canonical id.
        aspects: ids of the aspects it evidences; empty means the criterion as a whole.
        where: page, heading, cell or quoted phrase; empty means the whole document.
        note: anything the assessor should know.
        line: line of the register, counted from 1.
        written: the id as typed in the register.
    """

    criterion: str
    aspects: tuple[str, ...] = ()
    where: str = ""
    note: str = ""
    line: int | None = None
    written: str = ""

    @property
    def quotes(self) -> bool:
        """
        Return whether its ``where`` quotes the document, so that a person has looked.

        >>> Claim(criterion="OA1", where="“lost tokens”").quotes, Claim(criterion="OA1", where="carers' page 3").quotes
        (True, False)
        """
        return bool(_PHRASE.search(self.where))


@frozen(kw_only=True)
class DocumentEntry:
    """
    A document as the register describes it.

    Attributes:
        path: relative to the evidence folder, with ``/`` between parts.
        title: in words; the file's name if the register gives none.
        kinds: kinds of evidence it is.
        owner: role that looks after it.
        version: as printed on it.
        effective: the day it takes effect.
        review_by: the last day it is good for without a review.
        approvals: who approved it and when.
        applies: how it applies to the system, or to the organisation if it is another body's paper, where the document
            does not say so itself.
        claims: what it is claimed for.
        line: line of the register, counted from 1.
    """

    path: str
    title: str = ""
    kinds: tuple[Kind, ...] = ()
    owner: str = ""
    version: str = ""
    effective: date | None = None
    review_by: date | None = None
    applies: str = ""
    approvals: tuple[Approval, ...] = ()
    claims: tuple[Claim, ...] = ()
    line: int | None = None


@frozen(kw_only=True)
class Waiver:
    """
    The criterion is excused for a while.

    Attributes:
        criterion: canonical id.
        reason: why.
        approver: who decided.
        from_: first day it holds.
        until: last day it holds.
        line: line of the register, counted from 1.
    """

    criterion: str
    reason: str
    approver: str
    from_: date
    until: date
    line: int | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether *day* lies between the first and the last day, both included."""
        return self.from_ <= day <= self.until


@frozen(kw_only=True)
class NotApplicable:
    """
    The criterion does not apply to the organisation.

    Attributes:
        criterion: its id.
        reason: why not.
        approver: who decided.
        date: since when.
        line: where it stands in the register.
    """

    criterion: str
    reason: str
    approver: str
    date: date
    line: int | None = None


@frozen(kw_only=True)
class LocalWording:
    """
    What a criterion of unknown wording asks, as the organisation has it from its own papers.

    Attributes:
        id: of the criterion.
        title: short name.
        requires: what it asks, in words.
        source: where the organisation has it from.
        kinds: what it asks for.
        aspects: what the evidence has to deal with.
        owners: roles that have to act.
        endorsers: bodies that have to endorse.
        line: where it stands in the register.
    """

    id: str
    title: str
    requires: str
    source: str
    kinds: tuple[KindAsk, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    owners: tuple[str, ...] = ()
    endorsers: tuple[str, ...] = ()
    line: int | None = None


@frozen(kw_only=True)
class Tuning:
    """
    A rule with the options that the organisation gives it.

    Attributes:
        rule: it takes the place of the catalogue's rule of its kind.
        line: line of the register, counted from 1.
    """

    rule: Rule | FolderRule
    line: int | None = None


@frozen(kw_only=True)
class Register:
    """
    Everything a register holds.

    Attributes:
        organisation: name of the organisation.
        system: name of the system it is to be accredited for; may be empty.
        catalogue: id of the catalogue, or empty for the shipped one.
        assessment: id of the assessment it is made for.
        due: the day the assessment is due for this organisation, or ``None`` if the catalogue says.
        plan: path of the project plan, relative to the folder; may be empty.
        own_names: further names under which its own papers go out: former ones, partnerships, services it shares.
        documents: in the register's order.
        waivers: in the register's order.
        not_applicable: in the register's order.
        wordings: local wording of criteria.
        thresholds: what assessments take, as somebody agreed; at most one for each.
        rules: rules tuned for this organisation; a criterion's own rule is not touched by them.
        remarks: what is odd but not wrong, such as an id that had to be mended.
        file: name of the register's file.
    """

    organisation: str
    assessment: str
    system: str = ""
    catalogue: str = ""
    due: date | None = None
    plan: str = ""
    own_names: tuple[str, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    wordings: tuple[LocalWording, ...] = ()
    thresholds: tuple[AgreedThreshold, ...] = ()
    rules: tuple[Tuning, ...] = ()
    remarks: tuple[Finding, ...] = ()
    file: str = "register.toml"

    @property
    def known_as(self) -> tuple[str, ...]:
        """Every name of the organisation, the first one its own; none if it has no name."""
        return tuple(one for one in (self.organisation, *self.own_names) if one.strip())

    def threshold(self, assessment_id: str) -> AgreedThreshold | None:
        """Return what was agreed for that assessment (upper or lower case), or ``None``."""
        wanted = assessment_id.casefold()
        return next((one for one in self.thresholds if one.assessment.casefold() == wanted), None)
