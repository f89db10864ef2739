"""A workbook that a division fills in and sends back: written with the rows of a plan, read with what was filled in."""

from prongsai.documents.division_sheets.entries import Edits, as_text, edits, listed
from prongsai.documents.division_sheets.matching import Known, best_match, same_title
from prongsai.documents.division_sheets.reading import read_division_sheet
from prongsai.documents.division_sheets.sheet import (
    FILLED,
    STATUS_WORDS,
    DivisionSheet,
    FilledRow,
    Returned,
    SheetRow,
    clean,
    headings,
    status_in,
)
from prongsai.documents.division_sheets.writing import write_division_sheet

__all__ = [
    "FILLED",
    "STATUS_WORDS",
    "DivisionSheet",
    "Edits",
    "FilledRow",
    "Known",
    "Returned",
    "SheetRow",
    "as_text",
    "best_match",
    "clean",
    "edits",
    "headings",
    "listed",
    "read_division_sheet",
    "same_title",
    "status_in",
    "write_division_sheet",
]
