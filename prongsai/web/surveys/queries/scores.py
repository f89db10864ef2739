"""A mock survey's answers as scores of the instrument, beside the last official result."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Question
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.figure import Figure
from prongsai.core.scoring.perception import question_figures
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.score import gather_answers
from prongsai.core.scoring.unfold import mean
from prongsai.core.sentence import Sentence
from prongsai.core.surveys.from_framework import INSTRUMENTS
from prongsai.core.surveys.questionnaire import SurveyKind
from prongsai.web.assessments import queries as assessments
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.surveys.models import Survey


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """An indicator: what the answers give (None: not all of it is told yet), and what it was officially."""

    number: int
    name: str
    figure: Figure | None
    official: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """How far the mock score is above the official one."""
        return None if self.figure is None or self.official is None else self.figure.shown - self.official


@dataclass(frozen=True, slots=True)
class MockScore:
    """The score of a mock survey. ``total`` is the instrument's; ``why_not`` says why there is none.

    ``asked`` are the questions of the instrument. ``official_year`` is that of the official result beside it;
    ``provisional``: another year's framework serves.
    """

    instrument: str
    asked: tuple[Question, ...]
    indicators: tuple[IndicatorScore, ...] = ()
    questions: dict[str, Figure] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    total: Decimal | None = None
    why_not: Sentence | None = None
    official_year: int | None = None
    framework_year: int = 0
    provisional: bool = False

    @property
    def by_key(self) -> dict[str, Decimal]:
        """The score of every part of a question, as it is shown."""
        return {one.code: one.shown for figure in self.questions.values() for one in figure.walk()}

    @property
    def codes(self) -> frozenset[str]:
        """The questions of the instrument."""
        return frozenset(one.code for one in self.asked)

    @property
    def keys(self) -> frozenset[str]:
        """The parts of its questions."""
        return frozenset(key for one in self.asked for key in one.keys)

    @property
    def numbers(self) -> frozenset[int]:
        """The indicators that it measures."""
        return frozenset(row.number for row in self.indicators)


def mock_score(survey: Survey, answers: Tally) -> MockScore | None:
    """The score of these answers; None where the survey is no mock."""
    code = INSTRUMENTS.get(SurveyKind(survey.kind))
    if code is None:
        return None
    framework, provisional = framework_for(survey.agency, survey.fiscal_year)
    numbers = {one.number for one in framework.indicators_of(code)}
    asked = tuple(one for one in framework.questions if one.indicator in numbers)
    known = {key for question in asked for key in question.keys}
    tally = Tally({key: dict(values) for key, values in answers.counts.items() if key in known})
    kind = survey.agency.kind
    try:
        questions = question_figures(framework, tally)
        gathered = gather_answers(framework, tally, {}, kind=kind).indicators
    except NotScored as refusal:
        return MockScore(code, asked, why_not=refusal.why, framework_year=framework.year, provisional=provisional)
    official = _last_official(survey)
    rows = tuple(
        IndicatorScore(one.number, one.name, gathered.get(one.number), official[1].get(one.number))
        for one in framework.indicators_of(code)
    )
    return MockScore(
        code, asked, rows, questions, tally, _total(framework, rows), None, official[0], framework.year, provisional
    )


def _total(framework: Framework, rows: tuple[IndicatorScore, ...]) -> Decimal | None:
    figures = [row.figure for row in rows if row.figure is not None]
    exact: Fraction | None = mean(figures) if figures and len(figures) == len(rows) else None
    return None if exact is None else rounded(exact, framework.rules)


def _last_official(survey: Survey) -> tuple[int | None, dict[int, Decimal]]:
    """The newest official result up to the survey's year, with its year."""
    found = [one for one in assessments.history(survey.agency) if one.fiscal_year <= survey.fiscal_year]
    return (found[-1].fiscal_year, dict(found[-1].indicators)) if found else (None, {})
