"""Which files are taken as reports before anybody has looked into them."""

from __future__ import annotations

import pytest

from prongsai.core.reports.incoming import LARGEST, may_read


def test_a_file_is_taken_up_to_the_largest() -> None:
    assert may_read(1)
    assert may_read(LARGEST)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "ว่างเปล่า"), (LARGEST + 1, "100 MB")],
)
def test_another_file_is_refused_with_the_way_out(size: int, words: str) -> None:
    decision = may_read(size)
    assert not decision
    assert decision.why is not None
    assert words in decision.why.th
    assert "โปรด" in decision.why.th
    assert "Please" in decision.why.en or "please" in decision.why.en
