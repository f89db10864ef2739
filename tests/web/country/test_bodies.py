"""The list of bodies, one body, those that are missing or stand far, and the list as a file."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from prongsai.core.access.decision import Refused
from prongsai.web.country import actions, exporting
from prongsai.web.country.checking import check_table
from prongsai.web.country.models import Body, BodyResult, YearSummary
from tests.web.country.conftest import HEAD, Country, bring

LIST = ("country:bodies", [2567, "all"])


def names(client: Client, **asked: str) -> list[str]:
    response = client.get(reverse(LIST[0], args=LIST[1]), asked)
    assert response.status_code == 200
    return [row["name"] for row in response.context["rows"]]


def test_those_who_rose_most_come_first(national: Client) -> None:
    assert names(national) == ["อบต.ขอนสอง", "ทต.หนึ่ง", "กรมกลาง", "ทต.ขอนหนึ่ง", "ทต.สอง"]
    assert names(national, sort="-total")[0] == "ทต.สอง"
    assert names(national, sort="total")[0] == "ทต.ขอนหนึ่ง"


def test_it_is_narrowed_by_kind_province_level_and_name(national: Client) -> None:
    assert names(national, kind="subdistrict_organisation") == ["อบต.ขอนสอง"]
    assert names(national, province="ลพบุรี") == ["ทต.หนึ่ง", "ทต.สอง"]
    assert names(national, q="ขอน") == ["อบต.ขอนสอง", "ทต.ขอนหนึ่ง"]
    assert names(national, level="ผ่านดีเยี่ยม") == ["ทต.สอง"]
    assert names(national, q="ไม่มีชื่อนี้") == []


def test_those_without_a_result_are_listed(national: Client) -> None:
    assert names(national, state="missing") == ["อบต.สาม"]


def test_a_merged_body_is_no_longer_missing(national: Client, country: Country) -> None:
    body = country.bodies["003"]
    assert national.post(reverse("country:end", args=[body.pk]), {"until_year": "๒๕๖๖"}).status_code == 302
    assert names(national, state="missing") == []
    summary = YearSummary.objects.get(scope="country", fiscal_year=2567)
    assert (summary.bodies, summary.with_result) == (5, 5)


@pytest.mark.parametrize("text", ["เร็ว ๆ นี้", "99", "9" * 40])
def test_a_year_that_is_none_is_refused(national: Client, country: Country, text: str) -> None:
    body = country.bodies["003"]
    response = national.post(reverse("country:end", args=[body.pk]), {"until_year": text}, follow=True)
    assert "สี่หลัก" in response.content.decode()
    body.refresh_from_db()
    assert body.until_year is None


def test_a_body_does_not_end_before_its_last_result(country: Country) -> None:
    with pytest.raises(Refused):
        actions.end_body(by=country.national, body=country.bodies["001"], until_year=2566)


def test_a_body_stands_beside_its_kind_and_province_over_the_years(national: Client, country: Country) -> None:
    response = national.get(reverse("country:body", args=[country.bodies["001"].pk]))
    newest, before = response.context["rows"]
    assert (newest["total"], newest["change"], newest["province"]) == ("90.00", "+10.00", "92.50")
    assert newest["kind"] == "82.33"  # (90 + 95 + 62) / 3
    assert (before["total"], before["change"]) == ("80.00", "")
    assert response.context["indicators"]["rows"][0]["apart"] == "+7.67"


def test_outliers_tell_their_rule(national: Client, country: Country) -> None:
    rows = "\n".join(f"1{at:02d},อบต.ก{at},อบต.,สระบุรี,{','.join(['90.00'] * 10)}" for at in range(14))
    odd = f"199,อบต.แปลก,อบต.,สระบุรี,{','.join(['90.00'] * 8)},20.00,90.00"
    bring(2568, f"{HEAD}\n{rows}\n{odd}\n")
    text = national.get(reverse("country:outliers", args=[2568, "all"])).content.decode()
    assert "อบต.แปลก" in text and "ต่ำกว่าค่าเฉลี่ยของอีกเก้าตัวชี้วัด 70.00" in text
    assert "ไม่ได้หมายความว่าผิด" in text


def rows_of(client: Client, query: str = "", kind: str = "csv") -> list[list[str]]:
    response = client.get(reverse("country:download", args=[2567, "all", kind]) + query)
    data = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a streaming answer
    if kind == "xlsx":
        return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()  # type: ignore[return-value]  # its cells are values
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_file_has_the_narrowed_list(national: Client) -> None:
    _heading, *rows = rows_of(national, "?province=ลพบุรี&sort=-total")
    assert [(row[1], row[2], row[-3], row[-2]) for row in rows] == [
        ("002", "ทต.สอง", "95.00", "-1.00"),
        ("001", "ทต.หนึ่ง", "90.00", "10.00"),
    ]


def test_a_file_has_all_years(national: Client) -> None:
    assert len(rows_of(national, "?years=all")) == 1 + 6 + 5


def test_an_excel_file_has_one_year(national: Client) -> None:
    response = national.get(reverse("country:download", args=[2567, "all", "xlsx"]) + "?years=all")
    assert response.status_code == 422 and "CSV" in response.content.decode()


def test_those_without_a_result_are_a_file_too(national: Client) -> None:
    [_heading, row] = rows_of(national, "?state=missing")
    assert row[2] == "อบต.สาม" and set(row[7:]) == {""}


def test_scores_of_a_sheet_are_numbers(national: Client) -> None:
    rows = rows_of(national, "?sort=-total", "xlsx")
    assert rows[1][-3] == 95.0 and rows[1][0] == 2567


def test_no_cell_is_a_formula(national: Client) -> None:
    Body.objects.filter(code="001").update(name="=HYPERLINK(1)")
    assert [row[2] for row in rows_of(national, "?sort=total") if "HYPER" in row[2]] == ["'=HYPERLINK(1)"]
    assert [row[2] for row in rows_of(national, "", "xlsx") if "HYPER" in str(row[2])] == ["=HYPERLINK(1)"]


def test_a_file_can_be_brought_in_again(national: Client) -> None:
    response = national.get(reverse("country:download", args=[2567, "all", "csv"]))
    data = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a streaming answer
    checked = check_table(data, "x.csv", 2567)
    assert not checked.faults and len(checked.rows) == 5


def test_parquet_holds_the_same(national: Client) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    response = national.get(reverse("country:download", args=[2567, "all", "parquet"]))
    found = parquet.read_table(io.BytesIO(response.content)).to_pylist()
    assert sorted(one["คะแนนรวม"] for one in found) == [62.0, 77.0, 89.0, 90.0, 95.0]


def test_without_parquet_it_says_so(national: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "parquet_is_read", lambda: False)
    response = national.get(reverse("country:download", args=[2567, "all", "parquet"]))
    assert response.status_code == 501 and "prongsai[analysis]" in response.content.decode()


def test_an_unknown_kind_of_file_is_not_there(national: Client) -> None:
    assert national.get(reverse("country:download", args=[2567, "all", "exe"])).status_code == 404


def test_nothing_was_changed_by_looking(national: Client) -> None:
    before = list(BodyResult.objects.order_by("pk").values())
    names(national), rows_of(national)
    assert list(BodyResult.objects.order_by("pk").values()) == before
