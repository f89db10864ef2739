"""The reminder to a division."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from prongsai.core.measures.chase import Missing, Reminder, Wanted, missing, reminder, shortened
from prongsai.core.reports.reading import Status

TODAY = date(2026, 3, 20)
FACTS = Reminder(
    agency="เทศบาลตำบลท่าโขง",
    division="กองช่าง",
    round_words="รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)",
    due_on=date(2026, 3, 31),
    wanted=(
        Wanted("จัดทำคู่มือการขออนุญาตก่อสร้าง", Missing.PROGRESS),
        Wanted("ติดประกาศขั้นตอนการให้บริการ", Missing.EVIDENCE),
    ),
    link="https://example.go.th/r/abc",
    link_until=date(2026, 4, 7),
)


def test_it_says_who_what_by_when_and_where() -> None:
    assert reminder(FACTS, TODAY) == "\n".join(
        [
            "เรียน กองช่าง",
            "",
            "เทศบาลตำบลท่าโขง ขอความร่วมมือรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) "
            "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)",
            "",
            "รายการที่ยังขาด ๒ มาตรการ",
            "๑. จัดทำคู่มือการขออนุญาตก่อสร้าง – ยังไม่มีผลการดำเนินการ",
            "๒. ติดประกาศขั้นตอนการให้บริการ – ยังไม่มีหลักฐาน (ภาพถ่าย ไฟล์ หรือลิงก์)",
            "",
            "โปรดรายงานภายในวันที่ ๓๑ มีนาคม ๒๕๖๙",
            "รายงานและแนบภาพได้จากโทรศัพท์ ไม่ต้องมีบัญชีผู้ใช้ ที่ลิงก์นี้",
            "https://example.go.th/r/abc",
            "(ใช้ได้ถึงวันที่ ๗ เมษายน ๒๕๖๙ โปรดใช้เฉพาะภายในส่วนราชการของท่าน)",
            "",
            "ขอขอบคุณที่ให้ความร่วมมือ",
        ]
    )


def test_it_says_that_the_day_has_passed() -> None:
    assert "ครบกำหนดแล้วเมื่อวันที่ ๓๑ มีนาคม ๒๕๖๙" in reminder(FACTS, date(2026, 4, 1))
    assert "ครบกำหนดแล้ว" not in reminder(FACTS, date(2026, 3, 31))


def test_it_thanks_a_division_that_has_reported_all_and_asks_nothing() -> None:
    text = reminder(replace(FACTS, wanted=()), TODAY)
    assert "ครบถ้วนแล้ว" in text
    assert "โปรดรายงาน" not in text
    assert "https" not in text


def test_without_a_link_it_names_the_page() -> None:
    assert "งานของฉัน" in reminder(replace(FACTS, link=""), TODAY)


@pytest.mark.parametrize(
    ("results", "evidence", "status", "expected"),
    [
        (0, 0, Status.NOT_STARTED, Missing.PROGRESS),
        (0, 0, Status.IN_PROGRESS, Missing.PROGRESS),
        (0, 0, Status.DONE, Missing.NOTHING),
        (1, 0, Status.IN_PROGRESS, Missing.EVIDENCE),
        (1, 0, Status.DONE, Missing.EVIDENCE),
        (2, 1, Status.IN_PROGRESS, Missing.NOTHING),
    ],
)
def test_it_knows_what_a_round_still_needs(results: int, evidence: int, status: Status, expected: Missing) -> None:
    assert missing(results=results, evidence=evidence, status=status) is expected


def test_it_cuts_long_titles_on_one_line_and_between_letters() -> None:
    assert shortened("จัดทำ\nคู่มือ  ก") == "จัดทำ คู่มือ ก"
    assert shortened("ที่นี่ที่นั่น", 8) == "ที่นี่…"
    assert shortened("งานเรือ", 4) == "งาน…"
    assert shortened("งานเรือ", 5) == "งาน…"
    assert len(shortened("ก" * 500)) == 70
