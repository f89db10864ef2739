"""The measure that a weak point begins: filled from the recommendation, the item's components or a former measure."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.measures.content import MeasureContent
from prongsai.core.scoring.figure import Grade
from prongsai.core.thai.digits import to_thai
from prongsai.core.weak_points.bearing import Borne
from prongsai.core.weak_points.former import FormerMeasure
from prongsai.core.weak_points.point import WeakPoint

_MONITORING = "ผู้รับผิดชอบรายงานความก้าวหน้าต่อผู้บริหารในรอบ ๖ เดือน และรายงานผลเมื่อสิ้นปีงบประมาณ"


def proposal(
    point: WeakPoint, year: int, number: int | None, bearing: Sequence[Borne], former: FormerMeasure | None
) -> MeasureContent:
    """A measure for the plan of ``year``. Somebody looks at it and completes it: who is responsible only they know."""
    old = former.content if former else MeasureContent()
    return MeasureContent(
        number=number,
        indicator=point.indicator,
        title=_title(point, bearing),
        steps=_steps(point, bearing) or old.steps,
        responsible=old.responsible,
        period=f"ปีงบประมาณ {to_thai(year)}",
        monitoring=old.monitoring or (_MONITORING,),
    )


def _title(point: WeakPoint, bearing: Sequence[Borne]) -> str:
    if point.grade is Grade.ITEM:
        now = _same_item(bearing)
        name = now.item.name if now else point.name
        code = f" ({to_thai(now.item.code)})" if now else ""
        return f"จัดทำและเผยแพร่ข้อมูล “{name}”{code} ให้ครบองค์ประกอบ"
    if point.grade is Grade.QUESTION:
        return f"ยกระดับประเด็น “{point.name.strip('… ')}”"
    if point.grade is Grade.SUB_INDICATOR:
        return f"ยกระดับตัวชี้วัดย่อยที่ {to_thai(point.code)} {point.name}"
    return f"ยกระดับ{point.name}"


def _steps(point: WeakPoint, bearing: Sequence[Borne]) -> tuple[str, ...]:
    """The recommendations as they were written, then what the item must show."""
    now = _same_item(bearing) if point.grade is Grade.ITEM else None
    components = (
        tuple(f"แสดง{one}" if not str(one).startswith("แสดง") else str(one) for one in now.item.components)
        if now
        else ()
    )
    advised = tuple(
        f"จัดทำและเผยแพร่ {to_thai(one.item.code)} {one.item.name}" for one in bearing if one.named and one is not now
    )
    return tuple(dict.fromkeys((*point.recommendations, *components, *advised)))


def _same_item(bearing: Sequence[Borne]) -> Borne | None:
    return next((one for one in bearing if one.named), None)
