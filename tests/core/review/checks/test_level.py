"""The level that is written is not that of the score."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Scores
from prongsai.core.review.checks import level as check
from prongsai.core.review.finding import Severity
from tests.core.review.papers import look


def test_it_finds_a_level_that_the_total_does_not_allow() -> None:
    found = look(check, lines=("ได้คะแนน ๘๖.๗๓ คะแนน อยู่ในระดับผ่านดีเยี่ยม",))
    assert [one.severity for one in found] == [Severity.ERROR]


def test_it_finds_a_level_that_an_instrument_does_not_allow() -> None:
    low = {str(at): 75.0 for at in range(1, 6)} | {str(at): 80.0 for at in (6, 7, 8)} | {"9": 100.0, "10": 100.0}
    assert look(check, scores=Scores(low), lines=("คะแนน ๘๖.๕๐ คะแนน อยู่ในระดับผ่านดี",))


def test_it_finds_a_letter_of_the_older_rules() -> None:
    assert look(check, lines=("คะแนน ๙๖.๐๐ ระดับ AA",))


@pytest.mark.parametrize(
    "line",
    [
        "คะแนน ๙๙.๑๘ คะแนน อยู่ในระดับผ่านดีเยี่ยม",
        "คะแนน ๘๖.๗๓ อยู่ในระดับผ่าน",
        "คะแนน ๖๙.๙๙ อยู่ในระดับต้องปรับปรุงโดยด่วน",
    ],
)
def test_it_passes_levels_that_the_total_allows(line: str) -> None:
    assert not look(check, lines=(line,))
