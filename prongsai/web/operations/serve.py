"""The server: gunicorn with the worker of the background beside it, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from types import FrameType


def serve(address: str, workers: int) -> int:
    """Run until stopped; returns gunicorn's exit code. If either ends, the other is ended too."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "prongsai.web.settings"}
    python = sys.executable
    web = [python, "-m", "gunicorn", "prongsai.web.wsgi", "--bind", address, "--workers", str(workers), "--preload"]
    web += ["--no-control-socket"]  # it would lie in the home folder, and nobody here uses it
    queue = [python, "-m", "prongsai.web", "db_worker", "--interval", "1"]
    running = [subprocess.Popen(words, env=environment) for words in (web, queue)]  # noqa: S603  # our own words

    def stop(_number: int, _frame: FrameType | None) -> None:
        for one in running:
            one.terminate()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    code = running[0].wait()
    stop(0, None)
    running[1].wait()
    return code
