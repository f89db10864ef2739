"""What every view of one import begins with."""

from __future__ import annotations

from django.http import Http404

from prongsai.web.agencies.queries import Seat
from prongsai.web.imports import queries
from prongsai.web.imports.models import ReportImport


def import_or_404(seat: Seat, pk: int, *, read: bool = True) -> ReportImport:
    """The import for this seat, or 404; also 404 where it has not been ``read`` yet."""
    found = queries.import_for(seat, pk)
    if found is None or (read and found.state not in found.READABLE):
        raise Http404
    return found
