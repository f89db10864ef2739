"""A filled template → its figures; every cell that is not taken is told by row and column."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter.utility import xl_col_to_name

from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.results.cells import code_of, score_of
from prongsai.documents.results.received import Found, Problem, Received
from prongsai.documents.results.rows import LEVEL, Line, Sort, Value, lines
from prongsai.documents.results.sheet import Sheet

#: Letters of a remark.
MOST_LETTERS = 2000


def filled(sheet: Sheet, framework: Framework, fiscal_year: int) -> Received:
    """What was filled in. Refusal for a template of another year: the same code means other things there."""
    year = sheet.head.year
    if year is not None and year != fiscal_year:
        raise Refusal(
            f"ไฟล์นี้เป็นแบบของปี {year} แต่หน้านี้เป็นผลของปี {fiscal_year} รหัสเดียวกันอาจหมายถึงคนละเรื่อง "
            f"โปรดเปิดหน้าผลการประเมินปี {year} หรือดาวน์โหลดแบบของปี {fiscal_year}",
            f"This file is the template of {year}, the page of {fiscal_year}: the same code may mean another thing. "
            f"Please open the page of {year}, or download the template of {fiscal_year}.",
        )
    reader = _Reader(sheet, framework)
    for at, row in sheet.rows.items():
        reader.row(at, row)
    return Received(
        from_template=True,
        found=tuple(reader.found.values()),
        problems=tuple(reader.problems),
        level=reader.level,
        level_where=reader.level_where,
        fiscal_year=year,
    )


class _Reader:
    def __init__(self, sheet: Sheet, framework: Framework) -> None:
        self._head = sheet.head
        self._lines: dict[str, Line] = {line.code: line for line in lines(framework)}
        self._levels = {name: one.name for one in framework.levels for name in (one.name, one.name_en)}
        self._rows: dict[str, int] = {}
        self.found: dict[str, Found] = {}
        self.problems: list[Problem] = []
        self.level = ""
        self.level_where: Sentence | None = None

    def row(self, at: int, row: Mapping[int, str]) -> None:
        """One row; one that holds no figure and no remark says nothing."""
        head = self._head
        score, remark = row.get(head.score, "").strip(), _unquoted(row.get(head.remark or 0, ""))
        if not score and not remark:
            return
        written = row.get(head.code, "").strip()
        code = code_of(written, self._lines)
        if code is None:
            self._problem(at, head.code, *_unknown(written))
        elif code in self._rows:
            self._problem(
                at,
                head.code,
                f"รหัส {written[:30]} ซ้ำกับแถว {self._rows[code]} ระบบใช้แถวแรก โปรดลบแถวที่ไม่ถูก",
                f"The code {written[:30]} stands in row {self._rows[code]} already. "
                "The first was taken; please delete the wrong one.",
            )
        else:
            self._rows[code] = at
            self._taken(at, self._lines[code], score, remark)

    def _taken(self, at: int, line: Line, score: str, remark: str) -> None:
        if line.code == LEVEL:
            self._level(at, score)
            return
        value = score_of(score, may_not_apply=line.sort is Sort.ITEM) if score else _without_score(line)
        if isinstance(value, Sentence):
            self._problem(at, self._head.score, value.th, value.en)
            return
        if len(remark) > MOST_LETTERS:
            self._problem(
                at,
                self._head.remark or 0,
                f"หมายเหตุยาวเกิน {MOST_LETTERS} ตัวอักษร โปรดย่อให้สั้นลง",
                f"The remark is longer than {MOST_LETTERS} letters. Please shorten it.",
            )
            return
        kept = remark if line.sort is Sort.ITEM else ""
        self.found[line.code] = Found(line.code, Value(value, kept), place(at, self._head.score))

    def _level(self, at: int, text: str) -> None:
        if (level := self._levels.get(text)) is None:
            known = ", ".join(dict.fromkeys(self._levels.values()))
            self._problem(
                at,
                self._head.score,
                f"ไม่มีระดับ “{text[:40]}” ในปีนี้ โปรดใช้ {known}",
                f"There is no level “{text[:40]}” this year. Please use one of {known}.",
            )
            return
        self.level, self.level_where = level, place(at, self._head.score)

    def _problem(self, row: int, column: int, th: str, en: str) -> None:
        self.problems.append(Problem(place(row, column), Sentence(th, en)))


def place(row: int, column: int) -> Sentence:
    """Where a cell stands, as a spreadsheet calls it."""
    letter = xl_col_to_name(column - 1) if column else "?"
    return Sentence(f"แถว {row} คอลัมน์ {letter}", f"row {row}, column {letter}")


def _unknown(written: str) -> tuple[str, str]:
    if not written:
        return "แถวนี้ไม่มีรหัส โปรดใส่รหัสตามแบบ", "This row has no code. Please enter the one of the template."
    return (
        f"ไม่มีรหัส “{written[:30]}” ในกรอบการประเมินปีนี้ โปรดใช้รหัสตามแบบที่ดาวน์โหลด",
        f"This year has no code “{written[:30]}”. Please use the codes of the template.",
    )


def _without_score(line: Line) -> Decimal | Sentence:
    return Sentence(
        f"มีหมายเหตุแต่ไม่มีคะแนนของ {line.code} โปรดกรอกคะแนน หรือใส่เครื่องหมาย - หากไม่ใช้กับหน่วยงาน",
        f"There is a remark but no score of {line.code}. Please enter the score, or - where it does not apply.",
    )


def _unquoted(text: str) -> str:
    """The remark without the sign that keeps a spreadsheet from running it."""
    plain = text.strip()
    return plain[1:] if plain[:1] == "'" and plain[1:2] in ("=", "+", "-", "@") else plain
