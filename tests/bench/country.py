"""Pages of a country of 8,300 agencies × 7 years by one overseer against warm gunicorn; the files; one year's load."""

from __future__ import annotations

import os
import time
import urllib.request
from collections.abc import Mapping

from tests.bench.pages import ADDRESS, on_both_databases, pages_in_time, prepared, server_on
from tests.bench.timing import line

AGENCIES = 8300
#: Milliseconds for a page.
BAR = 100

#: Makes the country, signs its overseer in, counts queries page by page; prints the cookie and the addresses.
_PREPARE = f"""
import json, time
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from prongsai.places import load
from prongsai.web.accounts.models import Person
from prongsai.web.operations.demo_country import make_country
start = time.perf_counter()
make_country("bench", {AGENCIES}, [one.name for one in load().provinces], 2568)
seconds = time.perf_counter() - start
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")  # as the database does by itself within minutes
settings.AXES_ENABLED = False  # it asks where a sign-in comes from, and this one comes from nowhere
client = Client(headers={{"host": "127.0.0.1"}})
client.force_login(Person.objects.get(username="kamol"), backend="django.contrib.auth.backends.ModelBackend")
pages = {{"national page": reverse("country:overview", args=[2568, "all"]),
         "region": reverse("country:overview", args=[2568, "central"]),
         "province": reverse("country:overview", args=[2568, "ลพบุรี"]),
         "list of agencies": reverse("country:bodies", args=[2568, "all"]),
         "agencies without a result": reverse("country:bodies", args=[2568, "all"]) + "?state=missing",
         "outliers": reverse("country:outliers", args=[2568, "all"]),
         "one agency": reverse("country:body", args=[100])}}
counts = {{}}
for name, path in pages.items():
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    counts[name] = len(seen)
files = {{words: reverse("country:download", args=[2568, "all", kind]) + query for words, kind, query in (
    ("a year as xlsx", "xlsx", ""), ("all years as csv", "csv", "?years=all"),
    ("all years as parquet", "parquet", "?years=all"))}}
print(json.dumps({{"cookie": client.cookies["sessionid"].value, "pages": pages, "queries": counts, "files": files,
                  "seconds": seconds}}))
"""


def main() -> None:
    """Both databases."""
    on_both_databases(_measure, "tests.bench.country")


def _measure(database: str, surroundings: Mapping[str, str]) -> None:
    with prepared(_PREPARE, surroundings) as (facts, environment):
        line(f"a year of {AGENCIES:,} agencies checked and kept ({database})", facts["seconds"] / 7, "s")
        with server_on(environment):
            pages_in_time(facts, database, f"< {BAR}")
            for words, path in facts["files"].items():
                _file(words, path, facts["cookie"], database)


def _file(words: str, path: str, cookie: str, database: str) -> None:
    """A file: seconds and size."""
    request = urllib.request.Request(f"http://{ADDRESS}{path}", headers={"Cookie": f"sessionid={cookie}"})  # loopback
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=120) as response:  # loopback
        size = len(response.read())
    line(f"{words}, {size / 1e6:.1f} MB ({database})", time.perf_counter() - start, "s", "< 10")


if __name__ == "__main__":
    _measure("PostgreSQL", os.environ)
