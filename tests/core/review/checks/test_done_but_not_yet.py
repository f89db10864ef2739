"""Ticked as done, while the text says that it is not."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Status
from prongsai.core.review.checks import done_but_not_yet as check
from tests.core.review.papers import look, measure


@pytest.mark.parametrize("text", ["อยู่ระหว่างจัดทำคู่มือ", "- ยังไม่ได้ดำเนินการ", "๒) จะดำเนินการในปีหน้า"])
def test_it_finds_words_that_deny_the_tick(text: str) -> None:
    found = look(check, measure(status=Status.DONE, result=("จัดทำแล้ว", text)))
    assert [one.path for one in found] == ["measures[0].result[1]"]


@pytest.mark.parametrize(
    "text",
    [
        "จำนวนเรื่องที่อยู่ระหว่างดำเนินการ ๒ เรื่อง",
        "อยู่ระหว่างวันที่ ๑ - ๕ มีนาคม จัดอบรมแล้ว",
    ],
)
def test_it_passes_such_words_inside_a_sentence(text: str) -> None:
    assert not look(check, measure(status=Status.DONE, result=(text,)))


def test_it_passes_work_in_progress() -> None:
    assert not look(check, measure(status=Status.IN_PROGRESS, result=("อยู่ระหว่างจัดทำคู่มือ",)))
