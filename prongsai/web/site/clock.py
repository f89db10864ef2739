"""Today, in Thailand. Call it as ``clock.today()``, so that a test can set the day."""

from __future__ import annotations

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in Asia/Bangkok."""
    return timezone.localdate()


def this_fiscal_year() -> int:
    """The fiscal year (Buddhist era) that today belongs to: it begins on 1 October."""
    now = today()
    return now.year + 543 + (now.month >= 10)
