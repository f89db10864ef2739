"""Full dates in the Buddhist era, in the forms of official papers; read and written. Source: ita.md §8.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA
from prongsai.core.thai.months import FULL, MONTH, SHORT, WEEKDAYS, month_number
from prongsai.core.thai.unreadable import Unreadable

Style = Literal["official", "short", "numeric", "weekday"]

_WEEKDAY = r"(?:วัน(?P<weekday>" + "|".join(WEEKDAYS) + r")\s*(?:ที่)?\s*)?"
_YEAR = r"(?:พ\s*\.?\s*ศ\s*\.?)?\s*(?P<year>\d{4}|\d{2})(?!\d)"
_WORDS = re.compile(
    _WEEKDAY
    + r"(?:วันที่\s*)?(?<!\d)(?P<day>\d{1,2})\s*(?:เดือน)?\s*"
    + MONTH.replace("(", "(?P<month>", 1)
    + r"\s*"
    + _YEAR
)
_FIGURES = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})\s*[/-]\s*(?P<number>\d{1,2})\s*[/-]\s*(?P<year>\d{4}|\d{2})(?![\d/])"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)")
_FRINGE = re.compile(r"^\s*(?:ณ\s*)?(?:ภายใน)?\s*(?:วันที่)?\s*$|^\s*(?:เวลา\s*[\d.:]+\s*น\.?)?\s*$")
_WHY = Sentence(
    "อ่านวันที่ไม่ได้ โปรดเขียนเช่น ๘ กุมภาพันธ์ ๒๕๖๖ หรือ 8/2/2566",
    "The date cannot be read. Please write it like 8 กุมภาพันธ์ 2566 or 8/2/2566.",
)


def full_year(text: str) -> int:
    """The Common Era year of a written one: two digits are of the Buddhist 2500s, 1900 to 2199 is the Common Era."""
    year = int(text)
    if len(text) <= 2:
        return 2500 + year - ERA
    return year if 1900 <= year < 2200 else year - ERA


def parse_date(text: str) -> date | Unreadable:
    """The one date that the text is; ``ณ วันที่``, a weekday and a time of day may stand around it."""
    found = list(_found(to_arabic(text)))
    if len(found) != 1:
        return Unreadable(text, _WHY)
    start, end, day, _ = found[0]
    plain = to_arabic(text)
    if not _FRINGE.match(plain[:start]) or not _FRINGE.match(plain[end:]):
        return Unreadable(text, _WHY)
    return day


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Every full date in a text, as (start, end, date), in order."""
    return [(start, end, day) for start, end, day, _ in _found(to_arabic(text))]


def weekday_agrees(text: str) -> bool | None:
    """Whether the weekday that is written is that of the date; None where there is no date or no weekday."""
    for _, _, day, weekday in _found(to_arabic(text)):
        if weekday:
            return WEEKDAYS[day.weekday()] == weekday
    return None


def format_date(day: date, style: Style = "official", *, thai_digits: bool = True) -> str:
    """``๘ กุมภาพันธ์ ๒๕๖๖``, short ``๘ ก.พ. ๖๖``, numeric ``๘/๒/๒๕๖๖``, or with the weekday in front."""
    year = day.year + ERA
    written = {
        "official": f"{day.day} {FULL[day.month - 1]} {year}",
        "short": f"{day.day} {SHORT[day.month - 1]} {year % 100:02d}",
        "numeric": f"{day.day}/{day.month}/{year}",
        "weekday": f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {FULL[day.month - 1]} {year}",
    }[style]
    return to_thai(written) if thai_digits else written


def _found(plain: str) -> Iterator[tuple[int, int, date, str]]:
    matches = [match for pattern in (_WORDS, _FIGURES, _ISO) for match in pattern.finditer(plain)]
    for match in sorted(matches, key=lambda one: one.start()):
        parts = match.groupdict()
        month = month_number(parts["month"]) if "month" in parts else int(parts["number"])
        try:
            day = date(full_year(parts["year"]), month, int(parts["day"]))
        except ValueError:
            continue
        yield match.start(), match.end(), day, parts.get("weekday") or ""
