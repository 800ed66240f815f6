"""Documents as a reader gives them, in a few words."""

from __future__ import annotations

from attrs import evolve

from readiness.model import DocumentFacts, DocumentText, Locator, Passage


def para(text: str, number: int | None = None, *heading: str, **place: object) -> Passage:
    """Return a paragraph."""
    return Passage(text, Locator(paragraph=number, heading=heading, **place))


def part(text: str, name: str) -> Passage:
    """Return a passage of a header, a footnote, a comment."""
    return Passage(text, Locator(part=name))


def table(*rows: list[str], number: int = 1, heading: tuple[str, ...] = (), name: str = "") -> list[Passage]:
    """Return a table as a reader of Word documents gives it: a passage for each filled cell."""
    return [
        Passage(text, Locator(table=number, row=row, column=column, heading=heading, part=name))
        for row, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
        if text
    ]


def rows(*lines: list[str], sheet: str = "", number: int = 1) -> list[Passage]:
    """Return a sheet, or without a name a table, as readers give it that make a passage of each row."""
    passages = []
    for row, cells in enumerate(lines, start=1):
        place = (
            Locator(sheet=sheet, cell=f"A{row}:{chr(64 + len(cells))}{row}")
            if sheet
            else Locator(table=number, row=row)
        )
        passages.append(Passage(" | ".join(one for one in cells if one), place))
    return passages


def document(
    *passages: Passage | str | list[Passage], facts: DocumentFacts | None = None, **more: object
) -> DocumentText:
    """Return a document; a bare text is the next paragraph."""
    found: list[Passage] = []
    for one in passages:
        if isinstance(one, str):
            found.append(para(one, len(found) + 1))
        else:
            found += one if isinstance(one, list) else [one]
    made = DocumentText(path="policy.docx", format="docx", passages=tuple(found), facts=facts or DocumentFacts())
    return evolve(made, **more)
