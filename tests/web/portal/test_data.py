"""Open data: what the files hold, that they are harmless, and that they hold nothing but what is public."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from prongsai.core.publication.content import Table
from prongsai.web.portal.data.cells import figure, harmless
from prongsai.web.portal.data.sheets import SHEETS
from prongsai.web.portal.data.tables import as_sheet
from prongsai.web.portal.data.writing import FORMATS, Of, as_xlsx
from prongsai.web.published.actions import publish
from tests.cast import Cast
from tests.site.page_checker import CheckedClient
from tests.web.answers import status_of
from tests.web.portal.a_portal import GONE, item, open_portal

RUN = ("=1+1", "+CMD", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1", "- รายการ")


@pytest.fixture
def full(cast: Cast) -> Cast:
    """A portal with something of every sort."""
    open_portal(cast)
    return cast


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def said(client: Client, address: str) -> Any:
    """A JSON answer."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return json.loads(answer.content)


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_gets_a_mark(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+2.50", "-1,234.00", "12%", "-", "", "ก-ข", "a=b", "1+1"])
def test_figures_and_harmless_texts_stay(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234.50", "1234.50"), ("๑๒", "12"), ("-5", "-5"), ("−5", "-5"), ("ไม่มี", None), ("1,2", None), ("", None)],
)
def test_a_figure_is_read_from_its_writing(text: str, value: str | None) -> None:
    assert figure(text) == (None if value is None else Decimal(value))


def test_a_long_number_stays_a_text_for_a_spreadsheet_would_round_it() -> None:
    assert figure("1234567890123456") is None


def test_columns_with_one_heading_have_different_names() -> None:
    made = as_sheet(Table("", ("ชื่อ", "ชื่อ", ""), (("ก", "ข", "ค"),)), 1, "ตาราง")
    assert [column.name for column in made.sheet.columns] == ["ชื่อ", "ชื่อ (2)", "column_3"]


def test_items_tell_what_stands_where_and_what_was_withdrawn(full: Cast, client: Client) -> None:
    found = {row["code"]: row for row in rows(client, "/tha-khong/data/items.csv")}
    assert found.keys() == {"o1", "o2", "o29", "plan", "scores"}
    assert (
        found["o29"]
        | {
            "state": "published",
            "edition": "2",
            "reason": "แก้ตัวเลขเดือนตุลาคม",
            "address": "http://127.0.0.1:8000/tha-khong/2566/o29",
            "parts_shown": "1",
            "parts_asked": "2",
            "files": "1",
            "tables": "1",
        }
        == found["o29"]
    )
    gone = found["o1"]
    assert (gone["state"], gone["reason"], gone["lead"], gone["sha256"]) == ("withdrawn", "มีข้อมูลส่วนบุคคล", "", "")


def test_parts_links_files_and_tables_are_rows(full: Cast, client: Client) -> None:
    parts = [row for row in rows(client, "/tha-khong/data/parts.csv") if row["code"] == "o29"]
    assert [(row["number"], row["shown"], row["where"]) for row in parts] == [
        ("1", "true", "ตาราง"),
        ("2", "false", ""),
    ]
    assert {row["url"] for row in rows(client, "/tha-khong/data/links.csv")} == {
        "https://www.example.go.th/o29?a=1&b=2"
    }
    (file,) = rows(client, "/tha-khong/data/files.csv")
    assert status_of(client.get(file["address"].removeprefix("http://127.0.0.1:8000"))) == 200
    tables = rows(client, "/tha-khong/data/tables.csv")
    assert all(client.get(row["address"].removeprefix("http://127.0.0.1:8000")).status_code == 200 for row in tables)


def test_scores_and_measures_are_rows(full: Cast, client: Client) -> None:
    scores = {row["name"]: row for row in rows(client, "/tha-khong/data/scores.csv")}
    assert (scores["ปีงบประมาณ 2566"]["score"], scores["ปีงบประมาณ 2566"]["level"]) == ("91.25", "ผ่านดี")
    assert (scores["IIT"]["score"], scores["IIT"]["of"]) == ("85.00", "100")
    (measure,) = rows(client, "/tha-khong/data/measures.csv")
    assert (measure["measure"], measure["responsible"], measure["status"]) == (
        "อบรมการให้บริการ",
        "กองคลัง\nกองช่าง",
        "ดำเนินการแล้ว",
    )
    assert "ผลการดำเนินการ" in measure["details"]


def test_a_table_stands_by_itself_in_every_format(full: Cast, client: Client) -> None:
    address = "/tha-khong/2566/o29/table-1"
    found = rows(client, f"{address}.csv")
    assert [row["จำนวน"] for row in found] == ["1234.50", "12", "ไม่มี"]
    assert [row["หมายเหตุ"] for row in found] == ['\'=HYPERLINK("https://evil.example")', "-5", "'- รอผล"]
    assert [row["จำนวน"] for row in said(client, f"{address}.json")["rows"]] == [1234.5, 12, "ไม่มี"]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{address}.xlsx").content)).get_sheet_by_index(0)
    assert sheet.to_python()[1] == ["ตุลาคม", 1234.5, '\'=HYPERLINK("https://evil.example")']


def test_a_table_of_an_earlier_edition_stays(full: Cast, client: Client) -> None:
    assert client.get("/tha-khong/2566/o29/v1/table-1.csv").status_code == 200


def test_every_file_is_described_by_the_dictionary_and_is_the_same_in_all_formats(full: Cast, client: Client) -> None:
    for name in SHEETS:
        _compare(client, name)


def _compare(client: Client, name: str) -> None:
    """One file in its three formats, beside the dictionary."""
    described = {one["name"]: one for one in said(client, "/tha-khong/data/dictionary.json")["files"]}
    names = [column["name"] for column in described[name]["columns"]]
    assert all(column["th"] and column["en"] for column in described[name]["columns"])
    table = said(client, f"/tha-khong/data/{name}.json")
    lines = list(csv.reader(io.StringIO(client.get(f"/tha-khong/data/{name}.csv").content.decode("utf-8-sig"))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"/tha-khong/data/{name}.xlsx").content))
    assert lines[0] == names == book.get_sheet_by_index(0).to_python()[0]
    assert len(lines) - 1 == len(table["rows"]) == len(book.get_sheet_by_index(0).to_python()) - 1
    assert all(list(row) == names for row in table["rows"])


