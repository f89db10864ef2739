"""What results of a report that is brought in become."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.measures.past_work import past_work
from prongsai.core.reports.reading import ReadMeasure, Status

YEAR = (date(2022, 10, 1), date(2023, 9, 30))
LATER = date(2024, 1, 15)


def test_each_result_is_an_entry_and_the_last_has_the_status_of_the_paper() -> None:
    work = past_work(
        ReadMeasure(result=("ประชุม", "จัดทำ"), status=Status.DONE), ends_on=date(2023, 3, 31), year=YEAR, today=LATER
    )
    assert work.status is Status.DONE
    assert [(entry.text, entry.status) for entry in work.entries] == [
        ("ประชุม", Status.IN_PROGRESS),
        ("จัดทำ", Status.DONE),
    ]
    assert {entry.on for entry in work.entries} == {date(2023, 3, 31)}


@pytest.mark.parametrize(
    ("status", "result", "expected"),
    [
        (None, (), Status.NOT_STARTED),
        (None, ("ประชุม",), Status.IN_PROGRESS),
        (Status.NOT_STARTED, ("ประชุม",), Status.NOT_STARTED),
        (Status.DONE, (), Status.DONE),
    ],
)
def test_the_paper_has_the_last_word_on_the_status(
    status: Status | None, result: tuple[str, ...], expected: Status
) -> None:
    work = past_work(ReadMeasure(status=status, result=result), ends_on=None, year=YEAR, today=LATER)
    assert work.status is expected
    assert len(work.entries) == len(result)


@pytest.mark.parametrize(
    ("ends_on", "today", "on"),
    [
        (None, LATER, date(2023, 9, 30)),
        (date(2026, 9, 30), LATER, date(2023, 9, 30)),
        (date(2020, 9, 30), LATER, date(2023, 9, 30)),
        (date(2023, 9, 30), date(2023, 2, 1), date(2023, 2, 1)),
    ],
)
def test_an_entry_lies_inside_the_year_and_not_after_today(ends_on: date | None, today: date, on: date) -> None:
    work = past_work(ReadMeasure(result=("ประชุม",)), ends_on=ends_on, year=YEAR, today=today)
    assert work.entries[0].on == on
