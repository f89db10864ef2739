"""A bank account is about to be published."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import bank_account as check
from tests.core.review.papers import quotes


def test_it_finds_an_account_and_hides_it() -> None:
    assert quotes(check, "โอนเข้าบัญชีเลขที่ ๑๒๓-๔-๕๖๗๘๙-๐") == ["123-x-xxxxx-0"]


@pytest.mark.parametrize(
    "text",
    [
        "บัญชีเบิกจ่ายพัสดุ ๑๒ รายการ",
        "เลขที่สัญญา ๑๒๓๔๕๖๗๘๙๐",
        "บัญชีครุภัณฑ์ ปี ๒๕๖๖",
    ],
)
def test_it_passes_other_accounts_and_numbers(text: str) -> None:
    assert not quotes(check, text)
