"""A day in the middle of the year, for tests of pages that ask the clock."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.web.site import clock

TODAY = date(2026, 4, 20)


@pytest.fixture
def april(monkeypatch: pytest.MonkeyPatch) -> date:
    """20 April 2026: after the first half of fiscal year 2569."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    return TODAY
