"""Beside an item: its history, and the content of the system that it may show."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.audit.queries import history_of_subject
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.forms import SourcesForm
from prongsai.web.disclosures.views.showing import offered
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@require_safe
@requires(Permission.SEE_HISTORY)
def history(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """On to the history of an item; 404 where nothing has happened to it."""
    row = _line(seat, year, code).row
    event = history_of_subject(seat.agency, "disclosures.disclosure", row.pk).first() if row else None
    if event is None:
        raise Http404
    return redirect("audit:thing", seat.agency.slug, event.pk)


@requires(Permission.EDIT_DISCLOSURE)
def sources(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Which content of the system the item shows: the plan, a report, the results of a survey."""
    line = _line(seat, year, code)
    allowed = queries.may_edit(seat, line)
    if not allowed:
        raise PermissionDenied(allowed.why)
    row, offers = line.row, offered(seat, year, line)
    kept = {"sources": row.sources if row else [], "version": row.version if row else 0}
    form = SourcesForm(request.POST or None, initial=kept, offers=offers)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_sources(by=seat.person, agency=seat.agency, fiscal_year=year, code=code, **form.cleaned_data)
        except Stale:
            messages.error(request, _("Somebody else has just changed this item. Please look and try again."))
            return redirect("disclosures:sources", seat.agency.slug, year, code)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("Saved."))
            return redirect("disclosures:detail", seat.agency.slug, year, code)
    context = {"year": year, "line": line, "form": form, "offers": offers}
    return render(request, "disclosures/sources.html", context, status=422 if form.errors else 200)


def _line(seat: Seat, year: int, code: str) -> queries.Line:
    found = queries.line_for(seat, year, code)
    if found is None:
        raise Http404
    return found
