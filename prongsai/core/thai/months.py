"""Names of months and weekdays, and how they are found in text."""

from __future__ import annotations

import re

FULL = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
#: Monday first, as ``date.weekday()`` counts.
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")

_NUMBERS: dict[str, int] = {}
for _number, (_full, _short) in enumerate(zip(FULL, SHORT, strict=True), start=1):
    _NUMBERS[_full] = _number
    _NUMBERS[_short.replace(".", "")] = _number


#: What goes on as a word: letters, vowels and tone marks, but not digits.
_WORD = "[ก-ฮะ-ฺเ-๎]"
#: ก.ค.ศ., ก.พ.ร. and ก.พ.อ. are offices, not months.
_OFFICE = r"(?!\s?[ศรอ]\s?\.)"


def _spaced(full: str) -> str:
    """A name between whose letters a scan may have left a space: ``ตุลา คม``."""
    return r"\s?".join(full)


def _loose(short: str) -> str:
    """An abbreviation whose dots and spaces may be too many or too few: ``ต.ค``, ``ก. พ.``, ``ก.พ...``, ``ตค``.

    Without a dot inside it must stand alone, and no letter may follow: ลูกค้า and ต.คลองสวน hold no month.
    """
    first, second = short.split(".")[:-1]
    dotted, bare = rf"{first}\s?\.[.\s]{{0,8}}{second}", rf"(?<!{_WORD}){first}\s?{second}"
    return rf"(?:{dotted}|{bare})(?!{_WORD})\.{{0,9}}+{_OFFICE}"


#: One group: the name of a month, full before short, long before short so that มี.ค. is not ม.ค.
MONTH = "(" + "|".join([*map(_spaced, FULL), *map(_loose, sorted(SHORT, key=len, reverse=True))]) + ")"


def month_number(name: str) -> int:
    """1 to 12 for what the pattern MONTH has found."""
    return _NUMBERS[re.sub(r"[.\s]", "", name)]
