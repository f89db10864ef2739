"""A national identity number is about to be published."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import national_id as check
from prongsai.core.review.finding import Severity
from prongsai.core.thai.digits import to_thai
from tests.core.review.papers import look, measure, quotes

#: Made up: only its check digit is right.
NUMBER = "1-1001-00000-00-0"


def test_it_finds_a_number_whose_check_digit_is_right_and_hides_it() -> None:
    for written in (NUMBER, NUMBER.replace("-", ""), to_thai(NUMBER)):
        found = look(check, measure(result=(f"ผู้ร้อง {written} แจ้งเหตุ",)))
        assert [one.severity for one in found] == [Severity.ERROR]
        assert found[0].quote == "1-xxxx-xxxxx-00-0"
        assert "1001" not in found[0].what.th


@pytest.mark.parametrize(
    "text",
    [
        "1-1001-00000-00-8",
        "0994000000000",
        "เลขที่สัญญา 11001000000091234",
        "โทร 036-000-0000",
    ],
)
def test_it_passes_other_numbers(text: str) -> None:
    assert not quotes(check, text)
