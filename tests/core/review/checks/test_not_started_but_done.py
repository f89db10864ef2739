"""Ticked as not started, beside a result of finished work."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Status
from prongsai.core.review.checks import not_started_but_done as check
from tests.core.review.papers import item, look, measure


def test_it_finds_finished_work_beside_not_started() -> None:
    found = look(check, measure(status=Status.NOT_STARTED, result=("มีการจัดทำประกาศนโยบาย",)))
    assert [one.path for one in found] == ["measures[0].status"]


def test_it_looks_at_disclosures_too() -> None:
    assert look(check, item("O1", status=Status.NOT_STARTED, progress=("เผยแพร่บนเว็บไซต์แล้ว",)))


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (Status.NOT_STARTED, ("อยู่ระหว่างจัดทำร่าง",)),
        (Status.NOT_STARTED, ("ไม่มีงบประมาณ",)),
        (Status.NOT_STARTED, ("จะดำเนินการในไตรมาสที่ ๔",)),
        (Status.NOT_STARTED, ()),
        (Status.DONE, ("จัดทำประกาศนโยบายแล้ว",)),
    ],
)
def test_it_passes_what_agrees(status: Status, result: tuple[str, ...]) -> None:
    assert not look(check, measure(status=status, result=result))
