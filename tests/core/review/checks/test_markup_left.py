"""Signs of HTML or Markdown in the text."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import markup_left as check
from tests.core.review.papers import quotes


@pytest.mark.parametrize("text", ["คู่มือ&nbsp;บริการ", "บรรทัด<br>ใหม่", "**สำคัญ**", "หัวข้อ^{ประจำปี}"])
def test_it_finds_signs_of_programs(text: str) -> None:
    assert len(quotes(check, text)) == 1


@pytest.mark.parametrize("text", ["Q&A", "a < b", "Dos & Don'ts; แนวทาง", "๕*๔"])
def test_it_passes_signs_that_are_meant(text: str) -> None:
    assert not quotes(check, text)
