"""Word documents: headings, lists, tables, margins, footnotes, comments and tracked changes."""

from __future__ import annotations

from .docx_styles import NUMBERING_HEAD, SETTINGS, STYLES
from .model import Heading, Paragraph, Run, Runs, Source, Table
from .opc import OFFICE, office_file, relations, stamp
from .packing import XML, esc

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXT_WIDTH = 9070
_PARTS = ("styles", "settings", "numbering", "footnotes", "comments", "header", "footer")
_HEADER, _FOOTER = (f"rId{_PARTS.index(name) + 1}" for name in ("header", "footer"))


def docx(source: Source) -> bytes:
    """Return *source* as a Word document."""
    writer = _Writer(source)
    body = writer.body()
    parts = {
        "word/document.xml": f"{XML}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*((name, f"{name}.xml") for name in _PARTS)),
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": writer.numbering(),
        "word/footnotes.xml": writer.footnotes(),
        "word/comments.xml": writer.comments(),
        "word/header.xml": _header(source),
        "word/footer.xml": _footer(source),
    }
    types = {f"word/{name}.xml": f"{_TYPE}.{name}+xml" for name in _PARTS}
    main = {"word/document.xml": f"{_TYPE}.document.main+xml"}
    return office_file(source, "word/document.xml", parts, main | types, "Microsoft Office Word")


class _Writer:
    """Writes the body and gathers what stands in other parts: notes, comments and lists."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._notes: list[str] = []
        self._comments: list[str] = []
        self._changes = 0
        self._lists = 1

    def body(self) -> str:
        """Return title, title block and text."""
        source = self._source
        pieces = [_paragraph(_run(Run(source.title)), "Title")]
        if source.control:
            rows = tuple(((Run(label, bold=True),), (Run(value),)) for label, value in source.control.items())
            pieces.append(self._table(Table(rows, headed=False)))
        before = ""
        for block in source.blocks:
            kind = block.kind if isinstance(block, Paragraph) else ""
            self._lists += kind == "number" and before != "number"
            pieces.append(self._block(block))
            before = kind
        return "".join(pieces) + (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{_HEADER}"/>'
            f'<w:footerReference w:type="default" r:id="{_FOOTER}"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" '
            'w:gutter="0"/></w:sectPr>'
        )

    def numbering(self) -> str:
        """Return the lists: bullets are number 1, every numbered list begins anew."""
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number in range(2, self._lists + 1)
        )
        return f"{XML}<w:numbering {_SPACES}>{NUMBERING_HEAD}{lists}</w:numbering>"

    def footnotes(self) -> str:
        """Return the footnotes, with the lines that part them from the text."""
        marks = (
            ("separator", 0, "<w:r><w:separator/></w:r>"),
            ("continuationSeparator", 1, "<w:r><w:continuationSeparator/></w:r>"),
        )
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number - 1}">{_paragraph(mark)}</w:footnote>'
            for kind, number, mark in marks
        )
        return f"{XML}<w:footnotes {_SPACES}>{lines}{''.join(self._notes)}</w:footnotes>"

    def comments(self) -> str:
        """Return the comments."""
        return f"{XML}<w:comments {_SPACES}>{''.join(self._comments)}</w:comments>"

    def _block(self, block: Heading | Paragraph | Table) -> str:
        if isinstance(block, Table):
            return self._table(block)
        inner = self._runs(block.runs)
        if isinstance(block, Heading):
            return _paragraph(inner, f"Heading{block.level}")
        if block.kind == "bullet":
            return _paragraph(inner, "ListBullet", 1)
        if block.kind == "number":
            return _paragraph(inner, "ListNumber", self._lists)
        return _paragraph(inner)

    def _table(self, table: Table) -> str:
        columns = max(len(row) for row in table.rows)
        narrow = 2600 if columns == 2 and not table.headed else 0  # noqa: PLR2004  # label and value
        widths = [narrow, _TEXT_WIDTH - narrow] if narrow else [_TEXT_WIDTH // columns] * columns
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, widths, heading=table.headed and number == 0) for number, row in enumerate(table.rows)
        )
        look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_paragraph('')}"

    def _row(self, cells: tuple[Runs, ...], widths: list[int], *, heading: bool) -> str:
        look = "<w:trPr><w:tblHeader/></w:trPr>" if heading else ""
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2EC"/>' if heading else ""
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            f"{_paragraph(self._runs(runs, strong=heading), 'TableText')}</w:tc>"
            for runs, width in zip(cells, widths, strict=False)
        )
        return f"<w:tr>{look}{inner}</w:tr>"

    def _runs(self, runs: Runs, *, strong: bool = False) -> str:
        return "".join(self._marked(run, strong=strong) for run in runs)

    def _marked(self, run: Run, *, strong: bool) -> str:
        if run.note:
            return self._note(run.note)
        if run.comment:
            return self._comment(run)
        if not run.change:
            return _run(run, strong=strong)
        self._changes += 1
        element = "ins" if run.change == "in" else "del"
        return f"<w:{element} {self._signed(self._changes)}>{_run(run, strong=strong)}</w:{element}>"

    def _signed(self, number: int) -> str:
        return f'w:id="{number}" w:author="{esc(self._source.author)}" w:date="{stamp(self._source.modified)}"'

    def _note(self, text: str) -> str:
        number = len(self._notes) + 1
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        inner = _paragraph(f"{mark}{_run(Run(' ' + text))}", "FootnoteText")
        self._notes.append(f'<w:footnote w:id="{number}">{inner}</w:footnote>')
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'

    def _comment(self, run: Run) -> str:
        number = len(self._comments) + 1
        by = self._source.more.get("reviewer", self._source.author)
        self._comments.append(
            f'<w:comment w:id="{number}" w:author="{esc(by)}" w:date="{stamp(self._source.modified)}" w:initials="R">'
            f"{_paragraph(_run(Run(run.comment)), 'CommentText')}</w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{_run(run)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )


def _paragraph(inner: str, style: str = "", list_number: int = 0) -> str:
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_number:
        look += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inner}</w:p>"


def _run(run: Run, *, strong: bool = False) -> str:
    look = ("<w:b/>" if run.bold or strong else "") + ("<w:i/>" if run.italic else "")
    element = "delText" if run.change == "out" else "t"
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:{element} xml:space="preserve">{esc(run.text)}</w:{element}></w:r>'


def _header(source: Source) -> str:
    mark = _watermark(source.more["watermark"]) if "watermark" in source.more else ""
    return (
        f"{XML}<w:hdr {_SPACES}>{_paragraph(_run(Run(source.organisation)) + mark, 'Header')}"
        f"{_paragraph(_run(Run(source.marking)), 'Header')}</w:hdr>"
    )


def _footer(source: Source) -> str:
    number = (
        '<w:r><w:t xml:space="preserve"> Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert source.invented in source.footer  # noqa: S101  # the one line that no document may lack
    return f"{XML}<w:ftr {_SPACES}>{_paragraph(_run(Run(source.footer)) + number, 'Footer')}</w:ftr>"


def _watermark(words: str) -> str:
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:412pt;height:165pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="{style}" '
        'fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="{esc(words)}"/>'
        "</v:shape></w:pict></w:r>"
    )
