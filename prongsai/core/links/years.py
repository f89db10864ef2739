"""Which fiscal years a text is of. Lenient in finding the year that is wanted, strict in calling it another's."""

from __future__ import annotations

import re
from functools import cache

from prongsai.core.framework.rules import YearRule
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA

#: October, November and December of a calendar year are of the next fiscal year; full, short and in English.
_LAST_MONTHS = (
    r"(?:ตุลาคม|พฤศจิกายน|ธันวาคม|ต\.?\s?ค\.?|พ\.?\s?ย\.?|ธ\.?\s?ค\.?|oct(?:ober)?\.?|nov(?:ember)?\.?|dec(?:ember)?\.?)"
)
_ERA_WORD = r"\s{0,3}(?:พ\.?\s?ศ\.?)?\s{0,3}"
#: What may stand before a year of two digits, so that it is one: ปี 66, ต.ค. 66, 12/3/66, ita66.
_BEFORE_TWO = r"(?:ปี|งบ|ประมาณ|ศ\.?|คม|ยน|พันธ์|[คยพ]\.?|[/_'’-]|ita|fy|oit)\s{0,3}"
_RANGE = re.compile(r"(?<!\d)(25\d\d)\s{0,3}(?:[-–—/]|ถึง)\s{0,3}(?:พ\.?\s?ศ\.?)?\s{0,3}(25\d\d|\d\d)(?!\d)")
#: Words after which a year is the one that a page or paper is of, and not a law's or a date's.
_OF = re.compile(
    r"(?:ประจำปี|ปีงบประมาณ|ปีงบฯ?|งบประมาณ(?:รายจ่าย)?(?:ประจำ)?ปี)(?:งบประมาณ)?\s{0,3}(?:พ\.?\s?ศ\.?)?\s{0,3}(25\d\d|[5-9]\d)(?![\d,.%/])"
)
_ANY = re.compile(r"(?<!\d)(?:25[4-9]\d|20[0-4]\d)(?!\d)")
#: A page is of a year near the wanted one, or it is history.
_NEAR = 8


def wanted_year(fiscal_year: int, rule: YearRule) -> int | None:
    """The fiscal year (Buddhist era) that content must be of under the rule; None where any will do."""
    if rule is YearRule.NONE:
        return None
    return fiscal_year - 1 if rule is YearRule.PREVIOUS else fiscal_year


def mentions(text: str, year: int) -> bool:
    """Whether the text (lower case) mentions the fiscal year in any form: 2566, ๒๕๖๖, 2023, ปี 66, 1 ต.ค. 65, 2564-2568."""
    if str(year) in text or to_thai(year) in text:
        return True
    plain = to_arabic(text)
    return _forms(year).search(plain) is not None or any(_spans(found, year) for found in _RANGE.finditer(plain))


@cache
def _forms(year: int) -> re.Pattern[str]:
    before = year - 1
    return re.compile(
        rf"(?<!\d){year - ERA}(?!\d)"
        rf"|{_BEFORE_TWO}{year % 100:02}(?!\d)"
        rf"|{_LAST_MONTHS}{_ERA_WORD}(?:{before}|{before % 100:02}|{before - ERA})(?!\d)"
        rf"|(?<!\d)\d?\d\s?[/.-]\s?1[0-2]\s?[/.-]\s?(?:{before}|{before % 100:02}|{before - ERA})(?!\d)"
        rf"|(?<!\d){before - ERA}-1[0-2]-\d\d"
    )


def _spans(found: re.Match[str], year: int) -> bool:
    first, last = int(found[1]), int(found[2])
    return first <= year <= (last if last > 100 else first // 100 * 100 + last)


def years_said(text: str) -> list[int]:
    """The years that the text says it is of, in order; a year of a law, a date or a telephone is none."""
    return [int(one) if len(one) == 4 else 2500 + int(one) for one in _OF.findall(to_arabic(text))]


def other_years(text: str, year: int) -> list[int]:
    """Of years_said, those near enough to the wanted one to be meant instead of it."""
    return sorted({one for one in years_said(text) if one != year and abs(one - year) <= _NEAR})


def has_any_year(text: str) -> bool:
    """Whether a year of either era stands in it at all."""
    return _ANY.search(to_arabic(text)) is not None
