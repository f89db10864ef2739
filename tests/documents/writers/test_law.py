"""The law that holds readers and writers together: what is written is read back as it was."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from prongsai.core.reports.sheet import Names
from prongsai.documents.readers import read
from prongsai.documents.writers import project, write
from prongsai.frameworks import load
from tests.documents.writers.forms import FORMS
from tests.documents.writers.sample import REPORT
from tests.documents.writers.strategies import readings

FRAMEWORK = load("ita", 2566)
NAMES = Names(
    {str(one.number): one.name for one in FRAMEWORK.indicators},
    {one.code: one.name for one in FRAMEWORK.sub_indicators},
)


def read_back(reading, form, kind):
    return replace(read(write(reading, form, kind, names=NAMES), name=f"report.{kind}").reading, notes=())


@pytest.mark.parametrize("kind", ["html", "txt"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_what_is_written_is_read_back_as_it_was(form, kind, reading):
    kept = project(reading, form)
    assert read_back(kept, form, kind) == kept


@pytest.mark.parametrize("kind", ["html", "txt"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_whole_report_is_read_back_as_it_was(form, kind):
    kept = project(REPORT, form)
    assert read_back(kept, form, kind) == kept
