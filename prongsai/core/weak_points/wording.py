"""How a weak point is called, on screen and on paper."""

from __future__ import annotations

from prongsai.core.scoring.figure import Grade
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.core.weak_points.point import WeakPoint

_REST = Sentence(" (ส่วนที่ยังไม่ทราบผลรายข้อ)", " (what is not known one by one)")
_KINDS = {
    Grade.ITEM: Sentence("", ""),
    Grade.QUESTION: Sentence("ข้อ ", "Question "),
    Grade.SUB_INDICATOR: Sentence("ตัวชี้วัดย่อยที่ ", "Sub-indicator "),
}
_INDICATOR = Sentence("ตัวชี้วัดที่ ", "Indicator ")


def title_of(point: WeakPoint) -> Sentence:
    """``ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน``; the names themselves are Thai in both languages."""
    kind = _KINDS.get(point.grade, _INDICATOR)
    code = str(point.indicator) if point.grade is Grade.INSTRUMENT_PART else point.code
    rest = _REST if point.rest else Sentence("", "")
    return Sentence(f"{kind.th}{code} {point.name}{rest.th}", f"{kind.en}{code} {point.name}{rest.en}")


def on_paper(point: WeakPoint) -> str:
    """The same with Thai digits: ``O๑๒ รายงานผล…``, ``ข้อ i๗ …``."""
    kind = _KINDS.get(point.grade, _INDICATOR).th
    code = str(point.indicator) if point.grade is Grade.INSTRUMENT_PART else point.code
    return f"{kind}{to_thai(code)} {to_thai(point.name)}{_REST.th if point.rest else ''}"
