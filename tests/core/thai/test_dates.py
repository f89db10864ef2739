"""Full dates in the Buddhist era."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.dates import find_dates, format_date, parse_date, weekday_agrees
from prongsai.core.thai.digits import integer, to_arabic, to_thai
from prongsai.core.thai.unreadable import Unreadable

FORMS = [
    ("๘ กุมภาพันธ์ ๒๕๖๖", "2023-02-08"),
    ("8 กุมภาพันธ์ 2566", "2023-02-08"),
    ("วันจันทร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๕ เวลา ๐๙.๐๐ น.", "2022-02-14"),
    ("ณ วันที่ ๓๑ มีนาคม ๒๕๖๘", "2025-03-31"),
    ("21 พ.ย. 69", "2026-11-21"),
    ("๑ ต.ค ๖๕", "2022-10-01"),
    ("๑๐ เมษายน พ.ศ. ๒๕๖๖", "2023-04-10"),
    ("8/2/2566", "2023-02-08"),
    ("2026-03-04", "2026-03-04"),
]


@pytest.mark.parametrize(("text", "iso"), FORMS)
def test_it_reads_the_forms_of_official_papers(text: str, iso: str) -> None:
    assert parse_date(text) == date.fromisoformat(iso)


@pytest.mark.parametrize("text", ["", "๓๑ กุมภาพันธ์ ๒๕๖๖", "๘ กุมภาพันธ์", "วันนี้", "๘ ก.พ. ๒๕๖๖ หรือ ๙ ก.พ. ๒๕๖๖"])
def test_it_says_what_it_saw_where_it_cannot_read(text: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Unreadable) and found.saw == text


def test_it_tells_a_wrong_weekday() -> None:
    assert weekday_agrees("วันจันทร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๕") is True
    assert weekday_agrees("วันอังคารที่ ๑๔ กุมภาพันธ์ ๒๕๖๕") is False
    assert weekday_agrees("๑๔ กุมภาพันธ์ ๒๕๖๕") is None


def test_it_finds_every_date_of_a_text() -> None:
    text = "ประชุมเมื่อวันที่ ๘ ก.พ. ๒๕๖๖ และวันที่ ๒๑ กุมภาพันธ์ ๒๕๖๖"
    assert [day.isoformat() for _, _, day in find_dates(text)] == ["2023-02-08", "2023-02-21"]


@given(st.dates(date(1960, 1, 1), date(2056, 12, 31)), st.sampled_from(["official", "short", "numeric", "weekday"]))
def test_it_reads_back_what_it_writes(day: date, style: str) -> None:
    assert parse_date(format_date(day, style)) == day  # type: ignore[arg-type]  # one of the styles


@given(st.text(max_size=60))
def test_it_never_raises(text: str) -> None:
    assert isinstance(parse_date(text), date | Unreadable)
    assert isinstance(integer(text), int | Unreadable)


@given(st.text())
def test_it_turns_digits_there_and_back(text: str) -> None:
    assert to_arabic(to_thai(to_arabic(text))) == to_arabic(text)
