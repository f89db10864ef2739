"""Correcting what was read."""

from __future__ import annotations

import pytest

from prongsai.core.access.decision import Refused
from prongsai.web.audit.models import Event
from prongsai.web.imports import actions
from prongsai.web.imports.actions.correcting import NotUnderstood
from prongsai.web.imports.models import ReportImport
from prongsai.web.site.refusals import Stale
from tests.cast import Cast


def test_it_writes_values_and_remembers_which(cast: Cast, brought: ReportImport) -> None:
    values = {"measures[0].title": " จัดทำคู่มือ ", "measures[0].procedure": "ขั้นหนึ่ง\r\nขั้นสอง\r\n\r\n", "province": "ลพบุรี"}
    made = actions.correct(by=cast.somying, report_import=brought, values=values, version=1)
    assert made.reading["measures"][0]["title"] == "จัดทำคู่มือ"
    assert made.reading["measures"][0]["procedure"] == ["ขั้นหนึ่ง", "ขั้นสอง"]
    assert made.corrected == ["measures[0].procedure", "measures[0].title"]
    assert made.version == 2
    event = Event.objects.of(cast.agency).get(kind="import_corrected")
    assert event.before["measures[0].title"] == "จัดทำคู่มือบริการ"


def test_a_doubt_can_be_marked_as_right_without_a_change(cast: Cast, brought: ReportImport) -> None:
    made = actions.correct(
        by=cast.somying, report_import=brought, values={}, version=1, checked=["measures[1].period", "nothing.there"]
    )
    assert made.corrected == ["measures[1].period"]


def test_the_second_writer_is_told_and_changes_nothing(cast: Cast, brought: ReportImport) -> None:
    actions.correct(by=cast.somying, report_import=brought, values={"title": "ของคนแรก"}, version=1)
    with pytest.raises(Stale):
        actions.correct(by=cast.somying, report_import=brought, values={"title": "ของคนที่สอง"}, version=1)
    brought.refresh_from_db()
    assert brought.reading["title"] == "ของคนแรก"


@pytest.mark.parametrize(
    ("path", "text"),
    [("fiscal_year", "ปีกลาย"), ("measures[7].title", "ก"), ("disclosures[0].code", " "), ("scores.total", "๑๒๐")],
)
def test_one_bad_value_changes_nothing_at_all(cast: Cast, brought: ReportImport, path: str, text: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        actions.correct(by=cast.somying, report_import=brought, values={"title": "ใหม่", path: text}, version=1)
    assert set(refusal.value.faults) == {path}
    brought.refresh_from_db()
    assert (brought.reading["title"], brought.version) == ("รายงานผลการดำเนินการตามมาตรการ", 1)


def test_a_measure_taken_out_takes_its_places_and_doubts_with_it(cast: Cast, brought: ReportImport) -> None:
    made = actions.remove_measure(by=cast.somying, report_import=brought, index=0, version=1)
    assert [measure["title"] for measure in made.reading["measures"]] == ["อบรมคุณธรรม"]
    assert [note["path"] for note in made.reading["notes"]] == [None]
    assert set(made.places) == {"agency", "fiscal_year", "measures[0].title", "measures[0].period"}
    assert made.places["measures[0].title"][0]["line"] == 5


def test_a_measure_that_is_not_there_is_refused(cast: Cast, brought: ReportImport) -> None:
    with pytest.raises(Refused):
        actions.remove_measure(by=cast.somying, report_import=brought, index=2, version=1)


def test_an_added_measure_is_empty_and_last(cast: Cast, brought: ReportImport) -> None:
    made = actions.add_measure(by=cast.somying, report_import=brought, version=1)
    assert len(made.reading["measures"]) == 3
    assert made.reading["measures"][2]["title"] is None
    made = actions.correct(by=cast.somying, report_import=made, values={"measures[2].title": "ใหม่"}, version=2)
    assert made.reading["measures"][2]["title"] == "ใหม่"


def test_what_was_accepted_is_not_corrected(cast: Cast, brought: ReportImport) -> None:
    brought.state = ReportImport.State.ACCEPTED
    brought.save()
    with pytest.raises(Refused, match="รับเข้าแผนแล้ว"):
        actions.correct(by=cast.somying, report_import=brought, values={"title": "ก"}, version=1)
