"""An e-mail address of a private person is about to be published."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import private_email as check
from tests.core.review.papers import quotes


def test_it_finds_a_private_address() -> None:
    assert quotes(check, "ส่งที่ somying1990@gmail.com ภายในวันนี้") == ["somying1990@gmail.com"]


@pytest.mark.parametrize(
    "text",
    [
        "saraban@tha-khong.go.th",
        "thakhong.office@gmail.com",
        "ita.thakhong@hotmail.com",
    ],
)
def test_it_passes_official_addresses(text: str) -> None:
    assert not quotes(check, text)
