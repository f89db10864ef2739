"""What cannot be a result of the year's framework."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.scoring.known import KnownResult
from prongsai.web.assessments.checking import check
from tests.core.scoring.mechanisms import MECHANISMS


def test_a_sub_indicator_is_not_over_its_most() -> None:
    check(KnownResult(2566, sub_indicators={"3.2": Decimal(60)}), MECHANISMS)
    with pytest.raises(Refused, match=r"60.01 ของตัวชี้วัดย่อยที่ 3.2 เกินคะแนนเต็ม 60"):
        check(KnownResult(2566, sub_indicators={"3.2": Decimal("60.01")}), MECHANISMS)
