"""Indicators → instruments → their weighted shares → the total, rounded as the year says. Source: ita.md §6."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Instrument
from prongsai.core.framework.rules import RoundingMethod, Rules
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.unfold import mean


def total_of(
    framework: Framework, indicators: Mapping[int, Figure], kind: str | None, published: Decimal | None = None
) -> Figure:
    """The total of indicators by number; a ``published`` total stands, with what was reckoned beside it.

    An instrument of which no indicator applies, or whose weight for that kind of agency is 0, is left out; the weights
    of the others are divided by their sum, so that they always make up the whole. NotScored where none is left.
    """
    weights = weights_of(framework, indicators, kind)
    rules = framework.rules
    shares = tuple(_share(one, _instrument(framework, one, indicators), weight, rules) for one, weight in weights)
    total = Figure(
        Grade.TOTAL,
        "total",
        "คะแนนรวม",
        How.SUM,
        sum((one.value for one in shares), Fraction(0)),
        Decimal(0),
        Fraction(1),
        rules.origin.confidence,
        parts=shares,
    )
    total = replace(total, shown=shown_of(total, rules))
    if published is None:
        return total
    value = Fraction(published)
    # Beside a published total stands the one that would have been published: both are rounded in the same way.
    return replace(total, how=How.GIVEN, value=value, shown=rounded(value, rules), reckoned=Fraction(total.shown))


def weights_of(
    framework: Framework, indicators: Mapping[int, object], kind: str | None
) -> list[tuple[Instrument, Fraction]]:
    """The instruments that count where these indicators apply, with their shares of the total, which sum to 1."""
    found = [
        (one, Fraction(one.weight_for(kind)))
        for one in framework.instruments
        if one.weight_for(kind) and any(each.number in indicators for each in framework.indicators_of(one.code))
    ]
    whole = sum((weight for _one, weight in found), Fraction(0))
    if not whole:
        raise NotScored(
            "ไม่มีแบบวัดใดที่ใช้กับหน่วยงานประเภทนี้ โปรดตรวจน้ำหนักของแบบวัดในกรอบการประเมิน",
            "No instrument counts for this kind of agency. Please check the weights in the framework.",
        )
    return [(one, weight / whole) for one, weight in found]


def _instrument(framework: Framework, one: Instrument, indicators: Mapping[int, Figure]) -> Figure:
    parts = tuple(indicators[each.number] for each in framework.indicators_of(one.code) if each.number in indicators)
    value = mean(parts)
    shown, sure = rounded(value, framework.rules), one.origin.confidence
    return Figure(Grade.INSTRUMENT, one.code, one.name, How.MEAN, value, shown, Fraction(1), sure, parts=parts)


def _share(one: Instrument, scored: Figure, weight: Fraction, rules: Rules) -> Figure:
    share = Figure(
        Grade.INSTRUMENT,
        f"{one.code}-share",
        one.name,
        How.SHARE,
        weight * scored.value,
        Decimal(0),
        weight,
        one.origin.confidence,
        parts=(scored,),
    )
    return replace(share, shown=shown_of(share, rules))


def shown_of(figure: Figure, rules: Rules) -> Decimal:
    """A figure as it is published. Only shares and totals are more than their value rounded."""
    if figure.how is How.SHARE and rules.method is RoundingMethod.INSTRUMENTS:
        return rounded(_of_shown(figure), rules)
    if figure.how is How.SUM and rules.method is RoundingMethod.WEIGHTED_INSTRUMENTS:
        return sum((one.shown for one in figure.parts), Decimal(0))
    if figure.how is How.SUM and rules.method is RoundingMethod.INSTRUMENTS:
        return rounded(sum(map(_of_shown, figure.parts), Fraction(0)), rules)
    return rounded(figure.value, rules)


def _of_shown(share: Figure) -> Fraction:
    """The share of an instrument's rounded score."""
    return share.weight * Fraction(share.parts[0].shown)
