"""The law of readers and writers for Word and Excel: what is written is read back as it was."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from prongsai.core.reports.sheet import Names
from prongsai.documents.readers import read
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.sheets import read_sheets
from prongsai.documents.readers.word import read_word
from prongsai.documents.writers import project, write
from prongsai.frameworks import load
from tests.documents.writers.forms import FORMS
from tests.documents.writers.sample import REPORT
from tests.documents.writers.strategies import readings
from tests.factories.reports import make

FRAMEWORK = load("ita", 2566)
NAMES = Names(
    {str(one.number): one.name for one in FRAMEWORK.indicators},
    {one.code: one.name for one in FRAMEWORK.sub_indicators},
)
READERS = {"docx": read_word, "xlsx": read_sheets}


def read_back(reading, form, kind):
    source = READERS[kind](write(reading, form, kind, names=NAMES))
    return replace(recognise(source.document)[0], notes=())


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_what_is_written_is_read_back_as_it_was(form, kind, reading):
    kept = project(reading, form)
    assert read_back(kept, form, kind) == kept


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_whole_report_is_read_back_as_it_was(form, kind):
    kept = project(REPORT, form)
    assert read_back(kept, form, kind) == kept


def told_apart(reading):
    """Whether no two measures without a number have one title: such rows are one measure, and on this paper without
    results only the kind of file tells whether a cell goes on or another item begins."""
    titles = [one.title for one in reading.measures if one.number is None]
    return len(set(titles)) == len(titles)


@pytest.mark.parametrize("seed", range(2_000_000, 2_000_006))
def test_made_up_reports_say_the_same_in_word_in_excel_and_as_text(seed):
    for form in FORMS:
        kept = project(make(seed).truth, form)
        if not told_apart(kept) and form.id == "analysis-of-result":
            continue
        text = replace(read(write(kept, form, "txt", names=NAMES)).reading, notes=())
        assert [read_back(kept, form, kind) for kind in READERS] == [text, text]
