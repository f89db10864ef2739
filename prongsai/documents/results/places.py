"""Where a value stands in a report, in words."""

from __future__ import annotations

from prongsai.core.reports.reading import Place
from prongsai.core.sentence import Sentence


def where(place: Place, page_of_line: tuple[int, ...] = ()) -> Sentence:
    """The page where there are pages, else the line; and the row of a table."""
    page = place.page
    if page is None and place.line and place.line <= len(page_of_line):
        page = page_of_line[place.line - 1]
    th, en = (f"หน้า {page}", f"page {page}") if page else (f"บรรทัด {place.line}", f"line {place.line}")
    if place.table:
        th, en = f"{th} ตารางที่ {place.table} แถว {place.row}", f"{en}, table {place.table}, row {place.row}"
    return Sentence(th, en)
