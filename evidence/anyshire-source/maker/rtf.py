"""Rich Text Format, as many offices exchanged documents."""

from __future__ import annotations

from datetime import datetime

from .model import Heading, Paragraph, Run, Runs, Source, Table

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0\fswiss Arial;}}"
    r"{\colortbl;\red31\green58\blue95;\red96\green96\blue96;}"
    r"{\stylesheet{\s0\fs22 Normal;}{\s1\sb240\sa80\keepn\outlinelevel0\b\cf1\fs28 heading 1;}"
    r"{\s2\sb200\sa80\keepn\outlinelevel1\b\cf1\fs24 heading 2;}"
    r"{\s3\sb160\sa80\keepn\outlinelevel2\b\cf1\fs22 heading 3;}{\s15\sa200\b\cf1\fs36 Title;}}"
)
_PAGE = r"\paperw11906\paperh16838\margl1418\margr1418\margt1418\margb1418\widowctrl"
_TEXT_WIDTH = 9070
_HEADINGS = {1: r"\s1\sb240\sa80\keepn\outlinelevel0\b\cf1\fs28 ", 2: r"\s2\sb200\sa80\keepn\outlinelevel1\b\cf1\fs24 "}
_ITEM = r"\pard\li567\fi-283\sa60\fs22 "


def rtf(source: Source) -> bytes:
    """Return *source* as RTF."""
    pieces = [_HEAD, _info(source), _PAGE, _margins(source), "\n"]
    pieces.append(rf"\pard\plain\s15\sa200\b\cf1\fs36 {_esc(source.title)}\par" + "\n")
    if source.control:
        rows = tuple(((Run(label, bold=True),), (Run(value),)) for label, value in source.control.items())
        pieces.append(_table(Table(rows, headed=False)))
    number = 0
    for block in source.blocks:
        counts = isinstance(block, Paragraph) and block.kind == "number"
        number = number + 1 if counts else 0
        pieces.append(_block(block, number) + "\n")
    return "".join([*pieces, "}\n"]).encode("ascii")


def _info(source: Source) -> str:
    def stamp(moment: datetime) -> str:
        return rf"\yr{moment.year}\mo{moment.month}\dy{moment.day}\hr{moment.hour}\min{moment.minute}"

    return (
        rf"{{\info{{\title {_esc(source.title)}}}{{\author {_esc(source.author)}}}{{\company {source.organisation}}}"
        rf"{{\creatim{stamp(source.created)}}}{{\revtim{stamp(source.modified)}}}}}"
    )


def _margins(source: Source) -> str:
    look = r"\pard\plain\cf2\fs16 "
    return (
        rf"{{\header {look}{source.organisation}\par {_esc(source.marking)}\par}}"
        rf"{{\footer {look}{_esc(source.footer)} Page {{\field{{\*\fldinst PAGE}}{{\fldrslt 1}}}}\par}}"
    )


def _block(block: Heading | Paragraph | Table, number: int) -> str:
    if isinstance(block, Table):
        return _table(block)
    words = _runs(block.runs)
    if isinstance(block, Heading):
        return rf"\pard\plain{_HEADINGS[block.level]}{words}\par"
    if block.kind == "bullet":
        return rf"\plain{_ITEM}\bullet\tab {words}\par"
    if block.kind == "number":
        return rf"\plain{_ITEM}{number}.\tab {words}\par"
    return rf"\pard\plain\sa120\fs22 {words}\par"


def _table(table: Table) -> str:
    columns = max(len(row) for row in table.rows)
    narrow = 2600 if columns == 2 and not table.headed else 0  # noqa: PLR2004  # label and value
    edges = [narrow, _TEXT_WIDTH] if narrow else [_TEXT_WIDTH * (n + 1) // columns for n in range(columns)]
    border = "".join(rf"\clbrdr{side}\brdrs\brdrw10" for side in "tlbr")
    grid = "".join(rf"{border}\cellx{edge}" for edge in edges)
    rows = [
        rf"\trowd\trgaph108{grid}"
        + "".join(
            rf"\pard\plain\intbl\sb40\sa40\fs20 {_runs(cell, strong=table.headed and not number)}\cell " for cell in row
        )
        + "\\row\n"
        for number, row in enumerate(table.rows)
    ]
    return "".join(rows) + "\\pard\\plain\\fs22\\par\n"


def _runs(runs: Runs, *, strong: bool = False) -> str:
    return "".join(_run(run, strong=strong) for run in runs)


def _run(run: Run, *, strong: bool) -> str:
    if run.note:
        return rf"{{\super\chftn}}{{\footnote\pard\plain\fs18 {{\super\chftn}} {_esc(run.note)}}}"
    look = (r"\b" if run.bold or strong else "") + (r"\i" if run.italic else "")
    return rf"{{{look} {_esc(run.text)}}}" if look else _esc(run.text)


def _esc(text: str) -> str:
    """Return *text* in ASCII, with what RTF gives a meaning of its own written as such."""
    pieces: list[str] = []
    for letter in text:
        if letter in "\\{}":
            pieces.append(f"\\{letter}")
        elif ord(letter) > 126:  # noqa: PLR2004  # the last visible ASCII character
            pieces.append(f"\\u{ord(letter)}?")
        else:
            pieces.append(letter)
    return "".join(pieces)
