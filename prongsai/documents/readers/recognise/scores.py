"""The table of the ten indicators' scores, by its headings or by what stands in it; the total from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.reports.reading import Place, Scores
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.document import Document, Para, Row, Table
from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.indicators import indicator_of, number_alone
from prongsai.documents.readers.recognise.paper import Paper

_FIGURE = re.compile(r"^\s*(?:ร้อยละ\s*)?(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|คะแนน)?\s*$")
_TOTAL_ROW = re.compile(r"รวม|เฉลี่ย|ภาพรวม|สรุปผลคะแนน")
_TOTAL = re.compile(
    r"(?:คะแนน(?:รวม|เฉลี่ย|ภาพรวม|สุทธิ|ผลการประเมิน|การประเมิน)*|(?:ได้|มี|ผล|ค่า|โดย|ใน)?ภาพรวม(?:คะแนน)?|ระดับคะแนน)"
    r"[^0-9]{0,40}?(?<![\d.])(\d{2,3}\.\d{1,2})(?![\d.])"
)
_LEAST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One score: of an indicator, or the total (0), with its place."""

    indicator: int
    value: float
    place: Place


def scores(document: Document, rows: list[FieldRow], unread: Sequence[Table], paper: Paper) -> Scores | None:
    """The scores of the ten indicators and the total, or None where no table gives them."""
    figures = list(_of_rows(rows)) or next((found for table in unread if (found := _of_table(table))), [])
    by_number: dict[int, Figure] = {}
    for figure in figures:
        by_number.setdefault(figure.indicator, figure)
    total = by_number.pop(0, None)
    if not by_number and total is None:
        return None
    total = total or _stated(document)
    for figure in by_number.values():
        paper.at(f"scores.indicators.{figure.indicator}", (figure.place,))
    if total is not None:
        paper.at("scores.total", (total.place,))
    indicators = {str(number): by_number[number].value for number in sorted(by_number)}
    return Scores(indicators, total.value if total else None)


def _of_rows(rows: list[FieldRow]) -> Iterator[Figure]:
    """Rows of a table whose headings were recognised."""
    for row in rows:
        value = figure(row.text("score"))
        if value is None:
            continue
        number = number_alone(row.text("indicator")) or _named(row.text("name")) or _named(row.text("indicator"))
        is_total = bool(_TOTAL_ROW.search(row.text("name") + row.text("indicator")))
        place = row.cells["score"][0].places[0]
        if number in range(1, 11) and not (is_total and not row.text("indicator")):
            yield Figure(number or 0, value, place)
        elif is_total:
            yield Figure(0, value, place)


def _named(text: str) -> int | None:
    named = indicator_of(text, own_column=True) if text else None
    return named.number if named else None


def _of_table(table: Table) -> list[Figure]:
    """A table without known headings: its rows number the indicators 1, 2, 3 … and end in a score."""
    found = [each for at, row in enumerate(table.rows, 1) if (each := _of_row(row, table.number, at))]
    numbers = [one.indicator for one in found if one.indicator]
    is_count = numbers == sorted(set(numbers)) and numbers[:1] == [1] and len(numbers) >= _LEAST_ROWS
    return found if is_count and max(numbers) <= 10 else []


def _of_row(row: Row, table: int, at: int) -> Figure | None:
    texts = [cell.text for cell in row.cells]
    if len(texts) < 2:
        return None
    value = figure(texts[-1])
    if value is None:
        return None
    place = Place(line=row.line, table=table, row=at, column=len(texts))
    if any(_TOTAL_ROW.search(text) for text in texts[:-1]):
        return Figure(0, value, place)
    number = number_alone(texts[0]) or _named(texts[0])
    if number is None or not (number in range(1, 11) or (number and "." in to_arabic(texts[-1]))):
        return None
    return Figure(number, value, place)


def figure(text: str) -> float | None:
    """A score, 0 to 100, in digits of either kind."""
    found = _FIGURE.match(to_arabic(text))
    value = float(found[1]) if found else None
    return value if value is not None and 0 <= value <= 100 else None


def _stated(document: Document) -> Figure | None:
    """The total where a paragraph states it."""
    for block in document.blocks:
        if isinstance(block, Para) and (found := _TOTAL.search(to_arabic(block.text))):
            value = float(found[1])
            if value <= 100:
                return Figure(0, value, Place(line=block.line))
    return None
