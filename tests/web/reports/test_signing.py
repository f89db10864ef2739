"""Submitting freezes a report; the chain decides on what was frozen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import Status
from prongsai.core.reports.snapshot import thaw
from prongsai.core.reports.workflow import Act
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.measures import actions as measures
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.signing import Signing
from prongsai.web.reports.models import Report, SignOff, Snapshot
from prongsai.web.site.refusals import Stale
from tests.cast import Cast
from tests.web.reports.story import YEAR, Story, begin

SignIn = Callable[[Person], Client]


@pytest.fixture
def story(cast: Cast) -> Story:
    """A draft report of the first six months."""
    return begin(cast)


def submitted(cast: Cast, story: Story) -> Snapshot:
    return actions.submit(by=cast.somying, report=story.report, version=story.report.version)


def endorse(report: Report, person: Person, act: Act = Act.ENDORSED, opinion: str = "") -> SignOff:
    return actions.sign(by=person, report=report, signing=Signing(act, opinion), version=report.version)


def test_it_begins_with_the_usual_chain_and_wording(cast: Cast, story: Story) -> None:
    places = [place.person for place, _ in queries.chain_of(story.report, None)]
    assert places == [cast.malee, cast.prasert]
    assert story.report.memo["to"] == "นายกเทศมนตรีตำบลท่าโขง"
    assert "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)" in story.report.memo["subject"]


def test_it_freezes_what_was_submitted(cast: Cast, story: Story) -> None:
    snapshot = submitted(cast, story)
    assert hashlib.sha256(snapshot.content.encode()).hexdigest() == snapshot.sha256
    reading = thaw(snapshot.content).reading
    assert [row.status for row in reading.measures] == [Status.DONE, Status.NOT_STARTED]
    assert reading.measures[0].result == ("จัดทำคู่มือแล้ว ๓ งาน",)
    assert json.loads(snapshot.content)["evidence"][0]["url"] == "https://www.example.go.th/1"


def test_it_keeps_what_was_signed_whatever_the_plan_does_later(cast: Cast, story: Story) -> None:
    snapshot = submitted(cast, story)
    story.measures[1].refresh_from_db()
    measures.record_progress(
        by=cast.wichai, measure=story.measures[1], on=date(2026, 2, 1), text="ทำภายหลัง", status="in_progress"
    )
    assert "ทำภายหลัง" not in Snapshot.objects.of(cast.agency).get(pk=snapshot.pk).content


def test_it_goes_through_the_chain_to_the_chief_executive(cast: Cast, story: Story) -> None:
    submitted(cast, story)
    endorse(story.report, cast.malee, opinion="เห็นควรเสนอนายก")
    endorse(story.report, cast.prasert, Act.ACKNOWLEDGED, "ทราบ")
    assert story.report.state == "acknowledged"
    kinds = list(Event.objects.of(cast.agency).order_by("id").values_list("kind", flat=True))
    assert kinds[-3:] == ["report_submitted", "report_endorsed", "report_acknowledged"]


def test_it_asks_everybody_in_turn(cast: Cast, story: Story) -> None:
    submitted(cast, story)
    with pytest.raises(Refused):
        endorse(story.report, cast.prasert, Act.ACKNOWLEDGED)
    with pytest.raises(Refused):
        endorse(story.report, cast.wichai)
    assert queries.waiting_for is not None and not SignOff.objects.of(cast.agency).exists()


def test_it_returns_with_a_reason_and_starts_again_with_a_new_version(cast: Cast, story: Story) -> None:
    submitted(cast, story)
    with pytest.raises(Refused):
        endorse(story.report, cast.malee, Act.RETURNED)
    endorse(story.report, cast.malee, Act.RETURNED, "แก้ตัวเลขข้อ ๒")
    assert story.report.state == "draft"
    assert submitted(cast, story).number == 2
    endorse(story.report, cast.malee)
    assert SignOff.objects.of(cast.agency).count() == 2


def test_it_takes_the_scan_of_the_paper_that_was_signed_by_hand(cast: Cast, story: Story) -> None:
    submitted(cast, story)
    scan = SimpleUploadedFile("signed.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    made = actions.sign(
        by=cast.somying,
        report=story.report,
        signing=Signing(Act.ENDORSED, "ชอบ", date(2026, 4, 10), "acting"),
        version=story.report.version,
        scan=scan,
    )
    assert (made.name, made.by, made.acting) == (str(cast.malee), cast.somying, "acting")
    assert made.scan is not None and made.scan.sha256


def test_it_is_submitted_once_where_two_press_at_once(cast: Cast, story: Story) -> None:
    version = story.report.version
    other = Report.objects.of(cast.agency).get(pk=story.report.pk)
    actions.submit(by=cast.somying, report=story.report, version=version)
    with pytest.raises(Stale):
        actions.submit(by=cast.somying, report=other, version=version)
    assert Snapshot.objects.of(cast.agency).count() == 1


def test_it_leaves_nothing_where_a_submission_fails_in_the_middle(
    cast: Cast, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("the power is gone")

    monkeypatch.setattr("prongsai.web.reports.actions.signing.want_all", fail)
    with pytest.raises(RuntimeError):
        submitted(cast, story)
    assert not Snapshot.objects.of(cast.agency).exists()
    assert Report.objects.of(cast.agency).get().state == "draft"


def test_it_asks_for_a_complete_memo(cast: Cast, story: Story) -> None:
    Report.objects.of(cast.agency).update(memo=story.report.memo | {"to": None})
    story.report.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        submitted(cast, story)
    assert "เรียน" in refusal.value.why.th


def test_it_shows_the_signer_that_it_is_his_turn(cast: Cast, story: Story, signed_in: SignIn) -> None:
    submitted(cast, story)
    page = signed_in(cast.malee).get(f"/a/tha-khong/{YEAR}/reports/")
    assert page.context["waiting"] == [story.report]
    assert not signed_in(cast.prasert).get(f"/a/tha-khong/{YEAR}/reports/").context["waiting"]


def test_it_records_a_decision_from_the_page(cast: Cast, story: Story, signed_in: SignIn) -> None:
    submitted(cast, story)
    address = f"/a/tha-khong/reports/{story.report.pk}/"
    form = {"act": "endorsed", "opinion": "ชอบ", "acting": "", "version": story.report.version}
    assert signed_in(cast.malee).post(address + "sign/", form).status_code == 302
    page = signed_in(cast.malee).get(address).content.decode()
    assert "ชอบ" in page and "เห็นชอบ" in page


def test_it_tells_the_second_signer_of_a_stale_page(cast: Cast, story: Story, signed_in: SignIn) -> None:
    submitted(cast, story)
    address = f"/a/tha-khong/reports/{story.report.pk}/sign/"
    response = signed_in(cast.malee).post(address, {"act": "endorsed", "version": 1})
    assert response.status_code == 422
    assert not SignOff.objects.of(cast.agency).exists()


def test_it_is_not_there_for_the_neighbour(cast: Cast, story: Story, signed_in: SignIn) -> None:
    client = signed_in(cast.somsak)
    for path in ("", "memo/", "chain/", "paper/", "documents/pdf/"):
        assert client.get(f"/a/tha-khong/reports/{story.report.pk}/{path}").status_code == 404
        assert client.get(f"/a/nong-saeng/reports/{story.report.pk}/{path}").status_code == 404


def test_it_lets_only_those_who_write_reports_change_the_memo(cast: Cast, story: Story, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get(f"/a/tha-khong/reports/{story.report.pk}/memo/").status_code == 403
    assert signed_in(cast.wichai).post(f"/a/tha-khong/reports/{story.report.pk}/submit/").status_code == 403
