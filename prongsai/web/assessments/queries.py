"""The results of an agency, year by year."""

from __future__ import annotations

from prongsai.core.reports.reading import Scores
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.models import Assessment


def result_of(agency: Agency, fiscal_year: int) -> Assessment | None:
    """The official result of that year (Buddhist era), or None where none has been entered."""
    return Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=Assessment.Kind.OFFICIAL).first()


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
