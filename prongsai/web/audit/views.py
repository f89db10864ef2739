"""The history of an agency: who changed what, from what to what. Nothing here can be changed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.events.vocabulary import WORDS
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.audit import queries
from prongsai.web.audit.places import address_of, has_place
from prongsai.web.audit.shown import shown
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_HISTORY)
def history(request: HttpRequest, seat: Seat) -> HttpResponse:
    """All events, 25 a page, by kind and person."""
    kind, person = request.GET.get("kind", ""), request.GET.get("person", "")
    page = Paginator(queries.history_of(seat.agency, kind=kind, person=person), 25).get_page(request.GET.get("page"))
    names = {one.pk: one.name for one in divisions(seat.agency, active_only=False)}
    context = {
        "page": page,
        "events": [(event, queries.words_of(event), shown(event, names), has_place(seat, event)) for event in page],
        "kinds": WORDS.items(),
        "people": queries.actors_of(seat.agency),
        "kind": kind,
        "person": person,
    }
    return render(request, "audit/history.html", context)


@require_safe
@requires(Permission.SEE_HISTORY)
def thing(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """To the page of what an event tells of. Found only when somebody asks: the list would cost a query a row."""
    event = queries.event_for(seat, pk)
    if event is None:
        raise Http404
    address = address_of(seat, event)
    if not address:
        messages.info(request, _("This is no longer there; what it was stands in the history."))
        return redirect("audit:history", seat.agency.slug)
    return redirect(address)
