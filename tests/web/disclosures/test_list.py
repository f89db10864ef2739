"""The year's list of items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions, queries
from tests.cast import Cast

SignedIn = Callable[[Person], Client]


def _url(year: int = 2566, slug: str = "tha-khong") -> str:
    return reverse("disclosures:list", args=[slug, year])


def test_it_lists_every_item_of_the_framework_with_what_we_have(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    rows = [ReadDisclosure(f"O{at}", status=Status.DONE, responsible=("กองช่าง",)) for at in range(1, 44)]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows[:42])
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(_url())
    board = page.context["board"]
    assert (len(board.chosen), board.total) == (42, 43)
    assert [group.code for group in board.groups] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert page.content.decode().count("กองช่าง") >= 42


def test_a_year_without_a_framework_is_marked_as_provisional(cast: Cast, signed_in: SignedIn) -> None:
    assert "ชั่วคราว" not in signed_in(cast.somying).get(_url(2566)).content.decode()
    assert "ชั่วคราว" in signed_in(cast.somying).get(_url(2580)).content.decode()


def test_an_item_that_the_framework_does_not_have_is_listed_last(cast: Cast) -> None:
    rows = [ReadDisclosure("O99", "รายการเก่า", "10.2")]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)
    last = queries.lines_of(cast.agency, 2566)[-1]
    assert (last.code, last.name, last.item) == ("O99", "รายการเก่า", None)


def test_it_is_for_the_agency_only(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(_url()).status_code == 302
    assert signed_in(cast.somsak).get(_url()).status_code == 404
    rows = [ReadDisclosure("O1", "ความลับของท่าโขง")]
    actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=rows)
    own = signed_in(cast.somsak).get(_url(slug="nong-saeng")).content.decode()
    assert "ความลับของท่าโขง" not in own
