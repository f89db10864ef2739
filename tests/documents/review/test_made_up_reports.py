"""Made-up reports: what the generator never does is never found, and what it puts in on purpose is."""

from __future__ import annotations

import re
from functools import cache

import pytest

from prongsai.core.review.finding import Finding
from prongsai.documents.readers import read
from prongsai.documents.review import review_reading
from tests.factories.reports import make

#: The generator hurts letters and codes, but never these: its sums, days, orders, addresses and items are sound.
NEVER = {"A05", "C01", "C02", "C03", "M02", "N05", "N09", "P01", "P02", "P03", "P04", "T08", "T09", "Y07", "Y08"}
SEEDS = range(3_000_000, 3_000_060)
_FOREIGN = re.compile("[ঀ-৿ក-៿Ѐ-ӿ]")


@cache
def _findings(seed: int) -> tuple[Finding, ...]:
    made = make(seed)
    report = read(made.text.encode())
    return review_reading(report.reading, report.places, report.source_lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_paper_does_not_have_is_not_found(seed: int) -> None:
    told = {one.code for one in _findings(seed)}
    assert not told & NEVER


def test_another_agency_in_made_up_pages_is_found_wherever_it_stands() -> None:
    papers = [seed for seed in SEEDS if "เทศบาลนครสมมุติบุรี" in make(seed).text]
    assert papers
    for seed in papers:
        assert "เทศบาลนครสมมุติบุรี" in {one.quote for one in _findings(seed) if one.code == "A01"}


def test_letters_of_another_script_are_found_in_every_paper_that_has_them() -> None:
    papers = [seed for seed in SEEDS if _FOREIGN.search(make(seed).text)]
    assert papers
    assert all("T01" in {one.code for one in _findings(seed)} for seed in papers)
