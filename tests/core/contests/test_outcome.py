"""A changed score goes as far up as everything beneath is known, and no further."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from prongsai.core.contests.outcome import contestable, with_score
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.frameworks import load

FRAMEWORK = load("ita", 2566)
ITEMS = {one.code: ItemResult(Decimal(100)) for one in FRAMEWORK.items}
KNOWN = KnownResult(
    2566,
    indicators={number: Decimal(90) for number in range(1, 9)} | {9: Decimal("97.50"), 10: Decimal(100)},
    sub_indicators={"9.2": Decimal("87.50")},
    items=ITEMS | {"O12": ItemResult(Decimal(0), "ไม่พบ"), "O5": ItemResult(None)},
    total=Decimal("93.50"),
    level="ผ่านดี",
)


def test_what_has_full_points_or_does_not_apply_cannot_be_contested() -> None:
    assert contestable(KNOWN) == ["O12"]


def test_sub_indicator_indicator_and_total_follow_where_every_item_is_known() -> None:
    changed = with_score(FRAMEWORK, KNOWN, "O12", Decimal(100), kind=None)
    assert changed.items["O12"] == ItemResult(Decimal(100), "ไม่พบ")
    assert (changed.indicators[9], changed.sub_indicators) == (Decimal(100), {"9.2": Decimal(100)})
    assert changed.total == Decimal(94)  # 90 × 0.6 + 100 × 0.4
    assert changed.indicators[1] == Decimal(90)


def test_a_half_point_goes_through_the_means() -> None:
    changed = with_score(FRAMEWORK, KNOWN, "O12", Decimal(50), kind=None)
    assert changed.sub_indicators["9.2"] == Decimal("93.75")
    assert changed.indicators[9] == Decimal("98.75")


def test_published_figures_stay_where_an_item_is_not_known() -> None:
    known = replace(KNOWN, items={code: one for code, one in KNOWN.items.items() if code != "O1"})
    changed = with_score(FRAMEWORK, known, "O12", Decimal(100), kind=None)
    assert changed.items["O12"].score == 100
    assert (changed.indicators, changed.total, changed.level) == (known.indicators, known.total, known.level)


def test_the_total_stays_where_an_indicator_is_not_known() -> None:
    known = replace(KNOWN, indicators={9: Decimal("97.50")}, total=Decimal("93.50"))
    changed = with_score(FRAMEWORK, known, "O12", Decimal(100), kind=None)
    assert (changed.indicators, changed.total) == ({9: Decimal("97.50")}, Decimal("93.50"))
