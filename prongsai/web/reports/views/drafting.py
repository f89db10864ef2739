"""Beginning a report and completing it while it is a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.reports.reading_json import memo_from_json
from prongsai.web.agencies.queries import Seat, seats_of
from prongsai.web.measures import queries as measures
from prongsai.web.reports import actions, queries
from prongsai.web.reports.forms import AnalysisForm, BeginForm, ChainForm, MemoForm
from prongsai.web.reports.forms_of import forms_for
from prongsai.web.reports.models import Report
from prongsai.web.reports.views.fetching import report_or_404
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@requires(Permission.WRITE_REPORT)
def begin(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Choose the round and the layout of a new report."""
    plan = measures.plan_of(seat.agency, year)
    rounds = [(one.pk, str(one)) for one in measures.rounds_of(plan)] if plan else []
    layouts = list(forms_for(seat.agency))
    form = BeginForm(request.POST or None, rounds=rounds, layouts=layouts)
    if request.method == "POST" and form.is_valid():
        report = actions.begin_report(
            by=seat.person,
            agency=seat.agency,
            round_id=form.cleaned_data["round"],
            form=form.cleaned_data["form"],
        )
        return redirect("reports:detail", seat.agency.slug, report.pk)
    context = {"year": year, "form": form, "layouts": layouts, "rounds": rounds, "plan": plan}
    return render(request, "reports/begin.html", context, status=422 if form.errors else 200)


@requires(Permission.WRITE_REPORT)
def begin_analysis(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Choose the result that is analysed for the plan of this year."""
    years = queries.years_to_analyse(seat.agency, year)
    plan, layouts = measures.plan_of(seat.agency, year), list(forms_for(seat.agency, analysis=True))
    form = AnalysisForm(request.POST or None, years=years, layouts=layouts)
    if request.method == "POST" and form.is_valid():
        try:
            report = actions.begin_analysis(
                by=seat.person,
                agency=seat.agency,
                fiscal_year=year,
                result_year=form.cleaned_data["result_year"],
                form=form.cleaned_data["form"],
            )
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            return redirect("reports:detail", seat.agency.slug, report.pk)
    context = {"year": year, "last_year": year - 1, "form": form, "years": years, "plan": plan}
    return render(request, "reports/begin_analysis.html", context, status=422 if form.errors else 200)


@requires(Permission.WRITE_REPORT)
def edit_memo(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Complete the memo."""
    report = report_or_404(seat, pk)
    old = memo_from_json(report.memo)
    form = MemoForm(request.POST) if request.method == "POST" else MemoForm.of(old, report.version)
    if request.method == "POST" and form.is_valid():
        try:
            memo = form.memo(old.period)
            actions.change_memo(by=seat.person, report=report, memo=memo, version=form.cleaned_data["version"])
        except Stale:
            now = report_or_404(seat, pk)
            both = {
                "year": now.plan.fiscal_year,
                "report": now,
                "form": form,
                "theirs": memo_from_json(now.memo),
                "newest_version": now.version,
            }
            return render(request, "reports/memo_conflict.html", both, status=409)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The memo was saved."))
            return redirect("reports:detail", seat.agency.slug, report.pk)
    context = {"year": report.plan.fiscal_year, "report": report, "form": form}
    return render(request, "reports/memo.html", context, status=422 if form.errors else 200)


@requires(Permission.WRITE_REPORT)
def edit_chain(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Choose who signs, in order."""
    report = report_or_404(seat, pk)
    form = ChainForm(request.POST or None, seats=seats_of(seat.agency), initial=_chain_now(report))
    if request.method == "POST" and form.is_valid():
        try:
            chain = [(position, one.person) for position, one in form.chain()]
            actions.set_chain(by=seat.person, report=report, chain=chain, version=form.cleaned_data["version"])
        except Stale:
            form.add_error(None, _("Somebody changed this report in the meantime. Please look at it again."))
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The chain was saved."))
            return redirect("reports:detail", seat.agency.slug, report.pk)
    context = {"year": report.plan.fiscal_year, "report": report, "form": form}
    return render(request, "reports/chain.html", context, status=422 if form.errors else 200)


def _chain_now(report: Report) -> dict[str, object]:
    found: dict[str, object] = {"version": report.version}
    for number, (place, _link) in enumerate(queries.chain_of(report, None), start=1):
        found[f"person_{number}"], found[f"position_{number}"] = str(place.person_id), place.position
    return found
