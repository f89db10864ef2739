"""A paper that tells no year is held to the year's form that it was made by, and not to the newest."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import ReadDisclosure, Reading
from prongsai.core.review.finding import Severity
from prongsai.documents.review import review_reading
from prongsai.frameworks import load


def paper(year: int, leave_out: str = "") -> Reading:
    """All items of a year's form, without a word of the year."""
    items = load("ita", year).items
    rows = tuple(ReadDisclosure(item.code, item.name, item.sub_indicator) for item in items if item.code != leave_out)
    return Reading(agency="เทศบาลตำบลท่าโขง", title="รายงานผล", disclosures=rows)


def told(reading: Reading, code: str) -> list[tuple[str, Severity]]:
    return [(one.quote, one.severity) for one in review_reading(reading) if one.code == code]


@pytest.mark.parametrize("year", [2564, 2566, 2567, 2568, 2569])
def test_its_own_items_are_neither_missing_nor_unknown(year: int) -> None:
    assert not told(paper(year), "N06") and not told(paper(year), "N11") and not told(paper(year), "N09")


def test_what_is_missing_of_its_form_is_a_remark() -> None:
    assert told(paper(2566, leave_out="O43"), "N06") == [("O43", Severity.REMARK)]
