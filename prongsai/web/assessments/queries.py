"""The results of an agency, year by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.core.reports.reading import Scores
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import score
from prongsai.frameworks import newest_for
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.listening import KindMean as KindMean
from prongsai.web.assessments.listening import offer_kind_means as offer_kind_means
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.stored import known_of
from prongsai.web.assessments.words import in_words
from prongsai.web.frameworks.queries import framework_for


def result_of(agency: Agency, fiscal_year: int) -> Assessment | None:
    """The official result of that year (Buddhist era), or None where none has been entered."""
    found = Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=Assessment.Kind.OFFICIAL)
    return found.select_related("agency").first()


def results_in(agency: Agency, fiscal_years: Iterable[int]) -> list[Assessment]:
    """The results of every kind of those years, in one query."""
    found = Assessment.objects.of(agency).filter(fiscal_year__in=list(fiscal_years))
    return list(found.select_related("agency").order_by("fiscal_year", "kind"))


def known(agency: Agency, fiscal_year: int, kind: str = Assessment.Kind.OFFICIAL) -> KnownResult | None:
    """All that is known of the result of that year, or None where none has been entered."""
    found = Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=kind).first()
    return None if found is None else known_of(found)


def history(agency: Agency) -> list[KnownResult]:
    """The official results of all years, the oldest first."""
    found = Assessment.objects.of(agency).filter(kind=Assessment.Kind.OFFICIAL).order_by("fiscal_year")
    return [known_of(one) for one in found]


def as_read(agency: Agency, fiscal_year: int) -> Scores | None:
    """The official result as a report holds it."""
    found = result_of(agency, fiscal_year)
    return None if found is None else scores_of(found)


def scores_of(result: Assessment) -> Scores:
    """The figures of a result as plain values, indicators in their order."""
    figures = {key: float(result.indicators[key]) for key in sorted(result.indicators, key=int)}
    return Scores(figures, None if result.total is None else float(result.total))


def years_of(agency: Agency) -> list[Assessment]:
    """All official results, the newest first."""
    found = Assessment.objects.of(agency).filter(kind=Assessment.Kind.OFFICIAL)
    return list(found.order_by("-fiscal_year"))


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: ``score`` as text with two decimals, empty where it is not known."""

    number: int
    name: str
    score: str


def indicator_names(fiscal_year: int, agency: Agency | None = None) -> dict[str, str]:
    """Indicator number to its name, in the framework that serves that year (and that agency, where one is given)."""
    framework, _provisional = framework_for(agency, fiscal_year) if agency else newest_for(fiscal_year)
    return {str(indicator.number): indicator.name for indicator in framework.indicators}


def rows_of(result: Assessment | None, fiscal_year: int) -> list[Row]:
    """The indicators of a result in order, with their names."""
    if result is None:
        return []
    figures = known_of(result).indicators
    return [
        Row(int(number), name, f"{figures[int(number)]:.2f}" if int(number) in figures else "")
        for number, name in indicator_names(fiscal_year, result.agency).items()
    ]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What follows from the ten indicators: the total with two decimals, and its level."""

    total: str
    level: str


def reckoned(result: Assessment | None, fiscal_year: int) -> Reckoned | None:
    """The total and level by the framework's rules, or None where an indicator is missing."""
    if result is None:
        return None
    framework, _provisional = framework_for(result.agency, fiscal_year)
    found = score(framework, known_of(result).indicators, kind=result.agency.kind)
    if found is None:
        return None
    return Reckoned(f"{found.total:.2f}", in_words(found.level.name, found.level.name_en))
