"""The demo's results: three made-up years of one agency, the last with its questions and items, so that it has weak
points.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.core.scoring.score import score
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.actions import record_known
from prongsai.web.frameworks.queries import framework_for

SOURCE = "ประกาศผลการประเมิน ITA (ตัวอย่างสมมติ)"
#: Scores of the perception indicators of the first two years; those of items are told beside them.
_EARLIER = (
    (("86.40", "74.15", "79.20", "76.85", "75.30", "82.55", "79.90", "75.45"), "88.00", "75.00"),
    (("90.12", "80.36", "84.77", "82.90", "81.64", "86.20", "83.15", "79.88"), "94.00", "87.50"),
)
#: The mean of each perception indicator in the last year, around which its questions lie.
_MEANS = {1: 95, 2: 84, 3: 91, 4: 88, 5: 87, 6: 92, 7: 86, 8: 81}
#: What assessors wrote of items without points, by subject: the code is another one in each year.
_LOST = {
    "annual-plan": "ไม่พบงบประมาณที่ใช้ของแต่ละโครงการ",
    "service-statistics": "ไม่มีข้อมูลสถิติของบริการออนไลน์",
    "procurement-annual-report": "ไม่แสดงปัญหา อุปสรรค และข้อเสนอแนะ",
    "risk-treatment": "เป็นข้อมูลของปีก่อน",
}


def add_results(*, by: Person, agency: Agency, year: int) -> None:
    """Official results of the three years before ``year``."""
    for back, (perceived, ninth, tenth) in zip((3, 2), _EARLIER, strict=True):
        scores = [Decimal(one) for one in (*perceived, ninth, tenth)]
        _record(by, agency, KnownResult(year - back, indicators=dict(enumerate(scores, start=1))))
    framework, _provisional = framework_for(agency, year - 1)
    _record(by, agency, _whole(framework, year - 1))


def _record(by: Person, agency: Agency, known: KnownResult) -> None:
    """Keep it with the total and level that its indicators give."""
    framework, _provisional = framework_for(agency, known.fiscal_year)
    found = score(framework, known.indicators, kind=agency.kind)
    total, level = (found.total, found.level.name) if found else (None, "")
    whole = KnownResult(
        known.fiscal_year,
        indicators=known.indicators,
        sub_indicators=known.sub_indicators,
        questions=known.questions,
        items=known.items,
        total=total,
        level=level,
        recommendations=known.recommendations,
    )
    record_known(by=by, agency=agency, known=whole, source=SOURCE)


def _whole(framework: Framework, fiscal_year: int) -> KnownResult:
    """A result whose indicators are the means of its questions, and of its sub-indicators and items."""
    questions = {one.code: _scattered(_MEANS[one.indicator], at) for at, one in enumerate(framework.questions)}
    items = {one.code: _item(one.subjects) for one in framework.items}
    subs = {
        one.code: _mean([items[item.code].score or Decimal(0) for item in framework.items_of(one.code)])
        for one in framework.sub_indicators
    }
    indicators = {
        one.number: _mean([questions[question.code] for question in framework.questions_of(one.number)])
        or _mean([subs[sub.code] for sub in framework.sub_indicators if sub.indicator == one.number])
        for one in framework.indicators
    }
    return KnownResult(
        fiscal_year,
        indicators=indicators,
        sub_indicators=subs,
        questions=questions,
        items=items,
        recommendations=_advice(framework),
    )


def _item(subjects: tuple[str, ...]) -> ItemResult:
    remark = next((_LOST[subject] for subject in subjects if subject in _LOST), "")
    return ItemResult(Decimal(0 if remark else 100), remark)


def _scattered(mean: int, at: int) -> Decimal:
    """A score near the mean, the same for the same question each time."""
    return Decimal(mean) + Decimal((at * 7) % 9 - 4) + Decimal((at * 37) % 100) / 100


def _mean(scores: list[Decimal]) -> Decimal:
    if not scores:
        return Decimal(0)
    exact = sum(map(Fraction, scores), Fraction(0)) / len(scores)
    return Decimal(floor(exact * 100 + Fraction(1, 2))).scaleb(-2)


def _advice(framework: Framework) -> tuple[Recommendation, ...]:
    by_subject: Mapping[str, str] = {subject: one.code for one in framework.items for subject in one.subjects}
    last = framework.questions[-1].code if framework.questions else ""
    item = by_subject.get("participation", "")
    text = "ประเด็น การเปิดโอกาสให้ผู้รับบริการมีส่วนร่วมในการปรับปรุงการดำเนินงาน ควรจัดกิจกรรมรับฟังความคิดเห็นและเผยแพร่ผล"
    return (Recommendation(last, text, (item,) if item else ()),)
