"""What every report view begins with."""

from __future__ import annotations

from django.http import Http404

from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import queries
from prongsai.web.reports.models import Report


def report_or_404(seat: Seat, pk: int) -> Report:
    """The report for this seat, or 404."""
    report = queries.report_for(seat, pk)
    if report is None:
        raise Http404
    return report
