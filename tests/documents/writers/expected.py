"""What a paper says, as one string without white space, to compare with what is read back out of a file."""

import re
import unicodedata

from prongsai.core.reports.sheet import Sheet
from prongsai.documents.writers.signing import signature_lines

PAGE_NUMBER = re.compile(r"หน้า [๐-๙]+ / [๐-๙]+")


def bare(text: str) -> str:
    """The text without white space, in the one normal form (no letter is taken for another by it)."""
    return "".join(unicodedata.normalize("NFC", text).split())


def memo_lines(sheet: Sheet) -> list[str]:
    memo = sheet.memo
    if memo is None:
        return []
    period = ["รอบรายงาน", memo.period] if memo.period else []
    head = [
        *("บันทึกข้อความ", "ส่วนราชการ", memo.office, "ที่", memo.number, "วันที่", memo.date_text),
        *("เรื่อง", memo.subject, *period, "เรียน", memo.to),
    ]
    signed = [
        line for block in sheet.signatures for line in (*signature_lines(block).opinion, *signature_lines(block).lines)
    ]
    return [line for line in (*head, *memo.body, *signed) if line]


def head_text(columns) -> str:
    return bare("".join(column.heading for column in columns))


def body_text(sheet: Sheet) -> str:
    """Everything that stands on the paper but the header rows and page numbers, in the order of reading."""
    parts = [*memo_lines(sheet), *sheet.title]
    for table in sheet.tables:
        parts += table.headings
        parts += [line for row in table.rows for cell in row for line in cell.lines]
        parts += table.notes
    return bare("".join(parts))
