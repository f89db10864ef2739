"""The paper on screen and the documents made of a snapshot."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.reports import actions
from prongsai.web.reports.models import Document
from tests.cast import Cast
from tests.web.reports.story import Story, begin

SignIn = Callable[[Person], Client]


@pytest.fixture
def story(cast: Cast) -> Story:
    """A submitted report."""
    made = begin(cast)
    actions.submit(by=cast.somying, report=made.report, version=made.report.version)
    return made


def address(story: Story, rest: str) -> str:
    return f"/a/tha-khong/reports/{story.report.pk}/{rest}"


def test_it_shows_the_paper_with_its_own_style_only(cast: Cast, story: Story, signed_in: SignIn) -> None:
    response = signed_in(cast.somying).get(address(story, "paper/"))
    policy = response["Content-Security-Policy"]
    assert "มาตรการที่หนึ่ง" in response.content.decode()
    assert re.search(r"style-src 'sha256-", policy) and "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy and response["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("format", ["docx", "xlsx", "html"])
def test_it_gives_the_document_with_a_thai_name_and_its_hash(
    cast: Cast, story: Story, signed_in: SignIn, format: str
) -> None:
    response = signed_in(cast.wichai).get(address(story, f"documents/{format}/"))
    data = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # a file response
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E0%B8%A3")
    assert response["X-Content-SHA256"] == hashlib.sha256(data).hexdigest()
    if format != "html":
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_it_makes_the_pdf_in_the_background_and_says_so_until_it_is_there(
    cast: Cast, story: Story, signed_in: SignIn, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    client = signed_in(cast.somying)
    page = client.get(address(story, "documents/pdf/"))
    assert page.templates[0].name == "reports/document_waiting.html"
    document = Document.objects.of(cast.agency).get(format="pdf")
    actions.make_document(document=document)
    response = client.get(address(story, "documents/pdf/"))
    assert b"".join(response.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a file response


def test_what_was_being_made_when_the_machine_went_down_is_made_when_the_server_begins(
    cast: Cast, story: Story
) -> None:
    assert Document.objects.of(cast.agency).get(format="pdf").state == Document.State.WAITING
    assert actions.make_what_waits() == 1
    assert Document.objects.of(cast.agency).get(format="pdf").state == Document.State.READY
    assert actions.make_what_waits() == 0


def test_it_has_no_documents_before_it_is_submitted(cast: Cast, signed_in: SignIn) -> None:
    draft = begin(cast)
    assert signed_in(cast.somying).get(address(draft, "documents/pdf/")).status_code == 404


def test_it_knows_no_other_format(cast: Cast, story: Story, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get(address(story, "documents/exe/")).status_code == 404


def test_it_costs_few_queries(
    cast: Cast, story: Story, signed_in: SignIn, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]  # a context manager
        client.get(address(story, ""))
