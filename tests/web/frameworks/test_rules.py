"""The page of a year's rules, and the agency's own file on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from prongsai import frameworks
from prongsai.frameworks.new_year import begin
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.models import Event
from prongsai.web.disclosures.queries import lines_of
from prongsai.web.frameworks import actions
from prongsai.web.frameworks.models import OwnFramework
from prongsai.web.frameworks.queries import framework_for, is_readable
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
HEAD = "schema: 2\nkind: ita\nyear: {year}\nextends: ita/{year}\n"
QUESTION = """questions:
  - code: e1
    indicator: 6
    text: "ข้อความจากคู่มือทางการ"
    parts: [{label: "", coding: normal}]
    source: "คู่มือการประเมิน 2569"
    confidence: certain
"""


def _url(name: str = "rules", year: int = 2569, slug: str = "tha-khong") -> str:
    return reverse(f"frameworks:{name}", args=[slug, year])


def own_text(year: int = 2569) -> str:
    return HEAD.format(year=year) + QUESTION


def _bring(client: Client, text: str | bytes, year: int = 2569, name: str = "own.yaml") -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(_url("bring", year), {"file": SimpleUploadedFile(name, data)})


def _fresh(cast: Cast) -> Agency:
    """The agency as the next page fetches it."""
    return Agency.objects.get(pk=cast.agency.pk)


def _shown(client: Client, year: int = 2569) -> str:
    response = client.get(_url(year=year))
    assert response.status_code == 200
    page: str = response.content.decode()
    return page


@pytest.mark.parametrize("year", range(2563, 2570))
def test_it_shows_every_rule_with_its_source(
    cast: Cast, signed_in: SignedIn, year: int, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = _shown(client, year)
    framework = frameworks.load("ita", year)
    for text in [*(one.name for one in framework.levels), *(item.code for item in framework.items)]:
        assert text in page
    assert all(question.text in page.replace("&amp;", "&") for question in framework.questions)
    assert "S13" in page and "น้อยที่สุดหรือไม่มีเลย 0 · น้อย 33 · มาก 67 · มากที่สุด 100" in page


def test_what_is_from_memory_is_marked_plainly(cast: Cast, signed_in: SignedIn) -> None:
    page = _shown(signed_in(cast.somying))
    assert page.count("จากความจำ ยังไม่พบแหล่งอ้างอิง") > 45
    assert "มี 45 รายการของปีนี้ที่มาจากความจำ" in page


def test_a_year_without_rules_says_whose_serve(cast: Cast, signed_in: SignedIn) -> None:
    assert "ยังไม่มีกติกาของปี 2580 ระหว่างนี้ใช้ของปี 2569" in _shown(signed_in(cast.somying), 2580)


def test_strangers_sign_in_and_neighbours_see_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    assert _bring(signed_in(cast.somsak), own_text()).status_code == 404


def test_an_own_file_serves_the_agency_alone_on_every_page(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert _bring(client, own_text()).status_code == 302
    page = _shown(client)
    assert "ข้อความจากคู่มือทางการ" in page and "คู่มือการประเมิน 2569" in page and "own.yaml" in page
    served, provisional = framework_for(_fresh(cast), 2569)
    assert served.own and not provisional
    assert not framework_for(cast.neighbour, 2569)[0].own
    assert not framework_for(_fresh(cast), 2568)[0].own
    kinds = set(Event.objects.of(cast.agency).values_list("kind", flat=True))
    assert kinds == {"framework_added"}


def test_disclosures_follow_the_own_file(cast: Cast, signed_in: SignedIn) -> None:
    item = (
        'items:\n  - {code: O27, name: "รายการใหม่ของคู่มือ", group: ก, sub_indicator: "10.2", subject: brand-new, '
        "year_rule: none, components_confidence: certain, components: [], source: คู่มือ, confidence: certain}\n"
    )
    assert _bring(signed_in(cast.somying), HEAD.format(year=2569) + item).status_code == 302
    assert [line.code for line in lines_of(_fresh(cast), 2569)][-1] == "O27"
    assert len(lines_of(cast.neighbour, 2569)) == 26


def test_a_new_version_takes_the_place_and_the_same_file_changes_nothing(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    _bring(client, own_text())
    _bring(client, own_text())
    _bring(client, own_text().replace("ทางการ", "ฉบับแก้"), name="second.yaml")
    assert list(OwnFramework.objects.of(cast.agency).values_list("version", flat=True).order_by("version")) == [1, 2]
    assert "ข้อความจากคู่มือฉบับแก้" in _shown(client)


def test_withdrawing_brings_the_version_before_and_then_the_shipped_one_back(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    _bring(client, own_text())
    _bring(client, own_text().replace("ทางการ", "ฉบับแก้"))
    client.post(_url("withdraw"))
    assert "ข้อความจากคู่มือทางการ" in _shown(client)
    client.post(_url("withdraw"))
    client.post(_url("withdraw"))
    assert not framework_for(_fresh(cast), 2569)[0].own
    assert OwnFramework.objects.of(cast.agency).count() == 2, "nothing is deleted"


@pytest.mark.parametrize(
    ("brought", "told"),
    [
        (own_text().replace("    indicator: 6\n", "    indicator: 66\n"), "บรรทัด 6: “e1” อ้างถึง “66” ซึ่งไม่มี"),
        (own_text() + "odd: 1\n", "บรรทัด 12: ไม่รู้จักคำว่า “odd”"),
        (own_text(2568), "ไฟล์เป็นกรอบ ita ปี 2568 แต่หน้านี้เป็นของ ita ปี 2569"),
        (b"\xff\xfe", "ไม่ใช่ข้อความ UTF-8"),
        (b"#" * (actions.LARGEST + 1), "ใหญ่เกิน 512 kB"),
        (b"", "ไฟล์ว่างเปล่า"),
        ("just words", "ต้องเป็นรายการ"),
    ],
)
def test_a_faulty_file_is_refused_by_line_and_changes_nothing(
    cast: Cast, signed_in: SignedIn, brought: str | bytes, told: str
) -> None:
    response = _bring(signed_in(cast.somying), brought)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not OwnFramework.objects.of(cast.agency).exists() and not Event.objects.of(cast.agency).exists()


def test_only_who_manages_the_agency_changes_its_rules(cast: Cast, signed_in: SignedIn) -> None:
    for person in (cast.wichai, cast.malee):
        client = signed_in(person)
        assert _bring(client, own_text()).status_code == 403
        assert client.post(_url("withdraw")).status_code == 403
        assert 'type="file"' not in _shown(client)


@pytest.mark.parametrize("year", range(2563, 2570))
def test_the_files_to_begin_with_can_be_brought_back_as_they_are(cast: Cast, signed_in: SignedIn, year: int) -> None:
    client = signed_in(cast.somying)
    shipped = frameworks.load("ita", year)
    for name in ("starter", "file"):
        text = client.get(_url(name, year)).content
        assert _bring(client, text, year).status_code == 302, name
        served, _provisional = framework_for(_fresh(cast), year)
        assert served.questions == shipped.questions and served.calendar == shipped.calendar
        assert served.items == shipped.items


def test_there_is_no_short_file_of_a_year_without_rules(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert client.get(_url("starter", 2580)).status_code == 404
    assert b"year: 2569" in client.get(_url("file", 2580)).content


def test_a_file_that_can_no_longer_be_read_is_told_and_does_not_serve(cast: Cast, signed_in: SignedIn) -> None:
    """What is shipped may change beneath a file of differences: it is not guessed what was meant."""
    OwnFramework.objects.add(
        agency=cast.agency, year=2569, version=1, text="schema: 1\n", sha256="0" * 64, file_name="old.yaml",
        added_by=cast.somying,
    )  # fmt: skip
    assert "อ่านไม่ได้แล้ว" in _shown(signed_in(cast.somying))
    agency = _fresh(cast)
    assert not framework_for(agency, 2569)[0].own
    assert not is_readable(OwnFramework.objects.of(agency).get())


def test_many_years_of_one_agency_cost_one_query(cast: Cast, django_assert_num_queries: Callable[[int], Any]) -> None:
    actions.add_framework(
        by=cast.somying, agency=cast.agency, fiscal_year=2569, data=own_text().encode(), name="own.yaml"
    )
    framework_for(_fresh(cast), 2569)  # read once a process
    agency = _fresh(cast)
    with django_assert_num_queries(1):
        assert [framework_for(agency, year)[0].own for year in range(2563, 2571)].count(True) == 1


def test_a_folder_of_the_installation_serves_every_agency(
    cast: Cast, signed_in: SignedIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(2570, tmp_path)
    monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path))
    page = _shown(signed_in(cast.somying), 2570)
    assert "as in 2569" in page and "ชั่วคราว" not in page
    assert framework_for(cast.neighbour, 2570)[0].year == 2570
