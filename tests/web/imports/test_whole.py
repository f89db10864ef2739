"""From a file to a plan through the reader itself: what the paper says is what the plan says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.core.thai.fiscal import FiscalYear
from prongsai.core.thai.period import Period
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.imports import actions, queries
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import queries as plans
from prongsai.web.site import clock
from tests.cast import Cast
from tests.web.imports.paper import DATA


@pytest.fixture(autouse=True)
def _in_november_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 20))


def _words(measure: ReadMeasure) -> tuple[object, ...]:
    return (
        measure.number,
        measure.indicator,
        measure.title,
        measure.procedure,
        measure.responsible,
        measure.period,
        measure.monitoring,
        measure.result,
        measure.outcome,
    )


def _accepted(cast: Cast, data: bytes, name: str) -> tuple[Reading, ReportImport]:
    made = actions.read_report(by=cast.somying, agency=cast.agency, data=data, name=name)
    reading = queries.reading_of(made)
    return reading, actions.accept(by=cast.somying, report_import=made)


def _check(cast: Cast, reading: Reading, made: ReportImport) -> None:
    assert made.plan is not None
    year = FiscalYear(made.plan.fiscal_year)
    kept = plans.as_read(made.plan, Period(year.start, year.end))
    assert [_words(measure) for measure in kept] == [_words(measure) for measure in reading.measures]
    for before, after in zip(reading.measures, kept, strict=True):
        assert before.status in (None, after.status)
    assert [(row.code, row.status, row.progress) for row in disclosures.as_read(cast.agency, year.year)] == [
        (row.code, row.status or "not_started", row.progress) for row in reading.disclosures
    ]


def test_a_small_paper_becomes_a_plan_that_says_the_same(cast: Cast) -> None:
    reading, made = _accepted(cast, DATA, "รายงาน.txt")
    assert [measure.title for measure in reading.measures] == ["จัดทำคู่มือบริการ", "อบรมคุณธรรม"]
    _check(cast, reading, made)


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_a_real_report_becomes_a_plan_that_says_the_same(cast: Cast, reports_folder: Path, name: str) -> None:
    reading, made = _accepted(cast, (reports_folder / f"{name}.txt").read_bytes(), f"{name}.txt")
    _check(cast, reading, made)
