"""What a template left to be filled in."""

from __future__ import annotations

import pytest

from prongsai.core.reports.reading import Signatory
from prongsai.core.review.checks import placeholder as check
from tests.core.review.papers import look, measure, memo, quotes


@pytest.mark.parametrize(
    "text",
    [
        "จัดประชุมเมื่อวันที่ ................",
        "จำนวน xxx คน",
        "ผู้รับผิดชอบ (ระบุ)",
        "[ชื่อหน่วยงาน] ได้จัดทำ",
    ],
)
def test_it_finds_what_was_left_to_fill_in(text: str) -> None:
    assert len(quotes(check, text)) == 1


@pytest.mark.parametrize("text", ["ก.พ. ... ก.ย.", "ระบุขั้นตอนในคู่มือ", "ต่อมา...", "Dos & Don'ts"])
def test_it_passes_words_and_short_dots(text: str) -> None:
    assert not quotes(check, text)


def test_it_leaves_periods_and_signatures_alone() -> None:
    unsigned = memo(signatories=(Signatory("...........", "ปลัด"),))
    assert not look(check, measure(period="ก.พ....... ก.ย. ๖๖"), memo=unsigned)
