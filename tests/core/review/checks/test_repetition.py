"""The same words again and again: text that a program made up."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import repetition as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import at_line, look, measure, quotes


def test_it_finds_a_loop_within_a_text() -> None:
    assert quotes(check, "บริหารราชการ " * 6) == ["บริหารราชการ"]


def test_it_finds_lines_that_differ_only_by_their_numbers() -> None:
    found = look(check, lines=tuple(f"{at}. บริหารราชการส่วนท้องถิ่น" for at in range(1, 8)))
    assert [(one.line, one.severity) for one in found] == [(1, Severity.ERROR)]
    assert "7 บรรทัด" in found[0].what.th


def test_it_finds_rows_of_the_same_figures() -> None:
    assert look(check, lines=tuple(f"๒๕๖{at}\t๗๖.๖๖\t๗๖.๖๖" for at in range(2, 9)))


def test_it_passes_headers_that_are_printed_on_each_page() -> None:
    header = "มาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ"
    lines = tuple(line for at in range(6) for line in (header, f"ข้อ {at}\tทำ\tกองคลัง", ""))
    places = {f"measures[{at}].title": at_line(3 * at + 2) for at in range(6)}
    assert not look(check, *[measure()] * 6, lines=lines, places=places)


@pytest.mark.parametrize(
    "text",
    [
        "ประชุมครั้งที่ ๑ ประชุมครั้งที่ ๒ ประชุมครั้งที่ ๓",
        "- - - - - - - -",
        "................................",
    ],
)
def test_it_passes_short_lists_and_lines_to_write_on(text: str) -> None:
    assert not quotes(check, text)
