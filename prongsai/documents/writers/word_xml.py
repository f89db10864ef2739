"""Pieces of WordprocessingML as text: a table of thousands of cells is built at once, not cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from prongsai.core.reports.cell import Cell, Kind
from prongsai.core.reports.sheet import SheetTable
from prongsai.documents.writers.rows import is_long

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "TH SarabunPSK"

#: Tables of more columns than this are set in 14 pt instead of 16 pt.
_COLUMNS_AT_FULL_SIZE = 5

_JUSTIFIED = {Kind.TEXT: "", Kind.MIDDLE: '<w:jc w:val="center"/>', Kind.FIGURE: '<w:jc w:val="right"/>'}


def styles() -> str:
    """The styles of a report. Each names the font for Thai too (``w:cs``): Word takes another one otherwise."""
    text = (Path(__file__).parent / "word_styles.xml").read_text(encoding="utf-8")
    for size in ("28", "32", "34", "36", "58"):
        text = text.replace(f"{{run {size}}}", _run_style(size, "")).replace(
            f"{{bold {size}}}", _run_style(size, "<w:b/><w:bCs/>")
        )
    return text


def _run_style(half_points: str, bold: str) -> str:
    return (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{bold}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr>'
    )


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """A paragraph of runs that are XML already."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def text(words: str, *, bold: bool = False, half_points: int | None = None) -> str:
    """A run; Thai needs its own bold and size beside the Latin ones."""
    if not words:
        return ""
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else ""
    look = ("<w:b/><w:bCs/>" if bold else "") + size
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def page_number() -> str:
    """The page's number in the digits of its section; a switch for Thai digits gives letters in LibreOffice."""
    return '<w:fldSimple w:instr=" PAGE "><w:r><w:t>๑</w:t></w:r></w:fldSimple>'


def table(made: SheetTable, width: int) -> str:
    """A table of ``width`` twips: fixed columns, a header row that repeats, rows that stay whole unless long."""
    widths = column_widths([column.width for column in made.columns], width)
    small = "Small" if len(made.columns) > _COLUMNS_AT_FULL_SIZE else ""
    head = [Cell((column.heading,)) for column in made.columns]
    rows = [_row(head, widths, f"CellHead{small}", "<w:cantSplit/><w:tblHeader/>")]
    for row in made.rows:
        rows.append(_row(row, widths, f"Cell{small}", "" if is_long(made.columns, row) else "<w:cantSplit/>"))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return f"<w:tbl>{_properties(made, width)}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _properties(made: SheetTable, width: int) -> str:
    named = f"<w:tblCaption w:val={quoteattr(made.headings[-1])}/>" if made.headings else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{named}</w:tblPr>'
    )


def column_widths(shares: Sequence[float], width: int) -> list[int]:
    """Shares of any sum as whole twips; rounding goes to the last column so that they fill ``width``."""
    whole = [int(share / sum(shares) * width) for share in shares]
    return [*whole[:-1], width - sum(whole[:-1])]


def _row(cells: Iterable[Cell], widths: Sequence[int], style: str, properties: str) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{_look(style)}</w:tcPr>{"".join(_lines(cell, style))}</w:tc>'
        for cell, wide in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def _look(style: str) -> str:
    if not style.startswith("CellHead"):
        return ""
    return '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/><w:vAlign w:val="center"/>'


def _lines(cell: Cell, style: str) -> Iterator[str]:
    for line in cell.lines or ("",):
        yield paragraph(style, text(line), _JUSTIFIED[cell.kind])
