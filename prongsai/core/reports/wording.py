"""Figures and dates in the wording of official papers."""

from __future__ import annotations

from datetime import date

from prongsai.core.thai.dates import format_date
from prongsai.core.thai.digits import to_thai

__all__ = ["figure", "official_date", "to_thai"]


def official_date(iso: str) -> str:
    """``๘ กุมภาพันธ์ ๒๕๖๖`` from ``2023-02-08``."""
    return format_date(date.fromisoformat(iso), "official")


def figure(value: float) -> str:
    """A score as ``๙๙.๑๘``: two decimals, more only where they are not nought."""
    text = f"{value:.2f}"
    return to_thai(text if float(text) == value else repr(value))
