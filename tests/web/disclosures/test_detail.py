"""One item: the framework's words, the agency's, and its evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.models import Disclosure
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
SENT = {"name": "โครงสร้าง", "status": "done", "progress": "เผยแพร่แล้ว\n\nปรับปรุงแล้ว", "components": "แผนผัง"}


def _url(code: str = "O1", slug: str = "tha-khong", name: str = "detail") -> str:
    return reverse(f"disclosures:{name}", args=[slug, 2566, code])


def _row(cast: Cast, unit: str = "กองช่าง") -> Disclosure:
    rows = [ReadDisclosure("O1", "โครงสร้าง", "9.1", responsible=(unit,))]
    return actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)[0]


def test_the_frameworks_words_stand_beside_the_form(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _row(cast)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(_url()).content.decode()
    line = queries.lines_of(cast.agency, 2566)[0]
    assert line.item is not None
    assert all(component in page for component in line.item.components)
    assert '<textarea name="progress"' in page


def test_a_first_save_keeps_the_item(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(_url(), {**SENT, "version": "0", "division": str(cast.works.pk)})
    assert answer.headers["Location"] == _url()
    (read,) = queries.as_read(cast.agency, 2566)
    assert (read.status, read.progress, read.components) == (Status.DONE, ("เผยแพร่แล้ว", "ปรับปรุงแล้ว"), ("แผนผัง",))


def test_the_second_writer_sees_theirs_and_keeps_hers(cast: Cast, signed_in: SignedIn) -> None:
    _row(cast)
    client = signed_in(cast.somying)
    client.post(_url(), {**SENT, "version": "1", "name": "ของคนแรก"})
    answer = client.post(_url(), {**SENT, "version": "1", "name": "ของคนที่สอง"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ของคนแรก" in page
    assert 'value="ของคนที่สอง"' in page
    assert 'name="version" value="2"' in page
    assert client.post(_url(), {**SENT, "version": "2", "name": "รวมกัน"}).status_code == 302


@pytest.mark.parametrize(
    "changed", [{"name": ""}, {"status": "finished"}, {"division": "x"}, {"version": ""}, {"version": "-1"}]
)
def test_bad_input_is_told_and_nothing_is_kept(cast: Cast, signed_in: SignedIn, changed: dict[str, str]) -> None:
    answer = signed_in(cast.somying).post(_url(), {**SENT, "version": "0", **changed})
    assert answer.status_code == 422
    assert not Disclosure.objects.of(cast.agency).exists()


def test_a_division_of_another_agency_is_no_choice(cast: Cast, signed_in: SignedIn) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    answer = signed_in(cast.somying).post(_url(), {**SENT, "version": "0", "division": str(theirs.pk)})
    assert answer.status_code == 422
    assert not Disclosure.objects.of(cast.agency).exists()


def test_an_officer_writes_what_the_own_division_looks_after(cast: Cast, signed_in: SignedIn) -> None:
    _row(cast)
    assert signed_in(cast.wichai).post(_url(), {**SENT, "version": "1"}).status_code == 302
    assert signed_in(cast.wichai).post(_url("O2"), {**SENT, "version": "0"}).status_code == 403


def test_another_divisions_item_is_read_with_the_reason(cast: Cast, signed_in: SignedIn) -> None:
    _row(cast, "กองคลัง")
    page = signed_in(cast.wichai).get(_url()).content.decode()
    assert "ของส่วนราชการอื่น" in page
    assert "<textarea" not in page
    assert signed_in(cast.wichai).post(_url(), {**SENT, "version": "1"}).status_code == 403


def test_it_is_for_the_agency_only(cast: Cast, signed_in: SignedIn) -> None:
    _row(cast)
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    assert signed_in(cast.somsak).post(_url(), {**SENT, "version": "1"}).status_code == 404
    assert signed_in(cast.prasert).post(_url(), {**SENT, "version": "1"}).status_code == 403
    assert signed_in(cast.somying).get(_url("O99")).status_code == 404


def test_a_page_and_a_file_are_attached(cast: Cast, signed_in: SignedIn) -> None:
    row, client = _row(cast), signed_in(cast.somying)
    address = _url(name="add_evidence")
    client.post(address, {"url": "https://tha-khong.example/o1", "title": "หน้าโครงสร้าง"})
    client.post(address, {"file": SimpleUploadedFile("แผนผัง.pdf", b"%PDF-1.7\n%%EOF\n")})
    assert row.evidence.count() == 2
    page = client.get(_url()).content.decode()
    assert 'href="https://tha-khong.example/o1"' in page
    assert "แผนผัง.pdf" in page


@pytest.mark.parametrize("sent", [{}, {"url": "javascript:alert(1)"}, {"url": "not an address"}])
def test_bad_evidence_is_told_and_nothing_is_kept(cast: Cast, signed_in: SignedIn, sent: dict[str, str]) -> None:
    row = _row(cast)
    answer = signed_in(cast.somying).post(_url(name="add_evidence"), sent)
    assert answer.status_code == 422
    assert row.evidence.count() == 0


def test_evidence_may_come_before_the_first_save(cast: Cast, signed_in: SignedIn) -> None:
    client, address = signed_in(cast.somying), _url(name="add_evidence")
    assert f'action="{address}"' in client.get(_url()).content.decode()
    assert client.post(address, {"url": "javascript:alert(1)"}).status_code == 422
    assert not Disclosure.objects.of(cast.agency).exists()
    client.post(address, {"url": "https://tha-khong.example/o1"})
    row = Disclosure.objects.of(cast.agency).get()
    line = queries.lines_of(cast.agency, 2566)[0]
    assert line.item is not None
    assert (row.code, row.name, row.components) == ("O1", line.item.name, list(line.item.components))
    assert (row.status, row.version, row.evidence.count()) == ("not_started", 1, 1)


def test_evidence_needs_the_permission(cast: Cast, signed_in: SignedIn) -> None:
    sent = {"url": "https://tha-khong.example/o1"}
    address = _url(name="add_evidence")
    row = _row(cast, "กองคลัง")
    assert signed_in(cast.wichai).post(address, sent).status_code == 403
    assert signed_in(cast.prasert).post(address, sent).status_code == 403
    assert signed_in(cast.somsak).post(address, sent).status_code == 404
    assert row.evidence.count() == 0


def test_publishing_is_offered_to_who_may_publish(cast: Cast, signed_in: SignedIn) -> None:
    made = actions.attach_evidence(
        by=cast.somying, disclosure=_row(cast), url="https://tha-khong.example/o1", title="ผัง"
    )
    offered = f'href="{_url(name="publish")}"'
    assert offered in signed_in(cast.somying).get(_url()).content.decode()
    page = signed_in(cast.wichai).get(_url()).content.decode()
    assert made.title in page and offered not in page
