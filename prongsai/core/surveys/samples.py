"""How far a mock survey is from the number of answers that the framework asks of the instrument."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Origin
from prongsai.core.framework.samples import SampleRule, rule_for
from prongsai.core.surveys.from_framework import INSTRUMENTS
from prongsai.core.surveys.questionnaire import SurveyKind


@dataclass(frozen=True, slots=True)
class Sample:
    """The least number of answers, how many there are, and where the rule comes from."""

    needed: int
    have: int
    origin: Origin

    @property
    def missing(self) -> int:
        """How many answers are still to come."""
        return max(0, self.needed - self.have)


def rule_of(framework: Framework, kind: SurveyKind, agency_kind: str | None) -> SampleRule | None:
    """The rule for an agency of that kind: of the whole instrument, else of its first part that has one.

    None where the survey is no mock, or the framework tells no rule.
    """
    code = INSTRUMENTS.get(kind)
    instrument = framework.instrument(code) if code else None
    if instrument is None:
        return None
    parts = ("", *(part.code for part in instrument.parts))
    found = (rule_for(framework.samples, instrument.code, part=part, kind=agency_kind) for part in parts)
    return next((rule for rule in found if rule is not None), None)


def sample(rule: SampleRule | None, population: int | None, have: int) -> Sample | None:
    """How far it is; None without a rule, or where the rule reckons from a population that nobody has told."""
    needed = rule.minimum(population) if rule else None
    return None if rule is None or needed is None else Sample(needed, have, rule.origin)
