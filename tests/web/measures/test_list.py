"""The list of measures: the table of the paper, narrowed, searched in Thai, and exported."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.site import clock
from tests.cast import Cast
from tests.factories.busy import busy_year

SignIn = Callable[[Person], Client]
URL = "/a/tha-khong/2569/measures/"
CONTENTS = [
    MeasureContent(1, 4, "กำกับการใช้ทรัพย์สิน", ("ทำคู่มือ ๒๕๖๙",), ("กองคลัง",), "ต.ค. ๖๘ - มี.ค. ๖๙"),
    MeasureContent(2, 1, "=อบรม", ("จัดอบรม", "ประเมิน"), ("กองช่าง", "กองคลัง"), "ปีงบประมาณ ๒๕๖๙"),
    MeasureContent(3, None, "ประกาศเจตนารมณ์", (), ("คณะทำงาน",), ""),
]

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def plan(cast: Cast) -> Plan:
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    first, second, _third = actions.add_measures(by=cast.somying, plan=plan, contents=CONTENTS)
    for measure, text in ((first, "แจกคู่มือแล้ว ๑๒ เล่ม"), (second, "อบรมแล้ว")):
        actions.record_progress(by=cast.somying, measure=measure, on=clock.today(), text=text, status="in_progress")
    piece = evidence.add_link(by=cast.somying, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)
    second.progress.get().evidence.add(piece)
    return plan


def _titles(client: Client, query: str = "") -> list[str]:
    return [row.measure.title for row in client.get(URL + query).context["rows"]]


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", ["", "export/csv/", "export/xlsx/"])
def test_the_neighbour_finds_nothing(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    assert signed_in(cast.somsak).get(URL + path).status_code == 404


def test_without_a_plan_it_shows_the_way(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert "ยังไม่มีแผน" in page
    assert signed_in(cast.wichai).get(URL + "export/csv/").status_code == 404


def test_it_has_the_columns_of_the_paper(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    page = signed_in(cast.wichai).get(URL).content.decode()
    for column in ("ลำดับ", "ตัวชี้วัด", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ", "ผลการดำเนินการ"):
        assert f'<th scope="col">{column}</th>' in page
    assert "แจกคู่มือแล้ว" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?indicator=4", [0]),
        ("?status=not_started", [2]),
        ("?late=overdue", [0]),
        ("?late=no_dates", [2]),
        ("?attention=late", [0]),
        ("?attention=no_evidence", [0]),
        ("?attention=no_result", [2]),
        ("?attention=no_owner", [2]),
        ("?q=คู่มือ 2569", [0]),
        ("?q=ทํา", [0, 2]),
        ("?q=ม", [0, 1, 2]),
        ("?q=๑๒ เล่ม", [0]),
        ("?q=ไม่มีคำนี้", []),
        ("?q=%25", []),
        ("?status=in_progress&indicator=1", [1]),
        ("?status=?&late=x&indicator=99&division=abc", [0, 1, 2]),
    ],
)
def test_it_narrows_to_what_was_chosen(cast: Cast, plan: Plan, signed_in: SignIn, query: str, found: list[int]) -> None:
    assert _titles(signed_in(cast.wichai), query) == [CONTENTS[at].title for at in found]


def test_it_narrows_to_a_division(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    client = signed_in(cast.wichai)
    assert _titles(client, f"?division={cast.finance.pk}") == [CONTENTS[0].title, CONTENTS[1].title]
    assert _titles(client, f"?division={cast.works.pk}") == [CONTENTS[1].title]
    assert "แสดงทั้งหมด" in client.get(f"{URL}?division={cast.education.pk}").content.decode()


def test_a_removed_measure_is_not_listed(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    actions.remove_measure(by=cast.somying, measure=Measure.objects.of(cast.agency).get(title="=อบรม"))
    assert len(_titles(signed_in(cast.wichai))) == 2


def test_the_csv_holds_what_was_chosen_and_no_formula(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    response = signed_in(cast.wichai).get(URL + "export/csv/?status=in_progress")
    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][2] == "มาตรการ"
    assert [row[2] for row in rows[1:]] == ["กำกับการใช้ทรัพย์สิน", "'=อบรม"]
    assert rows[2][3] == "1. จัดอบรม\n2. ประเมิน"
    assert "measures-tha-khong-2569" in response["Content-Disposition"]


def test_the_sheet_holds_numbers_as_numbers(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    content = signed_in(cast.wichai).get(URL + "export/xlsx/").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[:3] for row in rows[1:]] == [
        [1.0, 4.0, CONTENTS[0].title],
        [2.0, 1.0, "=อบรม"],
        [3.0, "", CONTENTS[2].title],
    ]
    assert rows[1][6:] == ["อยู่ระหว่างดำเนินการ", "แจกคู่มือแล้ว ๑๒ เล่ม"]


def test_another_kind_of_file_is_not_there(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get(URL + "export/pdf/").status_code == 404


def test_it_pages_at_25_and_costs_at_most_twelve_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    busy_year(cast.agency, cast.somying)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        assert len(_titles(client, "?late=on_time&q=มาตรการ")) == 25
    assert len(_titles(client, "?page=2")) == 18
