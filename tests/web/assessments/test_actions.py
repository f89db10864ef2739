"""Recording a result, and taking back one that an import made."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import Scores
from prongsai.web.assessments import actions, queries
from prongsai.web.assessments.models import Assessment
from prongsai.web.audit.models import Event
from tests.cast import Cast

SCORES = Scores({"1": 97.5, "10": 100.0, "2": 88.25}, 92.88)


def _record(cast: Cast, scores: Scores = SCORES) -> Assessment:
    return actions.record_result(
        by=cast.somying, agency=cast.agency, fiscal_year=2566, scores=scores, source="ประกาศผล"
    )


def test_a_result_is_kept_and_read_back(cast: Cast) -> None:
    made = _record(cast)
    assert made.total == Decimal("92.88")
    read = queries.as_read(cast.agency, 2566)
    assert read == SCORES
    assert read is not None
    assert list(read.indicators) == ["1", "2", "10"]
    assert queries.as_read(cast.agency, 2565) is None
    assert queries.result_of(cast.neighbour, 2566) is None


def test_a_second_entry_takes_the_place_of_the_first_and_the_history_has_both(cast: Cast) -> None:
    first = _record(cast)
    second = _record(cast, Scores({"1": 98.0}, 98.0))
    assert second.pk == first.pk
    newest = Event.objects.of(cast.agency).filter(kind="assessment_recorded").first()
    assert newest is not None
    assert (newest.before["total"], newest.after["total"]) == ("92.88", "98.00")


@pytest.mark.parametrize("scores", [Scores(), Scores({"11": 5.0}), Scores({"1": -1.0}), Scores({}, 100.5)])
def test_what_is_no_score_is_refused(cast: Cast, scores: Scores) -> None:
    with pytest.raises(Refused):
        _record(cast, scores)
    assert not Assessment.objects.of(cast.agency).exists()


def test_an_imported_result_is_taken_back_unless_it_was_changed(cast: Cast) -> None:
    made = _record(cast)
    actions.take_back_result(by=cast.somying, agency=cast.agency, result_id=made.pk, scores=SCORES)
    assert queries.result_of(cast.agency, 2566) is None
    made = _record(cast)
    _record(cast, Scores({"1": 98.0}, 98.0))
    with pytest.raises(Refused, match="ถูกแก้ไขหลังนำเข้า"):
        actions.take_back_result(by=cast.somying, agency=cast.agency, result_id=made.pk, scores=SCORES)
    assert queries.result_of(cast.agency, 2566) is not None


def test_all_ten_indicators_give_a_total_and_a_level(cast: Cast) -> None:
    assert queries.reckoned(_record(cast), 2566) is None
    full = _record(cast, Scores({str(number): 96.0 for number in range(1, 11)}, 90.0))
    reckoned = queries.reckoned(full, 2566)
    assert reckoned is not None
    assert reckoned.total == "96.00"
    assert reckoned.level
