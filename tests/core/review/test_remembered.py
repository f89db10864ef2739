"""Findings that lean on what is only remembered of a framework are remarks, and say so."""

from __future__ import annotations

from dataclasses import replace

from prongsai.core.framework.origin import Confidence
from prongsai.core.reports.reading import ReadDisclosure
from prongsai.core.review.checks import item_name, report_year, unknown_item
from prongsai.core.review.finding import Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.sentence import Sentence
from prongsai.frameworks import load
from tests.core.review.papers import subject

WHAT = Sentence("โปรดแก้", "Please correct")


def test_it_leaves_what_has_a_source_as_it_is() -> None:
    assert as_sure_as(Severity.ERROR, WHAT, Confidence.CERTAIN, Confidence.LIKELY) == (Severity.ERROR, WHAT)


def test_it_softens_what_is_from_memory_and_says_so() -> None:
    severity, what = as_sure_as(Severity.ERROR, WHAT, Confidence.CERTAIN, Confidence.MEMORY)
    assert severity is Severity.REMARK
    assert what.th.startswith("โปรดแก้") and "จากความจำ" in what.th and "from memory" in what.en


def test_names_of_a_remembered_year_are_no_errors() -> None:
    row = ReadDisclosure(code="O26", name="การสร้างวัฒนธรรม No Gift Policy")
    paper = replace(subject(row, fiscal_year=2567), framework=load("ita", 2567))
    (found,) = item_name.check(paper)
    assert found.severity is Severity.REMARK and "O27" in found.what.th and "จากความจำ" in found.what.th


def test_codes_beyond_a_remembered_list_are_remarks() -> None:
    paper = replace(subject(ReadDisclosure(code="O43"), fiscal_year=2567), framework=load("ita", 2567))
    assert [one.severity for one in unknown_item.check(paper)] == [Severity.REMARK]


def test_the_year_of_a_report_is_asked_for_as_surely_as_it_is_known() -> None:
    row = ReadDisclosure(code="O7", progress=("รายงานผลการดำเนินงานประจำปี พ.ศ. ๒๕๖๘ เผยแพร่แล้ว",))
    known = replace(subject(row, fiscal_year=2568), framework=load("ita", 2568))
    assert [one.severity for one in report_year.check(known)] == [Severity.WARNING]
    row = ReadDisclosure(code="O9", progress=("รายงานผลการดำเนินงานประจำปี พ.ศ. ๒๕๖๗ เผยแพร่แล้ว",))
    remembered = replace(subject(row, fiscal_year=2567), framework=load("ita", 2567))
    assert [one.severity for one in report_year.check(remembered)] == [Severity.REMARK]
