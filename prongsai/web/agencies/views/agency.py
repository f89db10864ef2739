"""What an agency is called, and where it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies import actions
from prongsai.web.agencies.forms import AgencyForm
from prongsai.web.agencies.queries import Seat
from prongsai.web.site import clock
from prongsai.web.site.access import requires


@requires(Permission.MANAGE_AGENCY)
def edit_agency(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Name, kind, place and the memo's prefix."""
    names = ("name", "kind", "district", "province", "document_prefix")
    form = AgencyForm(request.POST or None, initial={name: getattr(seat.agency, name) for name in names})
    if request.method == "POST" and form.is_valid():
        actions.change_agency(by=seat.person, agency=seat.agency, values=form.cleaned_data, since=clock.today())
        messages.success(request, _("The agency was changed."))
        return redirect("agencies:people", seat.agency.slug)
    return render(request, "agencies/agency.html", {"form": form}, status=422 if form.errors else 200)
