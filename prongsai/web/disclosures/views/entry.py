"""What an officer holds beside ITAS in March and April: each item's answer, address and explanation, ready to copy."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.disclosures.entry import Preference
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.entering import sheet_of
from prongsai.web.disclosures.entry_files import HEADINGS, KINDS, rows_of
from prongsai.web.disclosures.views.showing import demand_edit
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.SEE_AGENCY)
def sheet(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Every item in the order of ITAS; with ``left`` only those that are still to be entered."""
    found = sheet_of(seat.agency, year, clock.today())
    left = request.GET.get("left") == "1"
    context = {
        "year": year,
        "sheet": found,
        "left": left,
        "shown": [one for one in found.items if not (left and one.is_entered)],
        "may_enter": seat.may(Permission.EDIT_DISCLOSURE),
        "mine": {one.code for one in found.items if queries.may_edit(seat, one.entry.line)},
        "may_choose": seat.may(Permission.EDIT_PLAN),
        "framework_year": queries.framework_year(seat.agency, year),
    }
    return render(request, "disclosures/entry.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def table(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The whole as one table, to copy into a sheet or to print."""
    rows = rows_of(sheet_of(seat.agency, year, clock.today()))
    context = {"year": year, "headings": HEADINGS, "rows": rows}
    return render(request, "disclosures/entry_table.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def table_file(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """The same as a file."""
    if kind not in KINDS:
        raise Http404
    media_type, made = KINDS[kind]
    name = f"itas-{seat.agency.slug}-{year}.{kind}"
    data = made(sheet_of(seat.agency, year, clock.today()))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=media_type, headers=headers)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def enter(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Note that an item was typed into ITAS, with ``undo`` that it was not."""
    found = next(iter(sheet_of(seat.agency, year, clock.today(), code).items), None)
    if found is None:
        raise Http404
    demand_edit(seat, found.entry)
    try:
        actions.set_entered(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            item=found,
            entered="undo" not in request.POST,
            seen=request.POST.get("seen", ""),
        )
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    left = "?left=1" if request.POST.get("left") == "1" else ""
    return redirect(reverse("disclosures:entry", args=[seat.agency.slug, year]) + f"{left}#item-{code}")


@require_POST
@requires(Permission.EDIT_PLAN)
def choose(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Enter the addresses of the public pages here, or those of the agency's own website."""
    wanted = request.POST.get("address", "")
    if wanted in set(Preference):
        actions.choose_address(by=seat.person, agency=seat.agency, preference=Preference(wanted))
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Please choose one of the two."))
    return redirect("disclosures:entry", seat.agency.slug, year)
