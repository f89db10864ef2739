"""Sheets from the wrong hands, for the wrong place, changed on the way, or overtaken by others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible, Round
from tests.cast import Cast
from tests.documents.division_sheets.sample import head_of
from tests.factories.year import measure_of, plan_of, round_of
from tests.web.measures.conftest import TODAY
from tests.web.measures.division_sheets import AT, IDENTITY, accepted, cells, file_of, filled, sent_back, url

SignIn = Callable[[Person], Client]

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def sheet(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn) -> list[list[Any]]:
    """The sheet of the public works division, a result written in."""
    return filled(cells(signed_in(cast.somying), yearly, cast.works), m1={"result": "ประชุมแล้ว"})


def entries(cast: Cast) -> list[str]:
    return list(Progress.objects.of(cast.agency).filter(replaced_by=None).order_by("id").values_list("text", flat=True))


def faults(page: Any) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.why.th) for one in page.context["examined"].faults]


def recorded(cast: Cast, measure: Measure, text: str) -> None:
    actions.record_progress(by=cast.wichai, measure=measure, on=TODAY, text=text, status="in_progress")


@pytest.mark.parametrize("path", ["", "accept/", "all/", "{division}/"])
def test_the_neighbour_finds_nothing(cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn, path: str) -> None:
    client, there = signed_in(cast.somsak), path.format(division=cast.works.pk)
    for agency in ("tha-khong", "nong-saeng"):
        assert client.get(url(yearly, there, agency)).status_code in {404, 405}
        assert client.post(url(yearly, there, agency)).status_code in {404, 405}


def test_a_role_without_the_permission_is_told(cast: Cast, yearly: Round, signed_in: SignIn) -> None:
    client = signed_in(cast.prasert)
    assert {client.get(url(yearly, path)).status_code for path in ("", "all/", f"{cast.works.pk}/")} == {403}


def test_an_officer_gets_and_gives_back_only_the_own_sheet(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client = signed_in(cast.malee)
    assert client.get(url(yearly, f"{cast.works.pk}/")).status_code == 403
    page = sent_back(client, yearly, file_of(sheet))
    assert page.context["examined"].proposals == ()
    assert "แถวนี้เป็นของกองช่าง" in page.content.decode()
    forged = sent_back(signed_in(cast.somying), yearly, file_of(sheet))
    assert accepted(client, forged, yearly).status_code == 422  # the coordinator's page in the officer's hands
    assert not entries(cast)


def test_the_sheet_of_another_agency_is_not_taken(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    theirs = plan_of(cast.neighbour)
    measure_of(theirs, Division.objects.of(cast.neighbour).get())
    client, elsewhere = signed_in(cast.somsak), round_of(theirs, "yearly")
    page = client.post(url(elsewhere, agency="nong-saeng"), {"sheets": file_of(sheet)})
    assert page.context["examined"].proposals == ()
    assert "แบบของหน่วยงานอื่น" in page.content.decode()
    assert "ปรับปรุงขั้นตอน" not in page.content.decode()


def test_the_sheet_of_another_round_is_not_taken(
    cast: Cast, plan: Plan, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    page = sent_back(signed_in(cast.somying), round_of(plan, "second_half"), file_of(sheet))
    assert page.context["examined"].proposals == ()
    assert "ปีหรือรอบรายงานอื่น" in page.content.decode()


def test_what_is_no_form_is_told_and_the_others_are_read(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client, foreign = signed_in(cast.somying), SimpleUploadedFile("รูป.xlsx", b"\x89PNG\r\n\x1a\n")
    alone = client.post(url(yearly), {"sheets": foreign})
    assert alone.status_code == 422 and "รูป.xlsx" in alone.content.decode()
    assert client.post(url(yearly), {}).status_code == 422
    page = sent_back(client, yearly, file_of(sheet), SimpleUploadedFile("รูป.xlsx", b"\x89PNG\r\n\x1a\n"))
    assert len(page.context["examined"].proposals) == 1 and "รูป.xlsx" in page.content.decode()


def test_faults_name_row_and_column(
    cast: Cast, plan: Plan, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client = signed_in(cast.somying)
    back = filled(sheet, m1={"status": "เสร็จสิ้น", "result": "ก" * 5001, "suggestion": "ข" * 10_001})
    page = sent_back(client, yearly, file_of(back))
    row = head_of(back) + 2
    found = faults(page)
    assert [(at, column) for at, column, _ in found] == [(row, "F"), (row, "E"), (row, "H")]
    assert "5,000" in found[0][2] and "“เสร็จสิ้น” ไม่ใช่สถานะ" in found[1][2]
    assert page.context["examined"].proposals == ()


def test_a_status_alone_asks_for_a_result(cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn) -> None:
    back = filled(sheet, m1={"status": "อยู่ระหว่างดำเนินการ", "result": ""})
    page = sent_back(signed_in(cast.wichai), yearly, file_of(back))
    assert "เขียนผลอย่างน้อยหนึ่งประโยค" in page.content.decode()
    assert page.context["examined"].proposals == ()


def test_rows_know_their_measures_though_numbers_were_retyped(
    cast: Cast, plan: Plan, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    second = measure_of(plan, cast.works, title="จัดทำทะเบียนคุมการยืมพัสดุ")
    client = signed_in(cast.somying)
    back = filled(
        cells(client, yearly, cast.works), m1={"result": "ของที่หนึ่ง", "number": 2}, m2={"result": "ของที่สอง", "number": 1}
    )
    head = head_of(back)
    back[head + 1], back[head + 2] = back[head + 2], back[head + 1]
    accepted(client, sent_back(client, yearly, file_of(back)), yearly)
    texts = Progress.objects.of(cast.agency).values_list("measure_id", "text")
    assert set(texts) == {(measure.pk, "ของที่หนึ่ง"), (second.pk, "ของที่สอง")}


@pytest.mark.parametrize("identity", ["", "prongsai:forged", "prongsai:"])
def test_a_row_whose_identity_is_gone_is_found_by_its_title_and_not_ticked(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn, identity: str
) -> None:
    sheet[head_of(sheet) + 1][IDENTITY] = identity
    client = signed_in(cast.somying)
    page = sent_back(client, yearly, file_of(sheet))
    assert page.context["ticked"] == []
    assert "จับคู่จากลำดับและชื่อมาตรการ" in page.content.decode()
    accepted(client, page, yearly, take=[page.context["examined"].proposals[0].key])
    assert entries(cast) == ["ประชุมแล้ว"]


def test_a_row_without_identity_and_name_is_no_measure(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    added = ["9", "จัดงานปีใหม่", "", "", "", "จัดแล้ว", "", "", ""]
    page = sent_back(signed_in(cast.somying), yearly, file_of([*sheet, added]))
    assert "ไม่พบมาตรการนี้" in faults(page)[0][2]
    nameless = [[""] * 9 if "กองช่าง" in str(row[0]) else row for row in [*sheet, added]]
    assert (
        "ไม่ทราบว่าแถวนี้เป็นของส่วนราชการใด" in faults(sent_back(signed_in(cast.somying), yearly, file_of(nameless)))[0][2]
    )


def test_a_row_that_was_copied_counts_once_and_not_where_it_says_two_things(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client, row = signed_in(cast.somying), sheet[-1]
    twice = sent_back(client, yearly, file_of([*sheet, list(row)]))
    assert len(twice.context["examined"].proposals) == 1
    other = list(row)
    other[AT["result"]] = "คนละเรื่อง"
    page = sent_back(client, yearly, file_of([*sheet, other]))
    assert page.context["examined"].proposals == ()
    assert [row for row, _, why in faults(page) if "มากกว่าหนึ่งแถว" in why] == [len(sheet), len(sheet) + 1]


def test_a_row_copied_over_another_measure_is_not_ticked(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    page = sent_back(signed_in(cast.somying), yearly, file_of(filled(sheet, m1={"title": "จัดงานปีใหม่"})))
    assert page.context["ticked"] == []
    assert "ชื่อมาตรการในไฟล์ไม่ตรงกับแผน" in page.content.decode()


def test_a_measure_that_left_the_division_is_not_taken(
    cast: Cast, measure: Measure, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    Responsible.objects.of(cast.agency).filter(measure=measure).update(division=cast.finance)
    page = sent_back(signed_in(cast.somying), yearly, file_of(sheet))
    assert "เปลี่ยนผู้รับผิดชอบแล้ว" in faults(page)[0][2]


def test_what_others_wrote_since_is_shown_and_not_overwritten(
    cast: Cast, measure: Measure, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    recorded(cast, measure, "ปิดประกาศในระบบ")
    client = signed_in(cast.somying)
    page = sent_back(client, yearly, file_of(sheet))
    assert page.context["ticked"] == []
    assert "มีผู้บันทึกในระบบหลังจากส่งแบบ" in page.content.decode()
    accepted(client, page, yearly, take=[page.context["examined"].proposals[0].key])
    assert entries(cast) == ["ปิดประกาศในระบบ", "ประชุมแล้ว"]


def test_an_entry_that_others_corrected_since_is_corrected_once_more_only_when_chosen(
    cast: Cast, measure: Measure, yearly: Round, signed_in: SignIn
) -> None:
    recorded(cast, measure, "อบรม ๓๐ คน")
    client = signed_in(cast.somying)
    back = filled(cells(client, yearly, cast.works), m1={"result": "อบรม ๓๕ คน"})
    first = Progress.objects.of(cast.agency).get()
    actions.record_progress(
        by=cast.wichai, measure=measure, on=TODAY, text="อบรม ๔๐ คน", status="in_progress", replaces=first
    )
    page = sent_back(client, yearly, file_of(back))
    assert page.context["ticked"] == []
    (shown,) = page.context["examined"].proposals[0].shown
    assert (shown.old, shown.new) == ("อบรม ๔๐ คน", "อบรม ๓๕ คน")
    assert entries(cast) == ["อบรม ๔๐ คน"]


def test_of_two_windows_the_second_is_told_and_nothing_is_written_twice(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client = signed_in(cast.somying)
    pages = [sent_back(client, yearly, file_of(sheet)) for _ in range(2)]
    other = sent_back(client, yearly, file_of(filled(sheet, m1={"result": "คนละเรื่อง"})))
    assert [accepted(client, page, yearly).status_code for page in pages] == [302, 302]
    assert entries(cast) == ["ประชุมแล้ว"]
    stale = accepted(client, other, yearly)
    assert stale.status_code == 409 and "ระหว่างที่ท่านตรวจ" in stale.content.decode()
    assert entries(cast) == ["ประชุมแล้ว"]
    again = client.get(url(yearly, f"{cast.works.pk}/"))
    assert again.status_code == 200


def test_all_or_nothing(cast: Cast, plan: Plan, measure: Measure, yearly: Round, signed_in: SignIn) -> None:
    done = measure_of(plan, cast.works, status="done")
    recorded_on = Progress.objects.add(
        agency=cast.agency, measure=done, on=TODAY, text="เสร็จ", status="done", division=cast.works, by=cast.wichai
    )
    client = signed_in(cast.wichai)
    back = filled(cells(client, yearly, cast.works), m1={"result": "ประชุมแล้ว"}, m2={"status": "อยู่ระหว่างดำเนินการ"})
    refused = accepted(client, sent_back(client, yearly, file_of(back)), yearly)
    assert refused.status_code == 422 and f"“{done.title}”" in refused.content.decode()
    assert entries(cast) == [recorded_on.text]
    assert measure.status == "not_started"


def test_a_locked_round_takes_nothing_but_from_whom_it_lets_in(
    cast: Cast, plan: Plan, measure: Measure, signed_in: SignIn
) -> None:
    half, client = round_of(plan), signed_in(cast.somying)
    back = filled(cells(client, half, cast.works), m1={"result": "ประชุมแล้ว"})
    page = sent_back(client, half, file_of(back))
    actions.lock_round(by=cast.somying, round=half)
    assert accepted(client, page, half, on="15/2/2569", take=page.context["ticked"]).status_code == 422
    shut = sent_back(client, half, file_of(back))
    assert "ปิดแล้ว" in shut.content.decode() and shut.context["ticked"] == []
    assert client.get(url(half, f"{cast.works.pk}/")).status_code == 302
    until = TODAY + timedelta(days=3)
    actions.allow_after_lock(by=cast.somying, round=half, division=cast.works, until=until, reason="ป่วย")
    assert client.get(url(half, f"{cast.works.pk}/")).status_code == 200
    opened = sent_back(client, half, file_of(back))
    assert accepted(client, opened, half, on="15/2/2569").status_code == 302
    assert entries(cast) == ["ประชุมแล้ว"]


@pytest.mark.parametrize(
    "more", [{"parcel": "forged"}, {"parcel": ""}, {"on": "พรุ่งนี้"}, {"on": ""}, {"on": "1/9/2569"}, {"on": "1/1/2560"}]
)
def test_a_page_with_a_fault_saves_nothing(
    cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn, more: dict[str, str]
) -> None:
    client = signed_in(cast.somying)
    assert accepted(client, sent_back(client, yearly, file_of(sheet)), yearly, **more).status_code == 422
    assert not entries(cast)


def test_nothing_ticked_is_told(cast: Cast, yearly: Round, sheet: list[list[Any]], signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    page = accepted(client, sent_back(client, yearly, file_of(sheet)), yearly, take=["1-1", "x"])
    assert page.status_code == 422 and "อย่างน้อยหนึ่งมาตรการ" in page.content.decode()


def test_a_closed_plan_sends_and_takes_nothing(
    cast: Cast, plan: Plan, yearly: Round, sheet: list[list[Any]], signed_in: SignIn
) -> None:
    client = signed_in(cast.somying)
    page = sent_back(client, yearly, file_of(sheet))
    Plan.objects.of(cast.agency).filter(pk=plan.pk).update(state="closed")
    assert accepted(client, page, yearly).status_code == 422
    assert client.get(url(yearly, "all/")).status_code == 302
    assert not entries(cast)


def test_the_sheet_says_when_it_is_due(cast: Cast, yearly: Round, sheet: list[list[Any]]) -> None:
    assert any("๓๐ กันยายน ๒๕๖๙" in str(row[0]) for row in sheet)
    assert yearly.due_on == date(2026, 9, 30)
