"""OpenDocument texts, packed or as one flat file."""

from __future__ import annotations

from .model import Heading, Paragraph, Run, Runs, Source, Table
from .odf_styles import AUTOMATIC, STYLES, page_layout
from .packing import esc, packed

DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(
            f'xmlns:{name}="{_OASIS}:{name}:1.0"'
            for name in ("office", "style", "text", "table", "meta", "presentation")
        ),
        f'xmlns:number="{_OASIS}:datastyle:1.0"',
        f'xmlns:draw="{_OASIS}:drawing:1.0"',
        f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'office:version="1.2"',
    ]
)


def odt(source: Source) -> bytes:
    """Return *source* as an OpenDocument text."""
    body = f"<office:text>{_Writer(source).body()}</office:text>"
    styles = (
        f"<office:styles>{STYLES}</office:styles><office:automatic-styles>{page_layout()}</office:automatic-styles>"
        f"<office:master-styles>{_master(source)}</office:master-styles>"
    )
    return package("text", source, AUTOMATIC, body, styles)


def fodt(source: Source) -> bytes:
    """Return *source* as an OpenDocument text that is a single XML file."""
    inner = (
        f"{meta(source)}<office:styles>{STYLES}</office:styles>"
        f"<office:automatic-styles>{AUTOMATIC}{page_layout()}</office:automatic-styles>"
        f"<office:master-styles>{_master(source)}</office:master-styles>"
        f"<office:body><office:text>{_Writer(source).body()}</office:text></office:body>"
    )
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    return f"{DECLARED}<office:document {SPACES} {kind}>{inner}</office:document>\n".encode()


def package(kind: str, source: Source, automatic: str, body: str, styles: str) -> bytes:
    """
    Return a packed OpenDocument file.

    Args:
        kind: ``text``, ``spreadsheet`` or ``presentation``.
        source: for the properties.
        automatic: the styles that the content uses.
        body: what stands in the body.
        styles: everything inside the document of styles.
    """
    mime = f"application/vnd.oasis.opendocument.{kind}"
    names = ("content.xml", "styles.xml", "meta.xml")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{one}" manifest:media-type="text/xml"/>' for one in names
    )
    return packed(
        {
            "mimetype": mime,
            "content.xml": f"{DECLARED}<office:document-content {SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>",
            "styles.xml": f"{DECLARED}<office:document-styles {SPACES}>{styles}</office:document-styles>",
            "meta.xml": f"{DECLARED}<office:document-meta {SPACES}>{meta(source)}</office:document-meta>",
            "META-INF/manifest.xml": f'{DECLARED}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" '
            f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
            f"{entries}</manifest:manifest>",
        }
    )


def meta(source: Source) -> str:
    """Return the properties."""
    return (
        f"<office:meta><meta:generator>OpenOffice.org/2.4</meta:generator><dc:title>{esc(source.title)}</dc:title>"
        f"<dc:subject>{source.invented}</dc:subject><meta:initial-creator>{esc(source.author)}</meta:initial-creator>"
        f"<meta:creation-date>{source.created.isoformat()}</meta:creation-date>"
        f"<dc:creator>{esc(source.author)}</dc:creator><dc:date>{source.modified.isoformat()}</dc:date></office:meta>"
    )


def _master(source: Source) -> str:
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>'
        f""
        f'<text:p text:style-name="Margin">{source.organisation}</text:p>'
        f'<text:p text:style-name="Margin">{esc(source.marking)}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Margin">{esc(source.footer)} Page <text:page-number/></text:p>'
        "</style:footer></style:master-page>"
    )


class _Writer:
    """Writes the text; consecutive items make one list."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._notes = self._tables = 0

    def body(self) -> str:
        """Return title, title block and text."""
        source = self._source
        pieces = [f'<text:p text:style-name="Title">{esc(source.title)}</text:p>']
        if source.control:
            rows = tuple(((Run(label, bold=True),), (Run(value),)) for label, value in source.control.items())
            pieces.append(self._table(Table(rows, headed=False)))
        open_list = ""
        for block in source.blocks:
            kind = block.kind if isinstance(block, Paragraph) and block.kind != "text" else ""
            if kind != open_list:
                pieces.append("</text:list>" if open_list else "")
                pieces.append(f'<text:list text:style-name="{kind.capitalize()}">' if kind else "")
                open_list = kind
            pieces.append(self._block(block))
        return "".join([*pieces, "</text:list>" if open_list else ""])

    def _block(self, block: Heading | Paragraph | Table) -> str:
        if isinstance(block, Table):
            return self._table(block)
        inner = self._runs(block.runs)
        if isinstance(block, Heading):
            level = block.level
            return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inner}</text:h>'
        paragraph = f'<text:p text:style-name="Body">{inner}</text:p>'
        return paragraph if block.kind == "text" else f"<text:list-item>{paragraph}</text:list-item>"

    def _table(self, table: Table) -> str:
        self._tables += 1
        columns = max(len(row) for row in table.rows)
        pair = columns == 2 and not table.headed  # noqa: PLR2004  # label and value
        styles = ["Narrow", "Wide"] if pair else ["Even"] * columns
        grid = "".join(f'<table:table-column table:style-name="{style}"/>' for style in styles)
        rows = [self._row(row, strong=table.headed and number == 0) for number, row in enumerate(table.rows)]
        if table.headed:
            rows[0] = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
        name = f'table:name="Table{self._tables}" table:style-name="Table"'
        return f'<table:table {name}>{grid}{"".join(rows)}</table:table><text:p text:style-name="Body"/>'

    def _row(self, cells: tuple[Runs, ...], *, strong: bool) -> str:
        look = "HeadCell" if strong else "Cell"
        words = "CellHead" if strong else "CellText"
        inner = "".join(
            f'<table:table-cell table:style-name="{look}" office:value-type="string">'
            f'<text:p text:style-name="{words}">{self._runs(runs)}</text:p></table:table-cell>'
            for runs in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    def _runs(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.note:
            self._notes += 1
            return (
                f'<text:note text:id="ftn{self._notes}" text:note-class="footnote">'
                f"<text:note-citation>{self._notes}</text:note-citation><text:note-body>"
                f'<text:p text:style-name="Footnote">{esc(run.note)}</text:p></text:note-body></text:note>'
            )
        style = "Strong" if run.bold else "Slanting" if run.italic else ""
        return f'<text:span text:style-name="{style}">{esc(run.text)}</text:span>' if style else esc(run.text)
