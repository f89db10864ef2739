"""A link leads nowhere but to the public internet: at every hop, whatever its name resolves to, and whenever."""

from __future__ import annotations

import asyncio
import socket
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from yarl import URL

from prongsai.core.links.link import Before, Failure, Request
from prongsai.links.exchange import Answer, Fault, Opener
from prongsai.links.guard import PublicResolver
from prongsai.links.limits import allowed_networks
from tests.links.site import QUICK, Site, check, check_one, http, redirect

#: As an installation has it: nothing allowed.
STRICT = replace(QUICK, allow=())
_METADATA = "http://169.254.169.254/latest/meta-data/"


class Names(PublicResolver):
    """A name server of the test: each look-up of a name gives the next of its answers, the last one for ever."""

    def __init__(self, allow: str, **names: list[str]) -> None:
        super().__init__(allowed_networks(allow))
        self.names, self.asked = names, list[str]()

    async def look_up(self, host: str, port: int, family: socket.AddressFamily) -> list[tuple[int, str]]:
        """Without any name server."""
        self.asked.append(host)
        answers = self.names[host.split(".")[0]]
        number = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET6 if ":" in number else socket.AF_INET, number)]


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://[::1]/", "http://0/", "http://[::ffff:127.0.0.1]/", "http://10.0.0.1/", _METADATA,
     "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://2130706433/", "http://0x7f.1/"],
)  # fmt: skip
def test_a_number_that_is_not_public_is_never_asked(url: str) -> None:
    found = check(lambda: [url], limits=STRICT)[url].fetched
    assert found.failure is Failure.PRIVATE_ADDRESS
    assert found.status is None


def test_localhost_is_refused_by_name_without_an_allowance() -> None:
    site = Site({})
    for name in ("localhost", "localhost."):
        found = check(lambda one, name=name: [f"http://{name}:{one.port}/"], site, limits=STRICT)
        assert next(iter(found.values())).fetched.failure is Failure.PRIVATE_ADDRESS
    assert not site.asked


@pytest.mark.parametrize("hop", [1, 2, 3])
@pytest.mark.parametrize("to", [_METADATA, "http://10.0.0.1/", "http://[::ffff:10.0.0.1]/x", "http://0xa9fea9fe/"])
def test_a_redirect_to_a_private_address_is_refused_at_every_hop(hop: int, to: str) -> None:
    answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, hop)} | {f"/{hop}": redirect(to)}
    found, _ = check_one("/1", answers)
    assert found.fetched.failure is Failure.PRIVATE_ADDRESS
    assert len(found.fetched.hops) == hop
    assert found.verdict.state == "broken"


def test_a_redirect_of_robots_txt_to_a_private_address_is_refused() -> None:
    found, site = check_one("/a", {"/robots.txt": redirect(_METADATA)})
    assert found.fetched.failure is Failure.PRIVATE_ADDRESS
    assert not site.pages


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://127.0.0.1:70/", "javascript:alert(1)"])
def test_a_redirect_to_another_scheme_is_not_followed(to: str) -> None:
    assert check_one("/1", {"/1": redirect(to)})[0].fetched.failure is Failure.NOT_AN_ADDRESS


def _open(names: Names, times: int, allow: str) -> tuple[list[Answer | Fault], Site]:
    """The same name opened so many times, each with a connection and a look-up of its own."""

    async def run() -> tuple[list[Answer | Fault], Site]:
        site = Site({})
        async with AsyncExitStack() as stack:
            await site.start(stack)
            opener = Opener(replace(QUICK, allow=allowed_networks(allow)), names)
            stack.push_async_callback(opener.close)
            found = []
            for _ in range(times):
                opener.forget_names()
                found.append(await opener.open(URL(f"http://office.example:{site.port}/"), Before()))
            return found, site

    return asyncio.run(run())


def test_a_name_that_points_inside_a_moment_later_is_refused_then() -> None:
    names = Names("127.0.0.1/32", office=["127.0.0.1", "10.0.0.1", "169.254.169.254"])
    (first, *later), site = _open(names, 3, "127.0.0.1/32")
    assert isinstance(first, Answer)
    assert all(isinstance(one, Fault) and one.failure is Failure.PRIVATE_ADDRESS for one in later)
    assert len(site.asked) == 1


def test_the_address_that_was_checked_is_the_one_that_is_opened() -> None:
    """The name is looked up once for a connection: there is no second answer that could differ."""
    names = Names("127.0.0.1/32", office=["127.0.0.1", "10.0.0.1"])
    (found,), _ = _open(names, 1, "127.0.0.1/32")
    assert isinstance(found, Answer)
    assert names.asked == ["office.example"]


def test_the_socket_is_refused_even_where_the_resolver_was_fooled() -> None:
    """A resolver that lets everything through changes nothing: the number really connected to is checked once more."""
    names = Names("0.0.0.0/0", office=["127.0.0.1"])
    (found,), site = _open(names, 1, "192.0.2.0/24")
    assert found == Fault(Failure.PRIVATE_ADDRESS)
    assert not site.asked


def test_of_several_addresses_only_public_ones_are_opened() -> None:
    class Several(Names):
        async def look_up(self, host: str, port: int, family: socket.AddressFamily) -> list[tuple[int, str]]:
            return [(socket.AF_INET, "10.0.0.1"), (socket.AF_INET6, "::1"), (socket.AF_INET, "203.150.1.1")]

    found = asyncio.run(_resolved(Several("192.0.2.0/24")))
    assert found == ["203.150.1.1"]


async def _resolved(names: Names) -> list[str]:
    rows = [row["host"] for row in await names.resolve("office.example", 80)]
    await names.close()
    return rows


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert check_one("/a", {})[0].fetched.status == 200


def test_no_credentials_of_the_link_and_no_cookies_are_sent() -> None:
    site = Site({"/a": http(set_cookie="track=1; Path=/"), "/b": redirect("/c")})
    check(lambda one: [f"http://someone:secret@127.0.0.1:{one.port}{path}" for path in ("/a", "/b")], site)
    check(lambda one: [f"{one.url}{path}" for path in ("/a", "/b")], site, per_host=1)
    assert len(site.pages) == 6
    for asked in site.asked:
        assert "authorization" not in asked.headers
        assert "cookie" not in asked.headers


def test_what_asks_says_who_it_is() -> None:
    _, site = check_one("/a", {}, about="https://prongsai.example/about")
    headers = site.asked[-1].headers
    assert headers["user-agent"].startswith("Prongsai/")
    assert "https://prongsai.example/about" in headers["user-agent"]
    assert headers["accept-language"].startswith("th")


def test_bad_links_raise_nothing_and_good_ones_beside_them_are_opened() -> None:
    bad = [
        "",
        "\x00",
        "http://",
        "http://[",
        "เทศบาล",
        "http://h x/",
        "http://" + "ก" * 300 + ".ไทย/",
        "http://a..b/",
    ]
    found = check(lambda one: [*map(Request, bad), one.url + "/a"], Site({}))
    assert {one.fetched.failure for url, one in found.items() if url in bad} == {Failure.NOT_AN_ADDRESS}
    assert [one.fetched.status for url, one in found.items() if url not in bad] == [200]
