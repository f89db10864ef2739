"""The poster and the picture that phones read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
import segno
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.surveys.models import Survey
from tests.cast import Cast
from tests.factories.surveys import open_survey, thirty
from tests.site.page_checker import faults_of

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return open_survey(
        cast.agency, cast.somying, thirty(), title="แบบสำรวจผู้รับบริการ ปี ๒๕๖๙", closes_on=date(2090, 3, 31)
    )


def page(survey: Survey, file: str) -> str:
    return f"/a/tha-khong/2569/surveys/{survey.pk}/share/{file}"


def words(survey: Survey) -> list[str]:
    """What both posters say."""
    return [
        *(survey.agency.name, survey.title, f"127.0.0.1:8000/s/{survey.code}"),
        *("ใช้เวลาประมาณ 6 นาที", "ไม่มีใครรู้ว่าใครตอบอะไร", "2633"),
    ]


def test_the_poster_is_one_page_with_exact_thai_text(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).get(page(survey, "poster.pdf"))
    assert response["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(response.content)
    text = document[0].get_textpage().get_text_range().replace("\r\n", "")
    assert len(document) == 1 and not [one for one in words(survey) if one not in text]


def test_the_poster_on_the_screen_says_the_same(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).get(page(survey, "poster/"))
    html = response.content.decode()
    assert not [one for one in words(survey) if one not in html] and not faults_of(html)


def test_the_picture_holds_the_address(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    response = signed_in(cast.somying).get(page(survey, "qr.svg"))
    assert response["Content-Type"] == "image/svg+xml"
    same = segno.make(f"http://127.0.0.1:8000/s/{survey.code}/", error="q", micro=False)
    drawn = same.svg_inline(border=4, scale=8).split(' d="')[1].split('"')[0]
    assert drawn in response.content.decode()


def test_the_page_of_sharing_shows_address_and_picture(survey: Survey, cast: Cast, signed_in: SignedIn) -> None:
    html = signed_in(cast.somying).get(page(survey, "")).content.decode()
    assert f"http://127.0.0.1:8000/s/{survey.code}/" in html and 'class="qr"' in html


@pytest.mark.parametrize("file", ["poster.pdf", "poster/", "qr.svg", ""])
def test_only_who_manages_surveys_makes_posters(survey: Survey, cast: Cast, signed_in: SignedIn, file: str) -> None:
    assert Client().get(page(survey, file)).status_code == 302
    assert signed_in(cast.wichai).get(page(survey, file)).status_code == 403
    assert signed_in(cast.somsak).get(page(survey, file)).status_code == 404
