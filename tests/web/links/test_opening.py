"""Links are really opened, on loopback: each kept as it comes, once for all who show it, and nothing done is lost."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.utils import timezone

from prongsai.links.checking import Checked
from prongsai.web.agencies.models import Agency
from prongsai.web.links import actions, pump, queries
from prongsai.web.links.actions import opening
from prongsai.web.links.models import Link, State
from tests.cast import Cast
from tests.web.links.looks import watched
from tests.web.links.server import Site


def _all() -> actions.Selection:
    return actions.Selection(since=timezone.now())


def _states(agency: Agency) -> dict[str, str]:
    return {link.url.rsplit("/", 1)[1]: link.state for link in Link.objects.of(agency)}


def test_each_link_is_opened_and_kept_with_its_proof(cast: Cast, web: Site) -> None:
    web.pages |= {"/gone": (404, b"gone"), "/empty": (200, b"<html><body></body></html>")}
    watched(cast.agency, *(f"{web.url}/{name}" for name in ("good", "gone", "empty")))
    assert actions.open_links(selection=_all()) == 3
    states = _states(cast.agency)
    assert (states["gone"], states["empty"]) == (State.BROKEN, State.DOUBTFUL)
    chain = list(queries.chain_of(cast.agency))
    assert f"{web.url}/good" in [one.url for one in chain] and f"{web.url}/gone" not in [one.url for one in chain]
    assert [queries.fault_of_record(one) for one in chain] == [None] * len(chain)
    assert not Link.objects.of(cast.agency).filter(taken_until__isnull=False).exists()


def test_an_address_that_no_receipt_can_hold_is_looked_at_all_the_same(cast: Cast, web: Site) -> None:
    watched(cast.agency, f"{web.url}/go\u200bod")
    assert actions.open_links(selection=_all()) == 1
    assert Link.objects.of(cast.agency).get().checked_at is not None
    assert not list(queries.chain_of(cast.agency)) and not list(queries.archive_root().rglob("*.warc.gz"))


def test_an_address_of_several_agencies_is_opened_once(cast: Cast, web: Site) -> None:
    for agency in (cast.agency, cast.neighbour):
        watched(agency, f"{web.url}/shared")
    assert actions.open_links(selection=_all()) == 2
    assert web.asked["/shared"] == 1
    assert [len(list(queries.chain_of(agency))) for agency in (cast.agency, cast.neighbour)] == [1, 1]


def test_waves_follow_each_other_until_nothing_is_left(cast: Cast, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAVE", 4)
    monkeypatch.setattr(pump, "AHEAD", 6)
    watched(cast.agency, *(f"{web.url}/{number}" for number in range(21)))
    assert actions.open_links(selection=_all()) == 21
    assert all(web.asked[f"/{number}"] == 1 for number in range(21))


def test_a_stop_keeps_what_was_done_and_gives_back_the_rest(cast: Cast, web: Site) -> None:
    watched(cast.agency, *(f"{web.url}/{number}" for number in range(12)))
    done: list[Link] = []

    def until_enough(link: Link) -> None:
        done.append(link)
        if len(done) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.open_links(selection=_all(), on_kept=until_enough)
    kept = Link.objects.of(cast.agency).exclude(checked_at=None)
    assert kept.count() == 3
    assert not Link.objects.of(cast.agency).filter(taken_until__isnull=False).exists()
    now = timezone.now()
    assert actions.open_links(selection=actions.Selection(since=now, by=now)) == 9  # and no more than those


def test_a_fault_with_one_link_stops_no_other(
    cast: Cast, web: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    watched(cast.agency, f"{web.url}/bad", f"{web.url}/good")
    keep = actions.keep_checked

    def faulty(*, checked: Checked, **more: object) -> Link | None:
        if checked.request.url.endswith("/bad"):
            raise RuntimeError("ours")
        return keep(checked=checked, **more)  # type: ignore[arg-type]  # the rest of its arguments

    monkeypatch.setattr(opening, "keep_checked", faulty)
    assert actions.open_links(selection=_all()) == 1
    assert "could not be kept" in caplog.text
    assert Link.objects.of(cast.agency).get(url__endswith="/bad").taken_until is not None  # not again at once


def test_a_full_disk_costs_the_proof_and_not_the_look(
    cast: Cast, web: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("prongsai.links.archive.keep", full)
    watched(cast.agency, f"{web.url}/good")
    assert actions.open_links(selection=_all()) == 1
    assert not list(queries.chain_of(cast.agency)) and "could not be written" in caplog.text


def test_what_a_fault_of_the_checker_leaves_is_given_back(
    cast: Cast, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_arguments: object, **_more: object) -> object:
        raise RuntimeError("the checker")
        yield

    monkeypatch.setattr("prongsai.links.engine.check_links", broken)
    watched(cast.agency, f"{web.url}/good")
    with pytest.raises(RuntimeError, match="the checker"):
        actions.open_links(selection=_all())
    assert Link.objects.of(cast.agency).get().taken_until is None


def test_own_networks_are_not_opened_unless_they_are_named(cast: Cast, settings: LazySettings) -> None:
    settings.LINKS_ALLOW = ()
    assert opening.limits_of_here().allow == ()
    assert settings.SITE_URL in opening.limits_of_here().user_agent
    watched(cast.agency, "http://127.0.0.1/secret")
    actions.open_links(selection=_all())
    assert Link.objects.of(cast.agency).get().noticed[0][0] == "not_public"


def test_what_a_person_asked_for_is_opened_in_the_background(
    cast: Cast, web: Site, django_capture_on_commit_callbacks: object
) -> None:
    one, other = watched(cast.agency, f"{web.url}/one", f"{web.url}/other")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without types
        actions.want_check(by=cast.somying, agency=cast.agency, fiscal_year=2569, link_id=one.pk)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.checked_at is not None, one.wanted_at) == (True, None)
    assert other.checked_at is None
