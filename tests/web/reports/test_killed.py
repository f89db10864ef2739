"""A process that is killed while it submits or signs a report leaves nothing of it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.web.processes import python

PREPARE = """
from tests.cast import assemble
from tests.web.reports.story import begin
begin(assemble())
"""

FIND = """
import os, signal
from prongsai.core.reports.workflow import Act
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.models import Event
from prongsai.web.reports import actions
from prongsai.web.reports.actions import signing
from prongsai.web.reports.models import Document, Report, SignOff, Snapshot

agency = Agency.objects.get(slug="tha-khong")
report = Report.objects.of(agency).get()
somying = Person.objects.get(username="somying")
first = report.chain.first().person

def state():
    counts = [model.objects.of(agency).count() for model in (Snapshot, SignOff, Document, Event)]
    return Report.objects.of(agency).get().state, *counts

def die(**values):
    os.kill(os.getpid(), signal.SIGKILL)
"""

SUBMIT = "actions.submit(by=somying, report=report, version=report.version)"
SIGN = """
actions.sign(by=first, report=report, signing=signing.Signing(Act.ENDORSED, "เห็นชอบ"), version=report.version)
"""


STATE = f"{FIND}\nprint(state())"


@pytest.mark.slow
def test_a_killed_process_leaves_nothing_and_the_report_goes_on(installation: Path) -> None:
    def around(step: str, name: str) -> tuple[str, ...]:
        return STATE, f"{FIND}\nsigning.{name} = die\n{step}", STATE, f"{FIND}\n{step}\nprint(state())"

    prepared, *ended = python(installation, PREPARE, *around(SUBMIT, "want_all"), *around(SIGN, "record"))
    assert prepared.returncode == 0, prepared.stderr
    for before, killed, after, again in (ended[:4], ended[4:]):
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert after.stdout == before.stdout != "", after.stderr
        assert again.returncode == 0 and again.stdout != before.stdout, again.stderr
