"""The styles of a Word document, which are the same in all of them."""

from __future__ import annotations

from .packing import XML

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _style(name: str, label: str, text: str = "", paragraph: str = "", based_on: str = "Normal") -> str:
    """Return a paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/><w:basedOn w:val="{based_on}"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
    )


def _heading(level: int, size: int) -> str:
    space = f'<w:keepNext/><w:spacing w:before="{360 - 60 * level}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    look = f'<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="{size}"/>'
    return _style(f"Heading{level}", f"heading {level}", look, space)


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8090A0"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_INDENT = '<w:spacing w:after="60"/><w:ind w:left="567" w:hanging="283"/>'

STYLES = (
    f"{XML}<w:styles {_W}>{_DEFAULTS}"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    + _style("Title", "Title", '<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="36"/>', '<w:spacing w:after="200"/>')
    + _heading(1, 28)
    + _heading(2, 24)
    + _heading(3, 22)
    + _style("ListBullet", "List Bullet", "", _INDENT)
    + _style("ListNumber", "List Number", "", _INDENT)
    + _style("TableText", "Table Text", '<w:sz w:val="20"/>', '<w:spacing w:before="40" w:after="40"/>')
    + _style(
        "Header",
        "header",
        '<w:color w:val="606060"/><w:sz w:val="16"/>',
        '<w:tabs><w:tab w:val="center" w:pos="4535"/><w:tab w:val="right" w:pos="9070"/></w:tabs>',
    )
    + _style("Footer", "footer", '<w:color w:val="606060"/><w:sz w:val="16"/>')
    + _style("FootnoteText", "footnote text", '<w:sz w:val="18"/>')
    + _style("CommentText", "annotation text", '<w:sz w:val="20"/>')
    + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style></w:styles>"
)

SETTINGS = (
    f'{XML}<w:settings {_W}><w:defaultTabStop w:val="720"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>'
)


def _kind_of_list(number: int, sort: str, text: str, font: str = "") -> str:
    """Return one sort of list."""
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{sort}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr>{look}</w:lvl></w:abstractNum>'
    )


NUMBERING_HEAD = (
    _kind_of_list(0, "bullet", "\N{BULLET}")
    + _kind_of_list(1, "decimal", "%1.")
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
