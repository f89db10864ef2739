"""What stands in one cell of a table of results."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from prongsai.core.country.hundredths import FULL, hundredths
from prongsai.core.country.kinds import bare, kind_called
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

#: A cell as it comes: text, or a number as a sheet keeps it. Nothing is None or empty.
Cell = str | int | float | Decimal | None
_YEARS = range(2560, 2601)


class BadCell(ValueError):
    """A cell that cannot be taken; ``sentence`` says why and what to do."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Sentence(th, en)


def text_of(cell: Cell) -> str:
    """The text of a cell, on one line; a whole number without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def score_of(cell: Cell) -> int:
    """A score of 0 to 100 in hundredths, in Arabic or Thai digits; what has more decimals is rounded half-up."""
    text = to_arabic(text_of(cell)).removesuffix("%").strip()
    if not text:
        raise BadCell("ว่างอยู่ โปรดใส่คะแนน 0 ถึง 100", "is empty; please give a score from 0 to 100")
    try:
        score = Decimal(text)
    except InvalidOperation:
        score = Decimal("NaN")
    if not score.is_finite():
        raise BadCell(
            f"“{text}” ไม่ใช่ตัวเลข โปรดใส่คะแนน 0 ถึง 100", f"'{text}' is no number; please give a score from 0 to 100"
        )
    if not 0 <= score <= 100:
        raise BadCell(f"คะแนน {text} อยู่นอกช่วง 0 ถึง 100", f"the score {text} is not between 0 and 100")
    return min(hundredths(score), FULL)


def year_of(cell: Cell) -> int:
    """A fiscal year of the Buddhist era."""
    text = to_arabic(text_of(cell)).removeprefix("ปี").removeprefix("พ.ศ.").strip()
    if not text.isdecimal() or int(text) not in _YEARS:
        raise BadCell(
            f"“{text}” ไม่ใช่ปีงบประมาณ พ.ศ. โปรดใส่เช่น 2566", f"'{text}' is no fiscal year; please write it as 2566"
        )
    return int(text)


def kind_of(cell: Cell) -> str:
    """The code of a kind of body."""
    text = text_of(cell)
    code = kind_called(text)
    if code is None:
        raise BadCell(
            f"ไม่รู้จักประเภทหน่วยงาน “{text}” โปรดใส่เช่น เทศบาลตำบล",
            f"no kind of agency is called '{text}'; please write for example เทศบาลตำบล",
        )
    return code


def province_of(cell: Cell, provinces: dict[str, str], *, needed: bool) -> str:
    """The full name of a province; empty where none is given or needed. ``provinces``: any name to it."""
    text = text_of(cell)
    found = provinces.get(bare(text.removeprefix("จังหวัด").removeprefix("จ.")), "")
    if text and not found:
        raise BadCell(f"ไม่มีจังหวัด “{text}” โปรดตรวจตัวสะกด", f"there is no province '{text}'; please check its spelling")
    if needed and not found:
        raise BadCell("ว่างอยู่ โปรดใส่จังหวัดของหน่วยงาน", "is empty; please give the province of the agency")
    return found
