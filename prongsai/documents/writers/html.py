"""A sheet as HTML: the paper on the screen, and the source of the PDF."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from prongsai.core.reports.cell import Cell, Kind
from prongsai.core.reports.layout import Column, FormLayout, Grammar
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.sheet import Sheet, SheetTable, SignatureBlock
from prongsai.documents.writers.folders import FONTS
from prongsai.documents.writers.rows import is_long
from prongsai.documents.writers.signing import signature_lines

_FOLDER = Path(__file__).parent

#: Cells that say which row this is, for people who hear the table.
_NAMES_ROW = frozenset({"title", "code"})

#: ``O๑๐`` and ``๑๐.`` stay on one line however narrow their column is.
_NEVER_BROKEN = frozenset({Grammar.CODE, Grammar.NUMBER})

#: The sign of repetition with the last consonant before it, and the vowels and marks of that.
_REPEATED = re.compile("[เแโใไ]?[ก-ฮ][ะ-ฺ็-๎]* ๆ")


def write_html(sheet: Sheet, form: FormLayout) -> bytes:
    """A page that needs nothing else: markup and style in one file."""
    return document(sheet, form, _faces() + paper_css()).encode()


@cache
def _faces() -> str:
    """Our font inside the file: a document that leaves the system looks the same wherever it is opened."""
    return "".join(
        f'@font-face{{font-family:"Prongsai Sarabun";font-weight:{weight};src:url(data:font/woff2;base64,{inside})}}\n'
        for weight, inside in ((400, _inside("Regular")), (700, _inside("Bold")))
    )


def _inside(style: str) -> str:
    return b64encode((FONTS / f"ProngsaiSarabun-{style}.woff2").read_bytes()).decode()


@cache
def paper_css() -> str:
    """The style of the paper, for the screen; the web serves the same file beside ``fragment``."""
    return (_FOLDER / "paper.css").read_text(encoding="utf-8")


def document(sheet: Sheet, form: FormLayout, css: str) -> str:
    """A whole HTML document with ``css`` inside."""
    title = escape(" ".join(sheet.title) or form.name_th)
    return (
        f'<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{css}</style></head>\n<body>\n{fragment(sheet, form)}\n</body></html>\n"
    )


def fragment(sheet: Sheet, form: FormLayout, level: int = 1) -> str:
    """The paper alone, to stand in a page; ``level`` is that of its highest headings."""
    turned = " landscape" if form.landscape else ""
    return "\n".join([f'<main class="paper{turned}">' if level == 1 else f'<div class="paper{turned}">',
                      *_memo(sheet, level), *_report(sheet, level),
                      "</main>" if level == 1 else "</div>"])  # fmt: skip


def _memo(sheet: Sheet, level: int) -> Iterator[str]:
    if sheet.memo is None:
        return
    yield f'<section class="memo" aria-labelledby="memo-title"><h{level} id="memo-title">บันทึกข้อความ</h{level}>'
    yield from _memo_head(sheet.memo)
    yield from (f'<p class="body">{_kept(paragraph)}</p>' for paragraph in sheet.memo.body)
    for block in sheet.signatures:
        yield from _signature(block)
    yield "</section>"


def _memo_head(memo: Memo) -> Iterator[str]:
    yield f'<p class="line">{_labelled("ส่วนราชการ", memo.office)}</p>'
    yield f'<p class="line two">{_labelled("ที่", memo.number)} {_labelled("วันที่", memo.date_text)}</p>'
    yield f'<p class="line">{_labelled("เรื่อง", memo.subject)}</p>'
    if memo.period:
        yield f'<p class="line">{_labelled("รอบรายงาน", memo.period)}</p>'
    yield f'<p class="to">{_labelled("เรียน", memo.to)}</p>'


def _labelled(label: str, value: str | None) -> str:
    return f"<b>{label}</b> <span>{_kept(value or '')}</span>"


def _signature(block: SignatureBlock) -> Iterator[str]:
    made = signature_lines(block)
    yield '<div class="signature">'
    yield from (f'<p class="opinion">{_kept(line)}</p>' for line in made.opinion)
    yield from (f'<p class="sign">{escape(line)}</p>' for line in made.lines)
    yield "</div>"


def _report(sheet: Sheet, level: int) -> Iterator[str]:
    yield '<section class="report" aria-labelledby="report-title"><header>'
    for at, line in enumerate(sheet.title):
        yield f'<h{level} id="report-title">{escape(line)}</h{level}>' if at == 0 else f"<p>{escape(line)}</p>"
    yield "</header>"
    for table in sheet.tables:
        yield from _table(table, level)
    yield "</section>"


def _table(table: SheetTable, level: int) -> Iterator[str]:
    """The headings above, and the table in a frame that scrolls by itself where the screen is narrow."""
    yield from (f"<h{level + 1}>{escape(heading)}</h{level + 1}>" for heading in table.headings[:-1])
    spoken = escape(table.headings[-1]) if table.headings else "ตารางรายงาน"
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{spoken}">'
    named = "" if table.headings else ' aria-labelledby="report-title"'
    yield f'<table class="{table.holds.value}{" many" if len(table.columns) > 5 else ""}"{named}>'
    yield from (f"<caption>{escape(heading)}</caption>" for heading in table.headings[-1:])
    widths = "".join(f'<col class="w{round(column.width)}">' for column in table.columns)
    heads = "".join(f'<th scope="col">{escape(column.heading)}</th>' for column in table.columns)
    yield f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody>"
    yield from (_row(table.columns, row) for row in table.rows)
    yield "</tbody></table></div>"
    yield from (f'<p class="note">{_kept(note)}</p>' for note in table.notes)


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
    inside = "".join(_cell(column, cell) for column, cell in zip(columns, row, strict=True))
    return f'<tr class="long">{inside}</tr>' if is_long(columns, row) else f"<tr>{inside}</tr>"


def _cell(column: Column, cell: Cell) -> str:
    tag, scope = ("th", ' scope="row"') if column.field in _NAMES_ROW else ("td", "")
    short = " short" if column.grammar in _NEVER_BROKEN else ""
    kind = "" if cell.kind is Kind.TEXT else f' class="{cell.kind.value}{short}"'
    lines = [_months(line) if column.grammar is Grammar.PERIOD else _kept(line) for line in cell.lines]
    inside = "".join(lines) if len(lines) < 2 else "".join(f"<p>{line}</p>" for line in lines)
    return f"<{tag}{scope}{kind}>{inside}</{tag}>"


def _kept(line: str) -> str:
    """A line of text in which no ``ๆ`` begins a line of its own: the last letter before it stays with it."""
    return _REPEATED.sub(r'<span class="keep">\g<0></span>', escape(line))


def _months(line: str) -> str:
    """A period whose months keep their years beside them: a line ends behind the dash, not inside ``ก.ย. ๖๖``."""
    parts = re.split(r"(?<=[-–]) ", line)
    return " ".join(f'<span class="keep">{escape(part)}</span>' if len(part) < 12 else escape(part) for part in parts)
