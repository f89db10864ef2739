"""What the manual says is understood, is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from prongsai.core.thai.dates import parse_date
from prongsai.core.thai.periods import Period, parse_period
from prongsai.core.thai.unreadable import Unreadable

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "thai.md").read_text(encoding="utf-8")


def rows(heading: str) -> Iterator[tuple[str, str]]:
    """Each form of the table under a heading, with what it is read as."""
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    for forms, meaning in re.findall(r"^\| (?!เขียนว่า)([^|]+) \| ([^|]+) \|$", part, re.M):
        for form in forms.split(" · "):
            yield re.sub(r"\s*\(.*\)", "", form), meaning


def days(meaning: str) -> list[date]:
    """The days that a cell of the page names."""
    return [date.fromisoformat(text) for text in re.findall(r"\d{4}-\d\d-\d\d", meaning)]


@pytest.mark.parametrize(("form", "meaning"), list(rows("วันที่")))
def test_it_reads_the_dates_of_the_manual(form: str, meaning: str) -> None:
    assert [parse_date(form)] == days(meaning)


@pytest.mark.parametrize(("form", "meaning"), list(rows("ระยะเวลา")))
def test_it_reads_the_periods_of_the_manual(form: str, meaning: str) -> None:
    found = parse_period(form, 2566)
    assert isinstance(found, Period)
    assert days(meaning) in ([], [found.start, found.end])


def test_it_does_not_read_what_the_manual_says_it_does_not() -> None:
    told = re.findall(r"“([^”]+)”", PAGE.split("อ่านไม่ได้:")[1].split("\n\n")[0])
    assert len(told) == 3
    assert all(isinstance(parse_period(text, 2566), Unreadable) for text in told)
