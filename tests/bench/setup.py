"""The first migration with demo data, and an import into the database, in a folder of their own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.bench.documents import source
from tests.bench.timing import line

RUNS = 5
_IMPORT = """
import sys, time
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from datetime import date
from prongsai.web.agencies import actions as agencies
from prongsai.web.imports import actions as imports
agency = agencies.found_agency(by=None, today=date(2024, 10, 1), slug="one", name="เทศบาลตำบลทดสอบ",
                               kind="subdistrict_municipality", province="ลพบุรี", district="")
person = agencies.add_member(by=None, agency=agency, username="one", full_name="ผู้ทดสอบ", password="x" * 12,
                             role="coordinator", position="ผู้ทดสอบ", since=date(2024, 10, 1)).person
path = Path(sys.argv[1])
data = path.read_bytes()
start = time.perf_counter()
brought = imports.read_report(by=person, agency=agency, data=data, name=path.name)
imports.accept(by=person, report_import=brought, fiscal_year=None)
print(time.perf_counter() - start)
"""


def main() -> None:
    """Medians of five, each on an empty folder."""
    line(
        "first migration and demo data",
        _median([sys.executable, "-m", "prongsai.cli", "demo", "--no-serve"]),
        "s",
        "< 20",
    )
    seconds = [float(_run([sys.executable, "-c", _IMPORT, str(source())])) for _ in range(RUNS)]
    line(f"import {source().name}: read and accept as a plan", statistics.median(seconds), "s")


def _median(words: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        _run(words)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _run(words: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "PYTEST_VERSION")}
        environment |= {"PRONGSAI_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "prongsai.web.settings"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True)  # our own words
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "0"
