"""The result of one year: shown to everybody of the agency, entered by who makes its plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import actions, queries
from prongsai.web.assessments.forms import ResultForm
from prongsai.web.assessments.models import Assessment
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@requires(Permission.SEE_AGENCY)
def result(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The ten figures and the total, with the total and the level that follow from them."""
    found = queries.result_of(seat.agency, year)
    if request.method == "GET":
        form = ResultForm(names=queries.indicator_names(year), initial=_initial(found))
        return _show(request, seat, year, found, form)
    decision = seat.may(Permission.EDIT_PLAN)
    if not decision:
        raise PermissionDenied(decision.why)
    form = ResultForm(request.POST, names=queries.indicator_names(year))
    if form.is_valid():
        try:
            actions.record_result(
                by=seat.person,
                agency=seat.agency,
                fiscal_year=year,
                scores=form.scores(),
                source=form.cleaned_data["source"],
            )
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The result has been saved."))
            return redirect("assessments:result", seat.agency.slug, year)
    return _show(request, seat, year, found, form, status=422)


def _show(
    request: HttpRequest, seat: Seat, year: int, found: Assessment | None, form: ResultForm, status: int = 200
) -> HttpResponse:
    context = {
        "year": year,
        "result": found,
        "rows": queries.rows_of(found, year),
        "reckoned": queries.reckoned(found, year),
        "form": form,
        "may_edit": seat.may(Permission.EDIT_PLAN),
        "years": queries.years_of(seat.agency),
        "running": year >= clock.this_fiscal_year(),
        "last_year": clock.this_fiscal_year() - 1,
    }
    return render(request, "assessments/result.html", context, status=status)


def _initial(found: Assessment | None) -> dict[str, Any]:
    if found is None:
        return {}
    figures = {f"indicator_{number}": figure for number, figure in found.indicators.items()}
    return {**figures, "total": found.total, "source": found.source}
