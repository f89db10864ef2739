"""Which disclosure items bear on a question or an indicator: what an agency shows is what people then know of it.

Data, each with its source. They are ours: the sources name items beside measures and recommendations (ita.md §4.4, §7),
not a table of questions and items; so none is more than likely. Subjects are the same over the years.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.core.framework.framework import DisclosureItem, Framework
from prongsai.core.framework.origin import Confidence, Origin
from prongsai.core.scoring.figure import Grade
from prongsai.core.weak_points.point import WeakPoint


@dataclass(frozen=True, slots=True)
class Bearing:
    """Questions whose text has one of these words; the items of these subjects bear on them."""

    words: tuple[str, ...]
    subjects: tuple[str, ...]
    origin: Origin


def _likely(source: str) -> Origin:
    return Origin(source, Confidence.LIKELY)


def _memory(source: str) -> Origin:
    return Origin(source, Confidence.MEMORY)


#: Tried in this order; all that fit count.
BEARINGS = (
    Bearing(
        ("ขั้นตอน", "ระยะเวลา", "ให้บริการแก่"),
        ("service-manual", "staff-manual"),
        _likely("ita.md §7.1: manuals, flow charts"),
    ),
    Bearing(("เท่าเทียม",), ("service-manual",), _likely("ita.md §7.1: manuals")),
    Bearing(("แผนการใช้จ่ายงบประมาณ",), ("annual-plan", "six-month-monitoring"), _likely("ita.md §7.5: spending plan")),
    Bearing(("ใช้จ่ายงบประมาณ", "เบิกจ่าย"), ("six-month-monitoring", "annual-report"), _likely("ita.md §7.5: monitoring")),
    Bearing(
        ("จัดซื้อจัดจ้าง", "จัดหาพัสดุ", "การตรวจรับ"),
        ("procurement-plan", "procurement-notices", "procurement-monthly", "procurement-annual-report"),
        _likely("ita.md §7.5: procurement"),
    ),
    Bearing(
        ("เรียกรับ", "การรับ", "การให้แก่", "จ่ายหรือให้", "สินบน"),
        ("no-gift-declaration", "no-gift-culture", "no-gift-report", "risk-assessment"),
        _likely("ita.md §7.6: No Gift Policy, bribery risk"),
    ),
    Bearing(
        ("มอบหมายงาน", "ประเมินผล", "ฝึกอบรม", "บริหารงานบุคคล"),
        ("hr-rules", "hr-policy", "hr-implementation"),
        _likely("ita.md §7.3: orders, training, rules"),
    ),
    Bearing(
        ("ธุระส่วนตัว", "ถูกสั่งให้ทำ", "พฤติกรรม", "ประโยชน์ส่วนตัว", "ตรงไปตรงมา", "ส่วนรวม"),
        ("code-of-ethics", "ethics-drive"),
        _memory("ita.md §7.3: ethics"),
    ),
    Bearing(("ทรัพย์สิน", "ขอยืม"), ("staff-manual",), _likely("ita.md §7.4: loan rules and forms")),
    Bearing(
        ("ต่อต้านการทุจริต", "ป้องกันและปราบปราม", "ป้องกันการทุจริต"),
        ("anti-corruption-plan", "no-gift-declaration"),
        _likely("ita.md §7.6: plan, declaration"),
    ),
    Bearing(
        ("ปัญหาการทุจริต", "เฝ้าระวัง", "การทุจริตในหน่วยงาน", "เสี่ยง"),
        ("risk-assessment", "risk-treatment"),
        _likely("ita.md §7.6: risks"),
    ),
    Bearing(
        ("ร้องเรียน", "พบเห็น", "เบาะแส"),
        ("complaint-channel", "complaint-guide", "complaint-statistics"),
        _likely("ita.md §7.2: complaints"),
    ),
    Bearing(("เผยแพร่",), ("news", "social-network", "annual-report"), _likely("ita.md §7.7: channels")),
    Bearing(
        ("ติชม", "ความคิดเห็น"), ("questions-and-answers", "satisfaction-survey"), _likely("ita.md §7.1: opinions, survey")
    ),
    Bearing(("ชี้แจง", "ตอบคำถาม"), ("questions-and-answers",), _likely("ita.md §7.1: two-way Q&A")),
    Bearing(("มีส่วนร่วม",), ("participation",), _likely("ita.md §1.4: guidance for indicator 8")),
    Bearing(("เทคโนโลยี",), ("e-service",), _likely("ita.md §1.4: guidance for indicator 8")),
    Bearing(("ปรับปรุงคุณภาพ", "ปรับปรุงวิธีการ"), ("satisfaction-survey", "service-manual"), _likely("ita.md §1.4, §7.1")),
    Bearing(("โปร่งใสมากขึ้น",), ("ita-measures", "participation"), _memory("ita.md §1.4: guidance for indicator 8")),
)

#: For an indicator whose questions are not known: the same, as its questions together bear on them.
OF_INDICATORS: dict[int, tuple[str, ...]] = {
    1: ("service-manual", "staff-manual", "no-gift-declaration"),
    2: ("annual-plan", "six-month-monitoring", "procurement-plan", "procurement-monthly"),
    3: ("hr-rules", "hr-policy", "code-of-ethics"),
    4: ("staff-manual",),
    5: ("anti-corruption-plan", "risk-assessment", "complaint-channel", "complaint-guide"),
    6: ("service-manual", "service-statistics", "no-gift-declaration"),
    7: ("news", "social-network", "questions-and-answers", "complaint-channel"),
    8: ("e-service", "participation", "satisfaction-survey"),
}


@dataclass(frozen=True, slots=True)
class Borne:
    """An item that bears on a weak point; ``named``: the result report itself names it."""

    item: DisclosureItem
    confidence: Confidence
    named: bool = False


def items_for(point: WeakPoint, of_result: Framework, of_plan: Framework) -> tuple[Borne, ...]:
    """The items of the planned year that bear on a weak point, those that the result report names first.

    Codes of the year of the result are followed by their subject: the same code is another item in another year.
    """
    named = [item for code in _own_codes(point) if (item := of_result.item(code)) is not None]
    found = {one.code: Borne(one, one.origin.confidence, named=True) for one in _in(of_plan, _subjects(named))}
    for subject, confidence in _subjects_of_words(point):
        for item in of_plan.items_about(subject):
            found.setdefault(item.code, Borne(item, confidence))
    return tuple(found.values())


def _own_codes(point: WeakPoint) -> tuple[str, ...]:
    return (point.code, *point.advised_items) if point.grade is Grade.ITEM else point.advised_items


def _subjects(items: Iterable[DisclosureItem]) -> Iterable[str]:
    return (subject for item in items for subject in item.subjects)


def _in(framework: Framework, subjects: Iterable[str]) -> Iterable[DisclosureItem]:
    return (item for subject in subjects for item in framework.items_about(subject))


def _subjects_of_words(point: WeakPoint) -> Iterable[tuple[str, Confidence]]:
    if point.grade is Grade.QUESTION:
        for one in BEARINGS:
            if any(word in point.name for word in one.words):
                yield from ((subject, one.origin.confidence) for subject in one.subjects)
    elif point.grade in (Grade.INDICATOR, Grade.INSTRUMENT_PART):
        yield from ((subject, Confidence.LIKELY) for subject in OF_INDICATORS.get(point.indicator, ()))
