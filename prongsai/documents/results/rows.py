"""A result as flat rows, one a figure: how templates, forms and check pages see it.

Codes are the framework's: ``1`` … ``10`` for indicators, ``9.1``, ``i1``, ``O12``; ``EIT1-6`` is indicator 6 in the
part EIT1; ``total`` and ``level`` are the published ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence, Origin
from prongsai.core.scoring.known import ItemResult, KnownResult, Recommendation

TOTAL, LEVEL = "total", "level"


class Sort(StrEnum):
    """What a row is a figure of."""

    INDICATOR = "indicator"
    WHOLE = "whole"  # the published total and level
    PART = "part"
    SUB_INDICATOR = "sub_indicator"
    QUESTION = "question"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """A row that a result of the year can have. ``from_memory``: no source was found for it, which pages must say."""

    sort: Sort
    code: str
    name: str
    name_en: str = ""
    from_memory: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a row: the score, 0 to 100. None: the item does not apply to this agency."""

    score: Decimal | None
    remark: str = ""


def lines(framework: Framework) -> list[Line]:
    """All rows of a year, in the order in which a result report tells them."""
    return list(_lines(framework))


def _lines(framework: Framework) -> Iterator[Line]:
    for one in framework.indicators:
        yield Line(Sort.INDICATOR, str(one.number), one.name, one.name_en, _from_memory(one.origin))
    yield Line(Sort.WHOLE, TOTAL, "คะแนนรวม", "Total score")
    yield Line(Sort.WHOLE, LEVEL, "ระดับผลการประเมิน", "Level")
    for instrument in framework.instruments:
        for part in instrument.parts:
            for one in framework.indicators_of(instrument.code):
                code = f"{part.code}-{one.number}"
                names = f"{one.name} ({part.name})", f"{one.name_en} ({part.name_en})"
                yield Line(Sort.PART, code, *names, _from_memory(part.origin))
    for sub in framework.sub_indicators:
        yield Line(Sort.SUB_INDICATOR, sub.code, sub.name, "", _from_memory(sub.origin))
    for question in framework.questions:
        yield Line(Sort.QUESTION, question.code, question.text, "", _from_memory(question.origin))
    for item in framework.items:
        yield Line(Sort.ITEM, item.code, item.name, "", _from_memory(item.origin))


def _from_memory(origin: Origin) -> bool:
    return origin.confidence is Confidence.MEMORY


def values_in(known: KnownResult) -> dict[str, Value]:
    """The figures of a result by code; the level is none of them."""
    found = {str(number): Value(score) for number, score in known.indicators.items()}
    if known.total is not None:
        found[TOTAL] = Value(known.total)
    for part, scores in known.parts.items():
        found |= {f"{part}-{number}": Value(score) for number, score in scores.items()}
    found |= {code: Value(score) for code, score in known.sub_indicators.items()}
    found |= {code: Value(score) for code, score in known.questions.items()}
    return found | {code: Value(item.score, item.remark) for code, item in known.items.items()}


def known_from(
    framework: Framework,
    fiscal_year: int,
    values: Mapping[str, Value],
    level: str = "",
    recommendations: Sequence[Recommendation] = (),
) -> KnownResult:
    """The result that figures by code make. Codes that the year does not have are left out."""
    by_sort: dict[Sort, dict[str, Value]] = {sort: {} for sort in Sort}
    for line in _lines(framework):
        if line.code in values:
            by_sort[line.sort][line.code] = values[line.code]
    return KnownResult(
        fiscal_year=fiscal_year,
        indicators={int(code): score for code, score in _scores(by_sort[Sort.INDICATOR]).items()},
        parts=_by_part(_scores(by_sort[Sort.PART])),
        sub_indicators=_scores(by_sort[Sort.SUB_INDICATOR]),
        questions=_scores(by_sort[Sort.QUESTION]),
        items={code: ItemResult(one.score, one.remark) for code, one in by_sort[Sort.ITEM].items()},
        total=_scores(by_sort[Sort.WHOLE]).get(TOTAL),
        level=level,
        recommendations=tuple(recommendations),
    )


def _scores(values: Mapping[str, Value]) -> dict[str, Decimal]:
    return {code: one.score for code, one in values.items() if one.score is not None}


def _by_part(scores: Mapping[str, Decimal]) -> dict[str, dict[int, Decimal]]:
    made: dict[str, dict[int, Decimal]] = {}
    for code, score in scores.items():
        part, _dash, number = code.rpartition("-")
        made.setdefault(part, {})[int(number)] = score
    return made
