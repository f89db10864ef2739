"""robots.txt, as RFC 9309 says and the big crawlers read it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from prongsai.core.links.link import Failure
from prongsai.links.bodies import Body
from prongsai.links.exchange import Answer as Came
from prongsai.links.exchange import Fault
from prongsai.links.limits import Limits
from prongsai.links.robots import rules_of
from tests.links.site import Answer, Site, check, check_one, http, redirect


def _robots(text: str, status: str = "200 OK") -> bytes:
    return http(status, text, content_type="text/plain")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Prongsai\nAllow: /", True),
        ("User-agent: prongsai\nDisallow: /files/", False),
        ("User-agent: *\nDisallow: /files/*.pdf$", False),
        ("User-agent: *\nDisallow: /files/\nAllow: /files/plan", True),
        ("\ufeff<html>not robots at all</html>", True),
        ("User-agent: *\nDisallow: /%E0%B9%81", True),
    ],
)
def test_it_keeps_to_what_robots_txt_asks(text: str, allowed: bool) -> None:
    found, site = check_one("/files/plan.pdf", {"/robots.txt": _robots(text)})
    assert (found.fetched.failure is None) is allowed
    assert found.fetched.failure in (None, Failure.ROBOTS)
    assert site.pages == ["/files/plan.pdf"] * allowed


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Who", "410 Gone"])
def test_what_is_not_there_forbids_nothing(status: str) -> None:
    found, _ = check_one("/a", {"/robots.txt": _robots("User-agent: *\nDisallow: /", status)})
    assert found.fetched.status == 200


def test_a_fault_of_the_site_forbids_all_after_some_tries() -> None:
    found, site = check_one("/a", {"/robots.txt": _robots("", "503 Busy")})
    assert (found.fetched.failure, found.verdict.state) == (Failure.ROBOTS, "unknown")
    assert [one.path for one in site.asked] == ["/robots.txt"] * 3


def test_it_is_asked_once_for_all_links_of_a_site() -> None:
    site = Site({})
    check(lambda one: [f"{one.url}/{n}" for n in range(20)], site)
    assert sum(one.path == "/robots.txt" for one in site.asked) == 1
    assert site.asked[0].path == "/robots.txt"


def test_it_follows_redirects() -> None:
    answers: dict[str, Answer] = {"/robots.txt": redirect("/r.txt"), "/r.txt": _robots("User-agent: *\nDisallow: /")}
    assert check_one("/a", answers)[0].fetched.failure is Failure.ROBOTS


def test_an_endless_redirect_of_it_forbids_nothing() -> None:
    assert check_one("/a", {"/robots.txt": redirect("/robots.txt")})[0].fetched.status == 200


def test_only_the_first_part_of_a_huge_one_is_read() -> None:
    text = "# filler\n" * 100_000 + "User-agent: *\nDisallow: /"
    assert check_one("/a", {"/robots.txt": _robots(text)})[0].fetched.status == 200


def test_the_delay_that_it_asks_for_is_kept() -> None:
    site = Site({"/robots.txt": _robots("User-agent: *\nCrawl-delay: 0.2")})
    check(lambda one: [f"{one.url}/{n}" for n in range(3)], site)
    times = [one.at for one in site.asked[1:]]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.19


def test_the_delay_is_kept_within_reason() -> None:
    limits = Limits(longest_delay=3.0)
    assert rules_of(_answer("User-agent: *\nCrawl-delay: 86400"), limits, 0.0).delay == 3.0


def test_a_site_that_is_not_there_tells_its_links_why() -> None:
    for failure in (Failure.NO_SUCH_HOST, Failure.REFUSED, Failure.TIME_OUT, Failure.PRIVATE_ADDRESS):
        assert rules_of(Fault(failure), Limits(), 0.0).refuses("http://h/") is failure
    assert rules_of(Fault(Failure.CUT_OFF), Limits(), 0.0).refuses("http://h/") is Failure.ROBOTS


def _answer(text: str) -> Came:
    return Came(200, {}, Body(text.encode()))
