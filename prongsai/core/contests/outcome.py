"""What an accepted contest does to a result: the item's score, and what follows from it as far as all is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from prongsai.core.framework.framework import DisclosureItem, Framework
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import Result, score_known


def contestable(known: KnownResult) -> list[str]:
    """The items that have not all their points, in order; one that does not apply to the agency cannot be contested."""
    return [code for code, one in known.items.items() if one.score is not None and one.score < 100]


def with_score(framework: Framework, known: KnownResult, code: str, score: Decimal, *, kind: str | None) -> KnownResult:
    """The result with another score of an item (0 to 100).

    Sub-indicator, indicator, total and level follow where every item beneath them is known; else they stay as they were
    published, because what they would be cannot be told.
    """
    items = {**known.items, code: ItemResult(score, known.items[code].remark)}
    changed = replace(known, items=items)
    item = framework.item(code)
    sub = framework.sub_indicator(item.sub_indicator) if item else None
    if sub is None or any(one.code not in items for one in _items_of(framework, sub.indicator)):
        return changed
    number = sub.indicator
    open_ended = replace(
        changed,
        indicators={one: value for one, value in known.indicators.items() if one != number},
        sub_indicators={
            one: value for one, value in known.sub_indicators.items() if one not in _subs(framework, number)
        },
        total=None,
    )
    try:
        result = score_known(framework, open_ended, kind=kind)
    except NotScored:
        return changed
    return _told(framework, changed, result, number)


def _told(framework: Framework, known: KnownResult, result: Result, number: int) -> KnownResult:
    """The result with the figures that follow; the published total goes, because it was another one's."""
    shown: Mapping[str, Decimal] = {one.code: one.shown for one in result.figure.walk()}
    subs = {code: shown[code] for code in _subs(framework, number) if code in known.sub_indicators and code in shown}
    return replace(
        known,
        indicators={**known.indicators, number: shown[str(number)]},
        sub_indicators={**known.sub_indicators, **subs},
        total=result.total,
        level=result.level.name,
    )


def _subs(framework: Framework, number: int) -> list[str]:
    return [one.code for one in framework.sub_indicators if one.indicator == number]


def _items_of(framework: Framework, number: int) -> list[DisclosureItem]:
    return [item for code in _subs(framework, number) for item in framework.items_of(code)]
