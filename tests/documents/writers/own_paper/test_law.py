"""The law for the agency's own papers: what is written into them is read back as it was."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from prongsai.core.reports.project import project
from prongsai.core.reports.sheet import Names
from prongsai.documents.readers import read
from prongsai.documents.writers import own_paper
from prongsai.documents.writers import write as write_in
from prongsai.frameworks import load
from prongsai.layouts import load_forms
from tests.documents.writers.own_paper.papers import PAPERS
from tests.documents.writers.sample import REPORT
from tests.documents.writers.strategies import readings

FRAMEWORK = load("ita", 2566)
NAMES = Names(
    {str(one.number): one.name for one in FRAMEWORK.indicators},
    {one.code: one.name for one in FRAMEWORK.sub_indicators},
)


@cache
def made(paper):
    """A paper and what it can carry."""
    data = paper()
    return data, own_paper.find(data, "paper.docx").layout


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_what_is_written_into_a_paper_is_read_back_as_it_was(paper, reading):
    data, form = made(paper)
    kept = project(reading, form)
    written = own_paper.write(data, kept, names=NAMES)
    assert replace(read(written, name="report.docx").reading, notes=()) == kept


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_other_formats_are_written_in_the_layout_that_was_found(paper, reading):
    _data, form = made(paper)
    kept = project(reading, form)
    page = write_in(kept, form, "html", names=NAMES)
    assert replace(read(page, name="report.html").reading, notes=()) == kept


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: form.id)
def test_a_word_document_of_ours_is_a_paper_too(form):
    data = write_in(REPORT, form, "docx", names=NAMES)
    found = own_paper.find(data)
    kept = project(REPORT, found.layout)
    assert not found.doubts or not form.memo
    assert replace(read(own_paper.write(data, kept, names=NAMES), name="report.docx").reading, notes=()) == kept