def test_json_keeps_the_types_that_the_dictionary_promises(full: Cast, client: Client) -> None:
    types: dict[str, type | tuple[type, ...]] = {
        "integer": int,
        "string": str,
        "uri": str,
        "date-time": str,
        "boolean": bool,
        "number": (int, float),
    }
    for name in SHEETS:
        table = said(client, f"/tha-khong/data/{name}.json")
        kinds = {column["name"]: types[column["type"]] for column in table["columns"]}
        for row in table["rows"]:
            assert all(value is None or isinstance(value, kinds[key]) for key, value in row.items()), (name, row)


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_page_explains_every_file_its_columns_and_the_licence(full: Cast, start: str) -> None:
    words = CheckedClient().get(f"{start}/tha-khong/data/").content.decode()
    for sheet in SHEETS.values():
        assert f'/tha-khong/data/{sheet.name}.csv"' in words and f"<code>{sheet.columns[0].name}</code>" in words
    assert "https://creativecommons.org/licenses/by/4.0/" in words and "/tha-khong/2566/o29/table-1.xlsx" in words


def test_every_address_of_the_page_leads_somewhere(full: Cast, client: Client) -> None:
    page = client.get("/tha-khong/data/").content.decode()
    found = {part.partition('"')[0] for part in page.split('href="')[1:]}
    dead = [one for one in found if one.startswith("/") and status_of(client.get(one.partition("#")[0])) >= 400]
    assert not dead


def test_nothing_withdrawn_or_unpublished_is_in_any_file(full: Cast, client: Client) -> None:
    for name in SHEETS:
        for kind in ("csv", "json"):
            assert GONE not in client.get(f"/tha-khong/data/{name}.{kind}").content.decode()
    assert client.get("/tha-khong/2566/o1/table-1.csv").status_code == 404


def test_what_is_not_there_is_not_found(full: Cast, client: Client) -> None:
    for address in (
        "/tha-khong/data/nothing.csv",
        "/tha-khong/data/items.exe",
        "/tha-khong/2566/o29/table-2.csv",
        "/tha-khong/2566/o99/table-1.csv",
        "/nong-saeng/data/items.csv",
        "/nong-saeng/data/",
        "/en/tha-khong/data/items.csv",
    ):
        assert client.get(address).status_code == 404, address


def test_files_are_kept_by_caches_read_by_any_site_and_set_no_cookie(full: Cast, client: Client) -> None:
    first = client.get("/tha-khong/data/items.csv")
    assert first.headers["Access-Control-Allow-Origin"] == "*" and first.headers["X-Content-Type-Options"] == "nosniff"
    assert "tha-khong-items.csv" in first.headers["Content-Disposition"] and not first.cookies
    again = client.get("/tha-khong/data/items.csv", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_correction_is_in_the_files_at_once(full: Cast, client: Client) -> None:
    before = client.get("/tha-khong/data/items.csv").content
    publish(by=full.somying, agency=full.agency, content=item(lead="ใหม่กว่า"), reason="แก้อีกครั้ง")
    assert client.get("/tha-khong/data/items.csv").content != before


@pytest.mark.parametrize("address", ["/tha-khong/data/", "/tha-khong/data/items.csv", "/tha-khong/data/catalog.jsonld"])
def test_making_a_file_costs_at_most_twelve_queries(
    full: Cast, client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


def test_the_same_data_is_the_same_workbook_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = SHEETS["links"].filled([(2566, "o1", 1, 1, "ก", "https://a.example")])
    of = Of("x", "หน่วยงาน", datetime(2026, 1, 1, tzinfo=UTC))
    first = as_xlsx(filled, of)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(hours=5))
    assert as_xlsx(filled, of) == first and FORMATS["xlsx"][1] is as_xlsx
