"""How many answers a mock survey needs by the framework of its year."""

from __future__ import annotations

from prongsai.core.surveys.from_framework import INSTRUMENTS
from prongsai.core.surveys.questionnaire import SurveyKind
from prongsai.core.surveys.samples import Sample, rule_of, sample
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.surveys.models import Survey


def sample_of(survey: Survey, answered: int) -> Sample | None:
    """Needed, have and missing; None where the survey is no mock, or the population is needed and not told."""
    kind = SurveyKind(survey.kind)
    if kind not in INSTRUMENTS:
        return None
    framework, _provisional = framework_for(survey.agency, survey.fiscal_year)
    return sample(rule_of(framework, kind, survey.agency.kind), survey.population, answered)
