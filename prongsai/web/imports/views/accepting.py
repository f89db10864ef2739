"""Accepting an import into a plan, and undoing that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.reports.doubts import must_be_put_right
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.imports import actions, queries
from prongsai.web.imports.forms import NEW_DIVISION, AcceptForm
from prongsai.web.imports.models import ReportImport
from prongsai.web.imports.views.fetching import import_or_404
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@requires(Permission.ACCEPT_IMPORT)
def accept(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Which year the report becomes the plan of, and what its unknown units are."""
    found = import_or_404(seat, pk)
    check = queries.check_of(found)
    choices = _choices(seat, check)
    form = AcceptForm(request.POST or None, **choices, initial=_initial(check, fresh=not choices["divisions"]))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.accept(
                by=seat.person,
                report_import=found,
                fiscal_year=form.cleaned_data["fiscal_year"],
                scores_year=form.cleaned_data.get("scores_year"),
                units=form.chosen_units(),
            )
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The report is a plan now. You can undo this until something is built on it."))
            return redirect(_onward(seat, made))
    faults = [said(fault.what) for fault in must_be_put_right(check.reading)]
    foreign = any(point.path == "agency" for point in check.to_check)
    context = {"import": found, "check": check, "form": form, "faults": faults, "foreign": foreign}
    return render(request, "imports/accept.html", context, status=422 if form.errors else 200)


@requires(Permission.ACCEPT_IMPORT)
def undo(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Say what would be taken back, and do it when asked."""
    found = import_or_404(seat, pk)
    if request.method == "POST":
        try:
            actions.undo(by=seat.person, report_import=found)
        except Refused as refusal:
            messages.error(request, said(refusal.why))
        else:
            messages.success(request, _("The import has been undone. You can correct it and accept it again."))
        return redirect("imports:check", seat.agency.slug, pk)
    return render(request, "imports/undo.html", {"import": found, "made": queries.made_by(found)})


def _choices(seat: Seat, check: queries.Check) -> dict[str, Any]:
    """What the form offers: the report's own year, this one and the next, each with what it means."""
    now, own = clock.this_fiscal_year(), check.reading.fiscal_year
    years = {year: _year_words(year, own, now) for year in sorted({own or now, now, now + 1})}
    return {
        "years": list(years.items()),
        "scores_years": sorted({(own or now) - 1, own or now, now - 1, now}) if check.reading.scores else [],
        "units": check.units,
        "divisions": {division.pk: division.name for division in divisions(seat.agency)},
    }


def _initial(check: queries.Check, *, fresh: bool) -> dict[str, Any]:
    """The report's own year; in an agency without divisions the report's offices and divisions become its first."""
    year = check.reading.fiscal_year or clock.this_fiscal_year()
    units = {
        f"unit_{at}": NEW_DIVISION for at, unit in enumerate(check.units) if fresh and unit.startswith(("สำนัก", "กอง"))
    }
    return {"fiscal_year": year, "scores_year": year, **units}


def _year_words(year: int, own: int | None, now: int) -> str:
    """What accepting into that year means."""
    if year == own and year < now:
        return _(
            "%(year)s – the report's own year. It becomes the closed plan of that year with its results; "
            "this year's plan is then carried over from it."
        ) % {"year": year}
    if year == own or own is None:
        return _("%(year)s – the report's own year. It becomes a draft plan with the results written so far.") % {
            "year": year
        }
    return _("%(year)s – only the measures, to be done anew, as a draft plan without results.") % {"year": year}


def _onward(seat: Seat, made: ReportImport) -> str:
    """The plan that it became; of a past year the import, which shows the next step."""
    year = queries.year_of(made)
    if year < clock.this_fiscal_year():
        return reverse("imports:check", args=[seat.agency.slug, made.pk])
    return reverse("measures:plan", args=[seat.agency.slug, year])
