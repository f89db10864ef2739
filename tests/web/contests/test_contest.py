"""One contest: written and sent inside the window, answered, its new score in the result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.access.decision import Refused
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments.queries import known
from prongsai.web.audit.models import Event
from prongsai.web.contests import actions, queries
from prongsai.web.contests.models import Contest
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.site import clock
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
INSIDE, AFTER = date(2022, 6, 10), date(2022, 7, 1)
REASON = "แสดงงบประมาณแล้วในหน้าที่ ๓ ของลิงก์ที่ส่งไว้"


def _url(name: str = "detail", slug: str = "tha-khong", code: str = "O12") -> str:
    return reverse(f"contests:{name}", args=[slug, 2565, code])


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Sets the day."""

    def be(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    be(INSIDE)
    return be


@pytest.fixture
def judged(cast: Cast) -> Cast:
    """Preliminary results of three items, and a page that had been submitted for one."""
    items = {"O1": ItemResult(Decimal(100)), "O9": ItemResult(None), "O12": ItemResult(Decimal(0), "ไม่พบงบประมาณ")}
    result = KnownResult(2565, items=items)
    assessments.record_known(by=cast.somying, agency=cast.agency, known=result, source="ITAS")
    disclosures.attach_to_item(
        by=cast.somying,
        agency=cast.agency,
        fiscal_year=2565,
        code="O12",
        url="https://tha-khong.example/o12",
        title="รายงาน",
    )
    return cast


def _written(client: Client, **changed: Any) -> Any:
    return client.post(_url(), {"reason": REASON, "version": "0"} | changed)


def _sent(client: Client) -> Any:
    _written(client)
    return client.post(_url("send"), {"version": "1"})


def test_a_contest_goes_its_way_and_the_new_score_into_the_result(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None]
) -> None:
    client = signed_in(judged.somying)
    page = client.get(_url()).content.decode()
    assert "ไม่พบงบประมาณ" in page
    assert "https://tha-khong.example/o12" in page
    assert _sent(client).status_code == 302
    contest = queries.contest_of(judged.agency, 2565, "O12")
    assert contest is not None
    assert (contest.state, contest.sent_on, contest.score_before) == ("sent", INSIDE, "0")
    today(AFTER)
    values = {"state": "accepted", "score": "๑๐๐", "on": "30/6/2565", "answer": "พบแล้ว", "version": "2"}
    assert client.post(_url("answer"), values).status_code == 302
    result = known(judged.agency, 2565)
    assert result is not None
    assert result.items["O12"] == ItemResult(Decimal(100), "ไม่พบงบประมาณ")
    page = client.get(_url()).content.decode()
    assert "ปรับคะแนนให้" in page
    kinds = Event.objects.of(judged.agency).values_list("kind", flat=True)
    assert {"contest_changed", "contest_answered", "assessment_recorded"} <= set(kinds)
    again = client.post(_url("reopen"), {"reason": "บันทึกผิดข้อ", "version": "3"})
    assert again.status_code == 302
    assert known(judged.agency, 2565).items["O12"].score == 0  # type: ignore[union-attr]  # kept above


def test_evidence_is_chosen_and_added(judged: Cast, signed_in: SignedIn, today: Callable[[date], None]) -> None:
    client = signed_in(judged.somying)
    choices = client.get(_url()).context["form"].fields["evidence"].choices
    assert _written(client, evidence=[choices[0][0]]).status_code == 302
    assert (
        client.post(_url("attach"), {"url": "https://tha-khong.example/more", "title": "ภาพหน้าจอ"}).status_code == 302
    )
    contest = queries.contest_of(judged.agency, 2565, "O12")
    assert [piece.title for piece in queries.evidence_of(contest)] == ["ภาพหน้าจอ", "รายงาน"]
    assert client.post(_url("attach"), {}).status_code == 422
    client.post(_url("send"), {"version": "1"})
    assert client.post(_url("attach"), {"url": "https://tha-khong.example/late"}).status_code == 422


