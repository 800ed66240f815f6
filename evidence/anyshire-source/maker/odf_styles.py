"""The styles of an OpenDocument text, which are the same in all of them."""

from __future__ import annotations

_ARIAL = 'fo:font-family="Arial" style:font-family-generic="swiss"'


def _style(name: str, family: str, inside: str, *, parent: str = "", label: str = "") -> str:
    """Return one style."""
    more = (f' style:parent-style-name="{parent}"' if parent else "") + (
        f' style:display-name="{label}"' if label else ""
    )
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inside}</style:style>'


def _text(size: float, *, bold: bool = False, colour: str = "#000000") -> str:
    """Return the look of letters."""
    weight = ' fo:font-weight="bold"' if bold else ""
    return f'<style:text-properties fo:font-size="{size}pt" fo:color="{colour}"{weight}/>'


def _space(above: float, below: float) -> str:
    """Return the space around a paragraph."""
    return f'<style:paragraph-properties fo:margin-top="{above}cm" fo:margin-bottom="{below}cm"/>'


def _heading(level: int, size: int) -> str:
    look = _space(0.5 - 0.1 * level, 0.15) + _text(size, bold=True, colour="#1f3a5f")
    return _style(f"Heading_20_{level}", "paragraph", look, parent="Body", label=f"Heading {level}")


def _list(name: str, level: str) -> str:
    position = '<style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.5cm"/>'
    kind = level.split(" ", 1)[0].lstrip("<")
    return f'<text:list-style style:name="{name}">{level}>{position}</{kind}></text:list-style>'


STYLES = (
    f'<style:default-style style:family="paragraph"><style:text-properties {_ARIAL} fo:font-size="11pt" '
    'fo:language="en" fo:country="GB"/></style:default-style>'
    + _style("Body", "paragraph", _space(0, 0.2))
    + _style("Title", "paragraph", _space(0, 0.4) + _text(18, bold=True, colour="#1f3a5f"), parent="Body")
    + _heading(1, 14)
    + _heading(2, 12)
    + _heading(3, 11)
    + _style("CellText", "paragraph", _space(0.05, 0.05) + _text(10))
    + _style("CellHead", "paragraph", _space(0.05, 0.05) + _text(10, bold=True))
    + _style("Footnote", "paragraph", _text(9))
    + _style("Margin", "paragraph", _text(8, colour="#606060"))
    + _list("Bullet", '<text:list-level-style-bullet text:level="1" text:bullet-char="\N{BULLET}"')
    + _list("Number", '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."')
)


def _cell(name: str, fill: str) -> str:
    look = f'fo:padding="0.1cm" fo:border="0.5pt solid #8090a0"{fill}'
    return _style(name, "table-cell", f"<style:table-cell-properties {look}/>")


def _column(name: str, width: str) -> str:
    return _style(name, "table-column", f"<style:table-column-properties {width}/>")


AUTOMATIC = (
    _style("Strong", "text", '<style:text-properties fo:font-weight="bold"/>')
    + _style("Slanting", "text", '<style:text-properties fo:font-style="italic"/>')
    + _style("Table", "table", '<style:table-properties style:width="16cm" table:align="left"/>')
    + _column("Narrow", 'style:column-width="4.5cm"')
    + _column("Wide", 'style:column-width="11.5cm"')
    + _column("Even", 'style:rel-column-width="1*"')
    + _cell("Cell", "")
    + _cell("HeadCell", ' fo:background-color="#d9e2ec"')
)


def page_layout() -> str:
    """Return the size and margins of a page."""
    look = '<style:header-footer-properties fo:min-height="1.2cm" fo:margin-{}="0.5cm"/>'
    head = f"<style:header-style>{look.format('bottom')}</style:header-style>"
    foot = f"<style:footer-style>{look.format('top')}</style:footer-style>"
    return (
        '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="1.3cm" fo:margin-bottom="1.3cm" fo:margin-left="2.5cm" '
        f'fo:margin-right="2.5cm"/>{head}{foot}</style:page-layout>'
    )
