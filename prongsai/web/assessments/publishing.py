"""The official result of a year, with those of the years before, as it would be published now."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.publication.scores import Figure, PublicResult, YearTotal, scores_content
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import Result, score
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.queries import history, result_of
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.published.queries import Draft

_NO_INDICATORS = Sentence(
    "ยังไม่มีคะแนนรายตัวชี้วัด ประชาชนจะเห็นเพียงคะแนนรวม",
    "The scores of the indicators are not known yet: the public will see the total alone.",
)


def draft_of_scores(agency: Agency, fiscal_year: int) -> Draft | None:
    """The official result of that year; None where none is known, or not even its total can be told."""
    known = [one for one in history(agency) if one.fiscal_year <= fiscal_year]
    if not known or known[-1].fiscal_year != fiscal_year:
        return None
    years = tuple(one for one in (_year(agency, each) for each in known) if one is not None)
    if not years or years[-1].fiscal_year != fiscal_year:
        return None
    framework, reckoned = _reckoned(agency, known[-1])
    result = result_of(agency, fiscal_year)
    content = scores_content(
        PublicResult(
            years,
            tuple(_instruments(framework, reckoned)),
            tuple(_indicators(framework, known[-1])),
            result.source if result else "",
        )
    )
    return Draft(content, missing=() if known[-1].indicators else (_NO_INDICATORS,))


def _reckoned(agency: Agency, known: KnownResult) -> tuple[Framework, Result | None]:
    framework, _provisional = framework_for(agency, known.fiscal_year)
    return framework, score(framework, known.indicators, kind=agency.kind)


def _year(agency: Agency, known: KnownResult) -> YearTotal | None:
    """The published total and level, else those that the ten indicators give."""
    _framework, reckoned = _reckoned(agency, known)
    total: Decimal | None = known.total if known.total is not None else reckoned.total if reckoned else None
    if total is None:
        return None
    return YearTotal(known.fiscal_year, total, known.level or (reckoned.level.name if reckoned else ""))


def _instruments(framework: Framework, reckoned: Result | None) -> Iterator[Figure]:
    for one in framework.instruments:
        if reckoned is not None and one.code in reckoned.instruments:
            memory = one.origin.confidence is Confidence.MEMORY
            yield Figure(f"{one.name} ({one.code})", reckoned.instruments[one.code], memory)


def _indicators(framework: Framework, known: KnownResult) -> Iterator[Figure]:
    for one in framework.indicators:
        if one.number in known.indicators:
            memory = one.origin.confidence is Confidence.MEMORY
            yield Figure(f"{one.number}. {one.name}", known.indicators[one.number], memory)
