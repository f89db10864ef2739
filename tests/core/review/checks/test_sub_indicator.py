"""The number of a sub-indicator does not go with its name."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import sub_indicator as check
from tests.core.review.papers import look


def test_it_finds_a_number_that_the_year_does_not_have() -> None:
    found = look(check, lines=("ตัวชี้วัดย่อยที่ ๘.๑ ข้อมูลพื้นฐาน",))
    assert [(one.line, one.quote) for one in found] == [(1, "ตัวชี้วัดย่อยที่ ๘.๑")]
    assert "๙.๑" in found[0].what.th


def test_it_finds_a_number_with_the_name_of_another() -> None:
    assert look(check, lines=("ตัวชี้วัดย่อยที่ ๙.๒ ข้อมูลพื้นฐาน",))


@pytest.mark.parametrize(
    "line",
    [
        "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน",
        "ตัวชี้วัดที่ ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล",
        "ตัวชี้วัดย่อยที่ ๑๐.๑",
        "ตัวชี้วัดที่ ๙",
    ],
)
def test_it_passes_the_numbers_of_the_year(line: str) -> None:
    assert not look(check, lines=(line,))
