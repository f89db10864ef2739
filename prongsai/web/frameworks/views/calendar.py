"""The calendar of a year, and its feed for phones and office programs."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.frameworks import actions, queries, shown
from prongsai.web.frameworks.feed import feed_text
from prongsai.web.frameworks.secrets import secret_of
from prongsai.web.site import clock
from prongsai.web.site.access import public, requires


@require_safe
@requires(Permission.SEE_AGENCY)
def calendar(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The phases of the year, which of them runs, and what the agency must do by when."""
    framework, provisional = queries.framework_for(seat.agency, year)
    rows = shown.phases(queries.calendar_for(seat.agency, year), year, clock.today())
    may_share = seat.may(Permission.SEND_LINKS)
    context = {
        "rows": rows,
        "today": shown.today_in(year, clock.today()),
        "next": shown.next_deadline(rows),
        "framework": framework,
        "provisional": provisional,
        "inferred": any(row.is_inferred for row in rows),
        "address": _address(seat) if may_share else "",
        "may_share": may_share,
    }
    return render(request, "frameworks/calendar.html", context)


@require_POST
@requires(Permission.SEND_LINKS)
def share(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """A new address of the calendar; an older one ends."""
    actions.make_feed(by=seat.person, agency=seat.agency)
    messages.success(request, _("The calendar has a new address. An older one no longer works."))
    return redirect("frameworks:calendar", seat.agency.slug, year)


@require_POST
@requires(Permission.SEND_LINKS)
def revoke(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The address works no longer."""
    found = queries.living_feed(seat.agency)
    if found is not None:
        actions.revoke_feed(by=seat.person, feed=found)
    messages.success(request, _("The calendar's address no longer works."))
    return redirect("frameworks:calendar", seat.agency.slug, year)


@public
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address: no sign-in, because programs fetch it."""
    found = queries.feed_by(secret)
    if found is None:
        text = "ลิงก์ปฏิทินนี้ใช้ไม่ได้แล้ว โปรดขอลิงก์ใหม่จากผู้ประสานงาน\nThis calendar's address no longer works.\n"
        response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=404)
    else:
        response = HttpResponse(feed_text(found), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="prongsai.ics"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _address(seat: Seat) -> str:
    found = queries.living_feed(seat.agency)
    if found is None:
        return ""
    secret = secret_of(seat.agency.pk, found.salt)
    return settings.SITE_URL + reverse("frameworks:feed", args=[secret])
