"""Scores of questions, sub-indicators and items in a report's tables, under a heading that calls them scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.reports.reading import Place
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.document import Document, Row, Table
from prongsai.documents.results.cells import code_of, score_of
from prongsai.documents.results.places import where
from prongsai.documents.results.received import Found
from prongsai.documents.results.rows import Sort, Value, lines

_SCORE = re.compile(r"^(?:ผล)?คะแนน|^ร้อยละ|^score", re.IGNORECASE)
_REMARK = re.compile(r"ข้อเสนอแนะ|หมายเหตุ|ความเห็น|เหตุผล")
_FIRST = re.compile(r"[^\s:]+")
_YEAR = re.compile(r"(?:ปี(?:งบประมาณ)?(?:\s*พ\.ศ\.)?\s*)?(25[0-9]{2})")
_READ = (Sort.SUB_INDICATOR, Sort.QUESTION, Sort.ITEM)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the score and the remark stand in a table of so many columns, all from 0."""

    width: int
    score: int
    remark: int | None


def table_figures(document: Document, framework: Framework, page_of_line: tuple[int, ...]) -> list[Found]:
    """The figures, the first where a code stands twice; one that stands there with another score is doubtful."""
    found: dict[str, Found] = {}
    for one in _figures(document, framework, page_of_line):
        before = found.get(one.code)
        if before is None:
            found[one.code] = one
        elif before.value.score != one.value.score:
            found[one.code] = Found(one.code, before.value, before.where, _twice(before, one))
    return list(found.values())


def _figures(document: Document, framework: Framework, page_of_line: tuple[int, ...]) -> Iterator[Found]:
    sorts = {line.code: line.sort for line in lines(framework) if line.sort in _READ}
    columns: Columns | None = None
    for table in document.tables:
        if columns is not None and len(table.rows[0].cells) != columns.width:
            columns = None  # another table; one that a page cut goes on without its headings
        for at, row in enumerate(table.rows, start=1):
            columns = _columns(row) or columns
            if columns is not None and (one := _figure(row, columns, sorts)):
                code, value = one
                yield Found(code, value, _where(table, at, row, page_of_line))


def _columns(row: Row) -> Columns | None:
    texts = [cell.text.strip() for cell in row.cells]
    score = next((at for at, text in enumerate(texts) if _SCORE.search(text) and len(text) < 40), None)
    if score is None or any(score_of(text, may_not_apply=False).__class__ is Decimal for text in texts if text):
        return None
    return Columns(len(texts), score, next((at for at, text in enumerate(texts) if _REMARK.search(text)), None))


def _figure(row: Row, columns: Columns, sorts: dict[str, Sort]) -> tuple[str, Value] | None:
    texts = [cell.text.strip() for cell in row.cells]
    if len(texts) != columns.width or not (first := _FIRST.match(texts[0])):
        return None
    code = code_of(first[0], sorts)
    if code is None or code not in sorts:
        return None
    score = score_of(texts[columns.score], may_not_apply=sorts[code] is Sort.ITEM)
    if isinstance(score, Sentence):
        return None
    remark = texts[columns.remark] if columns.remark is not None and sorts[code] is Sort.ITEM else ""
    return code, Value(score, remark[:2000])


def _where(table: Table, at: int, row: Row, page_of_line: tuple[int, ...]) -> Sentence:
    return where(Place(line=row.line, table=table.number, row=at), page_of_line)


def _twice(first: Found, second: Found) -> Sentence:
    return Sentence(
        f"เขียนไว้สองแห่งไม่ตรงกัน อีกแห่ง ({second.where.th}) คือ {second.value.score} โปรดเลือกค่าที่ถูกต้อง",
        f"It stands there twice; the other ({second.where.en}) is {second.value.score}. Please choose the right one.",
    )


def other_years(document: Document, fiscal_year: int | None) -> dict[int, Decimal]:
    """Totals of former years: rows that begin with a year and end in one score, under no heading of their own."""
    made: dict[int, Decimal] = {}
    for table in document.tables:
        for row in table.rows:
            texts = [to_arabic(cell.text).strip() for cell in row.cells]
            year = _YEAR.fullmatch(texts[0]) if len(texts) > 1 else None
            total = score_of(texts[-1], may_not_apply=False) if year else None
            if year and isinstance(total, Decimal) and (fiscal_year is None or int(year[1]) < fiscal_year):
                made.setdefault(int(year[1]), total)
    return made
