"""What is done to results of the assessment."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Scores
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.queries import scores_of
from prongsai.web.audit.actions import record
from prongsai.web.site.refusals import refuse


@transaction.atomic
def record_result(*, by: Person, agency: Agency, fiscal_year: int, scores: Scores, source: str) -> Assessment:
    """Keep the official result of a year, in place of an earlier entry. Figures are 0 to 100.

    Raises Refused for a figure outside 0-100, for an unknown indicator, and where there is no figure at all.
    """
    _check(scores)
    found = Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=Assessment.Kind.OFFICIAL).first()
    before = _plain(found) if found else {}
    result = found or Assessment(agency=agency, fiscal_year=fiscal_year, kind=Assessment.Kind.OFFICIAL)
    result.indicators = dict(scores.indicators)
    result.total = None if scores.total is None else Decimal(str(scores.total)).quantize(Decimal("0.01"))
    result.source = source[:300]
    result.save()
    record(
        by=by,
        agency=agency,
        kind=EventKind.ASSESSMENT_RECORDED,
        subject=result,
        before=before,
        after=_plain(result),
    )
    return result


@transaction.atomic
def take_back_result(*, by: Person, agency: Agency, result_id: int, scores: Scores) -> None:
    """Remove a result that an import made, if it still says what was imported; Refused where it was changed since."""
    result = Assessment.objects.of(agency).filter(pk=result_id).first()
    if result is None:
        return
    if _figures(scores_of(result)) != _figures(scores):
        raise refuse(
            f"ผลการประเมินปี {result.fiscal_year} ถูกแก้ไขหลังนำเข้าแล้ว จึงไม่นำออกให้โดยอัตโนมัติ",
            f"The result of {result.fiscal_year} has been changed since the import, so it is not taken out.",
        )
    record(by=by, agency=agency, kind=EventKind.ASSESSMENT_RECORDED, subject=result, before=_plain(result))
    result.delete()


def _check(scores: Scores) -> None:
    if unknown := set(scores.indicators) - {str(number) for number in range(1, 11)}:
        raise refuse(
            f"ไม่มีตัวชี้วัดที่ {min(unknown)} โปรดใช้หมายเลข 1 ถึง 10",
            f"There is no indicator {min(unknown)}. Please use 1 to 10.",
        )
    figures = [*scores.indicators.values(), *([] if scores.total is None else [scores.total])]
    if not figures:
        raise refuse("โปรดกรอกคะแนนอย่างน้อย 1 ช่อง", "Please enter at least one score.")
    if wrong := [figure for figure in figures if not 0 <= figure <= 100]:
        raise refuse(
            f"คะแนน {wrong[0]} อยู่นอกช่วง 0 ถึง 100 โปรดตรวจอีกครั้ง",
            f"The score {wrong[0]} is outside 0 to 100. Please check it.",
        )


def _figures(scores: Scores) -> tuple[dict[str, float], float | None]:
    return {key: round(value, 2) for key, value in scores.indicators.items()}, (
        None if scores.total is None else round(scores.total, 2)
    )


def _plain(result: Assessment) -> dict[str, object]:
    return {
        "indicators": result.indicators,
        "total": None if result.total is None else str(result.total),
        "source": result.source,
    }
