"""Many who answer at once: processes that each send answers over plain sockets, and say what came back and when.

A client costs little, since it stands on the same two cores as the server that is measured: the text of a form is made
before, and only its key changes.
"""

from __future__ import annotations

import multiprocessing
import secrets
import socket
import time
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from urllib.parse import urlencode


@dataclass
class Told:
    """What a client saw. ``keys``: the keys of the forms whose arrival was acknowledged; seconds of each of them."""

    keys: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    resent: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Load:
    """What is sent where: ``answers`` are the fields of the questions; ``until`` is a moment of time.monotonic()."""

    port: int
    path: str
    answers: dict[str, str]
    until: float


def run(load: Load, clients: int) -> Told:
    """All clients at once; their sights put together."""
    context = multiprocessing.get_context("fork")
    back: Queue[Told] = context.Queue()
    crowd = [context.Process(target=_client, args=(load, back)) for _ in range(clients)]
    for one in crowd:
        one.start()
    seen = [back.get() for _ in crowd]
    for one in crowd:
        one.join()
    return Told(
        keys=[key for one in seen for key in one.keys],
        seconds=[second for one in seen for second in one.seconds],
        resent=sum(one.resent for one in seen),
        refused=sum(one.refused for one in seen),
    )


def _client(load: Load, back: Queue[Told]) -> None:
    told = Told()
    body = urlencode({"version": "1", "lang": "th", **load.answers}) + "&key="
    head = (
        f"POST {load.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: text/html\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
    )
    while time.monotonic() < load.until:
        key = secrets.token_urlsafe(18)
        sent = f"{body}{key}"
        request = f"{head}Content-Length: {len(sent)}\r\n\r\n{sent}".encode()
        start = time.perf_counter()
        while (status := _send(load.port, request)) is None:  # as somebody does whose line was lost: once more
            told.resent += 1
            time.sleep(0.05)
        told.seconds.append(time.perf_counter() - start)
        if status == 303:
            told.keys.append(key)
        else:
            told.refused += 1
    back.put(told)


def _send(port: int, request: bytes) -> int | None:
    """The status of the answer; None where the line broke before it was whole."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            line.sendall(request)
            parts = []
            while part := line.recv(65536):
                parts.append(part)
    except OSError:
        return None
    answer = b"".join(parts)
    return int(answer[9:12]) if b"\r\n\r\n" in answer else None
