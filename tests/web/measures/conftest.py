"""A plan of the cast's agency, and a day in the middle of the year for tests of pages that ask the clock."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.web.measures.models import Measure, Plan, Round
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.year import measure_of, plan_of, round_of

TODAY = date(2026, 4, 20)


@pytest.fixture
def april(monkeypatch: pytest.MonkeyPatch) -> date:
    """20 April 2026: after the first half of fiscal year 2569."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """The plan of the year, still empty."""
    return plan_of(cast.agency)


@pytest.fixture
def yearly(plan: Plan) -> Round:
    """The round of the whole year."""
    return round_of(plan, "yearly")


@pytest.fixture
def measure(cast: Cast, plan: Plan) -> Measure:
    """A measure of the public works division."""
    return measure_of(plan, cast.works, title="ปรับปรุงขั้นตอนการขออนุญาตก่อสร้าง")
