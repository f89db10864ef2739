"""Anonymity that is kept: a real server is answered, and then its files are searched for whoever answered.

And that no answer is lost or doubled when it is killed.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.factories.survey_server import SurveyServer
from tests.factories.surveys import filled

AGENT, ADDRESS, COOKIE = "Marked-Browser-7f3a", "203.0.113.77", "marked-cookie-91c4"
REFERER = "https://intranet.example/marked-referer-5b2e"
GOOD = ("4",) * 29 + ("ถนนหน้าบ้าน",)
TELL = """
from prongsai.web.surveys.models import Answer, OneTimeLink
from prongsai.web.agencies.models import Agency
from django.contrib.sessions.models import Session
agency = Agency.objects.get()
used = OneTimeLink.objects.of(agency).filter(used=True)
print(Answer.objects.of(agency).count(), used.count(), Session.objects.count())
"""


@pytest.fixture
def server(installation: Path) -> Iterator[SurveyServer]:
    made = SurveyServer(installation)
    made.prepare()
    made.start()
    yield made
    made.kill()


def send(server: SurveyServer, path: str, form: dict[str, str], *, read: bool = True) -> bytes:
    """Post as a browser does that can be known again, over a line that may be cut before the answer."""
    body = urlencode(form).encode()
    head = [
        *(f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"User-Agent: {AGENT}", f"X-Forwarded-For: {ADDRESS}"),
        *(f"X-Real-IP: {ADDRESS}", f"Referer: {REFERER}", f"Cookie: sessionid={COOKIE}", "Connection: close"),
        *("Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", ""),
    ]
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall("\r\n".join(head).encode() + body)
        parts = []
        while read and (part := line.recv(65536)):
            parts.append(part)
    return b"".join(parts)


def counted(server: SurveyServer) -> list[int]:
    """Answers, used links, sessions."""
    return [int(number) for number in server.run(TELL).split()]


def test_nothing_of_whoever_answered_is_in_the_files(server: SurveyServer) -> None:
    once = f"{server.path}{server.secrets[0]}/"
    assert b" 303 " in send(server, server.path, filled(*GOOD))
    assert b" 422 " in send(server, server.path, filled(*GOOD[:5]))
    assert b" 303 " in send(server, once, filled(*GOOD, key="key-through-the-link"))
    assert b" 409 " in send(server, once, filled(*GOOD, key="second-key-through-it"))
    assert b" 404 " in send(server, f"{server.path}{'z' * 22}/", filled(*GOOD, key="third-key-without-link"))
    answers = [send(server, path, {"version": "\x00", "q1": "x" * 2_000_000}) for path in (server.path, once)]
    assert not [answer for answer in answers if b"set-cookie" in answer.lower()]
    assert counted(server) == [2, 1, 0]
    server.stop()
    files = [file for file in server.folder.rglob("*") if file.is_file()] + [server.log]
    assert any(file.suffix == ".sqlite3" for file in files)
    secrets = [AGENT, ADDRESS, COOKIE, "marked-referer", server.secrets[0], "a-key-of-a-form", "key-through-the-link"]
    found = [(file.name, mark) for file in files for mark in secrets if mark.encode() in file.read_bytes()]
    assert found == []
    assert any("ถนนหน้าบ้าน".encode() in file.read_bytes() for file in files)  # so such a search does find things
    assert "127.0.0.1 -" not in server.log.read_text()


def test_a_form_that_is_sent_at_once_by_many_lines_is_one_answer(server: SurveyServer) -> None:
    form = filled(*GOOD, key="key-through-the-link")
    path = f"{server.path}{server.secrets[1]}/"
    seen: list[bytes] = []
    lines = [threading.Thread(target=lambda: seen.append(send(server, path, form))) for _ in range(8)]
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    assert len(seen) == 8 and all(b" 303 " in answer for answer in seen)
    assert counted(server)[:2] == [1, 1]


def test_a_cut_line_and_a_killed_server_neither_lose_nor_double(server: SurveyServer) -> None:
    forms = [filled(*GOOD, key=f"key-of-the-form-{number:04}") for number in range(6)]
    for form in forms:
        send(server, server.path, form, read=False)  # whether it arrived, nobody learns
    server.kill()
    server.start()
    assert all(b" 303 " in send(server, server.path, form) for form in forms)
    assert counted(server)[0] == len(forms)
