"""Citizens find a Thai word inside others, in pages and in files, and only what is public now."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import docx
import pytest
import xlsxwriter
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.publication.content import Section
from prongsai.documents.writers.pdf import write_page
from prongsai.web.portal.finding import pace
from prongsai.web.published.actions import Given, withdraw
from prongsai.web.published.indexing import read_files, scope_of
from prongsai.web.published.models import Edition, FileText, PublishedFile, Searchable
from tests.cast import Cast
from tests.factories.publishing import BUDGET, item, put_out
from tests.site.page_checker import CheckedClient

SEARCH = "/tha-khong/search"
ORDER = Given("คำสั่งแต่งตั้ง", "คำสั่ง.txt", "text/plain", "แต่งตั้งคณะทำงานตรวจรับพัสดุ จํานวน ๓ คน\n".encode())


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, with the budget plan published."""
    put_out(cast.agency, cast.somying)
    return cast


@pytest.fixture
def client() -> Client:
    """A stranger whose pages are all looked at."""
    return CheckedClient()


def ask(client: Client, words: str, **more: str) -> str:
    """The page of a search."""
    answer = client.get(SEARCH, {"q": words, **more})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("งบประมาณ", "งบประมาณ"),
        ("ใช้จ่ายงบ", "ใช้จ่ายงบ"),  # across words
        ("๔๘,๒๕๐,๐๐๐", "48,250,000"),
        ("O12", ""),
        ("ทั้งสิ้น จัดสรร", "จัดสรร"),  # in different parts
        ('"ประจำปี"', "ประจำปี"),
        ("งบ", "งบ"),  # too short for an index of trigrams
        ("งบ กองคลัง", "กองคลัง"),
        ("ประจําปี", "ประจำปี"),  # sara am as two letters
        ("budget", ""),
    ],
)
def test_it_finds_words_inside_words(portal: Cast, client: Client, words: str, marked: str) -> None:
    page = ask(client, words)
    assert 'href="/tha-khong/2569/o12"' in page
    assert f"<mark>{marked}</mark>" in page or not marked


@pytest.mark.parametrize("words", ["ไม่มีคำนี้", "งบประมาณ ไม่มีคำนี้", '"ปีประจำ"', "ฮฮ", "100%", "_", "a_b"])
def test_it_finds_nothing_where_a_word_is_missing(portal: Cast, client: Client, words: str) -> None:
    assert "/tha-khong/2569/o12" not in ask(client, words)


@pytest.mark.parametrize(
    "words",
    ["", "  ", "%", '"', "AND", "NEAR(", "title:", "*", "'; DROP", "{a b}", "ก" * 3000, "\\", "-", "^ก", "กก\u200b"],
)
def test_no_question_is_too_odd(portal: Cast, client: Client, words: str) -> None:
    for address in (SEARCH, "/directory/search"):
        for query in ({"q": words}, {"q": words, "page": "99"}, {"q": words, "page": "x", "year": "๒๕๖๙"}):
            assert client.get(address, query).status_code == 200


def test_what_is_written_never_becomes_markup(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying, item("o1", "<script>alert(1)</script> โครงสร้าง"), files=())
    page = ask(client, "<script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_titles_come_before_parts_texts_and_files(cast: Cast, client: Client) -> None:
    def with_text(code: str, text: str) -> None:
        put_out(cast.agency, cast.somying, item(code, f"รายการ {code}", sections=(Section("", (text,)),)), files=())

    with_text("o3", "มีถังขยะอยู่ในข้อความ")
    put_out(cast.agency, cast.somying, item("o4", "รายการ o4", lead="ถังขยะ"), files=())
    put_out(cast.agency, cast.somying, item("o5", "ถังขยะของเทศบาล"), files=())
    page = ask(client, "ถังขยะ")
    assert [page.index(f"/2569/o{number}") for number in (5, 4, 3)] == sorted(
        page.index(f"/2569/o{number}") for number in (5, 4, 3)
    )


def test_newer_years_come_first_and_a_year_can_be_chosen(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, fiscal_year=2568), files=())
    page = ask(client, "งบประมาณ")
    assert page.index("/2569/o12") < page.index("/2568/o12")
    only = ask(client, "งบประมาณ", year="2568")
    assert "/2568/o12" in only and "/2569/o12" not in only


