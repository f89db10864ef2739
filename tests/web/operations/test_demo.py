"""The demo tells one story: what officials see of the year, what was found of their links, and what citizens read."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client

from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.entries import entries_of
from prongsai.web.links.queries import Link, Receipt, proof_of
from prongsai.web.operations.demo import make_demo
from prongsai.web.published.queries import publications_of, shown_of
from prongsai.web.site import clock


@pytest.fixture
def agency(db: None) -> Agency:
    """The demo's municipality."""
    assert make_demo()
    return Agency.objects.get(slug="tha-khong")


def test_a_year_stands_in_the_middle_of_its_work(agency: Agency) -> None:
    year = clock.this_fiscal_year()
    now, past = (entries_of(agency, one, clock.today()) for one in (year, year - 1))
    assert (len(now), len(past)) == (26, 26)
    assert all(entry.line.item and entry.line.name == entry.line.item.name for entry in (*now, *past))
    assert sum(entry.condition.is_settled for entry in past) >= 22
    states = Counter(entry.condition.state.value for entry in now)
    assert states["published"] >= 10 and states["drafted"] >= 8
    assert (states["broken"], states["missing"]) == (2, 2)
    assert sum(entry.condition.is_late for entry in now) >= 3
    _links_were_looked_at(agency)
    _citizens_read_it(agency, year, [entry.line.code for entry in now if entry.condition.state == "published"])


def _links_were_looked_at(agency: Agency) -> None:
    """None waits to be opened, for nothing is there; what broke has a past; each receipt is whole."""
    links = Link.objects.of(agency)
    assert not links.filter(checked_at=None).exists() and not links.filter(failures=1).exists()
    assert Counter(links.values_list("state", flat=True)) == {"fine": links.count() - 4, "broken": 2, "doubtful": 2}
    assert all(link.spells.count() == 2 for link in links.filter(state="broken"))
    by_url = {link.url: link for link in links}
    proofs = [proof_of(by_url[one.url], one) for one in Receipt.objects.of(agency)]
    assert len(proofs) == len(by_url) and not [one.problem for one in proofs if one.problem]


def _citizens_read_it(agency: Agency, year: int, codes: list[str]) -> None:
    client = Client()
    for code in codes:
        assert client.get(f"/tha-khong/{year}/{code.lower()}").status_code == 200, code
    shown = {one.publication.code: one for one in shown_of(agency, publications_of(agency, year))}
    assert max(one.edition.number for one in shown.values()) == 2
    assert [code for code in shown if client.get(f"/tha-khong/{year}/{code}").status_code == 410] == ["o23"]
