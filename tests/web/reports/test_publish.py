"""Publishing a report: only when everybody has signed, from what was frozen, with its documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from prongsai.core.reports.workflow import Act
from prongsai.web.accounts.models import Person
from prongsai.web.disclosures.sources import offers_of, sections_of
from prongsai.web.published import queries as published
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.signing import Signing
from prongsai.web.reports.models import Document
from tests.cast import Cast
from tests.web.reports.story import YEAR, Story, begin

SignedIn = Callable[[Person], Client]


@pytest.fixture
def story(cast: Cast) -> Story:
    """A report that everybody has signed, with an opinion of each."""
    story = begin(cast)
    actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    for person, act in ((cast.malee, Act.ENDORSED), (cast.prasert, Act.ACKNOWLEDGED)):
        actions.sign(by=person, report=story.report, signing=Signing(act, "ความเห็นภายใน"), version=story.report.version)
    return story


def _url(story: Story) -> str:
    return f"/a/tha-khong/reports/{story.report.pk}/publish/"


def _make_pdf(cast: Cast, story: Story) -> None:
    """What the background does."""
    snapshot = queries.newest_snapshot(story.report)
    assert snapshot is not None
    document = actions.want_document(snapshot=snapshot, format="pdf")
    actions.make_document(document=document)


def _form(page: str) -> dict[str, Any]:
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    return {"seen": seen[1] if seen else "", "file": re.findall(r'name="file" value="(\w+)"', page)}


def test_a_stranger_is_asked_to_sign_in(client: Client, story: Story) -> None:
    assert client.get(_url(story)).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing_and_an_officer_may_not(cast: Cast, story: Story, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(_url(story)).status_code == 404
    assert signed_in(cast.wichai).get(_url(story)).status_code == 403


def test_a_draft_has_no_such_page(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).get(_url(begin(cast))).status_code == 404


def test_before_the_last_signature_it_cannot_be_published(cast: Cast, signed_in: SignedIn) -> None:
    story = begin(cast)
    actions.submit(by=cast.somying, report=story.report, version=story.report.version)
    client = signed_in(cast.somying)
    assert "ยังไม่ได้รับทราบครบทุกลำดับ" in client.get(_url(story)).content.decode()
    assert client.post(_url(story), {"seen": "x"}).status_code == 422
    assert not published.publications_of(cast.agency).exists()


def test_while_the_pdf_is_made_the_page_leads_to_another_look(cast: Cast, story: Story, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    page = client.get(_url(story)).content.decode()
    assert ">ดูอีกครั้ง</a>" in page
    assert 'name="seen"' not in page
    assert client.post(_url(story), _form(page)).status_code == 422
    _make_pdf(cast, story)
    assert ">ดูอีกครั้ง</a>" not in client.get(_url(story)).content.decode()


def test_it_becomes_public_with_its_documents_and_without_opinions(
    cast: Cast, story: Story, signed_in: SignedIn
) -> None:
    _make_pdf(cast, story)
    client = signed_in(cast.prasert)
    answer = client.post(_url(story), _form(client.get(_url(story)).content.decode()))
    assert answer.headers["Location"] == "/a/tha-khong/published/2569/report-1/"
    shown = published.shown_at(cast.agency, YEAR, "report-1")
    assert shown is not None
    stored = set(Document.objects.of(cast.agency).filter(state="ready").values_list("sha256", flat=True))
    assert {file.sha256 for file in shown.files} == stored
    assert "ความเห็นภายใน" not in shown.edition.content
    assert "จัดทำคู่มือแล้ว ๓ งาน" in shown.edition.content
    assert "นายกเทศมนตรีตำบลท่าโขง" in dict(shown.content.facts)["ลงนามโดย"]


def test_a_pdf_that_failed_is_said_and_the_rest_can_be_published(cast: Cast, story: Story, signed_in: SignedIn) -> None:
    _make_pdf(cast, story)
    Document.objects.of(cast.agency).filter(format="pdf").update(state="failed", problem="ไม่มีแบบอักษร")
    client = signed_in(cast.prasert)
    page = client.get(_url(story)).content.decode()
    assert "จัดทำไฟล์ PDF ไม่สำเร็จ (ไม่มีแบบอักษร)" in page
    assert _form(page)["file"] == ["docx"]
    assert client.post(_url(story), _form(page)).status_code == 302


def test_the_reports_page_leads_here_once_it_is_signed(cast: Cast, story: Story, signed_in: SignedIn) -> None:
    here = f"/a/tha-khong/reports/{story.report.pk}/"
    assert _url(story) in signed_in(cast.prasert).get(here).content.decode()
    assert _url(story) not in signed_in(cast.wichai).get(here).content.decode()


def test_items_can_show_an_acknowledged_report_of_the_own_agency(cast: Cast, story: Story) -> None:
    code = f"report:{story.report.pk}"
    assert code in [one.code for one in offers_of(cast.agency, YEAR)]
    titles = [one.title for one in sections_of(cast.agency, YEAR, code)]
    assert titles[0] == "บันทึกข้อความ"
    assert any(section.tables for section in sections_of(cast.agency, YEAR, code))
    assert sections_of(cast.neighbour, YEAR, code) == ()
    assert sections_of(cast.agency, YEAR, "report:x") == ()


def test_items_do_not_show_a_report_that_is_not_signed(cast: Cast) -> None:
    story = begin(cast)
    assert sections_of(cast.agency, YEAR, f"report:{story.report.pk}") == ()


def test_a_page_costs_few_queries(
    cast: Cast, story: Story, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _make_pdf(cast, story)
    client = signed_in(cast.prasert)
    client.get(_url(story))
    with django_assert_max_num_queries(12):
        client.get(_url(story))
