"""Whose turn it is, with times that are given: no clock, no network."""

from __future__ import annotations

from prongsai.core.links.link import Failure, Request
from prongsai.links.robots import REFUSAL_AGE, Rules
from prongsai.links.turns import Turns
from prongsai.links.visits import Visit, robots_visit


def _visit(place: str, number: int = 0) -> Visit:
    url = f"http://{place}/{number}"
    return Visit(Request(url), url, place)


def _taken(turns: Turns, now: float) -> list[str]:
    found = []
    while (visit := turns.take(now)) is not None:
        found.append(visit.url.removeprefix("http://"))
    return found


def test_hosts_come_in_turn_and_none_gets_more_than_its_limit() -> None:
    turns = Turns(per_host=2, interval=0.0)
    for host in "abc":
        for number in range(5):
            turns.add(_visit(host, number), 0.0)
    assert _taken(turns, 0.0) == ["a/0", "b/0", "c/0", "a/1", "b/1", "c/1"]
    assert _taken(turns, 100.0) == []


def test_the_end_of_one_lets_the_next_begin() -> None:
    turns = Turns(per_host=1, interval=0.0)
    first, second = _visit("a", 1), _visit("a", 2)
    turns.add(first, 0.0)
    turns.add(second, 0.0)
    assert turns.take(0.0) is first
    assert turns.take(0.0) is None
    turns.done(first, 0.0)
    assert turns.take(0.0) is second


def test_requests_at_a_host_keep_their_distance() -> None:
    turns = Turns(per_host=9, interval=0.5)
    for number in range(3):
        turns.add(_visit("a", number), 10.0)
    assert _taken(turns, 10.0) == ["a/0"]
    assert turns.wakes_at() == 10.5
    assert _taken(turns, 10.4) == []
    assert _taken(turns, 10.5) == ["a/1"]
    assert _taken(turns, 11.0) == ["a/2"]


def test_what_asked_the_host_for_nothing_costs_the_next_no_time() -> None:
    turns = Turns(per_host=1, interval=5.0)
    first = _visit("a", 0)
    turns.add(first, 0.0)
    turns.add(_visit("a", 1), 0.0)
    turns.take(0.0)
    turns.done(first, 0.1, asked=False)
    assert _taken(turns, 0.1) == ["a/1"]


def test_what_is_tried_again_comes_first_when_its_time_has_come() -> None:
    turns = Turns(per_host=1, interval=0.0)
    turns.add(_visit("a", 1), 0.0)
    turns.add_later(_visit("a", 9), 3.0)
    assert turns.wakes_at() == 3.0
    assert _taken(turns, 3.0) == ["a/9"]


def test_pages_wait_for_robots_txt_and_robots_txt_for_nobody() -> None:
    turns = Turns(per_host=2, interval=0.0)
    page = _visit("a", 1)
    host = turns.host("a")
    host.learning.add(page.site)
    turns.add(page, 0.0)
    assert turns.take(0.0) is None
    robots = robots_visit(page)
    turns.add(robots, 0.0)
    assert turns.take(0.0) is robots
    turns.done(robots, 0.0)
    turns.learnt(page.site, "a", Rules(until=9.0, delay=2.0), 0.0)
    assert turns.take(0.0) is page
    assert host.delay == 2.0
    assert host.rules_for(page.site, 8.9) is not None
    assert host.rules_for(page.site, 9.0) is None


def test_a_host_is_left_alone_after_failures_in_a_row_and_for_a_while() -> None:
    host = Turns(1, 0.0).host("a")
    for _ in range(3):
        host.heard(Failure.TIME_OUT, 4, 0.0)
    assert host.gone(0.0) is None
    host.heard(None, 4, 0.0)
    for _ in range(4):
        host.heard(Failure.REFUSED, 4, 1.0)
    assert host.gone(1.0) is Failure.REFUSED
    assert host.gone(1.0 + REFUSAL_AGE) is None


def test_hosts_with_nothing_to_do_are_forgotten_but_not_those_with_something() -> None:
    turns = Turns(per_host=1, interval=0.0)
    turns.add(_visit("busy"), 0.0)
    for number in range(10_000):
        turns.host(f"h{number}")
    assert turns.hosts_known <= 4000
    assert _taken(turns, 0.0) == ["busy/0"]
