"""Calendars as RFC 5545 has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.framework.icalendar import Entry, calendar_text

STAMP = datetime(2026, 1, 2, 10, 0, tzinfo=timezone(timedelta(hours=7)))
ENTRY = Entry("1@x", date(2026, 2, 28), date(2026, 2, 28), "รายงาน", "", "https://x.test/", True, True)


def lines(entry: Entry) -> list[str]:
    """The unfolded lines of a calendar of one entry."""
    return calendar_text("ปฏิทิน", [entry], STAMP).replace("\r\n ", "").split("\r\n")


def test_days_are_whole_and_the_end_is_exclusive() -> None:
    told = lines(ENTRY)
    assert "DTSTART;VALUE=DATE:20260228" in told and "DTEND;VALUE=DATE:20260301" in told


def test_the_stamp_is_in_universal_time() -> None:
    assert "DTSTAMP:20260102T030000Z" in lines(ENTRY)
    assert calendar_text("x", [ENTRY], STAMP) == calendar_text("x", [ENTRY], STAMP.astimezone(UTC))


def test_it_tells_sure_days_and_deadlines_from_others() -> None:
    assert {"STATUS:CONFIRMED", "TRANSP:OPAQUE"} <= set(lines(ENTRY))
    assert {"STATUS:TENTATIVE", "TRANSP:TRANSPARENT"} <= set(lines(replace(ENTRY, sure=False, busy=False)))


def test_marks_that_mean_something_are_escaped() -> None:
    told = lines(replace(ENTRY, summary="ก, ข; ค\\ง", description="หนึ่ง\r\nสอง"))
    assert "SUMMARY:ก\\, ข\\; ค\\\\ง" in told and "DESCRIPTION:หนึ่ง\\nสอง" in told


def test_a_calendar_without_entries_is_one() -> None:
    text = calendar_text("ว่าง", [], STAMP)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300))
def test_no_line_is_longer_than_75_octets_and_nothing_is_lost(summary: str) -> None:
    text = calendar_text("ปฏิทิน", [replace(ENTRY, summary=summary)], STAMP)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (told,) = [line for line in text.replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:")]
    escaped = told.removeprefix("SUMMARY:")
    plain = escaped.replace("\\\\", "\0").replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
    assert plain == summary
