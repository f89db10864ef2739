"""What citizens read: home, year, one publication, its editions, and what was withdrawn."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.publication.content import Bar, Chart, Kind, Part, Section
from prongsai.web.portal.models import Front
from prongsai.web.published.actions import withdraw
from prongsai.web.published.queries import publication_at
from tests.cast import Cast
from tests.factories.publishing import BUDGET, item, put_out
from tests.site.page_checker import CheckedClient, check_page

HOME, YEAR, ONE = "/tha-khong/", "/tha-khong/2569/", "/tha-khong/2569/o12"
PAGES = (HOME, YEAR, ONE, f"{ONE}/v1")


def read(client: Client, address: str, status: int = 200) -> str:
    """The words of a page."""
    answer = client.get(address)
    assert answer.status_code == status, address
    check_page(answer)
    return html.unescape(answer.content.decode())


def gone(cast: Cast, reason: str, number: int | None = None) -> None:
    """The budget plan, or an edition of it, is withdrawn."""
    publication = publication_at(cast.agency, 2569, "o12")
    assert publication is not None
    withdraw(by=cast.prasert, publication=publication, reason=reason, number=number)


@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_sound_in_both_languages(portal: Cast, start: str, address: str) -> None:
    words = read(CheckedClient(), start + address)
    assert "เทศบาลตำบลท่าโขง" in words and "<script>" not in words and " style=" not in words
    assert '<meta name="description" content=""' not in words


@pytest.mark.parametrize("address", PAGES)
def test_making_a_page_costs_at_most_twelve_queries(
    portal: Cast, client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 11):
        put_out(portal.agency, portal.somying, item(f"o{number}", f"รายการที่ {number}"), ())
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


def test_the_home_shows_the_years_and_what_is_new(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, fiscal_year=2568, title="แผนของปีก่อน"), ())
    words = read(client, HOME)
    assert f'href="{YEAR}"' in words and 'href="/tha-khong/2568/"' in words
    assert BUDGET.title in words and "แผนของปีก่อน" in words
    assert 'action="/tha-khong/search"' in words and 'method="get"' in words


def test_the_home_shows_the_plan_and_the_scores_as_pictures(portal: Cast, client: Client) -> None:
    for kind, code, label in ((Kind.PLAN, "plan", "ดำเนินการแล้ว"), (Kind.SCORES, "scores", "คะแนนรวม")):
        chart = Chart(label, "%", (Bar(label, "75", "100"),))
        content = replace(BUDGET, kind=kind, code=code, title=f"เรื่อง {code}", sections=(Section("", charts=(chart,)),))
        put_out(portal.agency, portal.somying, content, ())
    words = read(client, HOME)
    assert words.count("<figure") == 2 and 'width="75.00"' in words and "<table>" in words


def test_the_home_leads_to_the_public_survey(portal: Cast, client: Client) -> None:
    eit = "https://itas.example/go/eit/u4gpi2"
    Front.objects.add(agency=portal.agency, eit_url=eit, eit_year=2569)
    words = read(client, HOME)
    assert f'href="{eit}"' in words and 'class="qr"' in words and f'aria-label="QR: {eit}"' in words


def test_the_year_lists_what_is_public_and_nothing_else(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, item("o1", "โครงสร้าง", group="9.1 ข้อมูลพื้นฐาน"), ())
    words = read(client, YEAR)
    assert (
        words.index("9.1 ข้อมูลพื้นฐาน") < words.index("O1<") < words.index("9.3 การบริหารเงินงบประมาณ") < words.index("O12")
    )
    assert "O13" not in words
    assert client.get("/tha-khong/2568/").status_code == 404


def test_the_page_shows_all_that_was_published(portal: Cast, client: Client) -> None:
    words = read(client, ONE)
    told = (BUDGET.title, BUDGET.lead, "กองคลัง", "48,250,000", "20,506,250", "O12", "9.3 การบริหารเงินงบประมาณ")
    assert all(one in words for one in told)
    assert '<a href="https://www.tha-khong.example/budget/2569">' in words
    assert "<ul><li>แผนงานบริหารงานทั่วไป</li><li>แผนงานการศึกษา</li></ul>" in words


def test_it_tells_where_each_component_is_shown(portal: Cast, client: Client) -> None:
    title = BUDGET.sections[0].title
    shown = replace(BUDGET, parts=(Part("แสดงงบประมาณ", (title,)), Part("แสดงผู้รับผิดชอบ", ())))
    put_out(portal.agency, portal.somying, shown, (), reason="เพิ่มองค์ประกอบ")
    words = read(client, ONE)
    assert f'<a href="#part-1">{title}</a>' in words and 'id="part-1"' in words
    assert 'class="parts__missing"><span>แสดงผู้รับผิดชอบ' in words


def test_a_table_stands_beside_every_picture(portal: Cast, client: Client) -> None:
    words = read(client, ONE)
    assert 'width="42.50"' in words and '<th scope="row">บริหารงานทั่วไป</th><td class="number">42.50</td>' in words


def test_what_was_written_never_becomes_markup(portal: Cast, client: Client) -> None:
    nasty = '<script>alert(1)</script> javascript:alert(1) https://a.example/"onmouseover=x <img src=x onerror=y>'
    content = replace(BUDGET, title=nasty, lead=nasty, facts=((nasty, nasty),), sections=(Section(nasty, (nasty,)),))
    put_out(portal.agency, portal.somying, content, (), reason=nasty)
    for address in (HOME, YEAR, ONE):
        raw = client.get(address).content.decode()
        assert "<script>alert" not in raw and "<img src=x" not in raw and 'href="javascript' not in raw
        assert 'a.example/"onmouseover' not in raw


def test_both_editions_of_a_correction_stay_readable(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, title="แผนฉบับแก้ไข"), (), reason="แก้ตัวเลขที่พิมพ์ผิด")
    now, before = read(client, ONE), read(client, f"{ONE}/v1")
    assert "แผนฉบับแก้ไข" in now and "แก้ตัวเลขที่พิมพ์ผิด" in now and f'href="{ONE}/v1"' in now and "เปลี่ยนเป็น" in now
    assert f"<h1>{BUDGET.title}</h1>" in before and f'href="{ONE}"' in before and "noindex" in before
    assert "noindex" not in now
    assert client.get(f"{ONE}/v3").status_code == 404


def test_what_was_withdrawn_tells_when_and_why_and_shows_nothing(portal: Cast, client: Client) -> None:
    gone(portal, "มีเลขประจำตัวประชาชนปนอยู่")
    words = read(client, ONE, status=410)
    assert "มีเลขประจำตัวประชาชนปนอยู่" in words and "noindex" in words
    assert "48,250,000" not in words and "files/" not in words
    assert "มีเลขประจำตัวประชาชนปนอยู่" in read(client, f"{ONE}/v1", status=410)
    assert BUDGET.title not in read(client, HOME)


def test_an_earlier_edition_may_be_withdrawn_alone(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, replace(BUDGET, title="แผนฉบับแก้ไข"), (), reason="ตัดข้อมูลส่วนบุคคล")
    gone(portal, "มีข้อมูลส่วนบุคคล", number=1)
    assert "แผนฉบับแก้ไข" in read(client, ONE)
    assert "48,250,000" not in read(client, f"{ONE}/v1", status=410)


def test_one_leads_to_the_next(portal: Cast, client: Client) -> None:
    put_out(portal.agency, portal.somying, item("o11", "แผนดำเนินงาน"), ())
    put_out(portal.agency, portal.somying, item("o13", "รายงานประจำปี"), ())
    words = read(client, ONE)
    assert 'rel="prev" href="/tha-khong/2569/o11"' in words and 'rel="next" href="/tha-khong/2569/o13"' in words


def test_an_address_written_otherwise_leads_to_the_one_that_stays(portal: Cast, client: Client) -> None:
    for written in ("/tha-khong/2569/O12", "/tha-khong/02569/o12", "/tha-khong/2569/o12/"):
        answer = client.get(written)
        assert (answer.status_code, answer["Location"]) == (301, ONE)
    assert client.get(f"{ONE}/v01")["Location"] == f"{ONE}/v1"


@pytest.mark.parametrize("address", ["/tha-khong/2569/o13", "/tha-khong/1/o12", "/tha-khong/99999999999/", f"{ONE}/v9"])
def test_what_is_not_published_is_not_there(portal: Cast, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_address_that_stays_is_told_with_a_fingerprint(portal: Cast, client: Client) -> None:
    Front.objects.add(agency=portal.agency, host="open.thakhong.example")
    publication = publication_at(portal.agency, 2569, "o12")
    assert publication is not None
    words = read(client, ONE)
    assert "https://open.thakhong.example/tha-khong/2569/o12" in words and publication.editions.get().sha256 in words
