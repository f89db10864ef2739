"""Websites on loopback for the bench of links: ``python -m tests.bench.links_servers PORT [CERTIFICATE]``.

Every address of 127.0.0.0/8 on the port is a host of its own. What a path does stands in its first word: page, slow,
missing, fault, reset, huge, film; ``/count`` tells the most requests that any host had at once, and how many came.
One address takes requests and answers none.
Answers as little Python as possible: the figures are of the client.
"""

from __future__ import annotations

import asyncio
import json
import random
import ssl
import sys
from collections import Counter

PAGES, SIZES = 64, (20_000, 60_000)
HUGE = 20_000_000
_WORDS = [
    "ประกาศ",
    "เทศบาลตำบล",
    "แผนพัฒนา",
    "งบประมาณ",
    "จัดซื้อจัดจ้าง",
    "รายงานผล",
    "การดำเนินงาน",
    "ประจำปี",
    "๒๕๖๙",
    "ประชาชน",
    "บริการ",
    "กองคลัง",
]


def page(number: int) -> bytes:
    """A page such as offices have: a menu, tables, paragraphs in Thai; the same for the same number."""
    chance = random.Random(number)
    size = chance.randint(*SIZES)
    parts = [f"<!doctype html><html lang=th><head><meta charset=utf-8><title>แผนที่ {number} ปี 2569</title></head><body>"]
    parts += [f'<li class="menu-item"><a href="/menu/{n}">{chance.choice(_WORDS)}</a></li>' for n in range(60)]
    length = sum(len(part.encode()) for part in parts)
    while length < size:
        text = " ".join(chance.choices(_WORDS, k=30))
        part = f'<div class="row"><h3>{text[:40]}</h3><p>{text}</p><a href="/f/{length}.pdf">เปิด</a></div>\n'
        length += len(part.encode())
        parts.append(part)
    return "".join([*parts, "</body></html>"]).encode()


def answer(status: str, kind: str, body: bytes) -> bytes:
    """A whole answer, ready to be sent. The last header is how a site tells LinkChecker that it need not wait."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nLinkChecker: welcome\r\n\r\n"
    return head.encode() + body


_HTML = "text/html; charset=utf-8"
_PAGES = [answer("200 OK", _HTML, page(number)) for number in range(PAGES)]
_MISSING = answer("404 Not Found", _HTML, page(0)[:5000])
_FAULT = answer("500 Internal Server Error", _HTML, b"<html>fault</html>")
_HUGE = answer("200 OK", _HTML, (page(1) * (HUGE // 20_000 + 1))[:HUGE])
_FILM = answer("200 OK", "application/octet-stream", b"\1\2\3\4" * (HUGE // 4))
_ROBOTS = answer("200 OK", "text/plain", b"User-agent: *\nDisallow: /private/\n")


class Counted:
    """Requests that are open, by host."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.most = self.came = 0

    def begin(self, host: str) -> None:
        self.came += 1
        self.open[host] += 1
        self.most = max(self.most, self.open[host])


COUNTED = Counted()


class Site(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self.host, self.asked = "", b""
        self.busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.host = transport.get_extra_info("sockname")[0]

    def connection_lost(self, error: Exception | None) -> None:
        self._end()

    def data_received(self, data: bytes) -> None:
        self.asked += data
        if b"\r\n\r\n" in self.asked:
            asked, self.asked = self.asked, b""
            self._answer(asked.split(b" ", 2)[1].decode(), b"connection: close" in asked.lower())

    def resume_writing(self) -> None:
        self._end()

    def _end(self) -> None:
        if self.busy:
            self.busy = False
            COUNTED.open[self.host] -= 1

    def _answer(self, path: str, close: bool) -> None:
        word, _, number = path[1:].partition("/")
        if word == "count":
            self._send(answer("200 OK", "application/json", json.dumps([COUNTED.most, COUNTED.came]).encode()), True)
            COUNTED.most = COUNTED.came = 0
            return
        COUNTED.begin(self.host)
        self.busy = True
        if word == "slow":
            asyncio.get_running_loop().call_later(1 + int(number) % 21 / 10, self._send, _page(number), close)
        elif word == "reset":
            self.transport.abort()
        elif word != "hang" and self.host != "127.99.99.99":
            self._send(_FIXED.get(word) or _page(number), close)

    def _send(self, data: bytes, close: bool) -> None:
        self.transport.write(data)
        if close:
            self.transport.close()
        if self.transport.get_write_buffer_size() < 100_000:
            self._end()


_FIXED = {"missing": _MISSING, "fault": _FAULT, "huge": _HUGE, "film": _FILM, "robots.txt": _ROBOTS}


def _page(number: str) -> bytes:
    return _PAGES[int(number) % PAGES]


async def main() -> None:
    """Serves until it is ended."""
    context = None
    if len(sys.argv) > 2:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(sys.argv[2])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Site, "0.0.0.0", int(sys.argv[1]), ssl=context, backlog=2000)  # noqa: S104
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
