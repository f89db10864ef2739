"""Letters of another script among the Thai ones."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import other_script as check
from tests.core.review.papers import look, quotes


def test_it_finds_letters_of_another_script() -> None:
    assert quotes(check, "คู่มือพัสดुবน") == ["คู่มือพัสดुবน"]


def test_it_tells_of_a_stretch_of_lines_once() -> None:
    lines = ("ក្រុង", "", "ថ្ងៃទី", *[""] * 20, "ឆ្នាំ")
    found = look(check, lines=lines)
    assert [one.line for one in found] == [1, 24]
    assert "1–3" in found[0].what.th


@pytest.mark.parametrize("text", ["No Gift Policy ☑ “๑” – ½ °C", "Dos & Don'ts café"])
def test_it_passes_latin_letters_and_signs(text: str) -> None:
    assert not quotes(check, text)
