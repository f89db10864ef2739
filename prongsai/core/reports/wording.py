"""Figures and dates in the wording of official papers."""

from __future__ import annotations

from datetime import date

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)


def to_thai(value: int | str) -> str:
    """The value with Thai digits: ``๙.๑``."""
    return str(value).translate(_THAI_DIGITS)


def official_date(iso: str) -> str:
    """``๘ กุมภาพันธ์ ๒๕๖๖`` from ``2023-02-08``."""
    day = date.fromisoformat(iso)
    return to_thai(f"{day.day} {_MONTHS[day.month - 1]} {day.year + 543}")


def figure(value: float) -> str:
    """A score as ``๙๙.๑๘``: two decimals, more only where they are not nought."""
    text = f"{value:.2f}"
    return to_thai(text if float(text) == value else repr(value))
