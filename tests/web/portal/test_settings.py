"""How the public pages look: who may set it, what is refused, and what citizens then see."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.portal.models import Front
from prongsai.web.published.models import Shelf
from tests.cast import Cast
from tests.site.page_checker import check_page

SignIn = Callable[[Person], Client]
PAGE = "/a/tha-khong/portal/"
GIVEN = {
    "name_en": "Tha Khong",
    "motto": "โปร่งใส",
    "colour": "#FFD700",
    "telephone": "๐๓๖ ๐๐๐ ๐๐๑",
    "eit_url": "https://itas.example/go/eit/u4gpi2",
    "eit_year": "๒๕๖๙",
    "version": "1",
}


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 600), **more: object) -> bytes:
    """A picture of that kind."""
    out = io.BytesIO()
    Image.new("RGB", size, (123, 45, 67)).save(out, kind, **more)
    return out.getvalue()


def emblem(data: bytes, name: str = "ตรา.png") -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, data, content_type="image/png")


def test_strangers_are_sent_to_sign_in(cast: Cast, client: Client) -> None:
    assert client.get(PAGE).status_code == client.post(PAGE, GIVEN).status_code == 302


def test_others_see_nothing_and_others_here_may_not(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.somsak).get(PAGE).status_code == 404
    assert signed_in(cast.wichai).get(PAGE).status_code == 403
    assert signed_in(cast.wichai).post(PAGE, GIVEN).status_code == 403
    assert not Front.objects.of(cast.agency).exists()


def test_what_is_saved_is_seen_by_the_public(portal: Cast, signed_in: SignIn, client: Client) -> None:
    assert "โปร่งใส</small>" not in client.get("/tha-khong/").content.decode()
    answer = signed_in(portal.somying).post(PAGE, GIVEN | {"emblem": emblem(picture())})
    assert answer.status_code == 302
    thai, english = (client.get(one).content.decode() for one in ("/tha-khong/", "/en/tha-khong/"))
    assert "โปร่งใส</small>" in thai and "Tha Khong" in english and "tel:036000001" in thai
    assert "--bar:#ffd700;--on-bar:#000000;" in client.get("/tha-khong/style.css").content.decode()
    assert Front.objects.of(portal.agency).get().eit_year == 2569


def test_the_history_tells_of_it(cast: Cast, signed_in: SignIn) -> None:
    signed_in(cast.somying).post(PAGE, GIVEN)
    event = Event.objects.of(cast.agency).get(kind="portal_changed")
    assert event.by == cast.somying and event.after["colour"] == "#ffd700"
    signed_in(cast.somying).post(PAGE, GIVEN)
    assert Event.objects.of(cast.agency).filter(kind="portal_changed").count() == 1  # nothing was different


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_emblem_is_drawn_anew_without_what_came_with_it(
    portal: Cast, signed_in: SignIn, client: Client, kind: str
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    signed_in(portal.somying).post(PAGE, GIVEN | {"emblem": emblem(picture(kind, exif=exif))})
    answer = client.get("/tha-khong/emblem.png")
    assert answer["Content-Type"] == "image/png" and b"secret place" not in answer.content
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == ("PNG", (160, 107))


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        picture()[:300],
        picture("GIF"),
        picture(size=(6000, 4000)),
        b"x" * 5_000_001,
    ],
)
def test_what_is_no_good_picture_is_refused_and_nothing_is_lost(cast: Cast, signed_in: SignIn, data: bytes) -> None:
    answer = signed_in(cast.somying).post(PAGE, GIVEN | {"emblem": emblem(data)})
    check_page(answer)
    assert answer.status_code == 422 and "โปรดใช้" in answer.content.decode() and "Tha Khong" in answer.content.decode()
    assert not Front.objects.of(cast.agency).exists()


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("colour", "red", "ไม่ใช่รหัสสี"),
        ("colour", "#12345", "ไม่ใช่รหัสสี"),
        ("eit_year", "2026", "โปรดเขียนปีพุทธศักราช"),
        ("eit_url", "javascript:alert(1)", "โปรดเขียนที่อยู่เว็บให้ครบ"),
        ("host", "https://a b", "โปรดเขียนเฉพาะชื่อ"),
        ("host", "open.elsewhere.example", "PRONGSAI_HOSTS"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    cast: Cast, signed_in: SignIn, field: str, wrong: str, told: str
) -> None:
    answer = signed_in(cast.somying).post(PAGE, GIVEN | {field: wrong})
    check_page(answer)
    assert answer.status_code == 422 and told in answer.content.decode()
    assert not Front.objects.of(cast.agency).exists()


def test_looking_at_it_saves_nothing(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).post(PAGE, GIVEN | {"look": "1"})
    assert answer.status_code == 200 and 'fill="#ffd700"' in answer.content.decode()
    assert not Front.objects.of(cast.agency).exists() and not Shelf.objects.of(cast.agency).exists()


def test_the_second_writer_is_told_and_loses_nothing(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    client.post(PAGE, GIVEN)
    client.post(PAGE, GIVEN | {"motto": "ของคนแรก"})
    answer = client.post(PAGE, GIVEN | {"motto": "ของคนที่สอง"})
    words = answer.content.decode()
    assert answer.status_code == 409 and "ของคนแรก" in words and 'value="ของคนที่สอง"' in words
    assert Front.objects.of(cast.agency).get().motto == "ของคนแรก"


def test_a_host_of_its_own_leads_to_the_agency(
    portal: Cast, signed_in: SignIn, client: Client, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "open.thakhong.example"]
    assert signed_in(portal.somying).post(PAGE, GIVEN | {"host": "Open.ThaKhong.example"}).status_code == 302
    answer = client.get("/", headers={"host": "open.thakhong.example"})
    assert (answer.status_code, answer["Location"]) == (302, "/tha-khong/")
    assert client.get("/")["Location"].startswith("/accounts/")
    canonical = '<link rel="canonical" href="https://open.thakhong.example/tha-khong/" />'
    assert canonical in client.get("/tha-khong/").content.decode()
    taken = signed_in(portal.somsak).post("/a/nong-saeng/portal/", GIVEN | {"host": "open.thakhong.example"})
    assert taken.status_code == 422 and "เป็นของหน่วยงานอื่น" in taken.content.decode()


def test_the_host_of_the_installation_is_nobodys_own(
    cast: Cast, signed_in: SignIn, client: Client, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "ita.example.go.th"]
    settings.SITE_URL = "https://ita.example.go.th"
    answer = signed_in(cast.somying).post(PAGE, GIVEN | {"host": "ITA.example.go.th"})
    check_page(answer)
    assert answer.status_code == 422 and "เป็นชื่อของระบบทั้งหมด" in answer.content.decode()
    assert not Front.objects.of(cast.agency).exists()
    assert client.get("/", headers={"host": "ita.example.go.th"})["Location"].startswith("/accounts/")


def test_it_costs_at_most_twelve_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        assert client.get(PAGE).status_code == 200
