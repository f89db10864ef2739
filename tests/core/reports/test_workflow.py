"""The chain of a report."""

from __future__ import annotations

from prongsai.core.reports.workflow import LEADS_TO, REPORT, Act, ChainLink, ReportState, may_act, whose_turn

CHAIN = [ChainLink(1, False, 11), ChainLink(2, False, 12), ChainLink(3, True, 13)]


def test_it_is_the_turn_of_the_first_who_has_not_decided() -> None:
    assert whose_turn(CHAIN) == CHAIN[0]
    assert whose_turn([ChainLink(1, False, 11, Act.ENDORSED), *CHAIN[1:]]) == CHAIN[1]


def test_it_is_nobodys_turn_after_a_return_or_the_end() -> None:
    assert whose_turn([ChainLink(1, False, 11, Act.RETURNED), *CHAIN[1:]]) is None
    assert whose_turn([ChainLink(1, True, 11, Act.ACKNOWLEDGED)]) is None


def test_it_lets_only_the_one_in_turn_act() -> None:
    assert may_act(CHAIN, 11, Act.ENDORSED)
    assert not may_act(CHAIN, 12, Act.ENDORSED)


def test_it_lets_only_the_last_acknowledge() -> None:
    assert not may_act(CHAIN, 11, Act.ACKNOWLEDGED)
    assert may_act([ChainLink(3, True, 13)], 13, Act.ACKNOWLEDGED)
    assert not may_act([ChainLink(3, True, 13)], 13, Act.ENDORSED)


def test_it_asks_why_a_report_is_returned() -> None:
    assert not may_act(CHAIN, 11, Act.RETURNED)
    assert may_act(CHAIN, 11, Act.RETURNED, opinion="แก้ตัวเลข")


def test_it_has_a_transition_for_every_act() -> None:
    assert set(LEADS_TO) == set(Act)
    assert all(REPORT.between(ReportState.SUBMITTED, state) for state in LEADS_TO.values())
