"""The plan of a year with its progress, as it would be published now."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from prongsai.core.publication.content import Section
from prongsai.core.publication.plan import plan_content, plan_sections
from prongsai.core.reports.reading import ReadMeasure
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import format_date
from prongsai.core.thai.fiscal import FiscalYear
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency
from prongsai.web.measures.models import Plan
from prongsai.web.measures.queries.measures import as_read
from prongsai.web.measures.queries.plans import plan_of
from prongsai.web.published.queries import Draft

_NOT_APPROVED = Sentence(
    "แผนนี้ยังเป็นร่าง โปรดให้ปลัดหรือนายกอนุมัติแผนก่อน แล้วจึงเผยแพร่",
    "The plan is still a draft. Please have it approved first, then publish it.",
)
_EMPTY = Sentence(
    "แผนนี้ยังไม่มีมาตรการ โปรดเพิ่มมาตรการก่อนเผยแพร่",
    "The plan has no measure yet. Please add some before publishing.",
)


def draft_of_plan(plan: Plan) -> Draft:
    """The measures of an approved plan with what was done so far; comments and names of people stay inside."""
    measures = _measures(plan)
    content = plan_content(plan.fiscal_year, measures, state=_state(plan))
    blocked = _NOT_APPROVED if plan.state == Plan.State.DRAFT else None if measures else _EMPTY
    return Draft(content, missing=tuple(_missing(measures)), blocked=blocked)


def sections_of_plan(agency: Agency, fiscal_year: int) -> Sequence[Section]:
    """The same for an item that shows the plan; nothing before it is approved."""
    plan = plan_of(agency, fiscal_year)
    if plan is None or plan.state == Plan.State.DRAFT:
        return ()
    return plan_sections(_measures(plan))


def _measures(plan: Plan) -> tuple[ReadMeasure, ...]:
    year = FiscalYear(plan.fiscal_year)
    return as_read(plan, Period(year.start, year.end))


def _state(plan: Plan) -> str:
    if plan.approved_at is None:
        return ""
    on = format_date(timezone.localtime(plan.approved_at).date(), thai_digits=False)
    closed = " ปิดแผนแล้ว" if plan.state == Plan.State.CLOSED else ""
    return f"อนุมัติแล้วเมื่อ {on}{closed}"


def _missing(measures: Sequence[ReadMeasure]) -> list[Sentence]:
    silent = sum(not one.result for one in measures)
    return (
        [
            Sentence(
                f"{silent} จาก {len(measures)} มาตรการยังไม่มีการบันทึกผล ประชาชนจะเห็นว่ายังไม่มีผล",
                f"{silent} of {len(measures)} measures have no result yet: the public will read that.",
            )
        ]
        if silent
        else []
    )
