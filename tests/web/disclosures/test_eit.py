"""The QR code of the public survey: its page, its poster, its picture, and links that are not of that survey."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.core.publication.eit import OF_STAFF, UNUSUAL, doubt_of_eit
from prongsai.web.accounts.models import Person
from prongsai.web.portal.models import Front
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
URL = "/a/tha-khong/portal/eit/"
LINK = "https://itas.nacc.go.th/go/eit/u4gpi2"


def _linked(cast: Cast, url: str = LINK) -> None:
    Front.objects.add(agency=cast.agency, eit_url=url, eit_year=2566)


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    _linked(cast)
    client = signed_in(cast.somsak)
    assert {client.get(URL + part).status_code for part in ("", "poster/", "qr.png")} == {404}


def test_without_a_link_it_says_where_to_get_one(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    text = client.get(URL).content.decode()
    assert "ยังไม่มีลิงก์" in text and "/a/tha-khong/portal/#id_eit_url" in text
    assert (client.get(f"{URL}poster/").status_code, client.get(f"{URL}qr.png").status_code) == (404, 404)
    assert "ผู้ประสานงาน ITA เป็นผู้ใส่ลิงก์" in signed_in(cast.wichai).get(URL).content.decode()


def test_the_poster_has_the_name_the_code_and_the_address_to_type(cast: Cast, signed_in: SignedIn) -> None:
    _linked(cast)
    text = signed_in(cast.wichai).get(f"{URL}poster/").content.decode()
    assert f'aria-label="QR: {LINK}"' in text and ">itas.nacc.go.th/go/eit/u4gpi2<" in text
    assert cast.agency.name in text and "ปีงบประมาณ 2566" in text


def test_the_picture_is_saved_as_a_file(cast: Cast, signed_in: SignedIn) -> None:
    _linked(cast)
    answer = signed_in(cast.somying).get(f"{URL}qr.png")
    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="eit-tha-khong.png"'


@pytest.mark.parametrize("url", [LINK, LINK + "/", LINK.replace("https", "http")])
def test_a_link_as_itas_gives_it_raises_no_doubt(url: str) -> None:
    assert doubt_of_eit(url) is None


@pytest.mark.parametrize(
    ("url", "doubt"),
    [
        (LINK.replace("eit", "iit"), OF_STAFF),
        (LINK + "x", UNUSUAL),
        (LINK.replace("u4gpi2", "U4GPI2"), UNUSUAL),
        ("https://itas.nacc.go.th.example/go/eit/u4gpi2", UNUSUAL),
        ("https://forms.example/eit", UNUSUAL),
    ],
)
def test_any_other_link_is_told(url: str, doubt: object) -> None:
    assert doubt_of_eit(url) is doubt


def test_the_link_of_the_staffs_survey_is_told_on_the_page(cast: Cast, signed_in: SignedIn) -> None:
    _linked(cast, LINK.replace("eit", "iit"))
    assert "แบบวัด IIT สำหรับบุคลากรภายใน" in signed_in(cast.somying).get(URL).content.decode()
