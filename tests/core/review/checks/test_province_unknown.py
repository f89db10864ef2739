"""A province that Thailand does not have."""

from __future__ import annotations

import pytest

from prongsai.core.review.checks import province_unknown as check
from tests.core.review.papers import look, measure


def test_it_finds_a_province_that_is_none_and_suggests_one() -> None:
    found = look(check, measure(), province="ลบบุรี")
    assert [one.path for one in found] == ["province"]
    assert "อาจเป็นลพบุรี" in found[0].what.th


@pytest.mark.parametrize("province", ["ลพบุรี", "กรุงเทพฯ", "อยุธยา", "ลพบุรีได้จัดทำ", None])
def test_it_passes_provinces_and_their_other_names(province: str | None) -> None:
    assert not look(check, measure(), province=province)
