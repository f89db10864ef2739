"""What the reviewer says beside an import, a plan and a report, and findings that are left as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import Reading, ReadMeasure, Status
from prongsai.core.reports.reading_json import to_json
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.imports import actions as imports
from prongsai.web.reviews.models import AcceptedFinding
from tests.cast import Cast
from tests.web.imports.conftest import bring

SignedIn = Callable[[Person], Client]

#: A paper with three faults: another municipality, a district of another province, not started though it was done.
FAULTY = Reading(
    agency="เทศบาลตำบลท่าโขง",
    province="ลพบุรี",
    district="บ้านแพ้ว",
    fiscal_year=2566,
    title="รายงานผลการดำเนินการตามมาตรการ",
    measures=(
        ReadMeasure(
            number=1,
            title="จัดทำคู่มือบริการของเทศบาลนครเชียงใหม่",
            procedure=("สำรวจงาน",),
            responsible=("กองช่าง",),
            period="ก.พ. - ก.ย.๖๖",
            status=Status.NOT_STARTED,
            result=("ดำเนินการจัดทำคู่มือเสร็จเรียบร้อยแล้ว ๕ เรื่อง",),
        ),
    ),
)


@pytest.fixture
def address(cast: Cast) -> str:
    made = bring(cast, reading=to_json(FAULTY), places={}, source_lines=[])
    return reverse("reviews:import", args=["tha-khong", made.pk])


def codes(client: Client, address: str) -> list[str]:
    """The codes of the findings that are open."""
    return [one.finding.code for one in client.get(address).context["review"].open]


def test_an_import_is_looked_over_and_each_finding_leads_to_its_field(
    cast: Cast, signed_in: SignedIn, address: str
) -> None:
    page = signed_in(cast.somying).get(address)
    text = page.content.decode()
    assert {"A01", "A04", "S01"} <= {one.finding.code for one in page.context["review"].open}
    assert "เทศบาลนครเชียงใหม่" in text
    assert "/measure-1/#f-measures-0-title" in text


def test_the_gravest_stands_first(cast: Cast, signed_in: SignedIn, address: str) -> None:
    found = [one.finding.severity for one in signed_in(cast.somying).get(address).context["review"].open]
    assert found == sorted(found, key=["error", "warning", "remark"].index)


def test_beside_the_paper_it_is_told_in_short(cast: Cast, signed_in: SignedIn, address: str) -> None:
    client = signed_in(cast.somying)
    short = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in short
    assert address in short
    check = address.replace("review/imports", "imports")
    assert f'hx-get="{address}"' in client.get(check).content.decode()


def test_a_finding_is_left_with_a_reason_and_told_again(cast: Cast, signed_in: SignedIn, address: str) -> None:
    client = signed_in(cast.somying)
    mark = next(o.fingerprint for o in client.get(address).context["review"].open if o.finding.code == "A01")
    client.post(address, {"finding": mark, "reason": "ศึกษาดูงานที่นั่นจริง"})
    assert "A01" not in codes(client, address)
    text = client.get(address).content.decode()
    assert "ศึกษาดูงานที่นั่นจริง" in text
    assert Event.objects.of(cast.agency).get(kind="finding_accepted").reason == "ศึกษาดูงานที่นั่นจริง"
    client.post(address, {"finding": mark, "act": "reopen"})
    assert "A01" in codes(client, address)
    assert Event.objects.of(cast.agency).filter(kind="finding_reopened").count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "ก" * 501])
def test_without_a_sound_reason_it_stays(cast: Cast, signed_in: SignedIn, address: str, reason: str) -> None:
    client = signed_in(cast.somying)
    mark = client.get(address).context["review"].open[0].fingerprint
    page = client.post(address, {"finding": mark, "reason": reason}, follow=True)
    assert "โปรดเขียนเหตุผล" in page.content.decode()
    assert not AcceptedFinding.objects.of(cast.agency).exists()


def test_in_two_windows_the_second_is_told(cast: Cast, signed_in: SignedIn, address: str) -> None:
    client = signed_in(cast.somying)
    mark = client.get(address).context["review"].open[0].fingerprint
    client.post(address, {"finding": mark, "reason": "เหตุผล"})
    page = client.post(address, {"finding": mark, "reason": "อีกเหตุผล"}, follow=True)
    assert "มีผู้รับทราบข้อนี้ไปแล้ว" in page.content.decode()
    assert AcceptedFinding.objects.of(cast.agency).get().reason == "เหตุผล"


def test_a_finding_that_is_gone_is_told(cast: Cast, signed_in: SignedIn, address: str) -> None:
    page = signed_in(cast.somying).post(address, {"finding": "f" * 16, "reason": "x"}, follow=True)
    assert "ไม่พบข้อทักท้วงนี้แล้ว" in page.content.decode()


def test_a_plan_is_looked_over_without_asking_for_results(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    clean = to_json(FAULTY)
    clean["measures"][0] |= {"status": None, "result": []}
    made = bring(cast, reading=clean, places={})
    imports.accept(by=cast.somying, report_import=made)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("reviews:plan", args=["tha-khong", 2566]))
    found = {one.finding.code for one in page.context["review"].open}
    assert "A01" in found
    assert not {code for code in found if code in ("S03", "S06")}
    assert "/2566/measures/" in page.content.decode()


def test_who_only_looks_leaves_nothing(cast: Cast, signed_in: SignedIn) -> None:
    made = bring(cast, reading=to_json(FAULTY), places={})
    imports.accept(by=cast.somying, report_import=made)
    address = reverse("reviews:plan", args=["tha-khong", 2566])
    client = signed_in(cast.wichai)
    mark = client.get(address).context["review"].open[0].fingerprint
    assert client.post(address, {"finding": mark, "reason": "x"}).status_code == 403
    assert signed_in(cast.somsak).get(address).status_code == 404


def test_what_is_not_there_is_404(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert client.get(reverse("reviews:plan", args=["tha-khong", 2560])).status_code == 404
    assert client.get(reverse("reviews:import", args=["tha-khong", 99])).status_code == 404
    assert client.get(reverse("reviews:report", args=["tha-khong", 99])).status_code == 404
