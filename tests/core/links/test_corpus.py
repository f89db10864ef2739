"""What is thought of pages as sites of Thai offices are written: sixty and more, half of them fine."""

from __future__ import annotations

import pytest

from prongsai.core.links.judging import judge
from prongsai.core.links.link import State
from tests.core.links.corpus.case import Case
from tests.core.links.corpus.faulty import FAULTY
from tests.core.links.corpus.fine import FINE

ALL = FINE + FAULTY
ALARMS = {State.DOUBTFUL, State.BROKEN}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_it_thinks_of_a_page_what_a_person_would(case: Case) -> None:
    verdict = judge(case.fetched, case.request)
    assert (verdict.state, sorted(one.reason for one in verdict.noticed)) == (case.state, sorted(case.noticed))


def test_the_corpus_is_large_and_even() -> None:
    assert len(ALL) >= 60
    assert len(FINE) * 2 >= len(ALL)
    assert len({case.name for case in ALL}) == len(ALL)


def test_no_alarm_is_false_and_none_is_missed() -> None:
    alarmed = {case.name for case in ALL if judge(case.fetched, case.request).state in ALARMS}
    wanted = {case.name for case in ALL if case.state in ALARMS}
    right = len(alarmed & wanted)
    assert (right / len(alarmed), right / len(wanted)) == (1.0, 1.0)  # precision, recall
