"""Last year's items as this year's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.entries import Entry, entries_of, entry_of
from prongsai.web.disclosures.models import Disclosure
from tests.cast import Cast
from tests.web.disclosures.shown import where

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


def _filled(cast: Cast) -> None:
    """All 43 items of 2566, each with a link that shows it; some with a text, a division and a day."""
    rows = [ReadDisclosure(f"O{at}", responsible=("กองช่าง",) if at % 2 else ("กองคลัง",)) for at in range(1, 44)]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)
    for at in (1, 11, 12, 33, 43):
        code = f"O{at}"
        url = f"https://tha-khong.example/{code}"
        actions.attach_to_item(**where(cast, code), url=url, title=f"หน้า {code}", where="หน้า 3", shows_all=True)
        version = Disclosure.objects.of(cast.agency).get(fiscal_year=2566, code=code).version
        words = actions.Words(f"ข้อความของ {code}")
        actions.write_words(**where(cast, code), words=words, version=version)
    codes, due = ["O11", "O12", "O33"], date(2024, 2, 29)
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=2566, codes=codes, due_on=due)


def _of(cast: Cast, code: str) -> Entry:
    found = entry_of(cast.agency, 2567, code, date(2024, 1, 1))
    assert found is not None
    return found


def test_a_year_of_43_items_becomes_one_of_35_in_one_click(cast: Cast, signed_in: SignedIn) -> None:
    _filled(cast)
    client = signed_in(cast.somying)
    told = client.post("/a/tha-khong/2567/disclosures/carry-over/", follow=True).content.decode()
    assert "ยกรายการมาแล้ว 35 รายการ" in told
    assert "O8 ← O11, O12" in told and "O28 ← O33" in told and "O29 ← O33" in told
    assert "ปีนี้ไม่ถามแล้ว: O6, O9, O10, O17, O24, O25, O37, O41" in told
    assert Disclosure.objects.of(cast.agency).filter(fiscal_year=2567).count() == 35
    assert all(one.line.row for one in entries_of(cast.agency, 2567, date(2024, 1, 1)))


def test_items_that_were_put_together_bring_the_texts_links_and_owners_of_all(cast: Cast) -> None:
    _filled(cast)
    actions.carry_over(by=cast.somying, agency=cast.agency, source=2566, fiscal_year=2567)
    merged = _of(cast, "O8")
    assert merged.line.row is not None
    assert merged.line.row.text == "ข้อความของ O11\n\nข้อความของ O12"
    assert [piece.title for piece in merged.pieces] == ["หน้า O11", "หน้า O12"]
    assert {piece.fiscal_year for piece in merged.pieces} == {2567}
    assert merged.line.row.responsible == ["กองช่าง", "กองคลัง"]
    assert merged.line.row.due_on == date(2025, 2, 28)
    assert [link.url for link in merged.links] == ["https://tha-khong.example/O11", "https://tha-khong.example/O12"]
    assert [_of(cast, code).pieces[0].title for code in ("O28", "O29")] == ["หน้า O33", "หน้า O33"]


def test_last_years_place_is_offered_first_and_must_be_confirmed(cast: Cast, signed_in: SignedIn) -> None:
    _filled(cast)
    actions.carry_over(by=cast.somying, agency=cast.agency, source=2566, fiscal_year=2567)
    found = _of(cast, "O1")
    assert (found.ticked, found.condition.state) == (0, "drafted")
    page = signed_in(cast.somying).get("/a/tha-khong/2567/disclosures/O1/")
    text = page.content.decode()
    offered = [check.offer for check in page.context["entry"].checks if check.offer]
    assert offered and all((one.piece, one.where) == (found.pieces[0].pk, "หน้า 3") for one in offered)
    assert text.count("ปีก่อนแสดงที่นี่") == len(offered) and 'value="หน้า 3"' in text


def test_the_page_of_an_item_tells_where_it_comes_from(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert "O11, O12" in client.get("/a/tha-khong/2567/disclosures/O8/").content.decode()
    assert "ร่วมกับที่ปีนี้เป็นข้อ O29" in client.get("/a/tha-khong/2567/disclosures/O28/").content.decode()
    assert "ปี 2566 คือข้อ O5" in client.get("/a/tha-khong/2567/disclosures/O4/").content.decode()
