"""Acting in somebody else's place: signing for others, sending twice, and what a form was never meant to hold."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from prongsai.web.agencies.models import Membership
from prongsai.web.measures import actions as measures
from prongsai.web.measures.models import Measure, Plan, Progress, Round
from prongsai.web.outside.models import DivisionLink
from prongsai.web.reports.models import Report, SignOff
from tests.web.security.addresses import address
from tests.web.security.test_access import client_of
from tests.web.security.world import World, everything

pytestmark = pytest.mark.django_db
PAPER = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def decide(world: World, role: str, *, scan: bool, act: str = "endorsed", **more: Any) -> int:
    report = Report.objects.of(world.ours.agency).get(pk=world.ours.rows["report"])
    sent = {"act": act, "opinion": "ทราบ", "version": report.version, **more}
    if scan:
        sent["scan"] = SimpleUploadedFile("signed.pdf", PAPER)
    return int(client_of(world.ours.people[role]).post(address("reports:sign", world.ours), sent).status_code)


@pytest.mark.parametrize("role", ["officer", "division_head", "clerk", "executive", "auditor", "administrator"])
@pytest.mark.parametrize("scan", [True, False])
def test_nobody_signs_in_place_of_the_one_in_turn(world: World, role: str, scan: bool) -> None:
    assert decide(world, role, scan=scan) in {403, 422}
    assert not SignOff.objects.of(world.ours.agency).exists()


def test_the_coordinator_brings_the_scan_of_the_paper_and_only_with_it(world: World) -> None:
    assert decide(world, "coordinator", scan=False) == 422
    assert decide(world, "coordinator", scan=True, act="acknowledged") == 422
    assert decide(world, "coordinator", scan=True) == 302
    assert SignOff.objects.of(world.ours.agency).count() == 1


def test_an_old_page_decides_nothing(world: World) -> None:
    assert decide(world, "coordinator", scan=True, version=0) == 422
    assert not SignOff.objects.of(world.ours.agency).exists()


def test_fields_that_a_form_does_not_have_change_nothing(world: World) -> None:
    extra = {"agency": world.theirs.agency.pk, "agency_id": world.theirs.agency.pk, "id": 999, "state": "draft"}
    extra |= {"person": world.ours.people["clerk"].pk, "is_superuser": "on", "is_staff": "on", "added_by": 1}
    client = client_of(world.ours.people["coordinator"])
    sent = {"role": "auditor", "position": "ตำแหน่ง", "since": "2000-01-01", "until": "2000-01-01", **extra}
    assert client.post(address("agencies:edit_member", world.ours), sent).status_code == 302
    found = Membership.objects.of(world.ours.agency).get(pk=world.ours.rows["membership"])
    assert (found.role, found.until, found.person) == ("auditor", None, world.ours.people["officer"])
    client.post("/me/", {"email": "", "language": "th", **extra})
    person = type(found.person).objects.get(pk=world.ours.people["coordinator"].pk)
    assert not person.is_staff and not person.is_superuser
    assert Plan.objects.of(world.ours.agency).get().state == "approved"


def test_rows_of_the_other_agency_cannot_be_chosen_in_a_form(world: World) -> None:
    theirs, before = world.theirs.rows, everything(world.theirs.agency)
    client = client_of(world.ours.people["coordinator"])
    person = world.theirs.people["clerk"].pk
    wanted: dict[str, dict[str, object]] = {
        "agencies:edit_member": {"role": "officer", "position": "x", "division": theirs["division"]},
        "measures:leave_round": {"division": theirs["division"], "until": "30/9/2570", "reason": "x"},
        "measures:choose_division": {"division": theirs["division"], "text": "กองช่าง"},
        "reports:begin": {"round": theirs["round"], "form": "half-year-with-memo"},
        "reports:chain": {"version": 1, "person_1": person, "position_1": "x"},
        "disclosures:detail": {"name": "x", "status": "done", "version": 1, "division": theirs["division"]},
        "imports:accept": {"fiscal_year": 2566, "unit_0": theirs["division"]},
    }
    ours = everything(world.ours.agency)
    for name, sent in wanted.items():
        answer = client.post(address(name, world.ours), sent)
        assert answer.status_code in {200, 404, 422}, name
    assert everything(world.ours.agency) == ours
    assert everything(world.theirs.agency) == before


def test_a_form_that_is_sent_twice_counts_once(world: World) -> None:
    client, url = client_of(world.ours.people["coordinator"]), address("measures:record", world.ours)
    sent = {"text": "ครั้งเดียว", "on": "15/1/2569", "status": "done", "key": str(uuid4()), "nothing": "ไม่มีผู้ร้องเรียน"}
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert Progress.objects.of(world.ours.agency).filter(text="ครั้งเดียว").count() == 1


def answered(world: World, measure: int | None = None) -> int:
    sent = {"name": "นายแดง", "text": "ตอบผ่านลิงก์", "on": "15/1/2569", "status": "done", "nothing": "ไม่มี"}
    rows = {} if measure is None else {"pk": measure}
    url = address("outside:record", world.ours, rows=rows)
    return int(Client().post(url, {**sent, "key": str(uuid4())}).status_code)


def test_a_link_opens_its_own_division_only(world: World) -> None:
    client = client_of(world.ours.people["coordinator"])
    sent = {"title": "ของกองคลัง", "responsible": "กองคลัง", "steps": "x", "reason": "เพิ่ม"}
    assert client.post(address("measures:add", world.ours), sent).status_code == 302
    of_finance = Measure.objects.of(world.ours.agency).get(title="ของกองคลัง").pk
    page = Client().get(address("outside:answer", world.ours)).content.decode()
    assert "ของกองคลัง" not in page
    assert answered(world, of_finance) == 404
    assert answered(world, world.theirs.rows["measure"]) == 404
    assert answered(world) == 302


@pytest.mark.parametrize("how", ["revoked", "over", "locked"])
def test_a_link_that_has_ended_takes_nothing(world: World, how: str) -> None:
    found = DivisionLink.objects.of(world.ours.agency).filter(pk=world.ours.rows["link"])
    if how == "revoked":
        found.update(revoked_at=timezone.now())
    if how == "over":
        found.update(expires_at=timezone.now() - timedelta(seconds=1))
    if how == "locked":
        opened = Round.objects.of(world.ours.agency).get(pk=world.ours.rows["round"])
        measures.lock_round(by=world.ours.people["coordinator"], round=opened)
    assert answered(world) in ({422} if how == "locked" else {404})
    assert not Progress.objects.of(world.ours.agency).filter(text="ตอบผ่านลิงก์").exists()


def test_a_link_is_not_guessed_and_not_kept(world: World) -> None:
    secret = world.ours.secret
    assert len(secret.partition("-")[2]) == 43
    row = DivisionLink.objects.of(world.ours.agency).values().get(pk=world.ours.rows["link"])
    assert secret.partition("-")[2] not in str(row)
    other = f"{world.theirs.agency.pk}-{secret.partition('-')[2]}"
    for guess in (other, secret[:-1] + ("A" if secret[-1] != "A" else "B"), secret.swapcase()):
        assert Client().get(f"/r/{guess}/").status_code == 404
    answer = Client().get(f"/r/{secret}/")
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("same-origin", "noindex, nofollow")
    assert "no-store" in answer["Cache-Control"]
