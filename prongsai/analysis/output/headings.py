"""What columns are called, and which of them are scores."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from prongsai.analysis.table import INDICATOR, MEASURES
from prongsai.core.country.hundredths import as_decimal
from prongsai.core.country.kinds import KINDS
from prongsai.core.country.outliers import RULES, Rule
from prongsai.core.country.regions import REGIONS

#: Columns in hundredths.
SCORES = frozenset(
    (
        *MEASURES, "mean", "least", "lower_quarter", "median", "upper_quarter", "most",
        "before", "change", "score", "middle", "bar",
    )
)  # fmt: skip
_THAI = {
    "number": "ลำดับ", "code": "รหัส", "name": "หน่วยงาน", "kind": "ประเภท", "size": "ขนาด", "province": "จังหวัด",
    "region": "ภาค", "year": "ปี", "level": "ระดับ", "total": "คะแนนรวม", "passed": "ผ่าน", "agencies": "จำนวน",
    "mean": "เฉลี่ย", "least": "ต่ำสุด", "lower_quarter": "ควอร์ไทล์ 1", "median": "มัธยฐาน", "upper_quarter": "ควอร์ไทล์ 3",
    "most": "สูงสุด", "before": "ปีก่อน", "change": "เปลี่ยน", "measure": "คะแนนของ", "bar": "ตั้งแต่", "score": "คะแนน",
    "rule": "เหตุที่ควรดู", "indicator": "ตัวชี้วัด", "middle": "ค่ากลางของประเภท", "times": "ห่างกี่เท่า",
    "begun": "มีบางส่วน", "place": "อันดับ", "place_in_kind": "ในประเภท", "place_in_province": "ในจังหวัด",
}  # fmt: skip


def heading(name: str) -> str:
    """The Thai heading of a column; an instrument keeps its code."""
    return measure(name) if name.startswith(INDICATOR) else _THAI.get(name, name)


def measure(name: str) -> str:
    """What a measure is called."""
    return f"ตัวชี้วัด {name.removeprefix(INDICATOR)}" if name.startswith(INDICATOR) else _THAI.get(name, name)


def figure(name: str, value: Any) -> Any:
    """A value as it leaves: a score as a decimal, everything else as it is."""
    return as_decimal(value) if name in SCORES and isinstance(value, int) else value


def worded(name: str, value: Any) -> Any:
    """The same for people: kinds and regions by their Thai names."""
    if value is None:
        return ""
    if name == "kind" and value in KINDS:
        return KINDS[value].name.th
    if name == "region" and value in REGIONS:
        return REGIONS[value].name.th
    if name == "measure":
        return measure(value)
    if name == "rule":
        return RULES[Rule(value)].name.th
    if isinstance(value, bool):
        return "ใช่" if value else ""
    return figure(name, value)


def is_number(value: Any) -> bool:
    """Whether a value stands to the right."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
