"""A number of a cell → what a person sees there: a figure, a percentage, a date, a time."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from prongsai.core.thai.dates import format_date
from prongsai.core.thai.digits import to_thai
from prongsai.core.thai.fiscal import ERA
from prongsai.core.thai.months import FULL

#: Formats that stand in no file, by their number; those of eastern calendars and of Thai ones are dates too.
_BUILT_IN = {
    **dict.fromkeys((1, 3, 37, 38, 41, 42, 59, 61), "0"),
    **dict.fromkeys((2, 4, 39, 40, 43, 44, 60, 62), "0.00"),
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm",
    20: "h:mm",
    21: "h:mm",
    22: "d/m/yyyy h:mm",
    **dict.fromkeys((14, 15, *range(27, 37), *range(50, 59), 71, 72, 81), "d/m/yyyy"),
    16: "d-mmm",
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    67: "0%",
    68: "0.00%",
    74: "mmm-yy",
    75: "h:mm",
}
#: Words between quotes, letters behind a backslash, names of languages and colours: not what is shown of the number.
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PERCENT = re.compile(r"(?:\.([0#?]*))?[0#?\s]*%")
#: A plain number, in Thai digits with a ``t`` in front. A comma behind it would show thousands of it.
_DECIMALS = re.compile(r"[\s()+฿ก-๛-]*t?[#0?,]*[#0?](?:\.([#0?]*))?[\s()฿ก-๛-]*")
_PARTS = re.compile(r"[dmyhs]", re.IGNORECASE)
#: Excel counts days from 1900, with a 29 February 1900 that never was; some files from 1904.
_FIRST, _AFTER_FAULT, _FAULT, _FIRST_1904 = date(1899, 12, 31), date(1899, 12, 30), 60, date(1904, 1, 1)
_LAST_DAY = 2_958_465
#: Numbers have fifteen digits that count.
_EXACT = 1e15
#: A year as far ahead was typed as a Buddhist one, which Excel took for a Common one.
_TYPED_BUDDHIST = 2400


@dataclass(frozen=True, slots=True)
class Format:
    """What a format asks for: decimals of a percentage or of a number, or the parts of a date (``dmyhs``)."""

    percent: int | None = None
    decimals: int | None = None
    parts: frozenset[str] = frozenset()


#: What a number has that asks for nothing.
NUMBER = Format()


def format_of(code: str | None, number: int) -> Format:
    """The format with that code, or with that number where the code is built in."""
    whole = code if code is not None else _BUILT_IN.get(number, "")
    shown = _ASIDE.sub("", whole).split(";")[0]
    if found := _PERCENT.search(shown):
        return Format(percent=len(found[1] or ""))
    if shown.strip().lower() in ("", "general", "@"):
        return NUMBER
    if found := _DECIMALS.fullmatch(shown):
        return Format(decimals=len(found[1] or ""))
    return Format(parts=frozenset(part.lower() for part in _PARTS.findall(shown)))


def shown(value: float, format: Format, *, since_1904: bool = False) -> str:
    """The number as a person sees it. Dates are written as official papers have them."""
    if not math.isfinite(value):
        return ""
    if format.percent is not None:
        return f"{value * 100:.{min(format.percent, 10)}f}%"
    if format.parts and 0 <= value <= _LAST_DAY:
        return _moment(value, format.parts, since_1904=since_1904)
    if format.decimals is not None and abs(value) < _EXACT:
        value = _rounded(value, min(format.decimals, 10))
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"


def _rounded(value: float, decimals: int) -> float:
    """No more decimals than are seen: an average has many. Halves go up, as on the sheet and as people count."""
    return float(Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _moment(value: float, parts: frozenset[str], *, since_1904: bool) -> str:
    days, minutes = divmod(round(value * 1440), 1440)
    time = to_thai(f"{minutes // 60:02}.{minutes % 60:02} น.")
    if not parts & {"d", "y"} and parts & {"h", "s"}:
        return time
    written = _day(_date(days, since_1904=since_1904), parts)
    return f"{written} เวลา {time}" if minutes and "h" in parts else written


def _date(days: int, *, since_1904: bool) -> date:
    if since_1904:
        found = _FIRST_1904 + timedelta(days=min(days, _LAST_DAY - 1462))
    else:
        found = (_FIRST if days < _FAULT else _AFTER_FAULT) + timedelta(days=days)
    return found if found.year < _TYPED_BUDDHIST else _earlier(found)


def _earlier(day: date) -> date:
    try:
        return day.replace(year=day.year - ERA)
    except ValueError:  # a 29 February that the other calendar does not have
        return day.replace(year=day.year - ERA, day=28)


def _day(day: date, parts: frozenset[str]) -> str:
    """The date; without its day where the format has none: ``กุมภาพันธ์ ๒๕๖๖``."""
    if "d" in parts:
        return format_date(day, "official")
    month = FULL[day.month - 1] if "m" in parts else ""
    year = to_thai(day.year + ERA) if "y" in parts else ""
    return f"{month} {year}".strip()
