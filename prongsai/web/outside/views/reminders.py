"""The chase: for every division the text to paste, with its link; links are made and revoked here."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures.queries.rounds import round_of_year
from prongsai.web.outside import actions, queries
from prongsai.web.site import clock
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEND_LINKS)
def reminders(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Every division with what it owes, the text and the link."""
    found = round_of_year(seat, year, pk)
    rows = queries.reminders(found, settings.SITE_URL, clock.today())
    linkless = any(row.row.wanted and not row.address for row in rows)
    context = {"round": found, "year": year, "rows": rows, "linkless": linkless}
    response = render(request, "outside/reminders.html", context)
    response["Cache-Control"] = "private, no-store"  # the texts hold secrets
    return response


@require_POST
@requires(Permission.SEND_LINKS)
def make(request: HttpRequest, seat: Seat, year: int, pk: int, division: int) -> HttpResponse:
    """A link for a division; an older one ends with it."""
    found = round_of_year(seat, year, pk)
    theirs = get_object_or_404(divisions(seat.agency), pk=division)
    actions.make_link(by=seat.person, round=found, division=theirs)
    messages.success(request, _("The link of %(division)s is in its text now.") % {"division": theirs})
    return _back(seat, year, pk, division)


@require_POST
@requires(Permission.SEND_LINKS)
def make_all(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """A link for every division that owes something and has none."""
    found = round_of_year(seat, year, pk)
    rows = queries.reminders(found, settings.SITE_URL, clock.today())
    wanting = [row for row in rows if row.row.wanted and not row.address]
    for row in wanting:
        actions.make_link(by=seat.person, round=found, division=row.division)
    messages.success(
        request, _("%(count)s links were made; each is in the text of its division.") % {"count": len(wanting)}
    )
    return redirect("outside:reminders", seat.agency.slug, year, pk)


@require_POST
@requires(Permission.SEND_LINKS)
def revoke(request: HttpRequest, seat: Seat, year: int, pk: int, link: int) -> HttpResponse:
    """End a link."""
    found = queries.link_for(seat, round_of_year(seat, year, pk), link)
    actions.revoke_link(by=seat.person, link=found)
    messages.success(request, _("The link of %(division)s works no more.") % {"division": found.division})
    return _back(seat, year, pk, found.division_id)


def _back(seat: Seat, year: int, pk: int, division: int) -> HttpResponse:
    response = redirect("outside:reminders", seat.agency.slug, year, pk)
    response["Location"] += f"#d{division}"
    return response
