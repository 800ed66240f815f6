"""Laws that hold for every renderer of a report: it takes every kind of block, with any text in it."""

from __future__ import annotations

import typing
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from office import parts

from common import at_most
from readiness._registry import report_renderers
from readiness.model import (
    Block,
    Bullets,
    Contents,
    Drawing,
    DrawnBox,
    DrawnPath,
    DrawnText,
    Facts,
    Grid,
    Heading,
    Numbers,
    Paragraph,
    Rag,
    Report,
    Side,
    Status,
    Tone,
    Verdict,
    Words,
)

RENDERERS = pytest.mark.parametrize(
    "renderer", [report_renderers.get(name)() for name in sorted(report_renderers.builtins)], ids=str
)
NASTY = "<>&\"'{}#$*_|`\\\x00\u202e\ud800\n\r\t "
SPEECH = st.text(st.characters(codec=None), max_size=20) | st.text(NASTY, max_size=20)


def shapes(text: str) -> tuple[DrawnBox | DrawnPath | DrawnText, ...]:
    """Return every kind of shape, filled and not, with any words."""
    return (
        DrawnBox(x=0, y=0, width=10, height=10, fill="005A30", edge="22282B", dashed=True),
        DrawnBox(x=0, y=0, width=10, height=10),
        DrawnPath(points=((0, 0), (10, 0)), edge="22282B"),
        DrawnPath(points=((0, 0), (10, 5), (3, 8)), fill="005A30", edge="22282B", closed=True),
        DrawnPath(points=((0, 0), (10, 5)), edge="22282B", dashed=True),
        *(DrawnText(x=50, y=9, words=text, side=one, strong=one is Side.LEFT) for one in Side),
    )


def report(text: str) -> Report:
    """Return a report with every kind of block, every kind of run and every tone."""
    runs = (
        Words(text=text),
        Words(text=text, strong=True),
        Words(text=text, path=True),
        Words(text=text, quiet=True),
        Words(text=text, link="#there"),
        Words(text=text, link="#nowhere"),
        Words(text=text, link=f"javascript:{text}"),
        Words(text=text, link="https://example.org/"),
        *(Words(status=one) for one in Status),
        *(Words(rag=one) for one in Rag),
        *(Words(status=one, text=text) for one in Status),
        Words(text=text, day=date(2009, 3, 2)),
    )
    blocks: tuple[Block, ...] = (
        Verdict(word=text, rag=Rag.RED, sentence=text),
        Numbers(items=tuple((1000, text, one) for one in Rag)),
        Contents(),
        Heading(text=text, anchor="there", status=Status.MET),
        *(Paragraph(words=runs, tone=one) for one in Tone),
        Heading(text=text, level=3, status=Status.NOT_MET, standing=text),
        Bullets(items=(runs, ())),
        Bullets(items=()),
        Facts(rows=((text, runs), (text, ()))),
        Heading(text=text, opens=True),
        Grid(caption=text, head=(text, text), rows=((runs, ()), (runs, runs)), widths=(1, 3)),
        Grid(caption=text, head=(text,), rows=(), otherwise=text),
        Grid(caption=text, head=(text, text), rows=(((), ()),), to_fill=True),
        Drawing(title=text, said=text, width=100, height=50, shapes=shapes(text)),
    )
    return Report(
        kind=text, organisation=text, subtitle=text, as_of=date(2009, 3, 2), blocks=blocks, generator=text, about=text
    )


def test_the_report_has_every_kind_of_block() -> None:
    """Or a new kind would be missing from these laws."""
    assert {type(one) for one in report("a").blocks} == set(typing.get_args(Block))


@RENDERERS
@settings(max_examples=at_most(10), deadline=None)
@given(text=SPEECH)
@example(text="\r\t")
def test_takes_every_block_with_any_text(renderer: Any, text: str) -> None:
    """It is written, and the same the second time; nothing leads to a script."""
    output = renderer.render(report(text))

    assert output
    assert output == renderer.render(report(text))
    assert b'href="javascript:' not in output


@pytest.mark.parametrize(
    ("form", "part", "usual", "small"),
    [
        ("docx", "word/styles.xml", b'<w:sz w:val="52"/>', b'<w:sz w:val="44"/>'),
        ("odt", "styles.xml", b'fo:font-size="11pt"', b'fo:font-size="9.2pt"'),
    ],
)
def test_what_has_to_fit_on_a_page_is_written_smaller(form: str, part: str, usual: bytes, small: bytes) -> None:
    """A summary for a board is one page in a word processor, too."""
    renderer = report_renderers.get(form)()
    one_page = evolve(report("a"), one_page=True)

    assert usual in parts(renderer.render(report("a")))[part]
    assert small in parts(renderer.render(one_page))[part]
    assert small not in parts(renderer.render(report("a")))[part]
