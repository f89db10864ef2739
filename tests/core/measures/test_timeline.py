"""A measure lies in its fiscal year where it belongs."""

from __future__ import annotations

from datetime import date

from prongsai.core.measures.timeline import timeline


def test_a_whole_year_fills_the_line() -> None:
    line = timeline(2569, date(2025, 10, 1), date(2026, 9, 30), [date(2026, 4, 2)], date(2026, 4, 2))
    assert line.period == (0.0, 1.0)
    assert line.marks == (line.today,) == (183 / 365,)
    assert [month.month for month, _ in line.months] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [place for _, place in line.months] == sorted(place for _, place in line.months)


def test_what_lies_outside_is_cut_or_left_out() -> None:
    line = timeline(2569, date(2025, 1, 1), date(2026, 3, 31), [date(2025, 1, 5)], date(2026, 10, 1))
    assert line.period == (0.0, 182 / 365)
    assert (line.marks, line.today) == ((), None)
    assert timeline(2569, None, None, [], date(2026, 1, 1)).period is None
