"""An address on the web that leads nowhere as it is written."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import broken_url as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "https//www.tha-khong.go.th",
        "http:/tha-khong.go.th",
        "htp://tha-khong.go.th",
        "www. tha-khong.go.th",
        "ww.tha-khong.go.th",
        "www,tha-khong.go.th",
    ],
)
def test_it_finds_addresses_that_lead_nowhere(text: str) -> None:
    assert len(quotes(check, f"เผยแพร่ที่ {text} แล้ว")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "https://www.tha-khong.go.th",
        "http://tha-khong.go.th/ita?a=1",
        "www.tha-khong.go.th",
        "เว็บไซต์ tha-khong.go.th",
        "www.facebook.com/x",
    ],
)
def test_it_passes_addresses(text: str) -> None:
    assert not quotes(check, f"เผยแพร่ที่ {text} แล้ว")
