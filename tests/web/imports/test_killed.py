"""A process that is killed while it accepts an import leaves nothing of it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.web.processes import python

PREPARE = """
from tests.cast import assemble
from tests.web.imports.conftest import bring
bring(assemble())
"""

KILL = """
import os, signal
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.imports import actions
from prongsai.web.imports.actions import accepting
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures.models import Progress

def die(**values):
    assert Progress.objects.of(agency).exists(), "the plan was not made yet"
    os.kill(os.getpid(), signal.SIGKILL)

accepting.record = die
agency = Agency.objects.get(slug="tha-khong")
actions.accept(by=Person.objects.get(username="somying"), report_import=ReportImport.objects.of(agency).get())
"""

LOOK = """
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.imports import actions
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures.models import Measure, Plan, Progress
from prongsai.web.disclosures.models import Disclosure

agency = Agency.objects.get(slug="tha-khong")
made = ReportImport.objects.of(agency).get()
print(made.state, *(model.objects.of(agency).count() for model in (Plan, Measure, Progress, Disclosure)))
print(actions.accept(by=Person.objects.get(username="somying"), report_import=made).state)
"""


@pytest.mark.slow
def test_a_killed_process_leaves_nothing_and_the_import_can_be_accepted(installation: Path) -> None:
    prepared, killed, look = python(installation, PREPARE, KILL, LOOK)
    assert prepared.returncode == 0, prepared.stderr
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert look.stdout.splitlines() == ["read 0 0 0 0", "accepted"], look.stderr
