"""The board: what is left, what is broken, and who must do what by when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.links.queries import Watch
from prongsai.web.published import actions as published
from prongsai.web.published.queries import publication_at
from prongsai.web.site import clock
from tests.cast import Cast
from tests.web.disclosures.shown import BOARD, TODAY, YEAR, entry, link, open_as, publish, row, where

SignedIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def _url(year: int = 2566, slug: str = "tha-khong") -> str:
    return reverse("disclosures:list", args=[slug, year])


def _codes(page: Any) -> list[str]:
    return [one.line.code for one in page.context["board"].chosen]


def test_it_lists_every_item_of_the_framework_with_what_we_have(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    rows = [ReadDisclosure(f"O{at}", status=Status.DONE, responsible=("กองช่าง",)) for at in range(1, 44)]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows[:42])
    for at in range(1, 43):
        link(cast, f"O{at}", f"o{at}")
        publish(cast, f"O{at}")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(_url())
    board = page.context["board"]
    assert (board.settled, board.total) == (42, 43)
    assert [group.code for group in board.groups] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert page.content.decode().count("กองช่าง") >= 42


def test_the_points_at_risk_are_those_of_what_is_left(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert "40.00" in client.get(_url()).content.decode()
    link(cast, "O1")
    publish(cast, "O1")
    page = client.get(_url())
    assert page.context["board"].at_risk == 40 - entry(cast, "O1").worth
    assert "39.60" in page.content.decode()


def test_the_states_are_counted_and_told_in_words(cast: Cast, signed_in: SignedIn) -> None:
    for code in ("O1", "O2", "O3"):
        link(cast, code, code)
    for code in ("O1", "O2"):
        publish(cast, code)
    open_as(cast, "https://tha-khong.example/O2", "broken")
    page = signed_in(cast.somying).get(_url())
    counts = {state.value: count for state, count in page.context["board"].counts}
    assert counts == {"missing": 40, "broken": 1, "drafted": 1, "published": 1}
    assert [one.line.code for one in page.context["board"].first] == ["O2"]
    text = page.content.decode()
    assert all(word in text for word in ("ลิงก์เสีย", "ร่าง ยังไม่เผยแพร่", "เผยแพร่แล้ว", "ต้องทำก่อน"))


def test_a_change_after_publication_is_told_and_a_withdrawal_makes_a_draft(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O1")
    publish(cast, "O1")
    assert "มีการแก้ไขที่ยังไม่เผยแพร่" not in signed_in(cast.somying).get(_url()).content.decode()
    actions.write_words(**where(cast, "O1", version=row(cast, "O1").version), words=actions.Words("เพิ่ม"))
    assert "มีการแก้ไขที่ยังไม่เผยแพร่" in signed_in(cast.somying).get(_url()).content.decode()
    publication = publication_at(cast.agency, YEAR, "o1")
    assert publication is not None
    published.withdraw(by=cast.somying, publication=publication, reason="ผิดฉบับ")
    assert entry(cast, "O1").condition.state == "drafted"
    assert "ถอนการเผยแพร่แล้ว" in signed_in(cast.somying).get(_url()).content.decode()


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?state=drafted", ["O2", "O12"]),
        ("?division={works}", ["O1", "O12"]),
        ("?division={works}&state=drafted", ["O12"]),
        ("?late=1", ["O12"]),
        ("?division=0&state=drafted", ["O2"]),
    ],
)
def test_items_are_chosen_by_state_division_and_lateness(
    cast: Cast, signed_in: SignedIn, query: str, codes: list[str]
) -> None:
    works = cast.works.pk
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=YEAR, codes=["O1", "O12"], division_id=works)
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=YEAR, codes=["O12"], due_on=date(2023, 3, 19))
    for code in ("O12", "O2"):
        link(cast, code, code, shows_all=False)
    assert _codes(signed_in(cast.somying).get(_url() + query.format(works=works))) == codes


@pytest.mark.parametrize("query", ["?state=x", "?division=x", "?late=x", "?division=99999999999999999999", "?page=9"])
def test_what_nobody_offers_chooses_nothing(cast: Cast, signed_in: SignedIn, query: str) -> None:
    assert len(_codes(signed_in(cast.somying).get(_url() + query))) == 43


def test_people_of_a_division_begin_with_their_own_work(cast: Cast, signed_in: SignedIn) -> None:
    works = cast.works.pk
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=YEAR, codes=["O12"], division_id=works)
    client = signed_in(cast.wichai)
    page = client.get(_url())
    assert _codes(page) == ["O12"]
    assert "งานของกองฉัน" in page.content.decode()
    assert 'name="codes"' not in page.content.decode()
    assert len(_codes(client.get(_url() + "?division="))) == 43


def test_division_and_day_are_set_for_several_at_once(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O1")
    sent = {"codes": ["O1", "O2"], "division": str(cast.finance.pk), "due_on": "๓๑/๓/๒๕๖๖", "back": "state=missing"}
    answer = signed_in(cast.somying).post(BOARD + "assign/", sent)
    assert answer.headers["Location"] == BOARD + "?state=missing"
    for code in ("O1", "O2"):
        assert (row(cast, code).division_id, row(cast, code).due_on) == (cast.finance.pk, date(2023, 3, 31))
    assert Watch.objects.of(cast.agency).get(code="O1").division_id == cast.finance.pk
    signed_in(cast.somying).post(BOARD + "assign/", {"codes": ["O1"], "due_on": "1/4/2566"})
    assert (row(cast, "O1").division_id, row(cast, "O1").due_on) == (cast.finance.pk, date(2023, 4, 1))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"due_on": "31/3/2566"}, "ยังไม่ได้เลือกรายการ"),
        ({"codes": ["O1"]}, "อย่างน้อยหนึ่งอย่าง"),
        ({"codes": ["O1"], "due_on": "สิ้นเดือน"}, "สิ้นเดือน"),
        ({"codes": ["O99"], "due_on": "31/3/2566"}, "O99"),
        ({"codes": ["O1"], "division": "theirs"}, ""),
    ],
)
def test_what_cannot_be_set_is_told_and_nothing_changes(
    cast: Cast, signed_in: SignedIn, sent: dict[str, Any], told: str
) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    answer = signed_in(cast.somying).post(BOARD + "assign/", sent | ({"division": theirs.pk} if not told else {}))
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Disclosure.objects.of(cast.agency).exists()


def test_setting_for_several_needs_the_plan_and_publishing_the_permission(cast: Cast, signed_in: SignedIn) -> None:
    sent = {"codes": ["O1"], "due_on": "31/3/2566"}
    assert signed_in(cast.wichai).post(BOARD + "assign/", sent).status_code == 403
    assert signed_in(cast.somsak).post(BOARD + "assign/", sent).status_code == 404
    assert Client().post(BOARD + "assign/", sent).status_code == 302
    assert not Disclosure.objects.of(cast.agency).exists()
    assert signed_in(cast.wichai).post(BOARD + "to-publish/", sent).status_code == 403
    answer = signed_in(cast.prasert).post(BOARD + "to-publish/", {"codes": ["O1", "O2"]})
    assert answer.headers["Location"].endswith("?code=O1&code=O2")


def test_a_year_without_a_framework_is_marked_as_provisional(cast: Cast, signed_in: SignedIn) -> None:
    assert "ชั่วคราว" not in signed_in(cast.somying).get(_url(2566)).content.decode()
    assert "ชั่วคราว" in signed_in(cast.somying).get(_url(2580)).content.decode()


def test_an_item_that_the_framework_does_not_have_is_listed_last(cast: Cast, signed_in: SignedIn) -> None:
    rows = [ReadDisclosure("O99", "รายการเก่า", "10.2")]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)
    last = queries.lines_of(cast.agency, 2566)[-1]
    assert (last.code, last.name, last.item) == ("O99", "รายการเก่า", None)
    assert _codes(signed_in(cast.somying).get(_url()))[-1] == "O99"


def test_it_is_for_the_agency_only(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    rows = [ReadDisclosure("O1", "ความลับของท่าโขง")]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)
    own = signed_in(cast.somsak).get(_url(slug="nong-saeng")).content.decode()
    assert "ความลับของท่าโขง" not in own
