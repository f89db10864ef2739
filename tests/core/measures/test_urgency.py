"""What comes first in the list of somebody's work."""

from __future__ import annotations

from prongsai.core.measures.chase import Missing
from prongsai.core.measures.lateness import Lateness
from prongsai.core.measures.urgency import urgency


def test_it_puts_what_is_latest_first_and_what_is_done_last() -> None:
    order = sorted(Lateness, key=lambda late: urgency(late, None))
    assert order[:3] == [Lateness.OVERDUE, Lateness.LATE_START, Lateness.DUE_SOON]
    assert order[-1] is Lateness.DONE


def test_what_the_round_waits_for_comes_before_its_equals() -> None:
    assert urgency(Lateness.ON_TIME, Missing.PROGRESS) < urgency(Lateness.ON_TIME, Missing.NOTHING)
    assert urgency(Lateness.OVERDUE, Missing.NOTHING) < urgency(Lateness.ON_TIME, Missing.PROGRESS)


def test_done_without_evidence_is_work_still() -> None:
    assert urgency(Lateness.DONE, Missing.EVIDENCE) < urgency(Lateness.ON_TIME, None)
    assert urgency(Lateness.DONE, Missing.NOTHING) > urgency(Lateness.ON_TIME, Missing.NOTHING)


def test_it_knows_every_kind_of_lateness() -> None:
    assert all(urgency(late, missing) for late in Lateness for missing in (None, *Missing))
