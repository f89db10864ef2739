"""Agencies scored one after the other by the core: for frameworks whose entries hang on each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Evidence
from prongsai.analysis.scoring.rounding import NONE
from prongsai.analysis.scoring.tree import Integers
from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.known import ItemResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import gather_answers, score_answers


def one_by_one(framework: Framework, given: Evidence) -> tuple[Integers, Integers, Integers, Integers]:
    """Indicators, instruments, totals and levels, in the shape of ``Scores``."""
    count = len(given.agencies)
    indicators = np.full((count, len(framework.indicators)), NONE, np.int64)
    instruments = np.full((count, len(framework.instruments)), NONE, np.int64)
    totals, levels = np.full(count, NONE, np.int64), np.full(count, NONE, np.int64)
    for row in range(count):
        answers, items, kind = tally_of(given, row), items_of(framework, given, row), given.kinds[row] or None
        known = gather_answers(framework, answers, items, kind=kind).indicators
        for place, one in enumerate(framework.indicators):
            if one.number in known:
                indicators[row, place] = _units(framework, known[one.number].shown)
        try:
            result = score_answers(framework, answers, items, kind=kind)
        except NotScored:
            continue
        for place, instrument in enumerate(framework.instruments):
            if instrument.code in result.instruments:
                instruments[row, place] = _units(framework, result.instruments[instrument.code])
        totals[row] = _units(framework, result.total)
        levels[row] = framework.levels.index(result.level)
    return indicators, instruments, totals, levels


def tally_of(given: Evidence, row: int) -> Tally:
    """The answers of one agency, as the core counts them."""
    counts = {
        key: {value: int(times) for value, times in zip(given.columns[key].values, values[row], strict=True) if times}
        for key, values in given.answers.items()
    }
    return Tally({key: each for key, each in counts.items() if each})


def items_of(framework: Framework, given: Evidence, row: int) -> Mapping[str, ItemResult]:
    """The results of the items of one agency."""
    if not given.judged[row]:
        return {}
    scores = {code: int(values[row]) for code, values in given.items.items() if framework.item(code)}
    return {
        code: ItemResult(None if score == NOT_APPLICABLE else Decimal(score).scaleb(-2))
        for code, score in scores.items()
    }


def _units(framework: Framework, shown: Decimal) -> int:
    return int(shown.scaleb(framework.rules.places))
