"""One item: its settings, and its links and files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.forms import DisclosureForm, EvidenceForm, PieceForm
from prongsai.web.disclosures.views.showing import demand_edit, entry_for, names_of, show
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """One item: what the agency shows beside what the framework asks for."""
    entry = entry_for(seat, year, code)
    if request.method != "POST":
        return show(request, seat, entry)
    demand_edit(seat, entry)
    form = DisclosureForm(request.POST, divisions=names_of(seat), auto_id="id_settings_%s")
    if not form.is_valid():
        return show(request, seat, entry, form=form, status=422)
    try:
        actions.change_disclosure(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            code=code,
            content=form.content(),
            version=form.cleaned_data["version"],
        )
    except Stale:
        return _conflict(request, seat, year, code)
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return show(request, seat, entry, form=form, status=422)
    messages.success(request, _("Saved."))
    return redirect("disclosures:detail", seat.agency.slug, year, code)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def add_evidence(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Attach a page or a file to an item, and tick with it what is still open where that is wished."""
    entry = entry_for(seat, year, code)
    demand_edit(seat, entry)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.attach_to_item(by=seat.person, agency=seat.agency, fiscal_year=year, code=code, **values)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The evidence has been attached."))
            return redirect("disclosures:detail", seat.agency.slug, year, code)
    return show(request, seat, entry, evidence_form=form, status=422)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def arrange(request: HttpRequest, seat: Seat, year: int, code: str, pk: int) -> HttpResponse:
    """Give a link or file of the item another title or place, or take it off."""
    entry = entry_for(seat, year, code)
    demand_edit(seat, entry)
    piece = next((one for one in entry.pieces if one.pk == pk), None)
    if entry.line.row is None or piece is None:
        raise Http404
    form = PieceForm(request.POST, has_url=bool(piece.url))
    if not form.is_valid():
        return _told(request, seat, year, code, _("Please give the link or file a title."))
    values, move = form.cleaned_data, request.POST.get("move", "")
    what: dict[str, Any] = {"by": seat.person, "row": entry.line.row, "piece": pk, "version": values.pop("version")}
    try:
        if move in {one.value for one in actions.Move}:
            actions.move_piece(**what, move=actions.Move(move))
        else:
            actions.change_piece(**what, **values)
    except Stale:
        return _told(
            request, seat, year, code, _("Somebody else has just changed this item. Please look and try again.")
        )
    except Refused as refusal:
        return _told(request, seat, year, code, said(refusal.why))
    messages.success(request, _("Saved."))
    return redirect("disclosures:detail", seat.agency.slug, year, code)


def _told(request: HttpRequest, seat: Seat, year: int, code: str, why: str) -> HttpResponse:
    """Nothing was typed that could be lost: the page as it is now, with the reason."""
    messages.error(request, why)
    return redirect("disclosures:detail", seat.agency.slug, year, code)


def _conflict(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """What was written stays in the form, with the newest version under it; theirs stands above."""
    newest = entry_for(seat, year, code)
    data = request.POST.copy()
    data["version"] = str(newest.line.row.version if newest.line.row else 0)
    form = DisclosureForm(data, divisions=names_of(seat), auto_id="id_settings_%s")
    return show(request, seat, newest, form=form, conflict="settings", status=409)
