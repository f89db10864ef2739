"""Rounds: who has reported, the lock, and leave after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.measures.chase import Missing
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions
from prongsai.web.measures.models import Measure, Plan, Round, RoundException
from prongsai.web.measures.queries.rounds import completeness
from tests.cast import Cast
from tests.factories.year import measure_of, round_of

SignIn = Callable[[Person], Client]
URL = "/a/tha-khong/2569/rounds/"

pytestmark = pytest.mark.usefixtures("april")


def _report(
    cast: Cast, measure: Measure, division: Division, on: date = date(2026, 2, 1), *, photo: bool = True
) -> None:
    pieces = []
    if photo:
        add = evidence.add_link
        pieces = [add(by=cast.somying, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)]
    actions.record_progress(
        by=cast.somying,
        measure=measure,
        on=on,
        text="ดำเนินการ",
        status="in_progress",
        division=division,
        evidence=pieces,
    )


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", ["", "{pk}/", "{pk}/lock/", "{pk}/leave/", "open/"])
def test_the_neighbour_finds_nothing(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    pk = round_of(plan).pk
    client = signed_in(cast.somsak)
    assert client.post(URL + path.format(pk=pk)).status_code in {404, 405}
    assert client.get(URL + path.format(pk=pk)).status_code in {404, 405}
    if path.startswith("{pk}"):
        assert client.post(f"/a/nong-saeng/2569/rounds/{path.format(pk=pk)}").status_code in {404, 405}
    assert Round.objects.of(cast.agency).get().locked_at is None


@pytest.mark.parametrize("path", ["open/", "{pk}/lock/", "{pk}/leave/"])
def test_only_the_coordinator_manages_rounds(cast: Cast, plan: Plan, signed_in: SignIn, path: str) -> None:
    pk = round_of(plan).pk
    assert signed_in(cast.wichai).post(URL + path.format(pk=pk), {"kind": "yearly"}).status_code == 403
    assert Round.objects.of(cast.agency).get().locked_at is None


def test_everybody_in_the_agency_sees_them(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    round_of(plan)
    page = signed_in(cast.prasert).get(URL).content.decode()
    assert "รอบ 6 เดือน (ตุลาคม–มีนาคม)" in page
    assert "31 มี.ค. 2569" in page
    assert 'action="/a/tha-khong/2569/rounds/open/"' not in page


def test_it_opens_a_round_that_is_due_on_its_last_day(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    response = signed_in(cast.somying).post(URL + "open/", {"kind": "six_months", "due_on": ""})
    made = Round.objects.of(cast.agency).get()
    assert response["Location"] == f"{URL}{made.pk}/"
    assert made.due_on == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "six_months", "due_on": "31/3/2568"}, "วันครบกำหนดของรอบนี้ต้องอยู่ระหว่าง"),
        ({"kind": "six_months", "due_on": "พรุ่งนี้"}, "อ่านวันที่ไม่ได้"),
        ({"kind": "monthly", "due_on": ""}, "monthly"),
        ({}, "เลือกรอบ"),
    ],
)
def test_bad_input_is_told_and_opens_nothing(
    cast: Cast, plan: Plan, signed_in: SignIn, given: dict[str, str], words: str
) -> None:
    response = signed_in(cast.somying).post(URL + "open/", given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Round.objects.of(cast.agency).exists()


def test_it_offers_only_rounds_that_are_not_open_yet(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    round_of(plan)
    form = signed_in(cast.somying).get(URL).context["form"]
    assert [kind for kind, _ in form.fields["kind"].choices] == ["second_half", "yearly"]


def test_without_a_plan_there_is_nothing_to_open(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert "ยังไม่มีแผน" in client.get(URL).content.decode()
    assert client.post(URL + "open/", {"kind": "yearly"}).status_code == 404


def test_completeness_counts_each_division_by_itself(cast: Cast, plan: Plan) -> None:
    both = measure_of(plan, cast.works, cast.finance)
    alone = measure_of(plan, cast.works, title="ลำพัง")
    measure_of(plan, title="ไม่มีผู้รับผิดชอบ")
    _report(cast, both, cast.works)
    _report(cast, both, cast.finance, photo=False)
    _report(cast, alone, cast.works, on=date(2026, 4, 1))  # outside the days of the round
    rows = {row.division: row for row in completeness(plan, round_of(plan))}
    works, finance, nobody = rows[cast.works], rows[cast.finance], rows[None]
    assert (works.measures, works.with_progress, works.without_evidence) == (2, 1, 0)
    assert [(one.title, one.missing) for one in works.wanted] == [("ลำพัง", Missing.PROGRESS)]
    assert (finance.measures, finance.with_progress, finance.without_evidence) == (1, 1, 1)
    assert (nobody.measures, nobody.with_progress) == (1, 0)
    assert cast.education not in rows


def test_it_is_late_only_after_its_day_and_where_something_is_missing(cast: Cast, plan: Plan) -> None:
    _report(cast, measure_of(plan, cast.works), cast.works)
    measure_of(plan, cast.finance)
    made = round_of(plan)

    def late(today: date) -> list[Division | None]:
        return [row.division for row in completeness(plan, made, today) if row.late]

    assert late(date(2026, 3, 31)) == []
    assert late(date(2026, 4, 1)) == [cast.finance]


def test_a_corrected_entry_and_evidence_that_was_taken_off_do_not_count(cast: Cast, plan: Plan) -> None:
    measure = measure_of(plan, cast.works)
    link = evidence.add_link(by=cast.somying, agency=cast.agency, url="https://a.go.th", title="", fiscal_year=2569)
    old = actions.record_progress(
        by=cast.wichai, measure=measure, on=date(2026, 2, 1), text="ก", status="in_progress", evidence=[link]
    )
    evidence.remove_evidence(by=cast.somying, evidence=link)
    actions.record_progress(
        by=cast.wichai, measure=measure, on=date(2026, 4, 1), text="ข", status="in_progress", replaces=old
    )
    (row,) = completeness(plan, round_of(plan))
    assert (row.with_progress, row.without_evidence) == (0, 0)


def test_the_page_shows_it_and_leads_to_the_reminders(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    measure_of(plan, cast.works)
    made = round_of(plan)
    page = signed_in(cast.somying).get(f"{URL}{made.pk}/").content.decode()
    assert "กองช่าง" in page
    assert "ล่าช้า: ขาด 1 รายการ" in page
    assert f'href="{URL}{made.pk}/reminders/"' in page


def test_it_locks_and_there_is_no_way_back(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    made = round_of(plan)
    client = signed_in(cast.somying)
    assert client.post(f"{URL}{made.pk}/lock/").status_code == 302
    assert Round.objects.of(cast.agency).get().locked_at
    assert "/lock/" not in client.get(f"{URL}{made.pk}/").content.decode()


def test_it_lets_a_division_in(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    made = round_of(plan, locked=True)
    given = {"division": cast.works.pk, "until": "30/4/2569", "reason": "น้ำท่วม"}
    client = signed_in(cast.somying)
    assert client.post(f"{URL}{made.pk}/leave/", given).status_code == 302
    assert RoundException.objects.of(cast.agency).get().until == date(2026, 4, 30)
    assert "น้ำท่วม" in client.get(f"{URL}{made.pk}/").content.decode()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"until": "19/4/2569"}, "ผ่านไปแล้ว"),
        ({"reason": ""}, "เหตุผล"),
        ({"until": "x"}, "อ่านวันที่ไม่ได้"),
        ({"division": "999999"}, "ส่วนราชการ"),
    ],
)
def test_bad_leave_is_told_and_gives_nothing(
    cast: Cast, plan: Plan, signed_in: SignIn, given: dict[str, str], words: str
) -> None:
    made = round_of(plan, locked=True)
    whole = {"division": str(cast.works.pk), "until": "30/4/2569", "reason": "น้ำท่วม", **given}
    response = signed_in(cast.somying).post(f"{URL}{made.pk}/leave/", whole)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not RoundException.objects.of(cast.agency).exists()


def test_a_division_of_the_neighbour_cannot_be_let_in(cast: Cast, plan: Plan, signed_in: SignIn) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    made = round_of(plan, locked=True)
    given = {"division": theirs.pk, "until": "30/4/2569", "reason": "น้ำท่วม"}
    assert signed_in(cast.somying).post(f"{URL}{made.pk}/leave/", given).status_code == 422
    assert not RoundException.objects.of(cast.agency).exists()


def test_its_queries_do_not_grow(
    cast: Cast, plan: Plan, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        _report(cast, measure_of(plan, cast.works, cast.finance), cast.works)
    made = round_of(plan)
    for kind in ("second_half", "yearly"):
        round_of(plan, kind, locked=True)
    client = signed_in(cast.somying)
    for url in (URL, f"{URL}{made.pk}/"):
        with django_assert_max_num_queries(12):
            client.get(url)
