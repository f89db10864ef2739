"""Periods as officials write them."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.periods import Period, format_period, parse_period
from prongsai.core.thai.unreadable import Unreadable

FORMS = [
    ("ก.พ. - ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("ก.พ.- ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("ก.พ...- ก.ย.๖๖", None, "2023-02-01", "2023-09-30"),
    ("มี.ค. - ก.ย.๖๖", None, "2023-03-01", "2023-09-30"),
    ("เดือน ต.ค. ๖๔ - ก.ย. ๖๕", None, "2021-10-01", "2022-09-30"),
    ("ต.ค. ๖๔- ก.ย. ๖๕", None, "2021-10-01", "2022-09-30"),
    ("เดือน ก.พ. - มี.ค. ๖๕", None, "2022-02-01", "2022-03-31"),
    ("ต.ค. - มี.ค. ๖๖", None, "2022-10-01", "2023-03-31"),
    ("ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("ปีงบประมาณ ๒๕๖๖", None, "2022-10-01", "2023-09-30"),
    ("ปีงบประมาณ พ.ศ. 2568", None, "2024-10-01", "2025-09-30"),
    ("ตลอดปีงบประมาณ", 2566, "2022-10-01", "2023-09-30"),
    ("ตลอดทั้งปี", 2566, "2022-10-01", "2023-09-30"),
    ("ต.ค.-ธ.ค.", 2569, "2025-10-01", "2025-12-31"),
    ("ภายในเดือน มีนาคม ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("๑ ต.ค. ๖๕ – ๓๑ มี.ค. ๖๖", None, "2022-10-01", "2023-03-31"),
    ("ไตรมาสที่ ๒", 2570, "2027-01-01", "2027-03-31"),
    ("รอบ ๖ เดือน", 2570, "2026-10-01", "2027-03-31"),
    ("รอบ ๖ เดือนหลัง", 2570, "2027-04-01", "2027-09-30"),
    ("รอบ ๖ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("รอบ ๑๒ เดือน", 2566, "2022-10-01", "2023-09-30"),
    ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖", None, "2022-10-01", "2023-09-30"),
    ("ปี ๒๕๖๖-๒๕๗๐", None, "2022-10-01", "2027-09-30"),
    ("๒๕๖๖", None, "2022-10-01", "2023-09-30"),
    ("ไตรมาสที่ ๑ - ๒", 2566, "2022-10-01", "2023-03-31"),
    ("ไตรมาสที่ ๒ ม.ค. - มี.ค. ๖๖", None, "2023-01-01", "2023-03-31"),
    ("ทุก ๓ เดือน", 2566, "2022-10-01", "2023-09-30"),
    ("มี.ค. ๖๖", None, "2023-03-01", "2023-03-31"),
    ("ต.ค. - มี.ค.", 66, "2022-10-01", "2023-03-31"),
    ("ต.ค. - มี.ค. ปีงบประมาณ ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("ตค 65 - มีค 66", None, "2022-10-01", "2023-03-31"),
    ("ตุลา คม ๒๕๖๕ – มีนาคม ๒๕๖๖", None, "2022-10-01", "2023-03-31"),
    ("ตั้งแต่ ม.ค. ๖๖ เป็นต้นไป", None, "2023-01-01", "2023-09-30"),
    ("ภายในวันที่ ๓๐ เมษายน ๒๕๖๖", None, "2022-10-01", "2023-04-30"),
    ("๑ - ๓๑ ตุลาคม ๒๕๖๕", None, "2022-10-01", "2022-10-31"),
    ("๑๕ ต.ค. – ๑๐ ธ.ค. ๖๕", None, "2022-10-15", "2022-12-10"),
    ("๘ ก.พ.", 2566, "2023-02-08", "2023-02-08"),
    ("1/10/2565 - 31/3/2566", None, "2022-10-01", "2023-03-31"),
    ("ปีงบประมาณ ๒๕๖๖ (๑ ตุลาคม ๒๕๖๕ – ๓๐ กันยายน ๒๕๖๖)", None, "2022-10-01", "2023-09-30"),
]


@pytest.mark.parametrize(("text", "year", "start", "end"), FORMS)
def test_it_reads_the_forms_of_real_reports(text: str, year: int | None, start: str, end: str) -> None:
    assert parse_period(text, year) == Period(date.fromisoformat(start), date.fromisoformat(end))


RUBBISH = [
    *("", "ตลอดปีงบประมาณ", "ต.ค. - มี.ค.", "๗.๑. ๒๕๖๘ ๗.๒. ๒๕๖๘", "เร็ว ๆ นี้", "๗.๓. ๑๕๕๖๒", "ต.ค. ๖๕๕", "ต.ค. ๒๕๖๕๖"),
    *(
        "ต.ค. 0500",
        "ตุลาคม 9999",
        "ก.ย. ๖๖ - ต.ค. ๖๕",
        "๓๑ ก.พ. ๖๖",
        "๐ ต.ค. ๖๕",
        "ปี ๐๐๐๑",
        "ภายใน ๓๐ วัน",
        "ก.พ. มี.ค. เม.ย. ๖๖",
        "ม.ค. ๗๐ - อะไรก็ไม่รู้",
    ),
]


@pytest.mark.parametrize("text", RUBBISH)
def test_it_says_what_it_saw_where_it_cannot_read(text: str) -> None:
    found = parse_period(text)
    assert isinstance(found, Unreadable)
    assert found.saw == text


@pytest.mark.parametrize(
    "text",
    ["ตามสมควร", "สะดวก ครบถ้วน", "บริการลูกค้า", "ต.คลองสวน", "หนังสือของ ก.ค.ศ.", "ปีละ ๑๒ ครั้ง", "๑๖ เดือน", "มี ค่าใช้จ่าย"],
)
def test_it_takes_no_word_for_a_month_and_no_count_for_a_year(text: str) -> None:
    assert isinstance(parse_period(text, 2566), Unreadable)


@pytest.mark.parametrize(
    "text", ["ก" + " " * 50_000, "ม.ค. " * 20_000, "ปี(" * 20_000, "1 - " * 30_000, "มี" + "." * 50_000]
)
def test_it_comes_to_an_end_with_long_texts(text: str) -> None:
    found = parse_period(text, 2566)
    assert isinstance(found, Unreadable) and len(found.why.th) < 300


#: Texts made of the pieces of periods, which letters at random would never hit.
PIECES = st.lists(
    st.sampled_from(
        [
            *("๖๖", "2566", "0001", "9999", "31", "๐", "ต.ค.", "มีนาคม", "พ.ศ.", "-", "ถึง", " ", "ปี", "ปีงบประมาณ"),
            *("ภายใน", "ไตรมาส", "รอบ", "๖ เดือน", "ตั้งแต่", "ทุก", "1/1/9999"),
        ]
    ),
    max_size=8,
).map("".join)


@given(st.text(max_size=60) | PIECES, st.none() | st.integers())
def test_it_never_raises(text: str, year: int | None) -> None:
    assert isinstance(parse_period(text, year), Period | Unreadable)


@given(
    st.dates(date(1900, 1, 1), date(2150, 12, 31)),
    st.integers(0, 900),
    st.booleans(),
    st.sampled_from(["official", "short"]),
)
def test_it_reads_back_what_it_writes(start: date, days: int, thai: bool, style: Literal["official", "short"]) -> None:
    end = date.fromordinal(start.toordinal() + days)
    period = Period(start, end)
    assert parse_period(format_period(period, style, thai_digits=thai)) == period


@pytest.mark.parametrize(
    ("start", "end", "official", "short"),
    [
        ("2022-10-01", "2023-09-30", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        ("2022-10-01", "2023-03-31", "ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖", "ต.ค. ๖๕ – มี.ค. ๖๖"),
        ("2023-02-01", "2023-02-28", "กุมภาพันธ์ ๒๕๖๖", "ก.พ. ๖๖"),
        ("2023-02-08", "2023-02-08", "๘ กุมภาพันธ์ ๒๕๖๖", "๘ ก.พ. ๖๖"),
        ("2023-02-08", "2023-03-31", "๘ กุมภาพันธ์ ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๖", "๘ ก.พ. ๖๖ – ๓๑ มี.ค. ๖๖"),
    ],
)
def test_it_writes_official_wording(start: str, end: str, official: str, short: str) -> None:
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    assert (format_period(period), format_period(period, "short")) == (official, short)


@pytest.mark.parametrize("end", [date.min, date(1, 1, 31), date.max])
def test_it_writes_the_ends_of_the_calendar(end: date) -> None:
    assert format_period(Period(date.min, end))
    assert format_period(Period(end, date.max))
