"""A whole result is kept as it is known, exactly; nonsense is refused and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import Scores
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation
from prongsai.web.assessments import actions, queries
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.stored import tally_of
from prongsai.web.audit.models import Event
from prongsai.web.site.refusals import Stale
from tests.cast import Cast

WHOLE = KnownResult(
    2566,
    indicators={number: Decimal("97.65") for number in range(1, 11)},
    sub_indicators={"9.1": Decimal("100"), "10.2": Decimal("33.33")},
    questions={"i1": Decimal("98.1"), "e15": Decimal("96.05")},
    items={"O2": ItemResult(Decimal(100)), "O12": ItemResult(Decimal(0), "ไม่พบข้อมูล"), "O9": ItemResult(None)},
    total=Decimal("97.65"),
    level="ผ่านดีเยี่ยม",
    recommendations=(Recommendation("e15", "ควรปรับปรุงช่องทาง", ("O17", "O18")),),
)


def _record(cast: Cast, known: KnownResult = WHOLE, **more: Any) -> Assessment:
    return actions.record_known(by=cast.somying, agency=cast.agency, known=known, source="ประกาศผล", **more)


def test_what_is_kept_comes_back_to_the_letter(cast: Cast) -> None:
    row = _record(cast)
    row.refresh_from_db()
    assert queries.known(cast.agency, 2566) == WHOLE
    assert list(queries.known(cast.agency, 2566).items) == ["O2", "O9", "O12"]  # type: ignore[union-attr]  # just kept
    assert row.indicators["1"] == "97.65"
    assert queries.known(cast.neighbour, 2566) is None
    assert queries.known(cast.agency, 2566, "mock") is None


def test_years_stand_from_the_oldest_and_mock_results_apart(cast: Cast) -> None:
    for year in (2568, 2566):
        _record(cast, replace(WHOLE, fiscal_year=year))
    tally = Tally({"i1a": {0: 2, 3: 40}})
    mock = _record(cast, replace(WHOLE, total=Decimal("80")), kind="mock", tally=tally)
    assert [one.fiscal_year for one in queries.history(cast.agency)] == [2566, 2568]
    assert tally_of(mock) == tally
    assert tally_of(_record(cast)) is None


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"indicators": {11: Decimal(5)}}, "ไม่มีตัวชี้วัดที่ 11"),
        ({"sub_indicators": {"9.9": Decimal(5)}}, "9.9"),
        ({"questions": {"i99": Decimal(5)}}, "i99"),
        ({"items": {"O99": ItemResult(Decimal(5))}}, "O99"),
        ({"items": {"O1": ItemResult(Decimal("100.01"))}}, "รายการ O1"),
        ({"questions": {"i1": Decimal("-1")}}, "ข้อคำถาม i1"),
        ({"indicators": {1: Decimal("NaN")}}, "ตัวชี้วัดที่ 1"),
        ({"parts": {"X": {6: Decimal(5)}}}, "ส่วนของแบบวัด X"),
        ({"total": Decimal("100.5")}, "คะแนนรวม"),
        ({"level": "ดีที่สุดในโลก"}, "ดีที่สุดในโลก"),
        ({"items": {"O1": ItemResult(Decimal(0), "ก" * 2001)}}, "O1"),
    ],
)
def test_nonsense_is_refused_with_its_place(cast: Cast, changed: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused, match=told):
        _record(cast, replace(WHOLE, **changed))
    assert not Assessment.objects.of(cast.agency).exists()


def test_two_who_write_at_once_do_not_write_over_each_other(cast: Cast) -> None:
    first = _record(cast, version=0)
    _record(cast, replace(WHOLE, total=Decimal("90")), version=first.version)
    for stale in (0, first.version):
        with pytest.raises(Stale):
            _record(cast, version=stale)
    kept = queries.known(cast.agency, 2566)
    assert kept is not None
    assert kept.total == Decimal(90)


def test_the_history_tells_only_what_changed(cast: Cast) -> None:
    _record(cast)
    _record(cast, replace(WHOLE, items=dict(WHOLE.items) | {"O12": ItemResult(Decimal(100))}))
    event = Event.objects.of(cast.agency).filter(kind="assessment_recorded").first()
    assert event is not None
    assert event.before == {"items": {"O12": "0 (ไม่พบข้อมูล)"}}
    assert event.after == {"items": {"O12": "100"}}


def test_clearing_takes_it_out_and_the_history_keeps_it(cast: Cast) -> None:
    made = _record(cast)
    with pytest.raises(Stale):
        actions.clear_result(by=cast.somying, agency=cast.agency, fiscal_year=2566, version=made.version + 1)
    actions.clear_result(by=cast.somying, agency=cast.agency, fiscal_year=2566, version=made.version)
    assert queries.known(cast.agency, 2566) is None
    event = Event.objects.of(cast.agency).filter(kind="assessment_recorded").first()
    assert event is not None
    assert event.before["questions"] == {"i1": "98.1", "e15": "96.05"}
    with pytest.raises(Refused):
        actions.clear_result(by=cast.somying, agency=cast.agency, fiscal_year=2566, version=1)


def test_an_import_leaves_questions_and_items_as_they_are(cast: Cast) -> None:
    made = _record(cast)
    scores = Scores({str(number): 90.0 for number in range(1, 11)}, 90.0)
    actions.record_result(by=cast.somying, agency=cast.agency, fiscal_year=2566, scores=scores, source="รายงาน")
    kept = queries.known(cast.agency, 2566)
    assert kept is not None
    assert (kept.indicators[1], kept.items) == (Decimal(90), WHOLE.items)
    with pytest.raises(Refused):
        actions.take_back_result(by=cast.somying, agency=cast.agency, result_id=made.pk, scores=scores)
