"""One cell of a table of results: a score as people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.country.hundredths import FULL, hundredths
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import YEARS, buddhist_year

_EMPTY = {
    "",
    "-",
    "–",
    "—",
    "n/a",
    "na",
    "null",
    "none",
    "nan",
    "ไม่มี",
    "ไม่มีผล",
    "ไม่มีข้อมูล",
    "ไม่ได้ประเมิน",
    "ไม่เข้าร่วม",
    "ไม่เข้ารับการประเมิน",
}
_NUMBER = re.compile(r"([-−]?)(\d{1,9})(?:\.(\d{0,20}))?\s*%?")
_LONGEST_SHOWN = 30
#: Decimals that published scores have.
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Score:
    """``value`` in hundredths, None where the cell says that there is none. ``rounded``: it had more decimals."""

    value: int | None
    rounded: bool = False


def is_empty(text: str) -> bool:
    """Whether the cell says that there is nothing."""
    return text.strip().lower() in _EMPTY


def read_score(text: str) -> Score | Sentence:
    """The score in a cell, Thai digits too; or what is wrong with it."""
    if is_empty(text):
        return Score(None)
    found = _NUMBER.fullmatch(to_arabic(text).strip())
    if found is None:
        said = text.strip()[:_LONGEST_SHOWN]
        return Sentence(f"“{said}” ไม่ใช่คะแนน โปรดเขียนเช่น 97.65", f"“{said}” is no score. Please write it as 97.65.")
    value = hundredths(Decimal(f"{found[2]}.{found[3] or 0}"))
    if found[1] or value > FULL:
        said = to_arabic(text).strip()[:_LONGEST_SHOWN]
        return Sentence(
            f"คะแนน {said} อยู่นอกช่วง 0 ถึง 100 โปรดตรวจกับต้นฉบับ",
            f"The score {said} is outside 0 to 100. Please check it against the original.",
        )
    return Score(value, len((found[3] or "").rstrip("0")) > _DECIMALS)


def read_year(text: str) -> int | None:
    """The fiscal year in a cell such as 2566, 66 or ปี พ.ศ. ๒๕๖๖; None where it holds none of the Buddhist era."""
    digits = "".join(to_arabic(text).split()).removeprefix("ปีงบประมาณ").removeprefix("ปี").removeprefix("พ.ศ.")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len("2566"):
        return None
    year = buddhist_year(int(digits))
    return year if year in YEARS else None
