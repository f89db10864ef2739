"""A file against the rules of its year, the provinces and the register: one way for the page and the command."""

from __future__ import annotations

from dataclasses import replace

from prongsai.core.country.table import Checked, Remark, read_table
from prongsai.core.sentence import Sentence
from prongsai.documents.results_table import open_table
from prongsai.frameworks import newest_for
from prongsai.places import load
from prongsai.web.country.queries.register import matched


def check_table(data: bytes, name: str, fiscal_year: int) -> Checked:
    """Everything that is read of a table, with its faults. Refusal where the file itself cannot be read."""
    opened = open_table(data, name)
    framework, _provisional = newest_for(fiscal_year)
    checked = read_table(opened.rows, fiscal_year, framework, load())
    notes = []
    if opened.hidden:
        what = Sentence(
            f"ไม่ได้อ่านช่องในแถวหรือคอลัมน์ที่ซ่อนหรือกรองไว้ {opened.hidden:,} ช่อง หากต้องการ โปรดเลิกซ่อนแล้วเลือกไฟล์ใหม่",
            f"Hidden or filtered cells were not read: {opened.hidden:,}. If needed, please show them.",
        )
        notes.append(Remark(1, 0, "", what))
    if opened.other_sheets:
        what = Sentence(
            f"อ่านเฉพาะแผ่นงานแรก ไม่ได้อ่านอีก {opened.other_sheets} แผ่น",
            f"Only the first worksheet was read; {opened.other_sheets} more were not.",
        )
        notes.append(Remark(1, 0, "", what))
    faults = checked.faults or matched(checked.rows).faults
    return replace(checked, faults=faults, warnings=(*notes, *checked.warnings))
