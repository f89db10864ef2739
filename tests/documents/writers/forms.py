"""The forms that the writers are tried on: those that are shipped, and a small one made here."""

from prongsai.core.reports.layout import Column, FormLayout, FormTable, Grammar, Holds, TableLayout
from prongsai.layouts import load_forms

FORMS = load_forms()

SMALL = TableLayout(
    "small",
    1,
    Holds.MEASURES,
    "made up for tests",
    (
        Column("title", "มาตรการ", Grammar.NUMBERED_TITLE, 40),
        Column("result", "ผลการดำเนินการ", Grammar.ITEMS, 60),
    ),
)


def form_with(*tables: TableLayout, memo: bool = False, landscape: bool = False) -> FormLayout:
    """A form of these tables, by default one small one."""
    places = tuple(FormTable(table) for table in tables or (SMALL,))
    return FormLayout("made-up", 1, "แบบทดสอบ", "A form for tests", "รายงาน", "made up", memo, landscape, places)
