"""Results of closed surveys as content for disclosures: only what may be told (core.surveys.anonymity)."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.publication.content import Section
from prongsai.core.publication.survey import survey_sections
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.queries import Offer
from prongsai.web.site import clock
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.results import results_on

PREFIX = "survey"


def offers(agency: Agency, fiscal_year: int) -> Sequence[Offer]:
    """The surveys of a year that take no more answers."""
    return [Offer(f"{PREFIX}:{one.pk}", one.title) for one in _closed(agency, fiscal_year)]


def sections(agency: Agency, fiscal_year: int, code: str) -> Sequence[Section]:
    """What everybody answered; nothing of an open survey, of another agency's, or where too few have answered."""
    pk = code.partition(":")[2]
    survey = next((one for one in _closed(agency, fiscal_year) if str(one.pk) == pk), None)
    if survey is None:
        return ()
    counted = results_on(survey, clock.today())
    if counted.results is None:
        return ()
    newest = counted.questionnaires[max(counted.questionnaires)]
    return survey_sections(survey.title, counted.results, newest)


def _closed(agency: Agency, fiscal_year: int) -> list[Survey]:
    rows = Survey.objects.of(agency).filter(fiscal_year=fiscal_year, state=Survey.State.CLOSED)
    return list(rows.order_by("pk"))
