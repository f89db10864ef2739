"""``prongsai serve`` as it runs in production, behind a proxy."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from prongsai.documents.readers.isolated.limits import LOOKING, PARSING
from prongsai.documents.results.reading import PATIENCE
from prongsai.web.operations import serve as serving

POPEN = subprocess.Popen
BEHIND_THE_PROXY = {"Host": "ita.example.go.th", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a new installation in production, on SQLite."""
    found = _free_port()
    surroundings = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PYTEST_VERSION"}}
    surroundings |= {
        "PRONGSAI_MODE": "production",
        "PRONGSAI_SECRET_KEY": "only-of-this-test-" * 3,
        "PRONGSAI_HOSTS": BEHIND_THE_PROXY["Host"],
        "PRONGSAI_URL": f"https://{BEHIND_THE_PROXY['Host']}",
        "PRONGSAI_DATA_DIR": str(tmp_path / "data"),
    }
    words = [sys.executable, "-m", "prongsai.cli", "serve", "--address", f"127.0.0.1:{found}", "--workers", "1"]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(words, env=surroundings, stdout=log, stderr=log)  # noqa: S603  # our own words
        try:
            yield found
        finally:
            server.terminate()
            server.wait(timeout=20)


def _ask(port: int, address: str, **more: str) -> tuple[int, dict[str, str], str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", address, headers=BEHIND_THE_PROXY | more)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


def _wait_for(port: int) -> None:
    for _ in range(720):  # a busy machine takes its time
        try:
            if _ask(port, "/health")[0] == 200:
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the server did not begin to answer")


@pytest.mark.slow
def test_a_new_installation_serves_pages_with_their_style_and_asks_for_https(port: int) -> None:
    _wait_for(port)
    status, headers, page = _ask(port, "/accounts/login/")
    assert (status, "Strict-Transport-Security" in headers) == (200, True)
    style = re.search(r'href="(/static/site/site\.[0-9a-f]+\.css)"', page)
    assert style and _ask(port, style[1])[0] == 200
    plain, to, _ = _ask(port, "/accounts/login/", **{"X-Forwarded-Proto": "http"})
    assert (plain, to["Location"]) == (301, "https://ita.example.go.th/accounts/login/")
    assert _ask(port, "/health", Host="elsewhere.example.org")[0] == 400


@pytest.mark.parametrize("dies", [0, 1])
def test_server_and_worker_live_and_die_together(monkeypatch: pytest.MonkeyPatch, dies: int) -> None:
    """Whichever of the two ends by itself, the other is asked once to stop, and the code is of the first."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(words: list[str], **_: object) -> subprocess.Popen[bytes]:
        code = "raise SystemExit(3)" if len(started) == dies else "import time; time.sleep(60)"
        started.append(POPEN([sys.executable, "-c", code]))
        return started[-1]

    monkeypatch.setattr(serving.subprocess, "Popen", begin)
    kept = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        assert serving.serve("127.0.0.1:0", 1) == 3
    finally:
        for one, handler in kept.items():
            signal.signal(one, handler)
    assert started[1 - dies].returncode == -signal.SIGTERM


@pytest.mark.parametrize(("at", "others"), [("02:00", [["links", "nightly"]]), (" ", [])])
def test_the_clock_of_links_runs_beside_where_a_time_is_set(
    monkeypatch: pytest.MonkeyPatch, at: str, others: list[list[str]]
) -> None:
    words: list[list[str]] = []

    def begin(given: list[str], **_: object) -> subprocess.Popen[bytes]:
        words.append(given)
        return POPEN([sys.executable, "-c", "pass"])

    monkeypatch.setattr(serving.subprocess, "Popen", begin)
    kept = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        serving.serve("127.0.0.1:0", 1, links_at=at)
    finally:
        for one, handler in kept.items():
            signal.signal(one, handler)
    assert [one[-2:] for one in words[2:]] == others


def test_it_waits_until_a_result_report_of_scanned_pages_is_read() -> None:
    """The page that was begun when patience ends is read to its end."""
    assert serving.LONGEST > PATIENCE + PARSING + LOOKING
    words = serving.web_words("127.0.0.1:8000", 2)
    assert words[words.index("--timeout") + 1] == str(serving.LONGEST)
