"""Answers a second through HTTP on SQLite, and what is left when the server is killed meanwhile: make bench-surveys.

The server is the web part of ``prongsai serve``; eight clients send complete answers of thirty questions as browsers
do, each over a line of its own, from processes on the same machine.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from hashlib import sha256
from pathlib import Path

from prongsai.core.surveys.answering import field
from tests.bench import survey_phone
from tests.bench.survey_load import Load, Told, run
from tests.bench.timing import line
from tests.factories.survey_server import SurveyServer

CLIENTS, SECONDS, RUNS = 8, 8.0, 3
#: How long a server may be down, after which it is started anew.
DOWN = 0.5
_STORED = """
from prongsai.web.agencies.models import Agency
from prongsai.web.surveys.models import Answer
print(*Answer.objects.of(Agency.objects.get()).values_list("key_sha256", flat=True))
"""


def main() -> None:
    """All figures."""
    line("this machine alone: SHA-256 of 64 MB (reference)", _idle(), "s")
    with tempfile.TemporaryDirectory() as folder:
        server = SurveyServer(Path(folder) / "data")
        server.prepare()
        server.start()
        try:
            _load(server, 2.0)  # both workers have read the questionnaire
            before = server.cpu_seconds()
            told = [_load(server, SECONDS) for _ in range(RUNS)]
            _figures(told)
            spent = (server.cpu_seconds() - before) / sum(len(one.keys) for one in told)
            line("processor's time of the server for one answer", 1000 * spent, "ms")
            told.append(_killed(server))
            _nothing_lost(server, told)
            survey_phone.main(server)
        finally:
            server.kill()


def _load(server: SurveyServer, seconds: float) -> Told:
    answers = {field(position): "4" for position in range(29)} | {field(29): "ถนนหน้าบ้านมืด ขอไฟเพิ่ม"}
    return run(Load(server.port, server.path, answers, time.monotonic() + seconds), CLIENTS)


def _figures(told: list[Told]) -> None:
    rates = [len(one.keys) / SECONDS for one in told]
    line(
        f"complete answers of 30 questions, {CLIENTS} clients (median of {RUNS})",
        statistics.median(rates),
        "/s",
        ">= 400",
    )
    seconds = sorted(second for one in told for second in one.seconds)
    line("one answer: median", 1000 * statistics.median(seconds), "ms")
    line("one answer: 95 of 100 within", 1000 * seconds[int(len(seconds) * 0.95)], "ms", "< 100")
    line("one answer: the slowest", 1000 * seconds[-1], "ms")


def _killed(server: SurveyServer) -> Told:
    """The same once more, with SIGKILL for all of the server after a third, and a start after half a second."""

    def kill_and_start() -> None:
        time.sleep(SECONDS / 3)
        server.kill()
        time.sleep(DOWN)
        server.start()

    killer = threading.Thread(target=kill_and_start)
    killer.start()
    told = _load(server, SECONDS)
    killer.join()
    line("killed and started anew: answers acknowledged", len(told.keys), "")
    line("killed and started anew: sent once more by clients", told.resent, "")
    return told


def _nothing_lost(server: SurveyServer, told: list[Told]) -> None:
    """Every acknowledged answer is there, once; SystemExit where one is not."""
    stored = server.run(_STORED).split()
    survey = server.run(
        "from prongsai.web.agencies.models import Agency; from prongsai.web.surveys.models import Survey\n"
        "print(Survey.objects.of(Agency.objects.get()).get().pk)"
    ).strip()
    acknowledged = {sha256(f"key\n{survey}\n{key}".encode()).hexdigest() for one in told for key in one.keys}
    lost, doubled = len(acknowledged - set(stored)), len(stored) - len(set(stored))
    refused = sum(one.refused for one in told)
    line("acknowledged answers that are lost", lost, "", "0")
    line("answers that are there twice", doubled, "", "0")
    line("answers that were refused", refused, "", "0")
    if lost or doubled or refused:
        raise SystemExit("answers were lost, doubled or refused")


def _idle() -> float:
    data = b"\0" * (64 << 20)
    start = time.perf_counter()
    sha256(data).hexdigest()
    return time.perf_counter() - start
