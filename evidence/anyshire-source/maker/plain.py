"""Formats that are text: plain text, Markdown, web pages and tables parted by commas or tabs."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterator

from .model import Block, Cell, Heading, Paragraph, Run, Runs, Source, Table, plain
from .packing import esc

_WIDTH = 88


def txt(source: Source) -> bytes:
    """Return *source* as plain text, with the line ends of Windows."""
    lines = [source.organisation, "", source.marking, "", source.title.upper(), ""]
    lines += [f"{label}: {value}" for label, value in source.control.items()]
    lines += [""] if source.control else []
    return "\r\n".join([*lines, *txt_lines(source), source.footer, ""]).encode("cp1252")


def txt_lines(source: Source) -> list[str]:
    """Return the text of *source* as lines, with an empty line after each paragraph."""
    lines: list[str] = []
    number = 0
    for block in source.blocks:
        counts = isinstance(block, Paragraph) and block.kind == "number"
        number = number + 1 if counts else 0
        lines += [*_txt_block(block, f"{number}. " if counts else ""), ""]
    return lines


def _txt_block(block: Block, mark: str) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(plain(cell) for cell in row) for row in block.rows]
    words = plain(block.runs)
    if isinstance(block, Heading):
        return [words, ("=" if block.level == 1 else "-") * len(words)]
    mark = "- " if block.kind == "bullet" else mark
    after = " " * len(mark)
    return textwrap.wrap(words, _WIDTH, initial_indent=mark, subsequent_indent=after, break_on_hyphens=False)


def markdown(source: Source) -> bytes:
    """Return *source* as Markdown."""
    lines = [f"# {source.title}", ""]
    lines += [f"- **{label}:** {value}" for label, value in source.control.items()]
    lines += [""] if source.control else []
    for block in source.blocks:
        lines += [*_markdown_block(block), ""]
    foot = f"{source.organisation}. {source.footer}"
    return "\n".join([source.marking, "", *lines, "---", "", foot, ""]).encode("utf-8")


def _markdown_block(block: Heading | Paragraph | Table) -> list[str]:
    if isinstance(block, Table):
        rows = [f"| {' | '.join(_markdown_runs(cell) for cell in row)} |" for row in block.rows]
        return [rows[0], "|---" * len(block.rows[0]) + "|", *rows[1:]]
    words = _markdown_runs(block.runs)
    if isinstance(block, Heading):
        return [f"{'#' * (block.level + 1)} {words}"]
    return [{"bullet": "- ", "number": "1. "}.get(block.kind, "") + words]


def _markdown_runs(runs: Runs) -> str:
    return "".join(f"**{run.text}**" if run.bold else f"*{run.text}*" if run.italic else run.text for run in runs)


def web_page(source: Source) -> bytes:
    """Return *source* as a web page of its time."""
    control = "".join(f"<dt>{esc(label)}</dt><dd>{esc(value)}</dd>\n" for label, value in source.control.items())
    body = "\n".join(_html_blocks(source))
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">\n<head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n'
        f"<title>{esc(source.title)} - {source.organisation}</title>\n"
        f'<meta name="author" content="{esc(source.author)}" />\n'
        f'<meta name="DC.date" content="{source.modified:%Y-%m-%d}" />\n'
        f'<meta name="DCTERMS.created" content="{source.created.isoformat()}" />\n'
        f'<meta name="DCTERMS.modified" content="{source.modified.isoformat()}" />\n'
        f'<meta name="description" content="{source.invented}" />\n'
        '<style type="text/css">body { font: 90% Verdana, Arial, sans-serif; max-width: 45em; margin: 1em auto; }\n'
        "th, td { border: 1px solid #999; padding: 0.3em; text-align: left; }</style>\n</head>\n<body>\n"
        f'<div id="banner"><p>{source.organisation}</p></div>\n<h1>{esc(source.title)}</h1>\n'
        f"{f'<dl>{control}</dl>' if control else ''}{body}\n<hr />\n"
        f'<div id="footer"><p>{esc(source.footer)}</p></div>\n</body>\n</html>\n'
    ).encode()


def _html_blocks(source: Source) -> Iterator[str]:
    open_list = ""
    for block in source.blocks:
        kind = {"bullet": "ul", "number": "ol"}.get(block.kind, "") if isinstance(block, Paragraph) else ""
        if kind != open_list:
            yield (f"</{open_list}>" if open_list else "") + (f"<{kind}>" if kind else "")
            open_list = kind
        yield _html_block(block)
    if open_list:
        yield f"</{open_list}>"


def _html_block(block: Heading | Paragraph | Table) -> str:
    if isinstance(block, Table):
        rows = "".join(_html_row(row, "th" if block.headed and not n else "td") for n, row in enumerate(block.rows))
        return f"<table>{rows}</table>"
    words = _html_runs(block.runs)
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{words}</h{block.level + 1}>"
    return f"<p>{words}</p>" if block.kind == "text" else f"<li>{words}</li>"


def _html_row(cells: tuple[Runs, ...], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_html_runs(cell)}</{tag}>' for cell in cells)}</tr>\n"


def _html_runs(runs: Runs) -> str:
    return "".join(map(_html_run, runs))


def _html_run(run: Run) -> str:
    words = esc(run.text)
    return f"<strong>{words}</strong>" if run.bold else f"<em>{words}</em>" if run.italic else words


def commas(source: Source) -> bytes:
    """Return the first sheet of *source* as a spreadsheet program saves it with commas."""
    return _parted(source, ",")


def tabs(source: Source) -> bytes:
    """Return the first sheet of *source* with tabs between cells."""
    return _parted(source, "\t")


def _parted(source: Source, mark: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    for row in source.sheets[0].rows:
        writer.writerow([_cell(cell, day_first=bool(source.more.get("day_first"))) for cell in row.cells])
    writer.writerow([f"{source.title}. {source.invented}"])
    return out.getvalue().encode("cp1252")


def _cell(cell: Cell, *, day_first: bool) -> str:
    if isinstance(cell, (str, int, float)):
        return str(cell)
    return f"{cell:%d/%m/%Y}" if day_first else cell.isoformat()
