"""Many links at once: hosts wait for nobody but themselves, results stream, and what fails is tried again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace

import pytest

from prongsai.core.links.link import Before, Failure, Request
from prongsai.links import engine
from prongsai.links.checking import Kept
from prongsai.links.engine import check_links
from tests.links.site import QUICK, Asked, Site, check, check_one, http, redirect


async def _hangs(asked: Asked, writer: asyncio.StreamWriter) -> bytes | None:
    await asyncio.sleep(60)
    return None


async def _slowly(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
    await asyncio.sleep(0.02)
    return http()


class Flaky:
    """Fails so many times, then is well."""

    def __init__(self, times: int, answer: bytes) -> None:
        self.times, self.answer = times, answer

    async def __call__(self, asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        """The next answer."""
        self.times -= 1
        return self.answer if self.times >= 0 else http()


def test_a_link_is_opened_and_judged() -> None:
    found, _ = check_one("/a", {})
    assert (found.fetched.status, found.fetched.tries, found.verdict.title) == (200, 1, "ข้อมูล")
    assert found.fetched.size == len(found.fetched.body)
    assert found.fetched.took > 0


def test_the_home_of_a_site_is_opened_without_a_path_too() -> None:
    site = Site({})
    found = check(lambda one: [one.url, f"{one.url}#part", f"{one.url}/a"], site)
    assert {one.fetched.status for one in found.values()} == {200}
    assert sorted(site.pages) == ["/", "/", "/a"]


@pytest.mark.parametrize("what", ["begun", "robots_visit"])
def test_a_fault_of_ours_with_one_link_is_raised_and_not_waited_for(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    def broken(*_: object) -> object:
        raise LookupError("ours")

    async def one_link() -> AsyncIterator[Request]:
        yield Request("http://127.0.0.1:18999/")

    async def run() -> None:
        async with asyncio.timeout(5), aclosing(check_links(one_link(), limits=QUICK)) as results:
            async for _one in results:
                raise AssertionError

    monkeypatch.setattr(engine, what, broken)
    with pytest.raises(LookupError):
        asyncio.run(run())


def test_redirects_are_followed_by_hand_and_told() -> None:
    found, site = check_one("/a/1", {"/a/1": redirect("2", "301 Moved"), "/a/2": redirect("/ข้อ?3#4", "307 Elsewhere")})
    assert (found.fetched.status, found.fetched.failure) == (200, None)
    assert [hop.status for hop in found.fetched.hops] == [301, 307]
    assert site.pages == ["/a/1", "/a/2", "/%E0%B8%82%E0%B9%89%E0%B8%AD?3"]
    assert found.fetched.final_url == site.url + site.pages[-1]


def test_a_redirect_to_another_site_asks_its_robots_txt_and_keeps_its_turn() -> None:
    there = Site({"/robots.txt": http(body="User-agent: *\nDisallow: /secret", content_type="text/plain")})
    here = Site({})

    def asked(one: Site, other: Site) -> list[str]:
        one.answers = {"/a": redirect(other.url + "/b"), "/c": redirect(other.url + "/secret")}
        return [one.url + "/a", one.url + "/c"]

    good, bad = (one.fetched for _, one in sorted(check(asked, here, there).items()))
    assert (good.status, good.final_url) == (200, there.url + "/b")
    assert (bad.failure, len(bad.hops)) == (Failure.ROBOTS, 1)
    assert there.pages == ["/b"]


def test_a_site_that_looks_whether_its_cookie_is_shown_is_shown_it_once_and_no_other_link_shows_it() -> None:
    async def gate(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        shown = "seen=1" in asked.headers.get("cookie", "")
        return http() if shown else http("302 Found", "", location=asked.path, set_cookie="seen=1; Path=/; HttpOnly")

    site = Site({"/a": gate, "/b": gate})
    found = check(lambda one: [one.url + "/a", one.url + "/b"], site, per_host=1)
    assert [one.fetched.status for one in found.values()] == [200, 200]
    assert ["cookie" in one.headers for one in site.asked[1:]] == [False, True, False, True]


def test_cookies_are_not_shown_to_another_host() -> None:
    there = Site({})
    here = Site({})

    def asked(one: Site, other: Site) -> list[str]:
        one.answers = {"/a": http("302 Found", "", location=other.url + "/b", set_cookie="seen=1")}
        return [one.url + "/a"]

    check(asked, here, there)
    assert there.pages == ["/b"]
    assert not any("cookie" in one.headers for one in there.asked)


@pytest.mark.parametrize("answers", [{"/1": redirect("/2"), "/2": redirect("/1")}, {"/1": redirect("/1")}])
def test_a_loop_of_redirects_ends(answers: dict[str, bytes]) -> None:
    found, site = check_one("/1", answers)
    assert found.fetched.failure is Failure.TOO_MANY_HOPS
    assert len(site.pages) == len(answers)


def test_a_chain_of_redirects_ends_after_eight() -> None:
    found, site = check_one("/0", {f"/{n}": redirect(f"/{n + 1}") for n in range(20)})
    assert found.fetched.failure is Failure.TOO_MANY_HOPS
    assert len(site.pages) == 9


def test_the_fragment_is_not_sent_and_thai_paths_arrive() -> None:
    _, site = check_one("/แผน ๑.pdf?ปี=๒๕๖๙#หน้า-3", {})
    assert site.pages == [
        "/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B9%91.pdf?%E0%B8%9B%E0%B8%B5=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%99"
    ]


def test_an_unchanged_page_is_not_sent_again() -> None:
    site = Site({"/a": b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nConnection: close\r\n\r\n'})
    before = Before(etag='"x"', last_modified="Mon, 01 Jun 2026 08:00:00 GMT", sha256="ab" * 32)
    found = check(lambda one: [Request(one.url + "/a", before=before)], site)
    fetched = next(iter(found.values())).fetched
    assert (fetched.status, fetched.unchanged, fetched.failure) == (304, True, None)
    assert site.asked[-1].headers["if-none-match"] == '"x"'
    assert site.asked[-1].headers["if-modified-since"].startswith("Mon")
    assert "if-none-match" not in site.asked[0].headers  # robots.txt


@pytest.mark.parametrize("status", ["503 Busy", "500 Fault", "429 Slow down", "502 Bad", "504 Late"])
def test_what_may_pass_is_tried_again(status: str) -> None:
    found, site = check_one("/a", {"/a": Flaky(2, http(status, ""))})
    assert (found.fetched.status, found.fetched.tries) == (200, 3)
    assert len(site.pages) == 3


def test_what_does_not_pass_is_told_after_the_last_try() -> None:
    found, site = check_one("/a", {"/a": Flaky(9, http("503 Busy", ""))})
    assert (found.fetched.status, found.fetched.tries, len(site.pages)) == (503, 3, 3)


def test_what_is_missing_is_not_asked_for_twice() -> None:
    assert len(check_one("/a", {"/a": http("404 Not Found", "")})[1].pages) == 1


def test_retry_after_is_kept_to() -> None:
    _, site = check_one("/a", {"/a": Flaky(1, http("429 Slow", "", retry_after="1"))}, tries=2)
    first, second = (one.at for one in site.asked if one.path == "/a")
    assert second - first >= 0.99


def test_whoever_asks_for_too_long_a_pause_is_left_alone() -> None:
    found, site = check_one("/a", {"/a": http("503 Later", "", retry_after="86400")})
    assert (found.fetched.status, len(site.pages)) == (503, 1)


def test_a_line_that_breaks_is_told_and_tried_again() -> None:
    found, _ = check_one("/a", {"/a": b""})
    assert (found.fetched.failure, found.fetched.tries) == (Failure.CUT_OFF, 3)
    found, _ = check_one("/a", {"/a": http(content_length="5000")})
    assert found.fetched.failure is Failure.CUT_OFF


@pytest.mark.parametrize("garbage", [b"SSH-2.0-OpenSSH_9\r\n", b"\x00\xff" * 50 + b"\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_not_http_is_told_so(garbage: bytes) -> None:
    assert check_one("/a", {"/a": garbage})[0].fetched.failure is Failure.BAD_ANSWER


@pytest.mark.parametrize("bomb", [{"x_long": "a" * 70_000}, {f"x_{n}": "a" * 100 for n in range(3000)}])
def test_headers_without_end_are_no_answer(bomb: dict[str, str]) -> None:
    assert check_one("/a", {"/a": http(**bomb)})[0].fetched.failure is Failure.BAD_ANSWER


def test_nobody_there_is_told_so() -> None:
    found = check(lambda: ["http://127.0.0.1:1234/"])
    assert next(iter(found.values())).fetched.failure is Failure.REFUSED


def test_a_site_that_hangs_is_given_up_and_its_other_links_are_not_asked() -> None:
    site = Site(dict.fromkeys([f"/{n}" for n in range(30)], _hangs))
    found = check(lambda one: [f"{one.url}/{n}" for n in range(30)], site, read=0.2, tries=1)
    assert {one.fetched.failure for one in found.values()} == {Failure.TIME_OUT}
    assert len(site.pages) <= QUICK.patience + QUICK.per_host


def test_no_host_gets_more_than_its_limit() -> None:
    sites = [Site(dict.fromkeys([f"/{n}" for n in range(20)], _slowly)) for _ in range(3)]
    found = check(lambda *all_: [f"{one.url}/{n}" for one in all_ for n in range(20)], *sites, per_host=2)
    assert {one.fetched.status for one in found.values()} == {200}
    assert [site.most for site in sites] == [2, 2, 2]


def test_requests_at_one_host_begin_at_the_pace_of_the_limit() -> None:
    site = Site({})
    check(lambda one: [f"{one.url}/{n}" for n in range(5)], site, per_second=20.0)
    starts = [one.at for one in site.asked]
    assert starts[-1] - starts[0] >= 5 / 20 * 0.95  # robots.txt counts too


def test_a_hanging_host_keeps_nobody_waiting() -> None:
    """Two hundred links of another host end while it hangs, though only two may be open at once."""
    quick, stuck = Site({}), Site({"/robots.txt": _hangs})

    async def run() -> list[str]:
        async with AsyncExitStack() as stack:
            for one in (quick, stuck):
                await one.start(stack)
            urls = [f"{stuck.url}/{n}" for n in range(50)] + [f"{quick.url}/{n}" for n in range(200)]
            links = check_links(map(Request, urls), limits=replace(QUICK, at_once=3, read=30.0, total=30.0))
            ended = []
            async with aclosing(links):
                async for checked in links:
                    ended.append(checked.request.url)
                    if len(ended) == 200:
                        return ended
            return ended

    assert all(url.startswith(quick.url) for url in asyncio.run(run()))


def test_results_are_not_gathered_where_nobody_takes_them() -> None:
    """Whoever is slow to take results slows the opening: no more are under way than may be at once."""
    site = Site({})

    async def run() -> int:
        async with AsyncExitStack() as stack:
            await site.start(stack)
            links = check_links((Request(f"{site.url}/{n}") for n in range(100)), limits=replace(QUICK, at_once=5))
            async with aclosing(links):
                await anext(links)
                await asyncio.sleep(0.3)
                return len(site.pages)

    assert asyncio.run(run()) <= 6


def test_links_are_read_only_as_far_ahead_as_the_limit_says() -> None:
    site = Site({})
    read = 0

    def requests(url: str) -> Iterator[Request]:
        nonlocal read
        for read in range(1, 1001):
            yield Request(f"{url}/{read}")

    async def run() -> None:
        async with AsyncExitStack() as stack:
            await site.start(stack)
            links = check_links(requests(site.url), limits=replace(QUICK, ahead=50))
            async with aclosing(links):
                await anext(links)
                await asyncio.sleep(0.1)

    asyncio.run(run())
    assert read <= 52


def test_links_may_come_from_an_asynchronous_source_and_its_fault_is_told() -> None:
    async def requests() -> AsyncIterator[Request]:
        yield Request("nowhere")
        raise KeyError("the database went away")

    async def run() -> list[str]:
        ended = []
        with pytest.raises(KeyError, match="database"):
            async for one in check_links(requests(), limits=QUICK):
                ended.append(one.request.url)
        return ended

    assert asyncio.run(run()) == ["nowhere"]


def test_answers_are_kept_and_told_where_but_failures_are_not() -> None:
    site, kept = Site({"/gone": b""}), list[str]()

    async def run() -> dict[str, Kept | None]:
        def keep(answers: object) -> list[Kept | None]:
            assert isinstance(answers, list)
            kept.extend(found.url for _, found in answers)
            return [Kept("a/2569-04.warc.gz", place, 1, found.url) for place, (_, found) in enumerate(answers)]

        async with AsyncExitStack() as stack:
            await site.start(stack)
            requests = [Request(f"{site.url}/{path}") for path in ("a", "b", "gone")]
            return {one.request.url: one.kept async for one in check_links(requests, limits=QUICK, archive=keep)}

    found = asyncio.run(run())
    assert sorted(kept) == [f"{site.url}/a", f"{site.url}/b"]
    assert found[f"{site.url}/gone"] is None
    assert (found[f"{site.url}/a"] or Kept("", 0, 0, "")).sha256 == f"{site.url}/a"


def test_a_fault_of_the_archive_ends_the_run() -> None:
    def keep(answers: object) -> list[Kept | None]:
        raise OSError("the disk is full")

    async def run() -> None:
        async with AsyncExitStack() as stack:
            site = Site({})
            await site.start(stack)
            async for _ in check_links([Request(site.url + "/a")], limits=QUICK, archive=keep):
                pass

    with pytest.raises(OSError, match="disk is full"):
        asyncio.run(run())
