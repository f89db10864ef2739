"""Pages by one signed-in client against warm gunicorn: milliseconds and queries, SQLite and PostgreSQL; memory."""

from __future__ import annotations

import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.timing import line

REQUESTS = 200
ADDRESS = "127.0.0.1:8479"
WITH_POSTGRES = Path(__file__).parents[2] / "tools" / "with_postgres.sh"

#: Makes the crowd, signs one person in, counts queries page by page; prints the cookie and the addresses.
_PREPARE = """
import json
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.db import connection
from tests.bench.crowd import YEAR, gather
from prongsai.web.measures.models import Measure
agency, person = gather()
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")  # as the database does by itself within minutes
from django.conf import settings
settings.AXES_ENABLED = False  # it asks where a sign-in comes from, and this one comes from nowhere
client = Client(headers={"host": "127.0.0.1"})
client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
measure = Measure.objects.of(agency).order_by("order")[20]
from django.urls import reverse
pages = {"dashboard": reverse("measures:dashboard", args=[agency.slug, YEAR]),
         "measure list": reverse("measures:list", args=[agency.slug, YEAR]),
         "measure page": reverse("measures:detail", args=[agency.slug, YEAR, measure.pk])}
counts = {}
for name, path in pages.items():
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    counts[name] = len(seen)
print(json.dumps({"cookie": client.cookies["sessionid"].value, "pages": pages, "queries": counts}))
"""


def main() -> None:
    """Both databases."""
    on_both_databases(_measure, "tests.bench.pages")


def on_both_databases(measure: Callable[[str, Mapping[str, str]], None], module: str) -> None:
    """On SQLite, then on a PostgreSQL that is started for the module, where one is installed."""
    measure("SQLite", {name: value for name, value in os.environ.items() if name != "DATABASE_URL"})
    if subprocess.run([str(WITH_POSTGRES), "--find"], capture_output=True).returncode == 0:
        subprocess.run([str(WITH_POSTGRES), sys.executable, "-m", module], check=True)  # ours
    else:
        print("PostgreSQL is not installed: left out")


def _measure(database: str, surroundings: Mapping[str, str]) -> None:
    with prepared(_PREPARE, surroundings) as (facts, environment), server_on(environment) as pid:
        pages_in_time(facts, database, "< 40")
        for _ in range(3):
            _times(facts["pages"]["measure list"], facts["cookie"], 170)
        line(f"memory of a worker after 500 requests and more ({database})", _memory(pid), "MB PSS", "< 150")


@contextmanager
def prepared(script: str, surroundings: Mapping[str, str]) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """A folder of data that the script has filled: what it printed last, and the environment of a server beside it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **surroundings,
            "PRONGSAI_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "prongsai.web.settings",
            "PRONGSAI_MODE": "development",
        }
        done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)  # ours
        if done.returncode:
            raise SystemExit(done.stderr)
        yield json.loads(done.stdout.strip().splitlines()[-1]), environment


def pages_in_time(facts: Mapping[str, Any], database: str, bar: str) -> None:
    """Each page's milliseconds and queries; ``facts`` have pages, queries and the cookie of who is signed in."""
    for name, path in facts["pages"].items():
        times = _times(path, facts["cookie"])
        line(f"{name}, median of {REQUESTS} ({database})", statistics.median(times) * 1000, "ms", bar)
        line(f"{name}, queries ({database})", facts["queries"][name], "", "<= 12")


@contextmanager
def server_on(environment: dict[str, str]) -> Iterator[int]:
    """gunicorn with one worker, warm; gives the process id of the worker."""
    words = [
        sys.executable,
        "-m",
        "gunicorn",
        "prongsai.web.wsgi",
        "--bind",
        ADDRESS,
        "--workers",
        "1",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen(words, env=environment)  # our own words
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://{ADDRESS}/health", timeout=2).read()  # loopback
                break
            except OSError:
                time.sleep(0.1)
        children = subprocess.run(["pgrep", "-P", str(server.pid)], capture_output=True, text=True)  # ours
        yield int(children.stdout.split()[0])
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _times(path: str, cookie: str, requests: int = REQUESTS) -> list[float]:
    """Seconds of each request, after five that are not counted."""
    request = urllib.request.Request(f"http://{ADDRESS}{path}", headers={"Cookie": f"sessionid={cookie}"})  # loopback
    times = []
    for _ in range(requests + 5):
        start = time.perf_counter()
        with urllib.request.urlopen(request, timeout=20) as response:  # loopback
            response.read()
            if response.url != request.full_url:
                raise SystemExit(f"{path} led to {response.url}")
        times.append(time.perf_counter() - start)
    return times[5:]


def _memory(pid: int) -> float:
    """Proportional set size of a process, in MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    _measure("PostgreSQL", os.environ)
