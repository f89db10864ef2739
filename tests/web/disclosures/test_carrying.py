"""Last year's items as this year's."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions, queries
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
PAGE = "/a/tha-khong/2566/disclosures/"


def _last_year(cast: Cast) -> None:
    rows = [
        ReadDisclosure("O1", "โครงสร้าง", "9.1", ("แผนผังองค์กร",), ("กองช่าง",), Status.DONE, ("เผยแพร่แล้ว",)),
        ReadDisclosure("O2", "ข้อมูลผู้บริหาร", "9.1", (), ("งานที่ไม่รู้จัก",), Status.DONE, ()),
        ReadDisclosure("O99", "รายการที่กรอบไม่มี", "9.1"),
    ]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2565, rows=rows)


def test_words_and_owners_come_over_and_what_was_done_stays(cast: Cast) -> None:
    _last_year(cast)
    made = actions.carry_over(by=cast.somying, agency=cast.agency, source=2565, fiscal_year=2566)
    first, second = made
    assert [row.code for row in made] == ["O1", "O2"]
    assert (first.name, first.components, first.responsible) == ("โครงสร้าง", ["แผนผังองค์กร"], ["กองช่าง"])
    assert (first.division, first.status, first.progress) == (cast.works, "not_started", [])
    assert (second.responsible, second.division) == (["งานที่ไม่รู้จัก"], None)
    assert queries.as_read(cast.agency, 2565)[0].progress == ("เผยแพร่แล้ว",)
    assert Event.objects.of(cast.agency).filter(kind="disclosure_changed").count() == 5


def test_an_item_that_was_begun_stays_as_it_is(cast: Cast) -> None:
    _last_year(cast)
    mine = ReadDisclosure("O1", "เขียนเองแล้ว", "9.1", status=Status.IN_PROGRESS)
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=[mine])
    made = actions.carry_over(by=cast.somying, agency=cast.agency, source=2565, fiscal_year=2566)
    assert [row.code for row in made] == ["O2"]
    assert queries.as_read(cast.agency, 2566)[0].name == "เขียนเองแล้ว"


def test_the_page_offers_it_once_to_who_makes_the_plan(cast: Cast, signed_in: SignedIn) -> None:
    coordinator = signed_in(cast.somying)
    assert "carry-over" not in coordinator.get(PAGE).content.decode()
    _last_year(cast)
    assert "carry-over" in coordinator.get(PAGE).content.decode()
    assert "carry-over" not in signed_in(cast.wichai).get(PAGE).content.decode()
    told = coordinator.post(PAGE + "carry-over/", follow=True).content.decode()
    assert "ยกรายการมาแล้ว 2 รายการ" in told
    assert "carry-over" not in told
    assert "ไม่มีรายการให้ยกมา" in coordinator.post(PAGE + "carry-over/", follow=True).content.decode()


def test_the_neighbours_items_never_come(cast: Cast) -> None:
    _last_year(cast)
    assert queries.year_to_carry(cast.neighbour, 2566) is None
    assert actions.carry_over(by=cast.somsak, agency=cast.neighbour, source=2565, fiscal_year=2566) == []
