"""The text of a CSV file → its rows, whatever program wrote it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from prongsai.documents.readers.kinds import called
from prongsai.documents.readers.refusal import Refusal

#: Rows and columns, both from 1, as a spreadsheet counts them.
Rows = Mapping[int, Mapping[int, str]]
_MARKS = ",;\t"
#: Titles without any mark may stand above the headings.
_HEAD_LINES = 20


def rows_of_text(text: str, name: str) -> Rows:
    """The records of a CSV file, split at commas, semicolons or tabs, whichever a line near the top has most of.

    Refusal for a file whose quotation marks never end.
    """
    text = text.removeprefix("\ufeff")
    head = text.split("\n", _HEAD_LINES)[:_HEAD_LINES]
    mark = max(_MARKS, key=lambda one: max(line.count(one) for line in head))
    records = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return {at: dict(enumerate(record, start=1)) for at, record in enumerate(records, start=1)}
    except csv.Error as fault:
        raise Refusal(
            f"{called(name)}อ่านเป็นตารางไม่ได้ตั้งแต่บรรทัด {records.line_num} โปรดตรวจเครื่องหมายคำพูด แล้วบันทึกใหม่",
            f"{name or 'The file'} cannot be read as a table around line {records.line_num}. Please check its "
            "quotation marks and save it again.",
        ) from fault