@pytest.mark.parametrize("day", [date(2022, 5, 31), AFTER])
def test_outside_the_window_nothing_is_written_or_sent_and_the_days_are_told(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None], day: date
) -> None:
    client = signed_in(judged.somying)
    _written(client)
    today(day)
    page = client.get(_url()).content.decode()
    assert "disabled" in page
    assert "มิ.ย. 65" in page
    assert _written(client, reason="เขียนทับ", version="1").status_code == 422
    assert client.post(_url("send"), {"version": "1"}).status_code == 422
    contest = queries.contest_of(judged.agency, 2565, "O12")
    assert contest is not None
    assert (contest.state, contest.reason) == ("draft", REASON)


def test_what_was_sent_is_taken_back_before_it_is_changed(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None]
) -> None:
    client = signed_in(judged.somying)
    _sent(client)
    assert _written(client, version="2").status_code == 422
    assert client.post(_url("take_back"), {"version": "2"}).status_code == 302
    assert _written(client, reason="แก้ไขแล้ว", version="3").status_code == 302


def test_nothing_is_attached_to_what_somebody_sent_meanwhile(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None]
) -> None:
    client = signed_in(judged.somying)
    _written(client)
    read_before = Contest.objects.of(judged.agency).get()
    client.post(_url("send"), {"version": "1"})
    with pytest.raises(Refused, match="โปรดดึงกลับก่อนแนบหลักฐาน"):
        actions.attach_evidence(by=judged.somying, contest=read_before, url="https://tha-khong.example/late")
    assert not read_before.evidence.exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"score": "101"}, "0 ถึง 100"),
        ({"score": ""}, "0 ถึง 100"),
        ({"score": "0"}, "คงคะแนนเดิม"),
        ({"score": "มาก"}, "0 ถึง 100"),
        ({"on": "วันหนึ่ง"}, "วัน"),
        ({"state": "draft"}, "draft"),
    ],
)
def test_an_answer_that_is_none_changes_nothing(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None], changed: dict[str, str], told: str
) -> None:
    client = signed_in(judged.somying)
    _sent(client)
    values = {"state": "accepted", "score": "100", "on": "30/6/2565", "version": "2"} | changed
    answer = client.post(_url("answer"), values)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert queries.contest_of(judged.agency, 2565, "O12").state == "sent"  # type: ignore[union-attr]  # sent above
    assert known(judged.agency, 2565).items["O12"].score == 0  # type: ignore[union-attr]  # judged above


def test_a_rejected_contest_leaves_the_score(judged: Cast, signed_in: SignedIn, today: Callable[[date], None]) -> None:
    client = signed_in(judged.somying)
    _sent(client)
    client.post(_url("answer"), {"state": "rejected", "on": "30/6/2565", "version": "2"})
    assert "คงคะแนนเดิม" in client.get(_url()).content.decode()
    assert known(judged.agency, 2565).items["O12"].score == 0  # type: ignore[union-attr]  # judged above


def test_the_second_of_two_writers_sees_both(judged: Cast, signed_in: SignedIn, today: Callable[[date], None]) -> None:
    client = signed_in(judged.somying)
    _written(client)
    _written(client, reason="ของคนแรก", version="1")
    answer = _written(client, reason="ของคนที่สอง", version="1")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "ของคนแรก" in page
    assert "ของคนที่สอง" in page
    assert client.post(_url("send"), {"version": "1"}).status_code == 302
    assert queries.contest_of(judged.agency, 2565, "O12").state == "draft"  # type: ignore[union-attr]  # written above


def test_an_item_with_full_points_has_no_contest(
    judged: Cast, signed_in: SignedIn, today: Callable[[date], None]
) -> None:
    client = signed_in(judged.somying)
    for code in ("O1", "O9", "O40", "X"):
        assert client.get(_url(code=code)).status_code == 404
    assert client.post(_url("send"), {"version": "0"}).status_code == 404
    assert _written(client, reason=" ").status_code == 422


def test_who_may_not_write_reads_and_others_see_nothing(
    judged: Cast,
    signed_in: SignedIn,
    today: Callable[[date], None],
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(judged.somsak).get(_url()).status_code == 404
    client = signed_in(judged.prasert)
    assert client.get(_url()).status_code == 200
    assert _written(client).status_code == 403
    assert not Contest.objects.of(judged.agency).exists()
    client = signed_in(judged.somying)
    _written(client)
    with django_assert_max_num_queries(12):
        client.get(_url())
