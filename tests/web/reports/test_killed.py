"""A process that is killed while it submits or signs a report leaves nothing of it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.web.processes import migrate, python

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


@pytest.mark.slow
def test_a_killed_process_leaves_nothing_and_the_report_goes_on(tmp_path: Path) -> None:
    migrate(tmp_path)
    assert python(tmp_path, PREPARE).returncode == 0
    for step, name in ((SUBMIT, "want_all"), (SIGN, "record")):
        before = python(tmp_path, f"{FIND}\nprint(state())")
        killed = python(tmp_path, f"{FIND}\nsigning.{name} = die\n{step}")
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        after = python(tmp_path, f"{FIND}\nprint(state())")
        assert after.stdout == before.stdout != "", after.stderr
        again = python(tmp_path, f"{FIND}\n{step}\nprint(state())")
        assert again.returncode == 0 and again.stdout != before.stdout, again.stderr
