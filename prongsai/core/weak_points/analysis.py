"""The official analysis of a result: results of two years, strengths, and the two lists of weak points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.reports.analysis import Analysis, PointLine, ResultLine
from prongsai.core.reports.wording import figure
from prongsai.core.scoring.figure import Grade
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.score import Result, score_known
from prongsai.core.thai.digits import to_thai
from prongsai.core.weak_points.bearing import items_for
from prongsai.core.weak_points.point import WeakKind, WeakPoint
from prongsai.core.weak_points.ranking import Weakness, weakness_of
from prongsai.core.weak_points.wording import on_paper

#: From here on an indicator is a strength: what the best level of both eras asks. Source: ita.md §2.
STRONG = Decimal(95)
#: As many points to be made better are printed; the rest are counted below the table.
PRINTED = 15


@dataclass(frozen=True, slots=True)
class Past:
    """The result of a year with the framework that serves it; ``provisional``: another year's does."""

    known: KnownResult
    framework: Framework
    provisional: bool = False


def analysis_of(now: Past, before: Past | None, planned: Framework, kind: str | None = None) -> Analysis:
    """The analysis of a result for the plan of ``planned``'s year. NotScored where the total cannot be reckoned."""
    weakness = weakness_of(now.framework, now.known, kind)
    old = _scored(before, kind) if before else None
    points = {
        one: [_line(point, now.framework, planned) for point in weakness.points if point.kind is one]
        for one in WeakKind
    }
    named = next((one for one in now.framework.levels if one.name == _level(now.known, weakness.result)), None)
    return Analysis(
        result_year=now.known.fiscal_year,
        before_year=before.known.fiscal_year if before else None,
        lines=tuple(_lines(now, weakness, before, old)),
        level=_level(now.known, weakness.result),
        level_before=_level(before.known, old) if before else "",
        strengths=tuple(_strengths(now.framework, _scores(now.known, weakness.result))),
        urgent=tuple(points[WeakKind.URGENT]),
        improvable=tuple(points[WeakKind.IMPROVABLE][:PRINTED]),
        notes=tuple(_notes(now, before, weakness)),
        level_from_memory=named is not None and named.origin.confidence is Confidence.MEMORY,
        more=_more([one for one in weakness.points if one.kind is WeakKind.IMPROVABLE][PRINTED:]),
    )


def _scored(past: Past, kind: str | None) -> Result | None:
    """The result of an earlier year, as far as it can be reckoned."""
    try:
        return score_known(past.framework, past.known, kind=kind)
    except NotScored:
        return None


def _scores(known: KnownResult, result: Result | None) -> dict[int, Decimal]:
    """The scores of the indicators: as they were published, else as they were reckoned."""
    found = result.figure.walk() if result else ()
    reckoned = {int(one.code): one.shown for one in found if one.grade is Grade.INDICATOR}
    return {**reckoned, **known.indicators}


def _level(known: KnownResult, result: Result | None) -> str:
    return known.level or (result.level.name if result else "")


def _lines(now: Past, weakness: Weakness, before: Past | None, old: Result | None) -> Iterator[ResultLine]:
    """Indicators in order, then the instruments, then the total."""
    result, scores = weakness.result, _scores(now.known, weakness.result)
    earlier = _scores(before.known, old) if before else {}
    for one in now.framework.indicators:
        memory = one.origin.confidence is Confidence.MEMORY
        yield ResultLine(one.number, one.name, scores.get(one.number), earlier.get(one.number), memory)
    for instrument in now.framework.instruments:
        if instrument.code in result.instruments:
            was = old.instruments.get(instrument.code) if old else None
            name = f"เฉลี่ย{instrument.name} ({instrument.code})"
            yield ResultLine(None, name, result.instruments[instrument.code], was)
    yield ResultLine(None, "คะแนนรวม", _total(now.known, result), _total(before.known, old) if before else None)


def _total(known: KnownResult, result: Result | None) -> Decimal | None:
    return known.total if known.total is not None else result.total if result else None


def _strengths(framework: Framework, scores: dict[int, Decimal]) -> Iterator[PointLine]:
    strong = [one for one in framework.indicators if scores.get(one.number, Decimal(0)) >= STRONG]
    for one in sorted(strong, key=lambda one: -scores[one.number]):
        memory = one.origin.confidence is Confidence.MEMORY
        yield PointLine(f"ตัวชี้วัดที่ {to_thai(one.number)} {one.name}", scores[one.number], from_memory=memory)


def _line(point: WeakPoint, of_result: Framework, planned: Framework) -> PointLine:
    return PointLine(
        on_paper(point),
        point.score,
        rounded(point.points, of_result.rules),
        tuple(_remarks(point, of_result, planned)),
        point.confidence is Confidence.MEMORY,
    )


def _remarks(point: WeakPoint, of_result: Framework, planned: Framework) -> Iterator[str]:
    yield from (to_thai(one.th) for one in point.why)
    if point.remark:
        yield f"ข้อสังเกตของผู้ประเมิน: {point.remark}"
    yield from point.recommendations
    named = [one.item for one in items_for(point, of_result, planned) if one.named]
    if named and (point.grade is not Grade.ITEM or planned.year != of_result.year):
        items = ", ".join(f"{to_thai(one.code)} {one.name}" for one in named)
        yield f"รายการข้อมูลของปี {to_thai(planned.year)} ที่เกี่ยวข้อง: {items}"


def _notes(now: Past, before: Past | None, weakness: Weakness) -> Iterator[str]:
    result, known = weakness.result, now.known
    if now.provisional:
        yield (
            f"กรอบการประเมินปี {to_thai(known.fiscal_year)} ยังไม่มีในระบบ จึงใช้กรอบปี {to_thai(now.framework.year)} ไปพลางก่อน"
        )
    if known.total is not None and known.total != result.total:
        yield (
            f"คะแนนรวมตามประกาศคือ {figure(float(known.total))} คำนวณจากคะแนนรายตัวชี้วัดได้ {figure(float(result.total))}"
        )
    if before is not None:
        yield f"คะแนนปีก่อนหน้า คือผลการประเมินปีงบประมาณ พ.ศ. {to_thai(before.known.fiscal_year)}"
    yield "คะแนนรวมที่จะเพิ่มได้ คือคะแนนรวมที่เพิ่มขึ้นหากประเด็นนั้นได้คะแนนเต็ม ๑๐๐ โดยประเด็นอื่นคงเดิม"


def _more(points: Sequence[WeakPoint]) -> str:
    if not points:
        return ""
    sum_of = float(sum((one.points for one in points), Fraction(0)))
    return f"ยังมีประเด็นอื่นอีก {to_thai(len(points))} ประเด็น รวมคะแนนที่จะเพิ่มได้ {to_thai(f'{sum_of:.2f}')} คะแนน"
