"""Which links are taken to be opened: by one checker each, in the order of waiting, with what to ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Barrier, Thread
from time import sleep
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.link import Expected
from prongsai.core.links.receipt import verify
from prongsai.links.checking import Checked
from prongsai.web.links import actions, queries
from prongsai.web.links.models import Link, Receipt, Spell
from tests.cast import Cast, assemble
from tests.web.links.looks import AT, DAY, PAGE, checked, look, watched


def _due() -> actions.Selection:
    now = timezone.now()
    return actions.Selection(since=now, by=now)


def _urls(taken: list[actions.Taken]) -> list[str]:
    return [one.request.url for one in taken]


def test_what_waits_longest_is_taken_first_of_all_agencies(cast: Cast) -> None:
    new = watched(cast.agency, "https://a.example/new")[0]
    old = watched(cast.neighbour, "https://a.example/old")[0]
    Link.objects.of(cast.neighbour).filter(pk=old.pk).update(due_at=timezone.now() - DAY)
    taken = actions.take(selection=_due(), most=5)
    assert [(one.agency, one.link_id) for one in taken] == [(cast.neighbour, old.pk), (cast.agency, new.pk)]


def test_what_was_taken_is_nobody_elses_until_its_checker_is_given_up(cast: Cast) -> None:
    watched(cast.agency, *(f"https://a.example/{number}" for number in range(5)))
    first = actions.take(selection=_due(), most=3)
    assert len(actions.take(selection=_due(), most=5)) == 2
    assert actions.take(selection=_due(), most=5) == []
    actions.give_back(taken=first[:1])
    assert _urls(actions.take(selection=_due(), most=5)) == _urls(first[:1])
    Link.objects.of(cast.agency).update(taken_until=timezone.now() - timedelta(seconds=1))  # it was stopped
    assert len(actions.take(selection=_due(), most=9)) == 5


def test_a_look_frees_the_link(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    actions.take(selection=_due(), most=1)
    assert look(link, checked(at=timezone.now())).taken_until is None
    assert actions.take(selection=_due(), most=1) == []  # it is due next night


def test_only_what_is_selected_is_taken(cast: Cast) -> None:
    ours, theirs = watched(cast.agency, code="O1")[0], watched(cast.neighbour)[0]
    actions.watch(
        agency=cast.agency, fiscal_year=2568, code="O9", wanted=[actions.Wanted("https://a.example/2568")]
    )  # fmt: skip
    look(ours, checked(at=timezone.now()))
    now = timezone.now()

    def taken(**more: Any) -> list[str]:
        found = actions.take(selection=actions.Selection(since=now, **more), most=9)
        actions.give_back(taken=found)
        return sorted(_urls(found))

    assert taken(by=now) == sorted(["https://a.example/2568", theirs.url])
    assert taken() == sorted([ours.url, "https://a.example/2568", theirs.url])
    assert taken(agencies=[cast.agency.pk], fiscal_year=2569) == [ours.url]
    assert taken(by=now, wanted=True) == []
    actions.want_check(by=cast.somying, agency=cast.agency, fiscal_year=2568)
    assert taken(by=timezone.now(), wanted=True) == ["https://a.example/2568"]


def test_by_day_only_what_presses_is_opened(cast: Cast) -> None:
    new, once, twice, fine = watched(
        cast.agency, *(f"https://a.example/{one}" for one in ("new", "once", "twice", "fine"))
    )
    for link, times in ((once, 1), (twice, 2)):
        for hour in range(times):
            look(link, checked(link.url, at=AT + timedelta(hours=4 * hour), status=500))
    look(fine, checked(fine.url))
    Link.objects.of(cast.agency).update(due_at=AT)
    now = timezone.now()
    pressing = actions.take(selection=actions.Selection(since=now, by=now, pressing=True), most=9)
    assert sorted(_urls(pressing)) == sorted([new.url, once.url])


def test_it_asks_for_what_the_newest_year_shows(cast: Cast) -> None:
    url = "https://a.example/1"

    def show(year: int, code: str, rule: YearRule) -> Expected:
        actions.watch(agency=cast.agency, fiscal_year=year, code=code, wanted=[actions.Wanted(url)], year_rule=rule)
        taken = actions.take(selection=_due(), most=1)
        actions.give_back(taken=taken)
        return taken[0].request.expected

    assert show(2568, "O1", YearRule.PREVIOUS) == Expected(2568, YearRule.PREVIOUS)
    assert show(2569, "O1", YearRule.CURRENT) == Expected(2569, YearRule.CURRENT)
    assert show(2569, "O2", YearRule.FIRST_SIX_MONTHS) == Expected(2569, YearRule.NONE)  # two items, two rules


def test_it_asks_for_the_whole_only_when_a_proof_is_due(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    marked = {"content-type": "text/html", "etag": '"v1"', "last-modified": "Thu, 02 Apr 2026 03:00:00 GMT"}
    look(link, checked(at=timezone.now() - timedelta(minutes=5), headers=marked), proof=True)
    Link.objects.of(cast.agency).update(due_at=AT)
    before = actions.take(selection=_due(), most=1)[0].request.before
    assert (before.etag, before.last_modified, len(before.sha256)) == ('"v1"', marked["last-modified"], 64)
    Link.objects.of(cast.agency).update(taken_until=None, proved_at=timezone.now() - DAY * 30)
    before = actions.take(selection=_due(), most=1)[0].request.before
    assert (before.etag, before.last_modified, len(before.sha256)) == ("", "", 64)


def test_a_wave_costs_as_many_queries_as_it_has_agencies(
    cast: Cast, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(1, 44):
        watched(cast.agency, f"https://a.example/{number}", code=f"O{number}")
    with django_assert_max_num_queries(9):
        assert len(actions.take(selection=_due(), most=100)) == 43


def test_the_index_finds_what_is_due(cast: Cast) -> None:
    watched(cast.agency)
    now = timezone.now()
    plan = Link.objects.due(now)[:10].explain()
    if connection.vendor == "sqlite":  # PostgreSQL reads a table of one row without any
        assert "due_at" in plan and "SCAN" not in plan.replace("SCAN links_link USING INDEX", "")


def _patient(act: Callable[[], object]) -> object:
    """SQLite in memory does not wait for a lock: the test does."""
    while True:
        try:
            return act()
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise
            sleep(0.01)


def _at_once(number: int, act: Callable[[int], object]) -> None:
    barrier = Barrier(number)

    def run(at: int) -> None:
        barrier.wait()
        try:
            _patient(lambda: act(at))
        finally:
            connection.close()

    threads = [Thread(target=run, args=(at,)) for at in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _look_at(one: actions.Taken, found: Checked) -> None:
    link = Link.objects.of(one.agency).select_related("agency").get(pk=one.link_id)
    look(link, found, proof=True)


@pytest.mark.django_db(transaction=True)
def test_two_checkers_at_once_neither_take_the_same_nor_break_the_chain() -> None:
    cast = assemble()
    watched(cast.agency, *(f"https://a.example/{number}" for number in range(12)))
    taken: list[actions.Taken] = []

    def work(at: int) -> None:
        for one in actions.take(selection=_due(), most=6):
            taken.append(one)
            # Looked at now: one that was looked at last spring would be due again at once, for the other to take.
            found = checked(one.request.url, at=timezone.now(), body=PAGE + one.request.url.encode())
            _patient(partial(_look_at, one, found))  # the retry is of this alone: what was taken is not taken again

    _at_once(2, work)
    assert len({one.link_id for one in taken}) == len(taken) == 12
    chain = list(queries.chain_of(cast.agency))
    assert len(chain) == 12 and verify(chain) == []


@pytest.mark.django_db(transaction=True)
def test_one_look_kept_by_two_at_once_is_kept_once() -> None:
    cast = assemble()
    link = watched(cast.agency)[0]
    _at_once(3, lambda _at: look(link, checked(), proof=True))
    assert Spell.objects.of(cast.agency).get().checks == 1
    assert Receipt.objects.of(cast.agency).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_items_that_bring_the_same_new_address_at_once_share_it() -> None:
    cast = assemble()
    _at_once(2, lambda at: watched(cast.agency, "https://a.example/new", code=f"O{at + 1}"))
    assert len(queries.lines_of(cast.agency, 2569)) == 1
    assert queries.lines_of(cast.agency, 2569)[0].codes == ("O1", "O2")
