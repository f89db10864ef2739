"""How periods are written: the patterns of months, quarters, halves and years. Texts have Arabic digits by then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from prongsai.core.thai.dates import YEAR, full_year
from prongsai.core.thai.fiscal import ERA, YEARS
from prongsai.core.thai.months import MONTH, month_number

_TO = r"(?:-|–|—|ถึง|และ|,)"
#: ``1 - 31 ต.ค. 65``, ``1 ต.ค.``, ``ต.ค. 65``, ``ต.ค.``
_ENDPOINT = re.compile(
    rf"(?:(?:(?<!\d)(?P<first>\d{{1,2}})\s?{_TO}\s?)?(?<!\d)(?P<day>\d{{1,2}})\s?(?:เดือน\s?)?)?"
    + MONTH.replace("(", "(?P<month>", 1)
    + r"\s?(?:"
    + YEAR.replace("(\\d", "(?P<year>\\d", 1)
    + r")?"
)
#: A number that counts something else than days: ``ไตรมาสที่ 2 ม.ค. - มี.ค. 66``.
_COUNT = re.compile(r"(?:ไตรมาส|ครั้ง|ระยะ|รอบ|งวด)\s?(?:ที่)?\s?\d{1,2}(?!\d)")
#: A figure after a month that is no year: three digits, five digits, a number of something.
_LEFT = re.compile(r"\s?\d")
_COUNTED = r"(?!\d|\s?(?:เดือน|ครั้ง|วัน|ปี|ไตรมาส))"
_NAMED = re.compile(
    rf"ปี\s?(?:งบ\s?ประมาณ)?[\s.():พศ]{{0,12}}(\d{{4}}|\d{{2}}){_COUNTED}"
    rf"(?:\s?{_TO}\s?(?:ปี)?(?:งบ\s?ประมาณ)?[\s.():พศ]{{0,12}}(\d{{4}}|\d{{2}}){_COUNTED})?"
)
_ALONE = re.compile(r"(?:พ\s?\.?\s?ศ\s?\.?)?\s?(\d{4})")
QUARTERS = re.compile(rf"ไตรมาส\s?(?:ที่)?\s?([1-4])(?:\s?{_TO}\s?(?:ไตรมาส)?\s?(?:ที่)?\s?([1-4]))?(?!\d)")
HALF = re.compile(r"(?<!\d)(?:(?:6|หก)\s?เดือน|ครึ่งปี)\s?(หลัง)?")
#: The whole of the year that is meant: said outright, or as work that comes again through the year.
WHOLE = re.compile(
    r"ตลอด\s?(?:ทั้ง)?\s?ปี|ทั้งปี|ปี\s?งบ\s?ประมาณ|ต่อเนื่อง|(?:12|สิบสอง)\s?เดือน|ทุก\s?(?:ๆ\s?)?(?:\d{1,2}\s?)?(?:เดือน|ไตรมาส)"
)
OFTEN = re.compile(r"ทุก\s?(?:ๆ\s?)?(?:\d{1,2}\s?)?(?:เดือน|ไตรมาส)")
UNTIL = re.compile(r"ภายใน|ไม่เกิน|ก่อน")
SINCE = re.compile(r"ตั้งแต่|เป็นต้นไป")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A month as written; a day is None where none stands before it, the year (CE) where none stands after.

    ``day`` and ``last_day`` are 1 and 31 of ``1 - 31 ต.ค.``, and the same of a lone date.
    """

    day: int | None
    last_day: int | None
    month: int
    year: int | None


#: Behind the last month: a dash, and what it leads to.
_GOES_ON = re.compile(r"\s*(?:[-–—]|ถึง)\s*[^\W\d_]")


def endpoints(plain: str) -> list[Endpoint] | None:
    """The months of a text in order.

    None where a figure beside one cannot be a year or a day, or where the text goes on to something that is no month.
    """
    found, passed = [], 0
    plain = _COUNT.sub(" ", plain)
    for match in _ENDPOINT.finditer(plain):
        year = full_year(match["year"]) if match["year"] else None
        if (year is None and _LEFT.match(plain, match.end())) or (year is not None and year + ERA not in YEARS):
            return None
        last_day = int(match["day"]) if match["day"] else None
        day = int(match["first"]) if match["first"] else last_day
        found.append(Endpoint(day, last_day, month_number(match["month"]), year))
        passed = match.end()
    return None if found and _GOES_ON.match(plain, passed) else found


def named_years(plain: str) -> tuple[int, int] | None:
    """The first and last fiscal year (Buddhist era) that the text names; mostly they are one."""
    found = _NAMED.search(plain) or _ALONE.fullmatch(plain)
    if not found:
        return None
    years = [full_year(text) + ERA for text in found.groups() if text]
    if any(year not in YEARS for year in years) or years[0] > years[-1]:
        return None
    return years[0], years[-1]


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, where the month has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
