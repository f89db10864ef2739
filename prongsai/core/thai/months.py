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


def _loose(short: str) -> str:
    """An abbreviation whose dots and spaces may be missing or one too many: ``ต.ค``, ``ก. พ.``, ``ก.พ...``."""
    return r"[.\s]*".join(re.escape(letter) for letter in short.split(".")[:-1]) + r"\.*"


#: One group: the name of a month, full before short, long before short so that มี.ค. is not ม.ค.
MONTH = "(" + "|".join([*sorted(FULL, key=len, reverse=True), *map(_loose, sorted(SHORT, key=len, reverse=True))]) + ")"


def month_number(name: str) -> int:
    """1 to 12 for what the pattern MONTH has found."""
    return _NUMBERS[re.sub(r"[.\s]", "", name)]
