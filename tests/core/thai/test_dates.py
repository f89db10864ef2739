"""Full dates in the Buddhist era."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.dates import Style, find_dates, format_date, parse_date, weekday_agrees
from prongsai.core.thai.digits import to_arabic
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
    ("๘ กุมภา พันธ์ ๒๕๖๖", "2023-02-08"),
    ("๘ กพ ๖๖", "2023-02-08"),
    ("๘ ก. พ. ๒๕๖๖", "2023-02-08"),
    ("๘/๒/๖๖", "2023-02-08"),
    ("29 กุมภาพันธ์ 2567", "2024-02-29"),
    ("8 กุมภาพันธ์ 2023", "2023-02-08"),
    ("วันที่ ๘ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๖", "2023-02-08"),
    ("เมื่อวันพุธที่ ๘ กุมภาพันธ์ ๒๕๖๖ เวลา ๐๙.๐๐ - ๑๒.๐๐ น.", "2023-02-08"),
    ("(ลงวันที่ ๘ ก.พ. ๖๖)", "2023-02-08"),
]


@pytest.mark.parametrize(("text", "iso"), FORMS)
def test_it_reads_the_forms_of_official_papers(text: str, iso: str) -> None:
    assert parse_date(text) == date.fromisoformat(iso)


RUBBISH = [
    *("", "๓๑ กุมภาพันธ์ ๒๕๖๖", "๘ กุมภาพันธ์", "วันนี้", "๘ ก.พ. ๒๕๖๖ หรือ ๙ ก.พ. ๒๕๖๖", "๘ ก.พ. ๖๕๖", "๘ ก.พ. ๙๙๙๙"),
    *("1/1/0001", "๘ ๒ ๒๕๖๖", "ประชุม ๘ ก.พ. ๒๕๖๖ ที่ศาลา", "๑ ต.คลองสวน ๖๖", "๐ ก.พ. ๒๕๖๖", " " * 20_000 + "8/2/2566"),
]


@pytest.mark.parametrize("text", RUBBISH)
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


@given(st.dates(date(1960, 1, 1), date(2056, 12, 31)), st.sampled_from(get_args(Style)))
def test_it_reads_back_what_it_writes(day: date, style: Style) -> None:
    assert parse_date(format_date(day, style)) == day


def test_it_reads_a_date_whose_weekday_is_wrong() -> None:
    assert parse_date("วันอังคารที่ ๑๔ กุมภาพันธ์ ๒๕๖๕") == date(2022, 2, 14)


def test_it_says_where_each_date_stands() -> None:
    text = "2023-01-01 - 2023-02-01 และ ๘ ก.พ. ๖๖"
    assert [text[start:end] for start, end, _ in find_dates(text)] == ["2023-01-01", "2023-02-01", "๘ ก.พ. ๖๖"]


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("official", "๘ กุมภาพันธ์ ๒๕๖๖"),
        ("short", "๘ ก.พ. ๖๖"),
        ("numeric", "๘/๒/๒๕๖๖"),
        ("weekday", "วันพุธที่ ๘ กุมภาพันธ์ ๒๕๖๖"),
    ],
)
def test_it_writes_the_wording_of_papers(style: Style, written: str) -> None:
    assert format_date(date(2023, 2, 8), style) == written
    assert format_date(date(2023, 2, 8), style, thai_digits=False) == to_arabic(written)


@pytest.mark.parametrize(
    "text", ["1/1/" * 20_000, "วันที่ " * 20_000, "๑" + " " * 50_000, "ก." * 50_000, "๑ ก..." * 9_000]
)
def test_it_comes_to_an_end_with_long_texts(text: str) -> None:
    assert find_dates(text) is not None


#: Texts made of the pieces of dates, which letters at random would never hit.
PIECES = st.lists(
    st.sampled_from(
        [
            "๘",
            "0",
            "31",
            "99",
            "2566",
            "๙๙๙๙",
            "0001",
            "ก.พ.",
            "กุมภาพันธ์",
            "พ.ศ.",
            "/",
            "-",
            " ",
            "วันพุธที่",
            "เวลา",
            "9.00",
            "น.",
        ]
    ),
    max_size=9,
).map("".join)


@given(st.text(max_size=60) | PIECES)
def test_it_never_raises(text: str) -> None:
    assert isinstance(parse_date(text), date | Unreadable)
    assert weekday_agrees(text) in (True, False, None)
    assert all(text[start:end] for start, end, _ in find_dates(text))
