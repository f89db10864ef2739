"""The server: gunicorn with the worker of the background and the clock of links beside it, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

#: Seconds between two looks at whether both still run.
LOOK_EVERY = 0.5
#: Seconds after which an answer that does not come is given up. A result report of scanned pages is read while the
#: person waits: ``PATIENCE`` seconds, and then the page that was begun (see documents.results and readers.isolated).
LONGEST = 90


def serve(address: str, workers: int, *, links_at: str = "") -> int:
    """Run until stopped. If one ends, the others are ended too; returns the exit code of the one that ended first.

    With ``links_at`` all links are opened once a night at that time.
    """
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "prongsai.web.settings"}
    queue = [sys.executable, "-m", "prongsai.web", "db_worker", "--interval", "1"]
    clock = [[sys.executable, "-m", "prongsai.cli", "links", "nightly"]] if links_at.strip() else []
    every = (web_words(address, workers), queue, *clock)
    running = [subprocess.Popen(words, env=environment) for words in every]  # noqa: S603  # our own words

    asked = False

    def stop(*_signal: object) -> None:
        nonlocal asked
        if not asked:  # to be asked twice means to the worker: leave the document half made
            asked = True
            for one in running:
                one.terminate()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    code = _first_to_end(running)
    stop()
    for one in running:
        one.wait()
    return code


def web_words(address: str, workers: int) -> list[str]:
    """The command of the web part. It keeps no log of who asks for what: who answers a survey is nobody's business."""
    words = [sys.executable, "-m", "gunicorn", "prongsai.web.wsgi", "--bind", address, "--workers", str(workers)]
    # The control socket would lie in the home folder, and nobody here uses it.
    return [*words, "--preload", "--no-control-socket", "--timeout", str(LONGEST)]


def _first_to_end(running: Sequence[subprocess.Popen[bytes]]) -> int:
    """Wait until one has ended: without it no document would be made or no link be opened, and nobody be told why."""
    while True:
        for one in running:
            if (code := one.poll()) is not None:
                return code
        time.sleep(LOOK_EVERY)
