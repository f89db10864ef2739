"""A framework of two instruments, small enough to reckon in the head."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.framework.framework import (
    Component,
    Confidence,
    DisclosureItem,
    Framework,
    Indicator,
    Instrument,
    Level,
    Origin,
    SubIndicator,
    YearRule,
)

ORIGIN = Origin("made up", Confidence.CERTAIN)


def item(code: str, sub_indicator: str) -> DisclosureItem:
    """An item with one component."""
    components = (Component("แสดงแผน", Confidence.LIKELY),)
    return DisclosureItem(code, f"ข้อ {code}", "กลุ่ม", sub_indicator, "plan", YearRule.CURRENT, components, ORIGIN)


def level(name: str, total: str, each: str | None = None) -> Level:
    """A level by its bounds."""
    return Level(name, name, Decimal(total), None if each is None else Decimal(each), ORIGIN)


SMALL = Framework(
    kind="small",
    year=2566,
    instruments=(
        Instrument("ASK", "ถาม", "Asked", Decimal("0.3"), ORIGIN),
        Instrument("SEE", "ดู", "Seen", Decimal("0.7"), ORIGIN),
    ),
    indicators=(
        *(Indicator(number, f"ตัวที่ {number}", "", "ASK", ORIGIN) for number in (1, 2, 3)),
        Indicator(4, "ตัวที่ 4", "", "SEE", ORIGIN),
    ),
    sub_indicators=(SubIndicator("4.1", "ย่อย", 4, ORIGIN), SubIndicator("4.2", "ย่อย", 4, ORIGIN)),
    items=(item("O1", "4.1"), item("O2", "4.2"), item("O12", "4.1")),
    questions=(),
    levels=(level("เยี่ยม", "90", "90"), level("ผ่าน", "50"), level("ปรับปรุง", "0")),
)
