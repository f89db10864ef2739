"""What the views of one member begin with."""

from __future__ import annotations

from django.http import Http404

from prongsai.web.agencies import queries
from prongsai.web.agencies.models import Membership
from prongsai.web.agencies.queries import Seat


def membership_or_404(seat: Seat, pk: int) -> Membership:
    """A current membership of the seat's agency, or 404."""
    found = queries.membership_for(seat, pk)
    if found is None:
        raise Http404
    return found
