"""Which files are taken as reports."""

from __future__ import annotations

import pytest

from prongsai.core.reports.incoming import LARGEST, may_read


@pytest.mark.parametrize("name", ["รายงาน.txt", "REPORT.HTML", "a.b.tsv", "x.md"])
def test_a_text_is_taken(name: str) -> None:
    assert may_read(name, LARGEST)


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [
        ("รายงาน.docx", 10, "Word"),
        ("รายงาน.xlsx", 10, "Excel"),
        ("รายงาน.pdf", 10, "PDF"),
        ("virus.exe", 10, ".txt"),
        ("รายงาน", 10, ".txt"),
        ("รายงาน.txt", 0, "ว่างเปล่า"),
        ("รายงาน.txt", LARGEST + 1, "5 MB"),
    ],
)
def test_another_file_is_refused_with_the_way_out(name: str, size: int, words: str) -> None:
    decision = may_read(name, size)
    assert not decision
    assert decision.why is not None
    assert words in decision.why.th
    assert "โปรด" in decision.why.th
    assert "Please" in decision.why.en or "please" in decision.why.en
