"""Results that stand far from those of the same kind: worth a look, and no judgement.

The measure is the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993): how many times
the usual distance a value lies from the middle of its kind. The usual distance is the median distance from the median
times 1.4826, so that some strange values do not hide each other. From 3.5 on, their advice, a value is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from prongsai.core.country.hundredths import median
from prongsai.core.country.summary import Row
from prongsai.core.sentence import Sentence

#: So many times the usual distance from the middle. Of ten indicators one is far by chance ten times as often.
FAR = Fraction(7, 2)
FAR_INDICATOR = Fraction(5)
_TO_DEVIATION = Fraction(14826, 10000)
#: Where nearly all are alike any step would be far: the usual distance is taken as at least so much (hundredths).
LEAST_DISTANCE = 200
#: Fewer bodies of a kind than this have no usual distance.
FEWEST = 12
INDICATORS = 10


class Rule(StrEnum):
    """Why a result is named."""

    CHANGE = "change"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class Told:
    """The name of a rule, and why it is worth a look."""

    name: Sentence
    reason: Sentence


RULES: Mapping[Rule, Told] = {
    Rule.CHANGE: Told(
        Sentence(
            "คะแนนเปลี่ยนจากปีก่อนต่างจากหน่วยงานประเภทเดียวกันมาก",
            "The total changed far more, or less, than that of its kind",
        ),
        Sentence(
            "อาจเป็นความพยายามที่เป็นแบบอย่างได้ หรือหน่วยงานอาจต้องการความช่วยเหลือ หรือข้อมูลอาจคลาดเคลื่อน",
            "It may be work to learn from, an agency that could use help, or a slip in the data.",
        ),
    ),
    Rule.INDICATOR: Told(
        Sentence(
            "ตัวชี้วัดหนึ่งห่างจากตัวชี้วัดอื่นของหน่วยงานเดียวกันมาก", "One indicator stands far from the others of the same agency"
        ),
        Sentence(
            "มักมีสาเหตุเฉพาะเรื่อง เช่น ลิงก์ที่เปิดไม่ได้ในช่วงตรวจ แก้ไขเพียงจุดเดียวก็ยกคะแนนได้มาก",
            "There is often one cause, such as links that did not open: mending it may win many points.",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Outlier:
    """A body and what is far about it. ``value`` and ``middle`` (of its kind) are hundredths; ``times`` is how far.

    For CHANGE the value is the change of the total. For INDICATOR it is how much the ``indicator`` lies above the mean
    of the body's other nine.
    """

    body: int
    rule: Rule
    value: int
    middle: int
    times: str
    indicator: int = 0


def outliers(rows: Sequence[Row]) -> tuple[Outlier, ...]:
    """Everything far within its kind, the farthest first; each body once a rule."""
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        if row.total is not None:
            kinds.setdefault(row.kind, []).append(row)
    found = [(times, one) for of_kind in kinds.values() for times, one in _of_kind(of_kind)]
    return tuple(one for _times, one in sorted(found, key=lambda pair: (-pair[0], pair[1].body, pair[1].rule)))


def _of_kind(rows: Sequence[Row]) -> Iterator[tuple[Fraction, Outlier]]:
    changed = {row.body: row.change for row in rows if row.change is not None}
    for body, times, middle in _far(changed, FAR):
        yield times, Outlier(body, Rule.CHANGE, changed[body], middle, f"{float(times):.1f}")
    farthest: dict[int, tuple[Fraction, Outlier]] = {}
    for number in range(1, INDICATORS + 1):
        apart = {row.body: _apart(row.indicators, number) for row in rows}
        for body, times, middle in _far(apart, FAR_INDICATOR):
            if body not in farthest or times > farthest[body][0]:
                one = Outlier(body, Rule.INDICATOR, apart[body], middle, f"{float(times):.1f}", number)
                farthest[body] = (times, one)
    yield from farthest.values()


def _apart(indicators: Sequence[int], number: int) -> int:
    """How far an indicator lies above the mean of the other nine, in whole hundredths."""
    own = indicators[number - 1]
    return own - (sum(indicators) - own) // (INDICATORS - 1)


def _far(values: Mapping[int, int], times: Fraction) -> Iterator[tuple[int, Fraction, int]]:
    """(body, how many usual distances, the middle) of those that lie far."""
    middle = median(list(values.values()))
    if middle is None or len(values) < FEWEST:
        return
    usual = median([abs(value - middle) for value in values.values()]) or 0
    distance = max(usual * _TO_DEVIATION, Fraction(LEAST_DISTANCE))
    limit = floor(times * distance)  # no whole number lies between the two
    for body, value in values.items():
        if abs(value - middle) > limit:
            yield body, abs(value - middle) / distance, middle
