"""Public pages a second from ``prongsai serve``'s web part with two workers, with 100 agencies × 43 items × 3 years.

Eight clients on the same two cores ask for an item page as browsers do, each over a line of its own.
"""

from __future__ import annotations

import gzip
import multiprocessing
import os
import re
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.queues import Queue

from prongsai.web.operations.serve import web_words
from tests.bench.pages import prepared
from tests.bench.timing import line

HOST, PORT = "127.0.0.1", 8478
CLIENTS, SECONDS, RUNS = 8, 6.0, 3
_PREPARE = """
import json
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories.publishing import many_portals
print(json.dumps({"pages": many_portals(agencies=100, items=43, years=(2567, 2568, 2569))}))
"""
#: What a browser loads for a page at once; fonts are counted apart.
_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|img[^>]*src)="([^"]+)"')


@dataclass
class Told:
    """Seconds of each answer that came with 200."""

    seconds: list[float] = field(default_factory=list)
    wrong: int = 0


def main() -> None:
    """All figures."""
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with prepared(_PREPARE, surroundings) as (facts, environment), _server(environment):
        for name, path in facts["pages"].items():
            first = _get(path)[1]
            _load(path, 1.0)  # every worker has read its code
            line(f"{name}: made anew", first * 1000, "ms")
            _figures(name, [_load(path, SECONDS) for _ in range(RUNS)] if name == "item" else [_load(path, SECONDS)])
            line(f"{name}: first view without fonts", _first_view(path) / 1000, "kB", "< 60")


def _figures(name: str, told: list[Told]) -> None:
    if wrong := sum(one.wrong for one in told):
        raise SystemExit(f"{wrong} answers were not 200")
    rates = [len(one.seconds) / SECONDS for one in told]
    line(f"{name}: {CLIENTS} connections, median of {len(told)}", statistics.median(rates), "/s", ">= 400")
    seconds = sorted(second for one in told for second in one.seconds)
    line(f"{name}: 95 of 100 within", 1000 * seconds[int(len(seconds) * 0.95)], "ms", "< 50")


def _load(path: str, seconds: float) -> Told:
    """All clients at once; their sights put together."""
    context = multiprocessing.get_context("fork")
    back: Queue[Told] = context.Queue()
    until = time.monotonic() + seconds
    crowd = [context.Process(target=_client, args=(path, until, back)) for _ in range(CLIENTS)]
    for one in crowd:
        one.start()
    seen = [back.get() for _ in crowd]
    for one in crowd:
        one.join()
    return Told([second for one in seen for second in one.seconds], sum(one.wrong for one in seen))


def _client(path: str, until: float, back: Queue[Told]) -> None:
    told = Told()
    asked = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode()
    while time.monotonic() < until:
        start = time.perf_counter()
        with socket.create_connection((HOST, PORT), timeout=20) as wire:
            wire.sendall(asked)
            answer = b"".join(iter(lambda: wire.recv(65536), b""))
        if answer.startswith(b"HTTP/1.1 200"):
            told.seconds.append(time.perf_counter() - start)
        else:
            told.wrong += 1
    back.put(told)


def _first_view(path: str) -> int:
    """Bytes as they travel: the page, its styles and its pictures."""
    page = _get(path)[0]
    loaded = set(_LOADED.findall(gzip.decompress(page).decode()))
    return len(page) + sum(len(_get(one)[0]) for one in loaded)


def _get(path: str) -> tuple[bytes, float]:
    """The body as it travels, and the seconds that it took."""
    request = urllib.request.Request(f"http://{HOST}:{PORT}{path}", headers={"Accept-Encoding": "gzip"})
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as answer:  # loopback
        return answer.read(), time.perf_counter() - start


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[None]:
    """The web part with two workers, which answers."""
    words = [*web_words(f"{HOST}:{PORT}", 2), "--log-level", "error"]
    server = subprocess.Popen(words, env=environment)  # our own words
    try:
        for _ in range(300):
            try:
                _get("/health")
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()
