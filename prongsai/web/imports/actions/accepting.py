"""Accepting an import: plan, measures, results, disclosures and scores are made together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.carry import carried
from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.past_work import PastWork, past_work
from prongsai.core.reports.doubts import must_be_put_right
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import from_json, to_json
from prongsai.core.thai.fiscal import FiscalYear
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period
from prongsai.web.accounts.models import Person
from prongsai.web.agencies import actions as agencies
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import divisions
from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments import queries as results
from prongsai.web.audit.actions import record
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import actions as measures
from prongsai.web.measures import queries as plans
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse

#: The longest name of a division, in characters.
LONGEST_DIVISION = 200


@dataclass(frozen=True, slots=True)
class _Target:
    """What the import becomes: in which year, with or without its results, open or closed."""

    fiscal_year: int
    same_year: bool
    closed: bool


@transaction.atomic
def accept(
    *,
    by: Person,
    report_import: ReportImport,
    fiscal_year: int | None = None,
    scores_year: int | None = None,
    units: Mapping[str, str] | None = None,
) -> ReportImport:
    """Make the plan of ``fiscal_year`` (Buddhist era; by default the report's own) out of an import.

    In its own year the results become progress, items and their state come along, and a year that has passed gives a
    closed plan; in another year only the measures come, to be done anew. Scores go to ``scores_year`` (by default the
    report's) unless that year has a result. ``units``: responsible text to the id of a division, or ``new``.
    Raises Refused, changing nothing: accepted before, a value still missing, a plan of that year that is in use.
    """
    Agency.objects.select_for_update().get(pk=report_import.agency_id)  # two imports never enter the same year at once
    current = ReportImport.objects.of(report_import.agency_id).select_for_update().get(pk=report_import.pk)
    if current.state == ReportImport.State.ACCEPTED:
        raise refuse(
            f"รายงานนี้รับเข้าแผนแล้วเมื่อก่อนหน้านี้ ({current.file_name})",
            f"This report has been accepted already ({current.file_name}).",
        )
    reading = from_json(current.reading)[0]
    target = _target(reading, fiscal_year)
    made = {
        **_make_plan(by, current, reading, target, units or {}),
        **_make_disclosures(by, current.agency, reading, target),
        **_make_result(by, current, reading, scores_year),
    }
    current.plan_id, current.made = made["plan"], made
    current.state, current.version = ReportImport.State.ACCEPTED, current.version + 1
    current.save()
    after = {"fiscal_year": target.fiscal_year, "measures": len(made["measures"]), "plan": made["plan"]}
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_ACCEPTED, subject=current, after=after)
    return current


def _target(reading: Reading, fiscal_year: int | None) -> _Target:
    if faults := must_be_put_right(reading):
        raise Refused(faults[0].what)
    year = reading.fiscal_year if fiscal_year is None else fiscal_year
    if year is None:
        raise refuse(
            "ไม่พบปีงบประมาณในรายงาน โปรดระบุปีที่จะรับเข้าแผน",
            "The report says no fiscal year. Please say which year it becomes the plan of.",
        )
    same = reading.fiscal_year in (None, year)
    return _Target(year, same, same and year < clock.this_fiscal_year())


def _make_plan(
    by: Person, current: ReportImport, reading: Reading, target: _Target, units: Mapping[str, str]
) -> dict[str, Any]:
    agency = current.agency
    plan = plans.plan_of(agency, target.fiscal_year)
    if plan is not None and (plan.state != "draft" or plan.measures.exists()):
        raise refuse(
            f"ปีงบประมาณ {target.fiscal_year} มีแผนอยู่แล้ว โปรดเลือกปีอื่น หรือยกเลิกการนำเข้าครั้งก่อน",
            f"Fiscal year {target.fiscal_year} has a plan already. Please choose another year or undo that import.",
        )
    plan_made = plan is None
    plan = plan or measures.create_plan(by=by, agency=agency, fiscal_year=target.fiscal_year)
    done = measures.bring_in(
        by=by,
        plan=plan,
        contents=_contents(reading, target),
        work=_work(reading, target) if target.same_year else [],
        units=_divisions(by, agency, units),
        through=f"นำเข้าจาก {current.file_name}",
        closed=target.closed,
    )
    return {
        "plan": plan.pk,
        "plan_made": plan_made,
        "plan_state": done.plan_state,
        "measures": list(done.measures),
        "progress": list(done.progress),
    }


def _contents(reading: Reading, target: _Target) -> list[MeasureContent]:
    """The measures; in another year than the report's their periods are of that year."""
    contents = [MeasureContent.from_read(measure) for measure in reading.measures]
    if target.same_year or reading.fiscal_year is None:
        return contents
    return [carried(one, old_year=reading.fiscal_year, new_year=target.fiscal_year) for one in contents]


def _work(reading: Reading, target: _Target) -> list[PastWork]:
    year = FiscalYear(target.fiscal_year)
    made = []
    for measure in reading.measures:
        period = parse_period(measure.period, target.fiscal_year) if measure.period else None
        ends_on = period.end if isinstance(period, Period) else None
        made.append(past_work(measure, ends_on=ends_on, year=(year.start, year.end), today=clock.today()))
    return made


def _divisions(by: Person, agency: Agency, units: Mapping[str, str]) -> dict[str, int]:
    """The division of each chosen text, made where that was chosen; Refused for a division of another agency."""
    own = set(map(str, divisions(agency).values_list("pk", flat=True)))
    chosen = {}
    for text, what in units.items():
        if what == "new" and len(text) > LONGEST_DIVISION:
            raise refuse(
                f"ชื่อ “{text[:40]}…” ยาวเกินไปสำหรับส่วนราชการ โปรดเลือกให้เป็นข้อความ",
                f"“{text[:40]}…” is too long for a division. Please leave it as text.",
            )
        if what == "new":
            chosen[text] = agencies.add_division(by=by, agency=agency, name=text).pk
        elif what in own:
            chosen[text] = int(what)
        else:
            raise refuse(
                f"ไม่พบส่วนราชการที่เลือกให้ “{text}” โปรดเลือกใหม่",
                f"The division chosen for “{text}” is not there. Please choose again.",
            )
    return chosen


def _make_disclosures(by: Person, agency: Agency, reading: Reading, target: _Target) -> dict[str, Any]:
    """The items, in their own year only: the same code means other things in other years."""
    if not target.same_year or not reading.disclosures:
        return {"disclosures": []}
    made = disclosures.set_disclosures(by=by, agency=agency, fiscal_year=target.fiscal_year, rows=reading.disclosures)
    return {"disclosures": [one.pk for one in made]}


def _make_result(by: Person, current: ReportImport, reading: Reading, scores_year: int | None) -> dict[str, Any]:
    """The scores as the result of their year, unless that year has one; kept with what they were, for undoing."""
    year = reading.fiscal_year if scores_year is None else scores_year
    if reading.scores is None or year is None or results.result_of(current.agency, year) is not None:
        return {}
    if not reading.scores.indicators and reading.scores.total is None:
        return {}
    made = assessments.record_result(
        by=by, agency=current.agency, fiscal_year=year, scores=reading.scores, source=current.file_name
    )
    return {"result": made.pk, "scores": to_json(Reading(scores=reading.scores))["scores"]}
