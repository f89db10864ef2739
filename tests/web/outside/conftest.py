"""A day in March, while the six months' round collects, and a link for the works division."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from prongsai.web.measures.models import Measure, Plan, Round
from prongsai.web.outside import actions
from prongsai.web.outside.models import DivisionLink
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.year import measure_of, plan_of, round_of

TODAY = date(2099, 3, 20)  # links end by the real clock: the year lies far ahead


@dataclass
class March:
    """The plan of a year, its round, two measures of the works division, one of another, and the link's secret."""

    plan: Plan
    round: Round
    mine: Measure
    shared: Measure
    theirs: Measure
    link: DivisionLink
    secret: str


@pytest.fixture
def march(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> March:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    plan = plan_of(cast.agency, 2642)
    made = round_of(plan)
    mine = measure_of(plan, cast.works, title="ติดประกาศขั้นตอนการขออนุญาต")
    shared = measure_of(plan, cast.finance, cast.works, title="ประกาศเจตนารมณ์ร่วมกัน")
    theirs = measure_of(plan, cast.finance, title="ความลับของกองคลัง")
    link, secret = actions.make_link(by=cast.somying, round=made, division=cast.works)
    return March(plan, made, mine, shared, theirs, link, secret)
