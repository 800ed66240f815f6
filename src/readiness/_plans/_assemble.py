"""
Rows into a `Plan`.

The accounting is here: every cell of the input is among the cells used, or it becomes a problem with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from readiness._ids import IdScheme
from readiness.exceptions import PlanError, Problem
from readiness.model import Action, ColourKey, Plan, PlanProblem, Strand

from ._actions import Context, build_action
from ._milestones import confirm_dates, find_milestones
from ._preamble import Preamble, read_keys, read_preamble
from ._roles import RoleBook
from ._rows import OUTSIDE, Body, problem, read_body
from ._table import Field, Header, Row, find_header, make_row
from ._wording import writes_day_first


def assemble(rows: Sequence[Row], *, file: str, ids: IdScheme, strands: tuple[Strand, ...]) -> Plan:
    """
    Return the plan that a table holds. Pure: the same rows give the same plan.

    Args:
        rows: all rows of the input, with what stands above the table.
        file: the name to call the input by.
        ids: the criteria that a plan can name.
        strands: the strands of the programme, for a plan that lists none.

    Raises:
        PlanError: if there is no table of deliverables, or nothing in it.
    """
    header = find_header(rows)
    if header is None:
        raise PlanError([Problem(file, _PARTED_BY_SPACES if _parted_by_spaces(rows) else _NO_TABLE)])
    above = [cell for row in rows if row.line < header.row.line for cell in row.cells]
    preamble = read_preamble(above)
    body = read_body((row for row in rows if row.line >= header.row.line), header, preamble.span)
    if not body.drafts:
        raise PlanError([Problem(file, _NO_ACTIONS, line=header.row.line)])
    names = preamble.strands or tuple(strand.title for strand in strands)
    actions, problems = _actions(body, names, ids, preamble)
    refused = [problem(cell, OUTSIDE) for cell in above if cell not in preamble.used]
    return Plan(
        title=preamble.title,
        version=preamble.version,
        period=preamble.period,
        keys=preamble.keys + _header_keys(header),
        sections=body.sections,
        strands=names,
        actions=actions,
        milestones=find_milestones(actions, preamble),
        problems=_in_order([*refused, *body.problems, *problems]),
        file=file,
    )


_NO_TABLE = (
    "this is not a project plan: no row names a column of deliverables and one for the action, owner or date; "
    "give the table a header row such as Section, Deliverable, Action, Owner, Due"
)
_PARTED_BY_SPACES = (
    "the columns of this table are parted by spaces, so nobody can tell where one ends; save it again with tabs "
    "between the cells, or as csv"
)
_NO_ACTIONS = "the plan's table has a header but no action under it; add a row for each deliverable"


def _parted_by_spaces(rows: Iterable[Row]) -> bool:
    wide = (make_row(row.line, re.split(r"\s{2,}", cell.text)) for row in rows for cell in row.cells)
    return find_header(wide) is not None


def _actions(
    body: Body, strands: tuple[str, ...], ids: IdScheme, preamble: Preamble
) -> tuple[tuple[Action, ...], list[PlanProblem]]:
    context = Context(
        ids=ids,
        strands=strands,
        roles=RoleBook.learn(draft.text(Field.WHO) for draft in body.drafts),
        slot=preamble.slot,
        day_first=writes_day_first(cell.text for draft in body.drafts for cell in draft.cells(Field.DUE)),
    )
    actions: list[Action] = []
    problems: list[PlanProblem] = []
    for draft in body.drafts:
        action, found = build_action(draft, actions, context)
        actions.append(action)
        problems.extend(found)
    return confirm_dates(tuple(actions)), problems


def _header_keys(header: Header) -> tuple[ColourKey, ...]:
    """Return the colour key that a heading carries: ``Deliverables: Blue = ... Black = ...``."""
    cells = [header.row.at(column) for column in header.columns.values()]
    return tuple(key for cell in cells if cell for key in read_keys(re.split(r"[:(]", cell.text)[0].strip(), cell.text))


def _in_order(problems: Iterable[PlanProblem]) -> tuple[PlanProblem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.line, one.column, one.message)))
