"""A whole table of addresses, pasted at once: checked row by row, then all of it or nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import seat_of
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.content import Content, Words
from prongsai.web.disclosures.items import items_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.pasting import plan_of
from prongsai.web.evidence.queries import Evidence
from prongsai.web.links.queries import Watch
from prongsai.web.site.refusals import Stale
from tests.cast import Cast
from tests.web.disclosures.shown import BOARD, YEAR, link, row, where

SignedIn = Callable[[Person], Client]
MaxQueries = Callable[[int], Any]
URL = f"{BOARD}paste/"
HEAD = "ข้อ\tรายการ\tURL\tคำอธิบาย\n"
ONE = HEAD + "O1\tโครงสร้าง\thttps://tha-khong.example/1\tผังโครงสร้าง\n"


def _confirmed(client: Client, table: str, **more: str) -> Any:
    """Check a table, then confirm what the check page shows."""
    page = client.post(URL, {"table": table})
    assert page.status_code == 200
    return client.post(URL, {"table": table, "seen": page.context["plan"].seen, **more})


def _urls(cast: Cast, code: str) -> list[str]:
    return [piece.url for piece in row(cast, code).evidence.order_by("id")]


def _everything(cast: Cast) -> str:
    """43 items with 60 addresses."""
    lines = []
    for at, item in enumerate(items_of(cast.agency, YEAR)):
        several = "\n".join(f"https://tha-khong.example/{item.code}/{n}" for n in range(2 if at < 17 else 1))
        lines.append(f'{item.code}\t{item.name}\t"{several}"\tคำอธิบาย {item.code}')
    return HEAD + "\n".join(lines)


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_who_only_looks_may_not_paste(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.prasert).get(URL).status_code == 403


def test_checking_keeps_nothing(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).post(URL, {"table": ONE})
    assert page.status_code == 200 and "https://tha-khong.example/1" in page.content.decode()
    assert not Disclosure.objects.of(cast.agency).exists()
    assert not Evidence.objects.of(cast.agency).exists()


def test_nothing_pasted_is_told_with_the_way_out(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).post(URL, {"table": " \n"})
    assert page.status_code == 422 and "โปรดคัดลอกตารางจาก Excel หรือ Word" in page.content.decode()


def test_what_was_checked_is_put_in_and_its_links_are_watched(cast: Cast, signed_in: SignedIn) -> None:
    assert _confirmed(signed_in(cast.somying), ONE).status_code == 302
    found = row(cast, "O1")
    assert (_urls(cast, "O1"), found.answer, found.explanation) == (
        ["https://tha-khong.example/1"],
        "has",
        "ผังโครงสร้าง",
    )
    assert [one.link.url for one in Watch.objects.of(cast.agency).filter(code="O1")] == _urls(cast, "O1")
    event = Event.objects.of(cast.agency).get(kind="disclosures_pasted")
    assert event.after == {"fiscal_year": YEAR, "codes": ["O1"], "links": 1}


def test_43_items_with_60_addresses_in_one_go(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: MaxQueries
) -> None:
    client, table = signed_in(cast.somying), _everything(cast)
    with django_assert_max_num_queries(12):
        page = client.post(URL, {"table": table})
    plan = page.context["plan"]
    assert (len(plan.adding), plan.links, plan.faults, plan.pasted.questions) == (43, 60, (), ())
    with django_assert_max_num_queries(43 * 26 + 60 * 4 + 30):  # so many an item and an address, whatever is there
        client.post(URL, {"table": table, "seen": plan.seen})
    assert Disclosure.objects.of(cast.agency).count() == 43
    assert Evidence.objects.of(cast.agency).count() == 60
    again = client.post(URL, {"table": table}).context["plan"]
    assert (again.links, len(again.same)) == (0, 43)


def test_what_is_there_already_is_told_and_not_doubled(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O1", "a")
    table = ONE.replace("/1\t", "/a https://tha-khong.example/b\t")
    client = signed_in(cast.somying)
    plan = client.post(URL, {"table": table}).context["plan"]
    assert [one.url for one in plan.items[0].present] == ["https://tha-khong.example/a"]
    _confirmed(client, table)
    assert _urls(cast, "O1") == ["https://tha-khong.example/a", "https://tha-khong.example/b"]


def test_words_that_are_there_stay_unless_somebody_says_so(cast: Cast, signed_in: SignedIn) -> None:
    actions.write_words(**where(cast, "O1", version=0), words=Words("", "has", "ของเดิม"))
    client = signed_in(cast.somying)
    _confirmed(client, ONE)
    assert row(cast, "O1").explanation == "ของเดิม"
    _confirmed(client, ONE, replace="on")
    assert row(cast, "O1").explanation == "ผังโครงสร้าง"


def test_there_is_not_becomes_the_answer(cast: Cast, signed_in: SignedIn) -> None:
    _confirmed(signed_in(cast.somying), HEAD + "ข้อ ๒๐\tประกาศต่าง ๆ\tไม่มี\tปีนี้ไม่มีการจัดซื้อจัดจ้าง\n")
    assert (row(cast, "O20").answer, row(cast, "O20").explanation) == ("has_not", "ปีนี้ไม่มีการจัดซื้อจัดจ้าง")


def test_there_is_not_takes_no_links_away_by_itself(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O20", "a")
    plan = signed_in(cast.somying).post(URL, {"table": HEAD + "O20\tประกาศต่าง ๆ\tไม่มี\tไม่มีการจัดซื้อ"}).context["plan"]
    assert "answer" in plan.items[0].replaces


def test_rows_with_faults_stop_everything_until_they_are_left_out(cast: Cast, signed_in: SignedIn) -> None:
    client, table = signed_in(cast.somying), ONE + "O2\tข้อมูลผู้บริหาร\tคลิกที่นี่\t\n"
    page = client.post(URL, {"table": table})
    assert "แถว 3 คอลัมน์ C (URL)" in page.content.decode()
    refused = client.post(URL, {"table": table, "seen": page.context["plan"].seen})
    assert refused.status_code == 422 and not Evidence.objects.of(cast.agency).exists()
    assert "คลิกที่นี่" in refused.content.decode()
    assert _confirmed(client, table, leave_out="on").status_code == 302
    assert [one.code for one in Disclosure.objects.of(cast.agency)] == ["O1"]


def test_a_row_whose_code_and_name_disagree_waits_for_an_answer(cast: Cast, signed_in: SignedIn) -> None:
    client, table = signed_in(cast.somying), HEAD + "O1\tข้อมูลผู้บริหาร\thttps://tha-khong.example/2\t\n"
    page = client.post(URL, {"table": table})
    assert [(one.code, one.chosen) for one in page.context["plan"].pasted.questions] == [("O1", "O2")]
    _confirmed(client, table, row_2="O1")
    assert _urls(cast, "O1") == ["https://tha-khong.example/2"]


def test_people_of_a_division_put_in_only_what_is_theirs(cast: Cast, signed_in: SignedIn) -> None:
    for code, division in (("O1", cast.works), ("O2", cast.finance)):
        content = Content(name=code, division_id=division.pk)
        actions.change_disclosure(**where(cast, code, version=0), content=content)
    table = ONE + "O2\tข้อมูลผู้บริหาร\thttps://tha-khong.example/2\t\n"
    client = signed_in(cast.wichai)
    page = client.post(URL, {"table": table})
    assert [one.row for one in page.context["plan"].faults] == [3]
    assert "O2: รายการนี้เป็นของส่วนราชการอื่น" in page.content.decode()
    _confirmed(client, table, leave_out="on")
    assert (_urls(cast, "O1"), _urls(cast, "O2")) == (["https://tha-khong.example/1"], [])


def test_what_changed_meanwhile_is_looked_at_once_more(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    seen = client.post(URL, {"table": ONE}).context["plan"].seen
    link(cast, "O1", "a")
    answer = client.post(URL, {"table": ONE, "seen": seen})
    assert answer.status_code == 409 and "ข้อมูลที่วางยังอยู่ครบ" in answer.content.decode()
    assert _urls(cast, "O1") == ["https://tha-khong.example/a"]


def test_it_is_all_or_nothing(cast: Cast) -> None:
    seat = seat_of(cast.somying, "tha-khong")
    assert seat is not None
    plan = plan_of(seat, YEAR, ONE + "O2\tข้อมูลผู้บริหาร\thttps://tha-khong.example/2\t\n")
    actions.write_words(**where(cast, "O2", version=0), words=Words("ใหม่", "", ""))
    with pytest.raises(Stale):
        actions.paste_items(by=cast.somying, agency=cast.agency, fiscal_year=YEAR, planned=plan.items)
    assert not Evidence.objects.of(cast.agency).exists() and not Watch.objects.of(cast.agency).exists()


def test_a_workbook_serves_as_well(cast: Cast, signed_in: SignedIn) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["ข้อ", "รายการ", "URL", "คำอธิบาย"])
        page.write_row(2, 0, ["O1", "โครงสร้าง", "https://tha-khong.example/1\nhttps://tha-khong.example/2", "ผัง"])
    answer = signed_in(cast.somying).post(URL, {"file": SimpleUploadedFile("oit.xlsx", out.getvalue())})
    plan = answer.context["plan"]
    assert (plan.links, plan.items[0].rows) == (2, (3,))


def test_a_file_of_another_kind_is_refused_and_the_text_stays(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(URL, {"table": ONE, "file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Excel (.xlsx)" in text and "https://tha-khong.example/1" in text


def test_what_was_pasted_never_becomes_markup(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).post(URL, {"table": ONE.replace("ผังโครงสร้าง", "<script>alert(1)</script>")})
    assert "<script>alert" not in page.content.decode()
