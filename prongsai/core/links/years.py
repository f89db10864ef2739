"""Which fiscal years a text is of. Lenient in finding the year that is wanted, strict in calling it another's.

Thousands of pages are looked at a minute: numbers are found first, and only then what stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.framework.rules import YearRule
from prongsai.core.thai.digits import THAI, to_thai
from prongsai.core.thai.fiscal import ERA

#: Letters before a number that can belong to it.
_BEFORE = 28
_ERA_WORD = r"(?:[พค]\s?\.?\s?ศ\s?\.?)?\s{0,3}$"
#: ประจำปี and งบประมาณ, also as they come out of many a PDF, where vowels were other letters, or two.
_YEARLY, _BUDGET = r"ประจ[^ก-ฮ\d\n]{1,4}ปี", r"งบ(?:ประม[^ก-ฮ\d\n]{1,4}ณ|ฯ)?"
#: October, November and December of a calendar year are of the next fiscal year.
_LAST_MONTH = re.compile(
    r"(?:ตุลาคม|พฤศจิกายน|ธันวาคม|ต\.?\s?ค\.?|พ\.?\s?ย\.?|ธ\.?\s?ค\.?|oct(?:ober)?\.?|nov(?:ember)?\.?|dec(?:ember)?\.?"
    r"|(?<!\d)\d?\d\s?[/.-]\s?1[0-2]\s?[/.-])\s{0,3}" + _ERA_WORD
)
_ISO_LAST_MONTH = re.compile(r"-1[0-2]-\d\d(?!\d)")
#: What may stand before a year of two digits, so that it is one: ปี 66, ต.ค. 66, 12/3/66, ita66.
_OF_TWO = re.compile(r"(?:ปี|งบ|ประมาณ|คม|ยน|พันธ์|[คยพศ]\.|[ตพธสมก]\.?\s?[คยพ]|[/_'’-]|ita|fy|oit)\s{0,3}" + _ERA_WORD)
_RANGE = re.compile(r"25(\d\d)\s{0,3}(?:[-–—/]|ถึง)\s{0,3}(?:พ\.?\s?ศ\.?)?\s{0,3}(?:25)?(\d\d)(?!\d)")
#: Words after which a year is the one that a page or paper is of, and not a law's or a date's.
_OF = re.compile(rf"(?:{_YEARLY}|ปี{_BUDGET}|{_BUDGET}(?:รายจ่าย)?ปี)\s*(?:{_BUDGET})?\s*{_ERA_WORD}")
_FULL = re.compile(r"25[5-9]\d")
_TWO = r" {0,3}(?:พ\.?ศ\.?)? {0,3}([5-9]\d)(?![\d,.%/])"
_SHORT = (re.compile(f"ปี{_BUDGET}{_TWO}"), re.compile(f"{_YEARLY}(?:{_BUDGET})?{_TWO}"))
_ANY = re.compile(r"(?<!\d)(?:25[4-9]\d|20[0-4]\d)(?!\d)")
#: A page is of a year near the wanted one, or it is history.
_NEAR = 8


def wanted_year(fiscal_year: int, rule: YearRule) -> int | None:
    """The fiscal year (Buddhist era) that content must be of under the rule; None where any will do."""
    if rule is YearRule.NONE:
        return None
    return fiscal_year - 1 if rule is YearRule.PREVIOUS else fiscal_year


def mentions(text: str, year: int) -> bool:
    """Whether the text (lower case) mentions the fiscal year: 2566, ๒๕๖๖, 2023, ปี 66, 1 ต.ค. 65, 2564-2568."""
    if str(year) in text or to_thai(year) in text:
        return True
    plain = _with_arabic(text)
    return (
        any(_numbers(plain, str(year - ERA)))
        or any(_OF_TWO.search(before) for before in _numbers(plain, f"{year % 100:02}"))
        or _has_last_months(plain, year - 1)
        or any(int(first) <= year % 100 <= int(last) for first, last in _RANGE.findall(plain))
    )


def _has_last_months(plain: str, before: int) -> bool:
    """Whether October, November or December of the calendar year before stand in it."""
    iso = str(before - ERA)
    return any(
        _LAST_MONTH.search(words) for one in (str(before), f"{before % 100:02}", iso) for words in _numbers(plain, one)
    ) or any(_ISO_LAST_MONTH.match(plain, at + 4) for at in _places(plain, iso))


def years_said(text: str) -> list[int]:
    """The years that the text says it is of; a year of a law, a date or a telephone is none."""
    plain = _with_arabic(text)
    full = (found for found in _FULL.finditer(plain) if not plain[found.end() : found.end() + 1].isdigit())
    said = [int(found[0]) for found in full if _OF.search(plain[max(0, found.start() - 2 * _BEFORE) : found.start()])]
    return said + [2500 + int(two) for pattern in _SHORT for two in pattern.findall(plain)]


def other_years(text: str, year: int) -> list[int]:
    """Of years_said, those near enough to the wanted one to be meant instead of it, each once, in order."""
    return sorted({one for one in years_said(text) if one != year and abs(one - year) <= _NEAR})


def has_any_year(text: str) -> bool:
    """Whether a year of either era stands in it at all."""
    return _ANY.search(_with_arabic(text)) is not None


def _with_arabic(text: str) -> str:
    """As thai.digits.to_arabic; many times faster on a long text without Thai digits."""
    for value, digit in enumerate(THAI):
        text = text.replace(digit, str(value))
    return text


def _places(plain: str, number: str) -> Iterator[int]:
    """Where the number stands, alone and not inside a longer one."""
    at = plain.find(number)
    while at >= 0:
        end = at + len(number)
        if not plain[at - 1 : at].isdigit() and not plain[end : end + 1].isdigit():
            yield at
        at = plain.find(number, end)


def _numbers(plain: str, number: str) -> Iterator[str]:
    """What stands before each place of the number; never empty."""
    return (plain[max(0, at - _BEFORE) : at] or " " for at in _places(plain, number))
