"""A process that is killed while it publishes leaves nothing that anybody could read."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.web.processes import python

PREPARE = """
from tests.cast import assemble
assemble()
"""
FIND = """
import os, signal
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.models import Event
from prongsai.web.published import actions
from prongsai.web.published.models import Attachment, Edition, Publication, PublishedFile, Shelf
from tests.web.published.made import content, given

agency = Agency.objects.get(slug="tha-khong")
somying = Person.objects.get(username="somying")
TABLES = (Publication, Edition, PublishedFile, Attachment, Shelf, Event)

def state():
    return [model.objects.of(agency).count() for model in TABLES]

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""
PUBLISH = "actions.publish(by=somying, agency=agency, content=content(), files=[given()])"


@pytest.mark.slow
def test_a_killed_process_leaves_nothing_and_publishing_goes_on(installation: Path) -> None:
    first, second, done = python(
        installation,
        f"{PREPARE}{FIND}\nactions._kept = die\n{PUBLISH}",
        f"{FIND}\nprint(state(), flush=True)\nactions.record = die\n{PUBLISH}",
        f"{FIND}\nprint(state())\n{PUBLISH}\nprint(state())",
    )
    assert first.returncode == -signal.SIGKILL, first.stderr
    assert (second.returncode, second.stdout.strip()) == (-signal.SIGKILL, "[0, 0, 0, 0, 0, 0]"), second.stderr
    assert done.stdout.split("\n")[:2] == ["[0, 0, 0, 0, 0, 0]", "[1, 1, 1, 1, 1, 1]"], done.stderr
