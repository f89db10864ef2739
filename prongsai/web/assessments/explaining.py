"""A result that can be unfolded, reckoned from the deepest that is known of it, down to the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.figure import Figure
from prongsai.core.scoring.gather import Gathered, gather
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import Result, evidence_of, result_from
from prongsai.core.sentence import Sentence
from prongsai.web.assessments.explained import Explained, Row, Step, explained, row_of, step_of
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.stored import known_of, tally_of
from prongsai.web.frameworks.queries import framework_for

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A result that can be unfolded. ``why_not`` says what is missing where there is no total."""

    framework: Framework
    known: KnownResult
    gathered: Gathered
    result: Result | None
    why_not: Sentence | None

    def find(self, code: str) -> Explained | None:
        """A figure by its code, in any case; None where the result has none of that code."""
        wanted = code.lower()
        for top in self._tops():
            way = next((one for one in _ways(top, ()) if one[-1].code.lower() == wanted), None)
            if way:
                return explained(self.framework, self.known, way)
        return None

    def asks(self, code: str) -> bool:
        """Whether the year has such a figure, though nothing may be known of it."""
        year = self.framework
        codes = {TOTAL, *(str(one.number) for one in year.indicators), *(one.code.lower() for one in year.instruments)}
        codes |= {one.code for one in year.sub_indicators} | {one.code for one in year.questions}
        codes |= {one.code.lower() for one in year.items}
        return code.lower() in codes

    @property
    def indicators(self) -> tuple[Row, ...]:
        """What is known where there is no total."""
        return tuple(row_of(self.framework, figure, "", "") for figure in self.gathered.indicators.values())

    @property
    def levels(self) -> tuple[Step, ...]:
        """The levels of the year, from the top, with the one that is reached."""
        reached = self.result.level if self.result else None
        return tuple(step_of(one, reached) for one in self.framework.levels)

    def _tops(self) -> tuple[Figure, ...]:
        return (self.result.figure,) if self.result else tuple(self.gathered.indicators.values())


def explanation(row: Assessment) -> Explanation:
    """The result of a row, reckoned from the deepest that is known of it: answers, then questions and items."""
    framework, _provisional = framework_for(row.agency, row.fiscal_year)
    known, tally = known_of(row), tally_of(row)
    if tally is not None:
        answered = {one.code for one in framework.questions if any(tally.of(key) for key in one.keys)}
        known = _without_answered(framework, known, answered)
    try:
        evidence = evidence_of(framework, known, tally)
    except NotScored:  # the scale of the year has changed since: what was kept of the result still stands
        known = known_of(row)
        evidence = evidence_of(framework, known)
    gathered = gather(framework, evidence, row.agency.kind)
    try:
        result = result_from(framework, evidence, row.agency.kind, known.total)
    except NotScored as refusal:
        return Explanation(framework, known, gathered, None, refusal.why)
    return Explanation(framework, known, gathered, result, None)


def _without_answered(framework: Framework, known: KnownResult, answered: set[str]) -> KnownResult:
    """Figures that were kept with the answers they come from would hide them: the answers tell more."""
    numbers = {one.indicator for one in framework.questions if one.code in answered}
    return replace(
        known,
        indicators={number: score for number, score in known.indicators.items() if number not in numbers},
        questions={code: score for code, score in known.questions.items() if code not in answered},
    )


def _ways(figure: Figure, above: tuple[Figure, ...]) -> Iterator[tuple[Figure, ...]]:
    way = (*above, figure)
    yield way
    for part in figure.parts:
        yield from _ways(part, way)
