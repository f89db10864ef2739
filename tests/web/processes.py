"""Processes of their own, on a database of their own, for tests that kill them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Ended = subprocess.CompletedProcess[str]

#: One interpreter loads everything, and each step is a process that was split off it: loading takes longer than steps.
_EACH = """
import django, json, os, sys, tempfile, traceback
from django.db import connections
django.setup()

def work(step, out, err):
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    code = 1
    try:
        exec(step, {"__name__": "step"})
        code = 0
    except BaseException:
        traceback.print_exc()
    connections.close_all()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

def ended(step):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            work(step, out, err)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return code, out.read().decode(), err.read().decode()

json.dump([ended(step) for step in json.load(sys.stdin)], sys.stdout)
"""


def python(folder: Path, *steps: str) -> list[Ended]:
    """Run each piece of code in a process of its own, one after the other, on the folder's database."""
    told = run(folder, "-c", _EACH, told=json.dumps(steps))
    assert told.returncode == 0, told.stderr
    return [Ended(step, *end) for step, end in zip(steps, json.loads(told.stdout), strict=True)]


def run(folder: Path, *arguments: str, told: str = "") -> Ended:
    """Run Python with these words, and ``told`` on its standard input, on the folder's database."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"PRONGSAI_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "prongsai.web.settings"}
    return subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        input=told,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
