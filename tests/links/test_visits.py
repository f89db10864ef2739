"""What follows from an answer: with answers and chances that are given."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from prongsai.core.links.link import Failure, Request
from prongsai.links.exchange import Answer, Fault
from prongsai.links.limits import Limits
from prongsai.links.visits import Again, Done, Visit, after, begun

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
LIMITS = Limits(tries=6, pause=1.0, longest_pause=5.0)
_LATE = Fault(Failure.TIME_OUT, again=True)


def _visit() -> Visit:
    found = begun(Request("http://office.example/a"), LIMITS)
    assert isinstance(found, Visit)
    return found


def _pauses(chance: float) -> list[float]:
    visit, found = _visit(), list[float]()
    while isinstance(step := after(visit, _LATE, LIMITS, NOW, chance), Again):
        found.append(step.seconds)
    return found


def test_pauses_double_up_to_the_longest_and_are_scattered() -> None:
    assert _pauses(1.0) == [1.0, 2.0, 4.0, 5.0, 5.0]
    assert _pauses(0.0) == [0.5, 1.0, 2.0, 2.5, 2.5]


def test_a_fault_that_will_not_pass_is_not_tried_again() -> None:
    assert after(_visit(), Fault(Failure.NO_SUCH_HOST), LIMITS, NOW, 0.5) == Done(Fault(Failure.NO_SUCH_HOST))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("4", 4.0), ("0", 0.5), ("Mon, 01 Jun 2026 08:00:03 GMT", 3.0), ("Mon, 01 Jun 2020 08:00:03 GMT", 0.5),
     ("soon", 0.5), ("", 0.5), ("-5", 0.5), ("๓", 0.5)],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(text: str, seconds: float) -> None:
    step = after(_visit(), Answer(503, {"retry-after": text}), LIMITS, NOW, 0.0)
    assert step == Again(seconds)


@pytest.mark.parametrize("text", ["6", "999999999999999999", "Tue, 02 Jun 2026 08:00:00 GMT"])
def test_a_longer_wait_than_ours_is_not_waited_for(text: str) -> None:
    answer = Answer(429, {"retry-after": text})
    assert after(_visit(), answer, LIMITS, NOW, 0.0) == Done(answer)


def test_a_bad_certificate_costs_no_try() -> None:
    visit = _visit()
    assert after(visit, Fault(Failure.TLS, certificate="expired"), LIMITS, NOW, 0.0) == Again(0.0)
    assert (visit.trusting, visit.tls_fault, visit.failed) == (False, "expired", 0)


def test_who_speaks_no_tls_at_all_has_no_fault_of_a_certificate() -> None:
    visit = _visit()
    after(visit, Fault(Failure.TLS, certificate="outdated"), LIMITS, NOW, 0.0)
    assert isinstance(after(visit, Fault(Failure.TLS, certificate="outdated"), LIMITS, NOW, 0.0), Done)
    assert visit.tls_fault == ""
