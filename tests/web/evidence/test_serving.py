"""Evidence is served to those who have a seat, and run by nobody."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from urllib.parse import quote

import pytest
from django.http import FileResponse
from django.test import Client
from PIL import Image

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Membership
from prongsai.web.evidence import actions
from prongsai.web.evidence.models import Evidence
from tests.cast import Cast
from tests.factories.pictures import photo, upload

SignIn = Callable[[Person], Client]


@pytest.fixture
def picture(cast: Cast) -> Evidence:
    return actions.add_file(by=cast.wichai, agency=cast.agency, upload=upload(), fiscal_year=2569)


@pytest.fixture
def paper(cast: Cast) -> Evidence:
    given = upload(b"%PDF-1.7 <script>alert(1)</script>", "รายงาน ๖ เดือน.pdf")
    return actions.add_file(by=cast.wichai, agency=cast.agency, upload=given, fiscal_year=2569)


def _at(evidence: Evidence, what: str, agency: str = "tha-khong") -> str:
    return f"/a/{agency}/evidence/{evidence.pk}/{what}"


def _get(client: Client, url: str) -> tuple[FileResponse, bytes]:
    response = client.get(url)
    assert isinstance(response, FileResponse)
    return response, b"".join(response)


def _auditor(cast: Cast) -> Person:
    made = Person.objects.create_user(username="aree", full_name="นางอารี ตรวจการ")
    Membership.objects.add(agency=cast.agency, person=made, role="auditor", since=date(2024, 10, 1))
    return made


@pytest.mark.parametrize("what", ["original", "shown", "small"])
def test_a_stranger_is_asked_to_sign_in(client: Client, picture: Evidence, what: str) -> None:
    response = client.get(_at(picture, what))
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("what", ["original", "shown", "small"])
@pytest.mark.parametrize("agency", ["tha-khong", "nong-saeng"])
def test_the_neighbour_finds_nothing(cast: Cast, picture: Evidence, signed_in: SignIn, what: str, agency: str) -> None:
    assert signed_in(cast.somsak).get(_at(picture, what, agency)).status_code == 404


def test_a_document_is_a_download_under_its_thai_name(cast: Cast, paper: Evidence, signed_in: SignIn) -> None:
    response, data = _get(signed_in(cast.wichai), _at(paper, "original"))
    assert data == b"%PDF-1.7 <script>alert(1)</script>"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('รายงาน ๖ เดือน.pdf')}"
    assert response["Content-Type"] == "application/pdf"
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("what", ["original", "shown", "small"])
def test_a_browser_runs_nothing_of_it(cast: Cast, picture: Evidence, signed_in: SignIn, what: str) -> None:
    response, _ = _get(signed_in(cast.somying), _at(picture, what))
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_photo_is_shown_without_its_location(cast: Cast, picture: Evidence, signed_in: SignIn) -> None:
    for what, side in (("shown", 640), ("small", 480)):
        response, data = _get(signed_in(cast.wichai), _at(picture, what))
        assert response["Content-Disposition"].startswith("inline")
        assert response["Content-Type"] == "image/jpeg"
        copy = Image.open(io.BytesIO(data))
        assert not copy.getexif()
        assert max(copy.size) == side


@pytest.mark.parametrize("person", ["wichai", "malee", "prasert"])
def test_the_original_of_a_photo_is_not_for_everybody(
    cast: Cast, picture: Evidence, signed_in: SignIn, person: str
) -> None:
    assert signed_in(getattr(cast, person)).get(_at(picture, "original")).status_code == 403


def test_coordinator_and_auditor_may_have_the_original(cast: Cast, picture: Evidence, signed_in: SignIn) -> None:
    for person in (cast.somying, _auditor(cast)):
        response, data = _get(signed_in(person), _at(picture, "original"))
        assert data == photo()
        assert response["Content-Disposition"].startswith("attachment")


def test_what_has_no_file_or_was_taken_off_is_not_there(
    cast: Cast, picture: Evidence, paper: Evidence, signed_in: SignIn
) -> None:
    link = actions.add_link(by=None, agency=cast.agency, url="https://example.go.th", title="", fiscal_year=2569)
    client = signed_in(cast.somying)
    for url in (_at(link, "original"), _at(paper, "shown")):
        assert client.get(url).status_code == 404
    actions.remove_evidence(by=cast.somying, evidence=picture)
    assert client.get(_at(picture, "shown")).status_code == 404


def test_a_file_that_was_lost_is_not_there_either(cast: Cast, paper: Evidence, signed_in: SignIn) -> None:
    paper.file.storage.delete(str(paper.file.name))
    assert signed_in(cast.somying).get(_at(paper, "original")).status_code == 404
