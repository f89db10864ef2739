"""Of which time the data of an item must be, and whether what is shown speaks of another. Source: ita.md §3.2, §3.4."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.core.framework.rules import YearRule
from prongsai.core.review.checks.report_year import wrong_year
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import FiscalYear, RoundKind, fiscal_year_of, round_dates
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period
from prongsai.core.thai.unreadable import Unreadable

#: Plans of a year are mostly made before it begins.
AHEAD = timedelta(days=183)
#: A title longer than this tells a story, not a period.
_LONGEST = 200
_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")

RULES: dict[YearRule, Sentence] = {
    YearRule.CURRENT: Sentence("ของปีงบประมาณที่รับการประเมิน", "of the assessed fiscal year"),
    YearRule.FIRST_SIX_MONTHS: Sentence(
        "หกเดือนแรกของปีงบประมาณที่รับการประเมิน", "of the first six months of the assessed fiscal year"
    ),
    YearRule.PREVIOUS: Sentence("ของปีงบประมาณก่อนปีที่รับการประเมิน", "of the fiscal year before the assessed one"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an item asks of its data: the rule, and the days that they must cover."""

    rule: YearRule
    period: Period

    @property
    def words(self) -> Sentence:
        """The rule in words, to stand before the days."""
        return RULES[self.rule]

    @property
    def year(self) -> int:
        """The fiscal year (Buddhist era) in which the days lie."""
        return fiscal_year_of(self.period.end)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that an item shows: what it is called, whether that is a title, and the day from which it counts."""

    text: str
    is_title: bool = False
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OtherPeriod:
    """That something speaks of another time: the words, or the day."""

    text: str
    told: str
    on: date | None = None


def wanted_of(rule: YearRule, fiscal_year: int) -> Wanted | None:
    """What an item of that fiscal year (Buddhist era) must cover; None where its rule asks for no time."""
    if rule is YearRule.NONE:
        return None
    if rule is YearRule.FIRST_SIX_MONTHS:
        return Wanted(rule, round_dates(fiscal_year, RoundKind.SIX_MONTHS))
    year = FiscalYear(fiscal_year - (rule is YearRule.PREVIOUS))
    return Wanted(rule, Period(year.start, year.end))


def other_periods(wanted: Wanted, shown: Iterable[Shown]) -> tuple[OtherPeriod, ...]:
    """What speaks of another time, in the order in which it is shown; once for each thing.

    Running text is read as the reviewer reads a report (check Y01): only years that stand as the year of the data. A
    title is a name: it speaks of another time where it names years or days, and none of them is of the time asked for.
    """
    return tuple(found for one in shown if (found := _other(wanted, one)) is not None)


def _other(wanted: Wanted, shown: Shown) -> OtherPeriod | None:
    told = _of_title(wanted, shown.text) if shown.is_title else _of_text(wanted, shown.text)
    if told:
        return OtherPeriod(shown.text, told)
    early = AHEAD if wanted.rule is YearRule.CURRENT else timedelta(0)
    if shown.on is not None and shown.on < wanted.period.start - early:
        return OtherPeriod(shown.text, "", shown.on)
    return None


def _of_text(wanted: Wanted, text: str) -> str:
    found = wrong_year(text, wanted.rule, wanted.year)
    return str(found) if found else ""


def _of_title(wanted: Wanted, title: str) -> str:
    """The years that a title names, where none of what it names touches the days asked for."""
    plain = to_arabic(title[:_LONGEST])
    years = list(dict.fromkeys(_YEAR.findall(plain)))
    if not years or str(wanted.year) in years:
        return ""
    days = [day for _start, _end, day in find_dates(plain)]
    period = parse_period(plain)
    spans = [Period(day, day) for day in days] + ([] if isinstance(period, Unreadable) else [period])
    if any(_touch(wanted.period, span) for span in spans):
        return ""
    return "–".join((years[0], years[-1]) if len(years) > 1 else years)


def _touch(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
