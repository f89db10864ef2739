"""Bringing a table: every dress of CSV, Excel, Parquet; faults by row and column; looked at, then kept whole."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai.core.access.decision import Refused
from prongsai.documents import results_table
from prongsai.documents.readers.refusal import Refusal
from prongsai.web.country import actions
from prongsai.web.country.checking import check_table
from prongsai.web.country.models import Body, BodyResult, CountryEvent, ResultsTable, YearSummary
from tests.web.country.conftest import Country, bring, table

LOAD = "country:load"


def send(client: Client, data: bytes, name: str = "ผล.csv", year: str = "2568") -> object:
    upload = SimpleUploadedFile(name, data)
    return client.post(reverse(LOAD), {"fiscal_year": year, "file": upload})


def everything() -> list[object]:
    models = (Body, BodyResult, YearSummary, CountryEvent)
    return [list(model.objects.order_by("pk").values()) for model in models]


def as_xlsx(text: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ITA")
        rough = book.add_format({"num_format": "0"})
        for at, line in enumerate(text.splitlines()):
            for column, cell in enumerate(line.split(",")):
                if column > 3 and at and cell:
                    sheet.write_number(at, column, float(cell) + 0.25, rough)
                else:
                    sheet.write_string(at, column, cell)
    return out.getvalue()


def as_parquet(text: str) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    heading, *rows = [line.split(",") for line in text.splitlines()]
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(zip(heading, zip(*rows, strict=True), strict=True))), out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_every_dress(country: Country, encoding: str, delimiter: str) -> None:
    text = table(2567).replace(",", delimiter).replace("90.00", "๙๐.๐๐").replace("\n", "\r\n")
    checked = check_table(text.encode(encoding), "ผล.csv", 2567)
    assert not checked.faults and [one.total for one in checked.rows] == [9000, 9500, None, 6200, 7700, 8900]


def test_excel_is_read_with_all_its_decimals(country: Country) -> None:
    checked = check_table(as_xlsx(table(2567)), "ผล.xlsx", 2567)
    assert not checked.faults
    assert [one.indicators for one in checked.rows[:2]] == [(9025,) * 10, (9525,) * 10]


def test_parquet_is_read_where_it_is_installed(country: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_parquet(table(2567))
    assert len(check_table(data, "ผล.parquet", 2567).rows) == 6
    monkeypatch.setattr(results_table, "find_spec", lambda name: None)
    with pytest.raises(Refusal, match="prongsai\\[analysis\\]"):
        check_table(data, "ผล.parquet", 2567)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04 no zip",
        b"\x00\x01\x02",
        b"PAR1 broken PAR1",
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_table_is_refused(national: Client, data: bytes) -> None:
    before = everything()
    response = send(national, data, "ผล.csv")
    assert response.status_code == 422  # type: ignore[attr-defined]  # the answer of the client
    assert everything() == before


def test_faults_come_back_by_row_and_column_and_nothing_is_kept(national: Client) -> None:
    before = everything()
    text = table(2567).replace("62.00", "162.00", 1).replace("ขอนแก่น", "ขอนแกน")
    response = send(national, text.encode())
    page = response.content.decode()  # type: ignore[attr-defined]  # the answer of the client
    assert response.status_code == 422  # type: ignore[attr-defined]  # the answer of the client
    assert "แถว 5 คอลัมน์ E (ตัวชี้วัดที่ 1)" in page and "แถว 6 คอลัมน์ D (จังหวัด)" in page and "ขอนแก่น" in page
    assert everything() == before and not ResultsTable.objects.filter(state="waiting").exists()


@pytest.mark.parametrize("year", ["", "68", "สองพัน", "2300", "9" * 400])
def test_a_year_that_is_none_is_refused(national: Client, year: str) -> None:
    assert send(national, table(2567).encode(), year=year).status_code == 422  # type: ignore[attr-defined]  # the answer of the client


def test_a_table_is_looked_at_before_it_is_kept(national: Client) -> None:
    before = everything()
    text = table(2567).replace("90.00", "91.00").replace("อบต.ขอนสอง", "ทต.ขอนสอง")
    response = send(national, text.encode(), year="๒๕๖๗")
    waiting = ResultsTable.objects.get(state="waiting")
    assert response["Location"] == reverse("country:check", args=[waiting.pk])  # type: ignore[index]  # the answer of the client
    page = national.get(reverse("country:check", args=[waiting.pk])).content.decode()
    assert "อบต.ขอนสอง (ขอนแก่น) เปลี่ยนเป็น ทต.ขอนสอง (ขอนแก่น)" in page
    assert everything() == before
    effect = national.get(reverse("country:check", args=[waiting.pk])).context["effect"]
    assert (effect.new_results, effect.changed_results, effect.same_results, effect.without_result) == (0, 1, 4, 1)
    assert national.post(reverse("country:check", args=[waiting.pk])).status_code == 302
    assert BodyResult.objects.get(body__code="001", fiscal_year=2567).total == 9100
    assert CountryEvent.objects.filter(kind="results_loaded").order_by("-pk")[0].details["fiscal_year"] == 2567
    waiting.refresh_from_db()
    assert waiting.state == "kept" and waiting.rows == []


def test_a_table_that_was_kept_is_not_kept_again(country: Country) -> None:
    kept = ResultsTable.objects.order_by("pk")[0]
    with pytest.raises(Refused):
        actions.keep_table(by=country.national, table=kept)


def test_a_dropped_table_leaves_everything_as_it_was(national: Client) -> None:
    before = everything()
    send(national, table(2567).replace("90.00", "91.00").encode())
    waiting = ResultsTable.objects.get(state="waiting")
    national.post(reverse("country:drop", args=[waiting.pk]))
    waiting.refresh_from_db()
    assert waiting.state == "dropped" and waiting.rows == [] and everything() == before
    assert national.get(reverse("country:check", args=[waiting.pk])).status_code == 404


def test_a_code_and_a_name_of_two_bodies_are_refused(country: Country) -> None:
    text = table(2567).replace("001,ทต.หนึ่ง", "001,ทต.สอง").replace("002,ทต.สอง", "099,ทต.ใหม่")
    [fault] = check_table(text.encode(), "ผล.csv", 2567).faults
    assert fault.row == 2 and "ทต.หนึ่ง" in fault.what.th


def test_a_body_without_a_code_gets_it_from_a_later_table(country: Country) -> None:
    Body.objects.filter(code="001").update(code=None)
    bring(2568, table(2567))
    assert Body.objects.get(name="ทต.หนึ่ง").code == "001" and Body.objects.count() == 6


def test_a_body_that_changes_its_kind_keeps_the_kind_of_each_year(country: Country) -> None:
    bring(2568, table(2567).replace("005,อบต.ขอนสอง,อบต.", "005,ทต.ขอนสอง,เทศบาลตำบล"))
    body = country.bodies["005"]
    body.refresh_from_db()
    kinds = dict(BodyResult.objects.filter(body=body).values_list("fiscal_year", "kind"))
    assert body.kind == kinds[2568] == "subdistrict_municipality" and kinds[2567] == "subdistrict_organisation"


def test_an_older_table_does_not_rename_what_a_newer_one_named(country: Country) -> None:
    bring(2565, table(2566).replace("ทต.หนึ่ง", "อบต.หนึ่ง"))
    body = country.bodies["001"]
    body.refresh_from_db()
    assert body.name == "ทต.หนึ่ง" and body.since_year == 2565
    assert BodyResult.objects.get(body=body, fiscal_year=2566).change == 0


def test_a_later_table_changes_the_year_after_too(country: Country) -> None:
    bring(2566, table(2566).replace("80.00", "85.00"))
    assert BodyResult.objects.get(body__code="001", fiscal_year=2567).change == 500


def test_a_row_without_scores_takes_an_earlier_result_away(country: Country) -> None:
    bring(2567, table(2567).replace("95.00", ""))
    assert not BodyResult.objects.filter(body__code="002", fiscal_year=2567).exists()
    assert YearSummary.objects.get(scope="province:ลพบุรี", fiscal_year=2567).with_result == 1


def test_a_table_of_one_province_leaves_the_others(country: Country) -> None:
    lines = table(2567).splitlines()
    bring(2567, "\n".join([lines[0], lines[1].replace("90.00", "99.00")]))
    assert BodyResult.objects.filter(fiscal_year=2567).count() == 5
    assert YearSummary.objects.get(scope="country", fiscal_year=2567).with_result == 5


def test_hidden_rows_are_told(country: Country) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ITA")
        for at, line in enumerate(table(2567).splitlines()):
            sheet.write_row(at, 0, line.split(","))
        sheet.set_row(3, None, None, {"hidden": True})
        book.add_worksheet("อื่น")
    warnings = [one.what.th for one in check_table(out.getvalue(), "ผล.xlsx", 2567).warnings]
    assert "ซ่อน" in warnings[0] and "แผ่นงานแรก" in warnings[1]


def test_the_sample_is_read_back(national: Client) -> None:
    head = national.get(reverse("country:sample")).content.decode("utf-8-sig").strip()
    line = ",".join(["1", "ทต.ก", "เทศบาลตำบล", "S", "ลพบุรี", *["90"] * 10, "90", ""])
    assert check_table(f"{head}\n{line}\n".encode(), "x.csv", 2567).faults == ()


def test_the_history_tells_what_was_done(national: Client) -> None:
    text = national.get(reverse("country:history")).content.decode()
    assert "นำเข้าผลการประเมินของหลายหน่วยงาน" in text and "ให้สิทธิ์กำกับดูแล" in text
