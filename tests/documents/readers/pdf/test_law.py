"""What is written as PDF is read back as it was, white space aside: a page does not keep it where lines are broken."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.writers import project, write
from tests.documents.readers.pdf.drawn import source_of
from tests.documents.writers.forms import FORMS
from tests.documents.writers.sample import REPORT
from tests.documents.writers.strategies import readings
from tests.documents.writers.test_law import NAMES


def bare(reading):
    kept = {name: value for name, value in to_json(reading).items() if name != "notes"}
    return json.loads(re.sub(r"(?<!\\)\s+", "", json.dumps(kept, ensure_ascii=False)))


def read_back(reading, form):
    return recognise(source_of(write(reading, form, "pdf", names=NAMES)).document)[0]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_whole_report_is_read_back_as_it_was(form):
    kept = project(REPORT, form)
    assert bare(read_back(kept, form)) == bare(kept)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_what_is_written_is_read_back_as_it_was(form, reading):
    kept = project(reading, form)
    assert bare(read_back(kept, form)) == bare(kept)