def test_only_the_newest_edition_is_found(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, lead="ฉบับแก้ไขเรื่องไฟส่องทาง", sections=()), reason="พิมพ์ผิด")
    assert "/2569/o12" in ask(client, "ไฟส่องทาง")
    assert "/2569/o12" not in ask(client, "48,250,000")
    assert Searchable.objects.of(portal.agency).count() == 1


def test_what_is_withdrawn_is_never_found(portal: Cast, client: Client) -> None:
    publication = Edition.objects.of(portal.agency).get().publication
    withdraw(by=portal.somying, publication=publication, reason="ข้อมูลผิดหน่วยงาน")
    assert "/2569/o12" not in ask(client, "งบประมาณ")
    assert not Searchable.objects.of(portal.agency).exists()
    put_out(portal.agency, portal.somying, reason="เผยแพร่อีกครั้ง")
    assert "/2569/o12" in ask(client, "งบประมาณ")


def test_an_agency_finds_nothing_of_another(portal: Cast, client: Client) -> None:
    put_out(portal.neighbour, portal.somsak, item("o1", "โครงสร้างหน่วยงาน"), files=())
    assert "/2569/o12" not in client.get("/nong-saeng/search", {"q": "งบประมาณ"}).content.decode()
    assert scope_of(portal.agency.pk) != scope_of(portal.neighbour.pk)
    everywhere = client.get("/directory/search", {"q": "ประจำปี"}).content.decode()
    assert "/tha-khong/2569/o12" in everywhere and "เทศบาลตำบลท่าโขง" in everywhere


def test_short_words_over_all_agencies_are_looked_for_in_titles(portal: Cast, client: Client) -> None:
    assert "/tha-khong/2569/o12" in client.get("/directory/search", {"q": "งบ"}).content.decode()
    assert "/tha-khong/2569/o12" in client.get("/directory/search", {"q": "คลั"}).content.decode()
    assert "/tha-khong/2569/o12" not in client.get("/directory/search", {"q": "ลั"}).content.decode()


def test_the_text_of_a_file_is_found_once_it_is_read(
    cast: Cast, client: Client, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]  # a context manager
        put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=(ORDER,))
    page = ask(client, "ตรวจรับพัสดุ")
    assert "<mark>ตรวจรับพัสดุ</mark>" in page
    file = PublishedFile.objects.of(cast.agency).get()
    assert f'href="/tha-khong/files/{file.key}/{quote("คำสั่ง.txt")}"' in page
    assert "/2569/o2" in ask(client, "จำนวน 3 คน ผู้บริหาร")  # coding mended, words of page and file together


def test_a_file_that_cannot_be_read_is_found_by_its_name(cast: Cast, client: Client) -> None:
    broken = Given("แผนที่", "แผนที่ตำบล.zip", "application/zip", b"PK\x03\x04 broken")
    edition = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=(broken,))
    read_files.call(cast.agency.pk, edition.publication_id)
    assert FileText.objects.of(cast.agency).get().text == ""
    assert "/2569/o2" in ask(client, "แผนที่ตำบล.zip")


def test_a_file_that_was_read_is_not_read_again(cast: Cast) -> None:
    first = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=(ORDER,))
    read_files.call(cast.agency.pk, first.publication_id)
    put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหารใหม่"), files=(ORDER,), reason="แก้ชื่อ")
    assert "ตรวจรับพัสดุ" in Searchable.objects.of(cast.agency).get().files
    assert FileText.objects.of(cast.agency).count() == 1


def test_a_file_withdrawn_meanwhile_leaves_no_words(cast: Cast) -> None:
    edition = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=(ORDER,))
    withdraw(by=cast.somying, publication=edition.publication, reason="ผิดฉบับ")
    read_files.call(cast.agency.pk, edition.publication_id)
    assert not Searchable.objects.of(cast.agency).exists()


def test_words_that_were_left_behind_show_nothing_of_what_is_withdrawn(portal: Cast, client: Client) -> None:
    words = Searchable.objects.of(portal.agency).get(publication__code="o12")
    withdraw(by=portal.somying, publication=words.publication, reason="มีข้อมูลส่วนบุคคล")
    words.pk = None
    words.save(force_insert=True)
    assert 'class="hits__one"' not in ask(client, "งบประมาณ")


