"""What every page of a survey begins with."""

from __future__ import annotations

from django.http import Http404

from prongsai.web.agencies.queries import Seat
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.surveys import survey_for


def survey_or_404(seat: Seat, pk: int) -> Survey:
    """The survey for this seat, or 404."""
    survey = survey_for(seat, pk)
    if survey is None:
        raise Http404
    return survey
