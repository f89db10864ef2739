"""What every view of one import begins with."""

from __future__ import annotations

from django.http import Http404

from prongsai.web.agencies.queries import Seat
from prongsai.web.imports import queries
from prongsai.web.imports.models import ReportImport


def import_or_404(seat: Seat, pk: int) -> ReportImport:
    """The import for this seat, or 404."""
    found = queries.import_for(seat, pk)
    if found is None:
        raise Http404
    return found
