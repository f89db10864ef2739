"""The history of an agency: who changed what, from what to what. Nothing here can be changed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from prongsai.core.access.permissions import Permission
from prongsai.core.events.vocabulary import WORDS
from prongsai.web.agencies.queries import Seat, seats_of
from prongsai.web.audit import queries
from prongsai.web.site.access import requires


@requires(Permission.SEE_HISTORY)
def history(request: HttpRequest, seat: Seat) -> HttpResponse:
    """All events, 25 a page, by kind and person."""
    kind, person = request.GET.get("kind", ""), request.GET.get("person", "")
    page = Paginator(queries.history_of(seat.agency, kind=kind, person=person), 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "events": [(event, queries.words_of(event), queries.changes_of(event)) for event in page],
        "kinds": WORDS.items(),
        "people": seats_of(seat.agency),
        "kind": kind,
        "person": person,
    }
    return render(request, "audit/history.html", context)
