"""Which addresses may serve as evidence."""

from __future__ import annotations

import pytest

from prongsai.core.evidence.links import NOT_AN_ADDRESS, TOO_LONG, address


@pytest.mark.parametrize(
    "url",
    [
        "https://www.thakhong.go.th",
        "http://thakhong.go.th:8080/ข่าว/๑๒?หน้า=๒#ล่าง",
        "HTTPS://example.go.th/a%20b.pdf",
        "https://เทศบาล.ไทย/",
        "http://[2001:db8::1]/x",
    ],
)
def test_it_takes_addresses_of_the_web(url: str) -> None:
    assert address(f"  {url}\n") == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "www.thakhong.go.th",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "ftp://example.go.th/x",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@example.go.th/",
        "https://example.go.th/a b",
        "https://example.go.th/\nhttps://other.example/",
        "//example.go.th",
    ],
)
def test_it_refuses_what_is_no_address_of_the_web(url: str) -> None:
    assert address(url) is NOT_AN_ADDRESS


def test_it_refuses_an_address_without_end() -> None:
    assert address("https://example.go.th/" + "x" * 2000) is TOO_LONG


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u202e", "\u00ad"])
def test_it_leaves_out_what_nobody_sees(unseen: str) -> None:
    assert address(f"{unseen}https://www.example.go.th/{unseen}แผน{unseen}") == "https://www.example.go.th/แผน"
