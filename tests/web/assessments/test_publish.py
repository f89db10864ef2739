"""Publishing the official result of a year, with the years before."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.test import Client

from prongsai.core.scoring.known import KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions
from prongsai.web.published import queries as published
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
YEAR = 2568
URL = "/a/tha-khong/2568/result/publish/"


def _record(cast: Cast, year: int, score: str) -> None:
    value = Decimal(score)
    known = KnownResult(year, indicators=dict.fromkeys(range(1, 11), value), total=value)
    actions.record_known(by=cast.somying, agency=cast.agency, known=known, source="ประกาศผล ITA")


def _publish(client: Client) -> Any:
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', client.get(URL).content.decode())
    return client.post(URL, {"seen": seen[1] if seen else ""})


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_a_year_without_a_result_has_no_page(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast, 2567, "90")
    assert signed_in(cast.somying).get(URL).status_code == 404


def test_another_agency_finds_nothing_and_an_officer_may_not(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast, YEAR, "90")
    assert signed_in(cast.somsak).get(URL).status_code == 404
    assert signed_in(cast.wichai).post(URL, {"seen": "x"}).status_code == 403
    assert not published.publications_of(cast.agency).exists()


def test_it_becomes_public_with_the_years_before_and_none_after(cast: Cast, signed_in: SignedIn) -> None:
    for year, score in ((2566, "83.5"), (YEAR, "92.18"), (2569, "99")):
        _record(cast, year, score)
    answer = _publish(signed_in(cast.prasert))
    assert answer.headers["Location"] == "/a/tha-khong/published/2568/scores/"
    shown = published.shown_at(cast.agency, YEAR, "scores")
    assert shown is not None
    history, instruments, indicators = shown.content.sections
    assert [row[:2] for row in history.tables[0].rows] == [("2568", "92.18"), ("2566", "83.50")]
    assert len(instruments.charts[0].bars) == 3
    assert [bar.value for bar in indicators.charts[0].bars] == ["92.18"] * 10
    assert dict(shown.content.facts)["ที่มา"] == "ประกาศผล ITA"


def test_the_words_are_thai_whatever_the_language_of_the_official(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast, YEAR, "92.18")
    client = signed_in(cast.prasert)
    client.post("/i18n/setlang/", {"language": "en"})
    client.get(URL, headers={"Accept-Language": "en"})
    _publish(client)
    shown = published.shown_at(cast.agency, YEAR, "scores")
    assert shown is not None
    assert shown.content.lead.startswith("คะแนนรวม 92.18 จาก 100 คะแนน ระดับ ผ่าน")


def test_a_total_alone_can_be_published_and_says_so(cast: Cast, signed_in: SignedIn) -> None:
    known = KnownResult(YEAR, total=Decimal("88.8"))
    actions.record_known(by=cast.somying, agency=cast.agency, known=known, source="")
    client = signed_in(cast.prasert)
    assert "ยังไม่มีคะแนนรายตัวชี้วัด" in client.get(URL).content.decode()
    assert _publish(client).status_code == 302


def test_the_results_page_leads_here(cast: Cast, signed_in: SignedIn) -> None:
    _record(cast, YEAR, "90")
    here = "/a/tha-khong/2568/result/"
    assert URL in signed_in(cast.prasert).get(here).content.decode()
    assert URL not in signed_in(cast.wichai).get(here).content.decode()


def test_a_page_costs_few_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for year in range(2560, YEAR + 1):
        _record(cast, year, "90")
    client = signed_in(cast.prasert)
    with django_assert_max_num_queries(12):
        client.get(URL)
