"""Bodies: huge, slow, packed, packed to burst; none takes more than its limit."""

from __future__ import annotations

import asyncio
import gzip
import os
import zlib

import pytest

from prongsai.core.links.link import Failure
from prongsai.links.bodies import SMALL, Reading, Room
from prongsai.links.limits import MEGABYTE
from tests.links.site import PAGE, QUICK, Asked, Site, check, check_one, http


def _packed(data: bytes, window: int) -> bytes:
    engine = zlib.compressobj(9, wbits=window)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("x-gzip", gzip.compress(PAGE.encode())),
        ("deflate", _packed(PAGE.encode(), 15)),
        ("deflate", _packed(PAGE.encode(), -15)),
        ("identity", PAGE.encode()),
        ("UTF-8", PAGE.encode()),
    ],
)
def test_packed_bodies_are_unpacked(encoding: str, data: bytes) -> None:
    found, site = check_one("/a", {"/a": http(body=data, content_encoding=encoding)})
    assert found.fetched.body == PAGE.encode()
    assert site.asked[-1].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "data"), [("gzip", PAGE.encode()), ("deflate", b"\xff" * 99), ("br", b"x"), ("🙂", b"")]
)
def test_what_cannot_be_unpacked_is_a_bad_answer(encoding: str, data: bytes) -> None:
    assert check_one("/a", {"/a": http(body=data, content_encoding=encoding)})[0].fetched.failure is Failure.BAD_ANSWER


def test_a_body_that_breaks_off_inside_its_packing_is_shown_as_far_as_it_goes() -> None:
    noise = os.urandom(100_000)
    found, _ = check_one("/a", {"/a": http(body=gzip.compress(noise)[:50_000], content_encoding="gzip")})
    assert noise.startswith(found.fetched.body)
    assert len(found.fetched.body) > 40_000


def test_a_bomb_is_cut_at_the_limit_of_what_it_unpacks_to() -> None:
    bomb = gzip.compress(b"\0" * (30 * MEGABYTE))
    found, _ = check_one("/a", {"/a": http(body=bomb, content_encoding="gzip")}, page_bytes=MEGABYTE)
    assert (len(found.fetched.body), found.fetched.cut) == (MEGABYTE, True)


def test_a_huge_page_is_cut_and_its_size_told() -> None:
    found, _ = check_one("/a", {"/a": http(body=b"<html>" + b"x" * (3 * MEGABYTE))}, page_bytes=MEGABYTE)
    assert (len(found.fetched.body), found.fetched.cut, found.fetched.size) == (MEGABYTE, True, 3 * MEGABYTE + 6)


def test_a_file_is_read_to_its_own_limit_whatever_it_is_called() -> None:
    pdf = b"%PDF-1.7\n" + b"x" * (2 * MEGABYTE)
    found, _ = check_one("/a", {"/a": http(body=pdf)}, page_bytes=MEGABYTE)
    assert (found.fetched.body, found.fetched.cut) == (pdf, False)


def test_a_body_of_exactly_the_limit_is_whole() -> None:
    found, _ = check_one("/a", {"/a": http(body=b"x" * MEGABYTE)}, page_bytes=MEGABYTE)
    assert (len(found.fetched.body), found.fetched.cut) == (MEGABYTE, False)


def test_a_body_without_end_is_cut_and_the_line_closed() -> None:
    closed = False

    async def endless(asked: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal closed
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        try:
            while True:
                writer.write(b"x" * 65536)
                await writer.drain()
        except OSError:
            closed = True

    found, _ = check_one("/a", {"/a": endless}, page_bytes=MEGABYTE)
    assert (found.fetched.status, found.fetched.cut) == (200, True)
    assert closed


def test_a_body_that_trickles_ends_with_the_time_for_all_of_it() -> None:
    async def trickle(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(1000):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    found, _ = check_one("/a", {"/a": trickle}, total=0.3, tries=1)
    assert found.fetched.failure is Failure.TIME_OUT
    assert found.fetched.took < 5


def test_headers_that_trickle_end_too() -> None:
    async def trickle(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(1000):
            writer.write(f"X-{number}: y\r\n".encode())
            await writer.drain()
            await asyncio.sleep(0.02)

    assert check_one("/a", {"/a": trickle}, total=0.3, tries=1)[0].fetched.failure is Failure.TIME_OUT


def test_large_files_wait_for_room_and_all_come() -> None:
    """Eight files of three megabytes through room for one: no two are held at once, and waiting costs none its time."""
    pdf = b"%PDF-1.7\n" + b"x" * (3 * MEGABYTE)
    site = Site({f"/{n}": http(body=pdf) for n in range(8)})
    found = check(lambda one: [f"{one.url}/{n}" for n in range(8)], site, per_host=8, held_bytes=3 * MEGABYTE)
    assert {one.fetched.size for one in found.values()} == {len(pdf)}


class _Pieces:
    def __init__(self, *pieces: bytes) -> None:
        self.pieces = [*pieces]

    async def readany(self) -> bytes:
        """The next."""
        return self.pieces.pop(0) if self.pieces else b""


def test_room_is_taken_before_a_body_grows_and_never_for_small_ones() -> None:
    async def held(*pieces: bytes) -> tuple[int, int]:
        reading = Reading("", "text/html", None, QUICK)
        async with asyncio.timeout(5) as clock:
            body = await reading.read(_Pieces(*pieces), Room(QUICK.held_bytes), clock)
        return reading.held, len(body.data)

    assert asyncio.run(held(b"x" * 1000, b"y" * 1000)) == (0, 2000)
    assert asyncio.run(held(*[b"x" * 1000] * 400)) == (QUICK.page_bytes, 400_000)
    assert SMALL < 400_000


def test_who_waits_for_room_is_not_timed_out() -> None:
    async def run() -> int:
        room = Room(QUICK.held_bytes)
        taken = await room.take(QUICK.held_bytes)
        asyncio.get_running_loop().call_later(0.3, lambda: asyncio.ensure_future(room.give_back(taken)))
        reading = Reading("", "text/html", None, QUICK)
        async with asyncio.timeout(0.1) as clock:
            return len((await reading.read(_Pieces(b"x" * SMALL, b"y"), room, clock)).data)

    assert asyncio.run(run()) == SMALL + 1