def test_the_text_of_a_withdrawn_file_is_kept_nowhere(cast: Cast) -> None:
    first = put_out(cast.agency, cast.somying, item("o1", "โครงสร้าง"), (ORDER,))
    put_out(cast.agency, cast.somying, item("o2", "ผู้บริหาร"), (ORDER,))
    read_files.call(cast.agency.pk, first.publication_id)
    withdraw(by=cast.somying, publication=first.publication, reason="ผิดฉบับ")
    assert FileText.objects.of(cast.agency).count() == 1, "another publication shows it still"
    second = Edition.objects.of(cast.agency).get(publication__code="o2")
    withdraw(by=cast.somying, publication=second.publication, reason="ผิดฉบับ")
    assert not FileText.objects.of(cast.agency).exists()
    read_files.call(cast.agency.pk, second.publication_id)
    assert not FileText.objects.of(cast.agency).exists()


def test_nothing_found_shows_ways_on(portal: Cast, client: Client) -> None:
    page = ask(client, "งบประมาณ มหาสมุทร")
    assert "?q=%E0%B8%A1" in page  # the words alone
    assert 'href="/tha-khong/2569/"' in page


def test_pages_hold_25(cast: Cast, client: Client) -> None:
    for number in range(1, 31):
        put_out(cast.agency, cast.somying, item(f"o{number}", f"รายการที่ {number}"), files=())
    first, second = ask(client, "รายการที่"), ask(client, "รายการที่", page="2")
    assert (first.count('class="hits__one"'), second.count('class="hits__one"')) == (25, 5)
    assert "page=2" in first and "page=1" in second
    assert "30" in first


def test_a_search_is_kept_nowhere_and_indexed_by_nobody(portal: Cast, client: Client) -> None:
    answer = client.get(SEARCH, {"q": "งบประมาณ"})
    assert answer["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex' in answer.content.decode()
    assert not answer.cookies


def test_it_costs_few_queries(
    portal: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(9):
        ask(client, "งบประมาณ")
    led = 3 if connection.vendor == "postgresql" else 0  # it is led to its trigrams within a transaction
    with django_assert_max_num_queries(4 + led):
        client.get("/directory/search", {"q": "งบประมาณ"})


def test_asking_without_end_is_slowed_down_gently(
    portal: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    monkeypatch.setattr(pace, "MOST", 2)
    assert [client.get(SEARCH, {"q": "งบ"}).status_code for _ in range(4)] == [200, 200, 429, 429]
    assert client.get(SEARCH).status_code == 200  # the empty page costs nothing
    cache.clear()


def test_an_agency_without_anything_public_has_no_search(cast: Cast, client: Client) -> None:
    assert client.get(SEARCH, {"q": "งบ"}).status_code == 404
    assert client.get("/nobody/search", {"q": "งบ"}).content == client.get(SEARCH, {"q": "งบ"}).content


def test_it_speaks_english_around_thai_content(portal: Cast, client: Client) -> None:
    page = client.get("/en/tha-khong/search", {"q": "งบประมาณ"}).content.decode()
    assert 'href="/en/tha-khong/2569/o12"' in page
    assert "1 found" in page


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the index of SQLite")
def test_the_index_follows_every_row(portal: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO published_search (published_search, rank) VALUES ('integrity-check', 1)")
        cursor.execute("SELECT count(*) FROM published_search WHERE published_search MATCH 'งบประมาณ'")
        assert cursor.fetchone() == (1,)


def paper(kind: str) -> Given:
    """A file of that kind that says the same."""
    words = "หลักเกณฑ์การลดหย่อนค่าธรรมเนียม"
    made = io.BytesIO()
    if kind == "docx":
        document = docx.Document()
        document.add_paragraph(words)
        document.save(made)
    elif kind == "xlsx":
        with xlsxwriter.Workbook(made) as book:
            book.add_worksheet().write_row(0, 0, ("รายการ", words))
    elif kind == "pdf":
        made.write(write_page(f"<html lang='th'><p>{words}</p></html>", ""))
    else:
        made.write(f"<!DOCTYPE html><title>ก</title><table><tr><td>{words}</td></tr></table>".encode())
    return Given("เอกสาร", f"เอกสาร.{kind}", "application/octet-stream", made.getvalue())


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "html"])
def test_every_kind_of_paper_is_read(cast: Cast, client: Client, kind: str) -> None:
    edition = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร"), files=(paper(kind),))
    assert "/2569/o2" not in ask(client, "ลดหย่อนค่าธรรมเนียม")
    read_files.call(cast.agency.pk, edition.publication_id)
    page = ask(client, "ลดหย่อนค่าธรรมเนียม")
    assert "<mark>ลดหย่อนค่าธรรมเนียม</mark>" in page and f"เอกสาร.{kind}" in page
