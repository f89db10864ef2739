"""The frame of pages: first page, navigation, years, language, health and errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Membership
from prongsai.web.site import clock
from tests.cast import SINCE, Cast
from tests.site.page_checker import CheckedClient, check_page

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _in_fiscal_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 2))


def test_strangers_are_asked_to_sign_in(db: None) -> None:
    answer = CheckedClient().get("/", follow=True)
    assert answer.redirect_chain == [("/accounts/login/?next=/", 302)] and "เข้าสู่ระบบ" in answer.content.decode()


def test_pages_of_who_has_signed_in_are_kept_by_no_browser(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    for address in ("/", "/me/", "/a/tha-khong/2569/", "/a/tha-khong/people/", "/a/nong-saeng/", "/accounts/2fa/"):
        assert client.get(address)["Cache-Control"] == "private, no-store", address
    assert "Cache-Control" not in CheckedClient().get("/health")


def test_a_coordinator_comes_to_the_dashboard(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get("/")["Location"] == reverse("measures:dashboard", args=["tha-khong", 2569])


def test_an_officer_comes_to_the_own_work(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get("/")["Location"] == reverse("measures:my_work", args=["tha-khong", 2569])


def test_an_address_that_only_takes_forms_says_so(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).get(reverse("measures:approve_plan", args=["tha-khong", 2569]))
    check_page(answer)
    assert (answer.status_code, answer["Allow"]) == (405, "POST") and "เปิดหน้าที่ทำค้างไว้" in answer.content.decode()


@pytest.mark.parametrize("address", ["/a/tha-khong/my-work/", "/a/tha-khong/2569/my-work/"])
def test_the_menu_marks_my_work_with_or_without_its_year(cast: Cast, signed_in: SignIn, address: str) -> None:
    page = signed_in(cast.wichai).get(address).content.decode()
    assert re.findall(r'href="([^"]+)" aria-current="(?:page|true)"', page.split('class="nav"')[1]) == [
        "/a/tha-khong/2569/my-work/"
    ]


def test_who_belongs_to_two_agencies_chooses(cast: Cast, signed_in: SignIn) -> None:
    Membership.objects.add(agency=cast.neighbour, person=cast.somying, role="auditor", position="", since=SINCE)
    answer = signed_in(cast.somying).get("/")
    check_page(answer)
    assert cast.agency.name in answer.content.decode() and cast.neighbour.name in answer.content.decode()


def test_who_belongs_nowhere_is_told_whom_to_ask(cast: Cast, signed_in: SignIn) -> None:
    newcomer = Person.objects.create_user(username="new", password="x", full_name="นางสาวใหม่ ยังไม่มีสังกัด")
    answer = signed_in(newcomer).get("/")
    check_page(answer)
    assert answer.status_code == 200 and "ผู้ประสานงาน ITA" in answer.content.decode()


def test_the_navigation_shows_what_the_role_may_open(cast: Cast, signed_in: SignIn) -> None:
    address = reverse("measures:my_work", args=["tha-khong", 2569])
    coordinator = signed_in(cast.somying).get(address).content.decode()
    officer = signed_in(cast.wichai).get(address).content.decode()
    for name in ("imports:list", "audit:history"):
        link = f'href="{reverse(name, args=["tha-khong"])}"'
        assert link in coordinator and link not in officer
    assert f'href="{address}" aria-current="page"' in officer


def test_the_year_is_changed_on_the_same_page(cast: Cast, signed_in: SignIn) -> None:
    shown = signed_in(cast.somying).get(reverse("disclosures:list", args=["tha-khong", 2569]))
    check_page(shown)
    assert f'href="{reverse("disclosures:list", args=["tha-khong", 2568])}"' in shown.content.decode()


def test_the_language_is_kept_with_the_account(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert client.post(reverse("language"), {"language": "en", "next": "/me/"})["Location"] == "/me/"
    cast.somying.refresh_from_db()
    assert cast.somying.language == "en"
    assert 'lang="en"' in client.get("/me/").content.decode()


def test_strangers_keep_their_language_in_a_cookie(db: None) -> None:
    client = CheckedClient()
    client.post(reverse("language"), {"language": "en"})
    assert 'lang="en"' in client.get(reverse("account_login")).content.decode()


def test_thai_comes_first_whatever_the_browser_says(db: None) -> None:
    answer = Client(headers={"accept-language": "en"}).get(reverse("account_login"))
    assert 'lang="th"' in answer.content.decode()


@pytest.mark.parametrize("sent", [{"language": "xx"}, {}, {"language": "en", "next": "https://elsewhere.example/"}])
def test_a_strange_choice_of_language_leads_home(db: None, sent: dict[str, str]) -> None:
    assert Client().post(reverse("language"), sent)["Location"] == "/"


def test_health_says_whether_the_database_answers(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get("/health").content == b"ok"

    def silent() -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", silent)
        assert Client().get("/health").status_code == 503


def test_a_page_that_is_not_there_says_the_way_out(cast: Cast, signed_in: SignIn) -> None:
    for address, way_out in (("/a/nothing-here/", "กลับหน้าแรก"), ("/nothing-here/", 'href="/directory/"')):
        answer = signed_in(cast.somying).get(address)
        assert answer.status_code == 404 and way_out in answer.content.decode()


def test_a_refused_page_says_why(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.wichai).get(reverse("imports:list", args=["tha-khong"]))
    check_page(answer)
    assert answer.status_code == 403 and "เจ้าหน้าที่ของกองไม่มีสิทธิ์" in answer.content.decode()


def test_an_old_form_is_told_apart_from_a_fault(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("language"), {"language": "en"})
    check_page(answer)
    assert answer.status_code == 403 and "แบบฟอร์มหมดอายุแล้ว" in answer.content.decode()


def test_the_page_of_a_failure_needs_nothing_that_may_fail(
    cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(data: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("prongsai.web.site.style.context", fails)
    client = signed_in(cast.somying)
    client.raise_request_exception = False
    answer = client.get(reverse("style"))
    check_page(answer)
    assert answer.status_code == 500 and "ระบบขัดข้องชั่วคราว" in answer.content.decode()


def test_the_style_sheet_stays_small() -> None:
    assert (settings.BASE_DIR / "site" / "static" / "site" / "site.css").stat().st_size < 30_000


def test_what_django_asks_is_said_in_our_words(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).post("/me/", {"email": "x", "language": "th"})
    assert "โปรดกรอกอีเมลให้ถูกต้อง" in answer.content.decode()
