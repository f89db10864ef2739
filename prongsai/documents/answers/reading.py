"""The one way from files to answers and results of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.core.framework.framework import Framework
from prongsai.documents.answers.choices import key_of
from prongsai.documents.answers.collected import Collected
from prongsai.documents.answers.json_file import add_json
from prongsai.documents.answers.respondents import add_respondents
from prongsai.documents.answers.scores import add_scores, headings_of, year_of
from prongsai.documents.answers.table import decoded, is_workbook, rows_of_workbook
from prongsai.documents.readers.kinds import called
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.text.rows import Rows, rows_of_text

#: The headings stand this near to the top.
_HEAD_WITHIN = 10


def read_answers(files: Sequence[tuple[str, bytes]], framework: Framework) -> Collected:
    """All files together, each with its name for messages. Refusal for a file that is none of ours."""
    collected = Collected(framework)
    for name, data in files:
        if is_workbook(data, name):
            _add_table(rows_of_workbook(data, name), name, collected)
            continue
        text = decoded(data, name)
        if text.lstrip("\ufeff \n\t").startswith(("{", "[")):
            add_json(text, name, collected)
        else:
            _add_table(rows_of_text(text, name), name, collected)
    return collected


def _add_table(rows: Rows, name: str, to: Collected) -> None:
    for head in (row for row in sorted(rows) if row <= _HEAD_WITHIN):
        below = {row: rows[row] for row in sorted(rows) if row > head}
        if scores := headings_of(rows[head]):
            _check_year(rows[head], name, to.framework.year)
            add_scores(below, scores, name, to)
            return
        keys = {column: key_of(text, to.framework) for column, text in rows[head].items()}
        if any(key is not None for key in keys.values()):
            add_respondents(below, head, keys, name, to)
            return
    raise Refusal(
        f"{called(name)}ไม่มีหัวตารางที่รู้จัก แถวหัวตารางต้องเป็นรหัสข้อคำถาม เช่น i1a, i1b, i2 หรือเป็น “รหัส” และ “คะแนน” "
        "ดูตัวอย่างใน example-data",
        f"{name or 'The file'} has no headings that are known. They are codes of questions, such as i1a, i1b, i2, "
        "or “code” and “score”. There are examples in example-data.",
    )


def _check_year(head: Mapping[int, str], name: str, of: int) -> None:
    year = year_of(head)
    if year is not None and year != of:
        raise Refusal(
            f"{called(name)}เป็นแบบของปี {year} แต่กำลังคิดคะแนนตามกรอบปี {of} รหัสเดียวกันอาจหมายถึงคนละเรื่อง "
            f"โปรดใช้กรอบของปี {year}",
            f"{name or 'The file'} is of {year}, the framework of {of}: the same code may mean another thing. "
            f"Please use the framework of {year}.",
        )
