"""The chase: texts to paste, with links that are made and ended."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from prongsai.core.access.decision import Refused
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.audit.models import Event
from prongsai.web.outside import actions, queries
from prongsai.web.outside.models import DivisionLink
from tests.cast import Cast
from tests.factories.year import measure_of
from tests.web.outside.conftest import March

SignIn = Callable[[Person], Client]


def _url(march: March, path: str = "") -> str:
    return f"/a/tha-khong/2642/rounds/{march.round.pk}/reminders/{path}"


def _texts(client: Client, march: March) -> list[str]:
    page = client.get(_url(march)).content.decode()
    return [html.unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)]


def _paths(cast: Cast, march: March) -> list[str]:
    return ["", "all/", f"{cast.works.pk}/link/", f"{march.link.pk}/revoke/"]


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast, march: March) -> None:
    assert client.get(_url(march))["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(("person", "status"), [("wichai", 403), ("prasert", 403), ("somsak", 404)])
def test_only_the_coordinator_has_the_links(
    cast: Cast, march: March, signed_in: SignIn, person: str, status: int
) -> None:
    client = signed_in(getattr(cast, person))
    assert client.get(_url(march)).status_code == status
    for path in _paths(cast, march)[1:]:
        assert client.post(_url(march, path)).status_code == status
    assert DivisionLink.objects.of(cast.agency).get().revoked_at is None


def test_the_neighbour_does_not_reach_them_through_the_own_agency(cast: Cast, march: March, signed_in: SignIn) -> None:
    client = signed_in(cast.somsak)
    for path in _paths(cast, march):
        url = _url(march, path).replace("tha-khong", "nong-saeng")
        assert client.get(url).status_code in {404, 405}
        assert client.post(url).status_code in {404, 405}


def test_every_division_has_a_text_with_what_is_missing_and_its_link(
    cast: Cast, march: March, signed_in: SignIn, settings: Settings
) -> None:
    settings.SITE_URL = "https://ita.example.go.th"
    finance, works = _texts(signed_in(cast.somying), march)
    assert works.startswith("เรียน กองช่าง")
    assert "๑. ติดประกาศขั้นตอนการขออนุญาต – ยังไม่มีผลการดำเนินการ" in works
    assert "ภายในวันที่ ๓๑ มีนาคม ๒๖๔๒" in works
    assert f"https://ita.example.go.th/r/{march.secret}/" in works
    assert "ใช้ได้ถึงวันที่ ๗ เมษายน ๒๖๔๒" in works
    assert "ความลับของกองคลัง" in finance
    assert "ความลับของกองคลัง" not in works
    assert "/r/" not in finance


def test_the_secret_is_not_in_the_database(cast: Cast, march: March) -> None:
    row = DivisionLink.objects.of(cast.agency).values().get()
    letters = march.secret.partition("-")[2]
    assert len(letters) == 43
    assert all(letters not in str(value) for value in row.values())
    assert all(letters not in str(event.after) for event in Event.objects.of(cast.agency))


def test_a_link_ends_seven_days_after_the_round_is_due(cast: Cast, march: March) -> None:
    assert timezone.localdate(march.link.expires_at) == date(2099, 4, 7)
    link, _ = actions.make_link(by=cast.somying, round=march.round, division=cast.works, until=date(2099, 3, 25))
    assert timezone.localdate(link.expires_at) == date(2099, 3, 25)
    with pytest.raises(Refused):
        actions.make_link(by=cast.somying, round=march.round, division=cast.works, until=date(2099, 3, 19))


def test_making_it_again_ends_the_older_one(cast: Cast, march: March, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    response = client.post(_url(march, f"{cast.works.pk}/link/"))
    assert response["Location"].endswith(f"#d{cast.works.pk}")
    assert queries.link_by(march.secret) is None
    assert march.secret not in "".join(_texts(client, march))
    assert sum("/r/" in text for text in _texts(client, march)) == 1


def test_one_button_makes_all_that_are_missing(cast: Cast, march: March, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    client.post(_url(march, "all/"))
    assert all("/r/" in text for text in _texts(client, march))
    assert queries.link_by(march.secret), "a link that lives is left alone"


def test_it_ends_a_link_once(cast: Cast, march: March, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    for _ in range(2):
        client.post(_url(march, f"{march.link.pk}/revoke/"))
    assert queries.link_by(march.secret) is None
    assert Event.objects.of(cast.agency).filter(kind="link_revoked").count() == 1


def test_a_new_key_of_the_installation_asks_for_new_links(cast: Cast, march: March, settings: Settings) -> None:
    settings.SECRET_KEY = "another"
    assert all(row.address == "" for row in queries.reminders(march.round, "https://x", date(2099, 3, 20)))


def test_no_link_is_made_for_a_division_of_the_neighbour(cast: Cast, march: March, signed_in: SignIn) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    assert signed_in(cast.somying).post(_url(march, f"{theirs.pk}/link/")).status_code == 404
    with pytest.raises(Refused):
        actions.make_link(by=cast.somying, round=march.round, division=theirs)


def test_the_page_is_kept_by_no_cache(cast: Cast, march: March, signed_in: SignIn) -> None:
    assert "no-store" in signed_in(cast.somying).get(_url(march))["Cache-Control"]


def test_its_queries_do_not_grow(
    cast: Cast, march: March, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        measure_of(march.plan, cast.works, cast.finance, cast.education)
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        client.get(_url(march))
