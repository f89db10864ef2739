"""The check page: overview and parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.imports.models import ReportImport
from tests.cast import Cast
from tests.web.imports.conftest import bring

SignedIn = Callable[[Person], Client]


def _url(made: ReportImport, key: str = "", slug: str = "tha-khong") -> str:
    return reverse("imports:part", args=[slug, made.pk, key]) if key else reverse("imports:check", args=[slug, made.pk])


def _values(client: Client, url: str) -> dict[str, str]:
    """What the page's form would send unchanged."""
    blocks = client.get(url).context["blocks"]
    texts = {f"v:{field.path}": field.text for block in blocks for field in block.fields}
    return {**texts, "version": str(client.get(url).context["import"].version)}


def test_it_counts_what_is_to_be_checked_and_links_there(
    cast: Cast, brought: ReportImport, signed_in: SignedIn
) -> None:
    page = signed_in(cast.somying).get(_url(brought)).content.decode()
    assert "ต้องตรวจ 2 จุด" in page
    assert _url(brought, "measure-1") + "#f-measures-0-title" in page
    assert _url(brought, "measure-2") + "#f-measures-1-period" in page
    assert "ผู้รับผิดชอบ 1 ชื่อยังไม่ตรงกับส่วนราชการใด" in page


def test_it_shows_each_value_beside_its_line(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    page = signed_in(cast.somying).get(_url(brought, "measure-1")).content.decode()
    assert 'href="#line-4-2"' in page
    assert 'id="line-4-2"' in page
    assert "๑. สำรวจงาน<br>๒. จัดทำคู่มือ" in page
    assert "อบรมคุณธรรม" not in page.split("import-source")[1]


def test_html_of_the_file_never_becomes_html_of_the_page(cast: Cast, signed_in: SignedIn) -> None:
    evil = "<script>alert(1)</script>"
    made = bring(cast, source_lines=[evil + "&lt;img src=x&gt;"] * 5)
    page = signed_in(cast.somying).get(_url(made, "measure-1")).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_saving_writes_and_goes_on(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client, url = signed_in(cast.somying), _url(brought, "measure-1")
    sent = {**_values(client, url), "v:measures[0].title": "ชื่อใหม่", "then": "measure-2"}
    answer = client.post(url, sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, _url(brought, "measure-2"))
    brought.refresh_from_db()
    assert brought.reading["measures"][0]["title"] == "ชื่อใหม่"
    assert brought.corrected == ["measures[0].title"]


def test_saving_what_is_unchanged_changes_nothing(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    before = brought.reading
    for key in ("head", "measure-1", "measure-2", "items-1"):
        assert client.post(_url(brought, key), _values(client, _url(brought, key))).status_code == 302
    brought.refresh_from_db()
    assert brought.reading == before
    assert brought.corrected == []


def test_a_checked_page_has_nothing_left_to_check(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client, url = signed_in(cast.somying), _url(brought, "measure-2")
    client.post(url, {**_values(client, url), "checked": "all"})
    page = client.get(_url(brought)).content.decode()
    assert "ต้องตรวจ 1 จุด" in page
    assert "#f-measures-1-period" not in page


def test_points_that_say_the_same_are_marked_at_once(cast: Cast, signed_in: SignedIn) -> None:
    made = bring(cast)
    note = {"where": "ตาราง", "kind": "wrong_item_number", "what": "หัวข้อเขียนว่า ๘.๑"}
    made.reading["notes"] = [{**note, "path": f"disclosures[{at}].sub_indicator"} for at in (0, 1)]
    made.save()
    client = signed_in(cast.somying)
    page = client.get(_url(made)).content.decode()
    assert page.count("หัวข้อเขียนว่า ๘.๑") == 1
    assert "ตรวจแล้ว ถูกต้องทั้ง 2 จุด" in page
    paths = [f"disclosures[{at}].sub_indicator" for at in (0, 1)]
    address = reverse("imports:confirm", args=["tha-khong", made.pk])
    client.post(address, {"version": "1", "path": [*paths, "nothing.there"]})
    made.refresh_from_db()
    assert made.corrected == paths
    client.post(address, {"version": "1", "path": ["title"]})
    made.refresh_from_db()
    assert made.corrected == paths
    assert signed_in(cast.wichai).post(address, {"version": "2", "path": ["title"]}).status_code == 403
    assert signed_in(cast.somsak).post(address, {"version": "2", "path": ["title"]}).status_code == 404


def test_boxes_of_the_file_are_seen(cast: Cast, signed_in: SignedIn) -> None:
    line = '<input checked="" type="checkbox"/> ยังไม่ดำเนินการ <input type="checkbox"/> ดำเนินการ'
    page = signed_in(cast.somying).get(_url(bring(cast, source_lines=[line] * 5), "measure-1")).content.decode()
    assert "☑ ยังไม่ดำเนินการ ☐ ดำเนินการ" in page


def test_a_bad_value_is_told_and_what_was_written_stays(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client, url = signed_in(cast.somying), _url(brought, "head")
    answer = client.post(url, {**_values(client, url), "v:fiscal_year": "ปีกลาย", "v:title": "ชื่อที่พิมพ์ไว้"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“ปีกลาย” ใช้ไม่ได้" in page
    assert "ชื่อที่พิมพ์ไว้" in page
    brought.refresh_from_db()
    assert brought.version == 1


def test_the_second_writer_sees_theirs_and_keeps_hers(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client, url = signed_in(cast.somying), _url(brought, "measure-1")
    hers = _values(client, url)
    client.post(url, {**hers, "v:measures[0].title": "ของคนแรก"})
    answer = client.post(url, {**hers, "v:measures[0].title": "ของคนที่สอง"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ของคนแรก" in page
    assert 'value="ของคนที่สอง"' in page
    again = {**hers, "v:measures[0].title": "รวมกันแล้ว", "version": "2"}
    assert client.post(url, again).status_code == 302
    brought.refresh_from_db()
    assert brought.reading["measures"][0]["title"] == "รวมกันแล้ว"


def test_a_measure_is_added_and_taken_out(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    answer = client.post(reverse("imports:add", args=["tha-khong", brought.pk]), {"version": "1"})
    assert answer.headers["Location"] == _url(brought, "measure-3")
    client.post(reverse("imports:remove", args=["tha-khong", brought.pk, 1]), {"version": "2"})
    brought.refresh_from_db()
    assert [measure["title"] for measure in brought.reading["measures"]] == ["อบรมคุณธรรม", None]


def test_taking_out_an_older_version_is_refused(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(reverse("imports:remove", args=["tha-khong", brought.pk, 1]), {"version": "7"})
    brought.refresh_from_db()
    assert len(brought.reading["measures"]) == 2


def test_a_large_report_stays_light(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    made = bring(cast)
    measure, item = made.reading["measures"][0], made.reading["disclosures"][0]
    made.reading["measures"] = [{**measure, "title": f"มาตรการที่ {at}"} for at in range(40)]
    made.reading["disclosures"] = [
        {**item, "code": f"O{at + 1}", "sub_indicator": f"9.{at // 9 + 1}", "progress": ["ผล" * 80] * 5}
        for at in range(43)
    ]
    made.save()
    client = signed_in(cast.somying)
    for key in ("", "head", "measure-1", "items-1"):
        with django_assert_max_num_queries(12):
            answer = client.get(_url(made, key))
        assert len(answer.content) < 300_000


@pytest.mark.parametrize("key", ["", "head", "measure-1", "items-1"])
def test_it_is_for_those_who_may_and_of_one_agency(
    cast: Cast, brought: ReportImport, signed_in: SignedIn, key: str
) -> None:
    assert Client().get(_url(brought, key)).status_code == 302
    assert signed_in(cast.somsak).get(_url(brought, key)).status_code == 404
    assert signed_in(cast.somsak).get(_url(brought, key, "nong-saeng")).status_code == 404
    assert signed_in(cast.wichai).get(_url(brought, key)).status_code == 403
    assert signed_in(cast.somying).get(_url(brought, key)).status_code == 200


@pytest.mark.parametrize("key", ["measure-3", "measure-0", "items-9", "nothing"])
def test_a_part_that_is_not_there_is_not_found(
    cast: Cast, brought: ReportImport, signed_in: SignedIn, key: str
) -> None:
    assert signed_in(cast.somying).get(_url(brought, key)).status_code == 404


def test_values_of_other_parts_are_not_taken(cast: Cast, brought: ReportImport, signed_in: SignedIn) -> None:
    client, url = signed_in(cast.somying), _url(brought, "measure-1")
    client.post(url, {**_values(client, url), "v:measures[1].title": "แอบเปลี่ยน"})
    brought.refresh_from_db()
    assert brought.reading["measures"][1]["title"] == "อบรมคุณธรรม"
