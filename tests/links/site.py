"""A website on loopback for one test, in the loop of the test; it counts who asks for what, and how many at once."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from typing import Any

from prongsai.core.links.link import Request
from prongsai.links.checking import Checked
from prongsai.links.engine import check_links
from prongsai.links.limits import Limits, allowed_networks

LOOPBACK = allowed_networks("127.0.0.0/8, ::1/128")
#: As in use, but quick, and with the allowance that the product never has by itself.
QUICK = Limits(per_second=0, pause=0.01, connect=2.0, read=2.0, total=5.0, allow=LOOPBACK)
PAGE = "<html><head><title>ข้อมูล</title></head><body>" + "<p>ข้อมูลพื้นฐานของหน่วยงาน ปี ๒๕๖๙</p>" * 20 + "</body></html>"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request; names of headers in lower case."""

    path: str
    headers: Mapping[str, str]
    at: float


#: Bytes to send, or a function that makes them or writes itself and gives None.
Answer = bytes | Callable[[Asked, asyncio.StreamWriter], Awaitable[bytes | None]]


def http(status: str = "200 OK", body: bytes | str = PAGE, **headers: str) -> bytes:
    """An answer with its Content-Length; underscores of names are hyphens."""
    data = body.encode() if isinstance(body, str) else body
    given = {"content_type": "text/html; charset=utf-8", "content_length": str(len(data))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items()]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "Connection: close", "", ""]).encode() + data


def redirect(to: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return http(status, "", location=to)


@dataclass
class Site:
    """Answers by path; what is not named is a page, and robots.txt is missing."""

    answers: Mapping[str, Answer]
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self.asked: list[Asked] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.open = self.most = self.port = 0

    @property
    def url(self) -> str:
        """Without a slash."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def pages(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    async def start(self, stack: AsyncExitStack) -> None:
        """Listens until the stack is left."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        stack.push_async_callback(self._stop, server)

    async def _stop(self, server: asyncio.Server) -> None:
        server.close()
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.tasks.append(task)
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await self.speak(reader, writer)
        finally:
            self.open -= 1
            writer.close()

    async def speak(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request and its answer."""
        head = await reader.readuntil(b"\r\n\r\n")
        await self._answer(head.decode(), writer)

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        asked = Asked(first.split(" ")[1], headers, asyncio.get_running_loop().time())
        self.asked.append(asked)
        missing = http("404 Not Found", "") if asked.path == "/robots.txt" else http()
        answer = self.answers.get(asked.path, missing)
        data = answer if isinstance(answer, bytes) else await answer(asked, writer)
        if data is not None:
            writer.write(data)
            await writer.drain()


def check(
    asked: Callable[..., Iterable[Request | str]], *sites: Site, limits: Limits = QUICK, **changes: Any
) -> dict[str, Checked]:
    """What is found of the links that ``asked`` makes of the sites, by address, in the order in which they ended."""

    async def run() -> dict[str, Checked]:
        async with AsyncExitStack() as stack:
            for site in sites:
                await site.start(stack)
            requests = [one if isinstance(one, Request) else Request(one) for one in asked(*sites)]
            found = [one async for one in check_links(requests, limits=replace(limits, **changes))]
            assert len(found) == len(requests)
            return {one.request.url: one for one in found}

    return asyncio.run(run())


def check_one(path: str, answers: Mapping[str, Answer], **changes: Any) -> tuple[Checked, Site]:
    """One link of one site."""
    site = Site(answers)
    found = check(lambda one: [one.url + path], site, **changes)
    return next(iter(found.values())), site
