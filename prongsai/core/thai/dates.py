"""Full dates in the Buddhist era, in the forms of official papers; read and written. Source: ita.md §8.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA, YEARS, buddhist_year, short_year
from prongsai.core.thai.months import FULL, MONTH, SHORT, WEEKDAYS, month_number
from prongsai.core.thai.unreadable import Unreadable, shown

Style = Literal["official", "short", "numeric", "weekday"]

#: White space is bounded, so that no text, however odd, takes long.
_GAP = r"\s{0,9}"
_WEEKDAY = rf"(?:วัน(?P<weekday>{'|'.join(WEEKDAYS)}){_GAP}(?:ที่)?{_GAP})?"
#: A written year in one group, with or without พ.ศ.; years of one, three or five digits are none.
YEAR = rf"(?:พ\s?\.?\s?ศ\s?\.?)?{_GAP}(\d{{4}}|\d{{2}})(?!\d)"
_WORDS = re.compile(
    rf"{_WEEKDAY}(?:วันที่{_GAP})?(?<!\d)(?P<day>\d{{1,2}}){_GAP}(?:เดือน{_GAP})?"
    + MONTH.replace("(", "(?P<month>", 1)
    + _GAP
    + YEAR.replace("(\\d", "(?P<year>\\d", 1)
)
_FIGURES = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})\s?[/-]\s?(?P<number>\d{1,2})\s?[/-]\s?(?P<year>\d{4}|\d{2})(?![\d/])"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)")
_BEFORE = re.compile(r"\(?\s?(?:ณ|ลง|เมื่อ|ภายใน)?\s?(?:วันที่)?\s?")
_AFTER = re.compile(r"\s?(?:เวลา\s?\d{1,2}[.:]\d{2}\s?(?:[-–]\s?\d{1,2}[.:]\d{2}\s?)?(?:น\s?\.?)?)?\s?\)?")
#: More letters than any one date is written with.
_LONGEST = 120


def full_year(text: str) -> int:
    """The Common Era year of a written one: two digits are of the Buddhist 2500s, 1900 to 2199 is the Common Era."""
    year = buddhist_year(int(text)) if len(text) <= 2 else int(text)
    return year if 1900 <= year < 2200 else year - ERA


def parse_date(text: str) -> date | Unreadable:
    """The one date that the text is; ``ณ วันที่``, a weekday and a time of day may stand around it."""
    plain = " ".join(to_arabic(text).split()) if len(text) <= _LONGEST else ""
    found = list(_found(plain))
    if len(found) == 1:
        start, end, day, _ = found[0]
        if _BEFORE.fullmatch(plain[:start]) and _AFTER.fullmatch(plain[end:]):
            return day
    return Unreadable(text, _why(shown(text)))


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
        "short": f"{day.day} {SHORT[day.month - 1]} {short_year(year)}",
        "numeric": f"{day.day}/{day.month}/{year}",
        "weekday": f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {FULL[day.month - 1]} {year}",
    }[style]
    return to_thai(written) if thai_digits else written


def _found(plain: str) -> Iterator[tuple[int, int, date, str]]:
    """Start, end, date and weekday of each date that the calendar has; none begins inside another."""
    matches = [match for pattern in (_WORDS, _FIGURES, _ISO) for match in pattern.finditer(plain)]
    passed = 0
    for match in sorted(matches, key=lambda one: one.start()):
        day = _day_of(match.groupdict())
        if day is not None and match.start() >= passed:
            passed = match.end()
            yield match.start(), passed, day, match.groupdict().get("weekday") or ""


def _day_of(parts: dict[str, str | None]) -> date | None:
    year = full_year(parts["year"] or "")
    name = parts.get("month")
    month = month_number(name) if name else int(parts["number"] or 0)
    try:
        return date(year, month, int(parts["day"] or 0)) if year + ERA in YEARS else None
    except ValueError:
        return None


def _why(saw: str) -> Sentence:
    return Sentence(
        f"อ่านวันที่ไม่ได้: พบ “{saw}” โปรดเขียนเช่น ๘ กุมภาพันธ์ ๒๕๖๖ หรือ 8/2/2566",
        f"“{saw}” cannot be read as a date. Please write it like 8 กุมภาพันธ์ 2566 or 8/2/2566.",
    )
