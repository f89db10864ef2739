"""Submitting a report and deciding on it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.reports.workflow import Act, whose_turn
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.signing import Signing
from prongsai.web.reports.forms import SignForm
from prongsai.web.reports.models import Report
from prongsai.web.reports.views.fetching import report_or_404
from prongsai.web.reports.views.reports import page_of
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import Stale, said


@require_POST
@requires(Permission.SUBMIT_REPORT)
def submit_report(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Freeze the draft and send it to the first of the chain."""
    report = report_or_404(seat, pk)
    try:
        actions.submit(by=seat.person, report=report, version=_version(request))
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    except Stale:
        messages.error(request, _("Somebody changed this report in the meantime. Please look at it again."))
    else:
        messages.success(request, _("The report was submitted. Its content is now frozen."))
    return redirect("reports:detail", seat.agency.slug, report.pk)


@require_POST
@requires(Permission.SEE_AGENCY)
def sign_report(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Endorse, return or acknowledge; a coordinator does it with the scan of the signed paper."""
    report = report_or_404(seat, pk)
    chain = queries.chain_of(report, queries.newest_snapshot(report))
    turn = whose_turn([link for _place, link in chain])
    by_scan = not seat.may(Permission.SIGN_REPORT) and bool(seat.may(Permission.SUBMIT_REPORT))
    form = SignForm(request.POST, request.FILES, last=bool(turn and turn.last), by_scan=by_scan)
    if form.is_valid():
        try:
            _decide(seat, report, form, mine=turn is not None and turn.person_id == seat.person.pk)
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        except Stale:
            form.add_error(None, _("Somebody decided on this report in the meantime. Please look at it again."))
        else:
            messages.success(request, _("Your decision was recorded."))
            return redirect("reports:detail", seat.agency.slug, report.pk)
    return render(request, "reports/detail.html", page_of(seat, report, form), status=422)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def use_as_evidence(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Attach an acknowledged analysis to the item of the year that asks for it."""
    report = report_or_404(seat, pk)
    try:
        code = actions.use_as_evidence(by=seat.person, report=report)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("reports:detail", seat.agency.slug, report.pk)
    messages.success(request, _("The paper is now evidence of %(code)s.") % {"code": code})
    return redirect("disclosures:detail", seat.agency.slug, report.plan.fiscal_year, code)


def _decide(seat: Seat, report: Report, form: SignForm, *, mine: bool) -> None:
    """A scan is brought by those who may submit, or by the one in turn; without one it is one's own signature."""
    data = form.cleaned_data
    decision = seat.may(Permission.SIGN_REPORT)
    if data["scan"]:
        decision = (decision if mine else None) or seat.may(Permission.SUBMIT_REPORT)
    if not decision:
        raise PermissionDenied(decision.why)
    actions.sign(
        by=seat.person,
        report=report,
        signing=Signing(
            act=Act(data["act"]),
            opinion=data["opinion"].strip(),
            signed_on=data["signed_on"],
            acting=data["acting"],
        ),
        scan=data["scan"],
        version=data["version"],
    )


def _version(request: HttpRequest) -> int:
    return number_in(request.POST.get("version", "")) or 0
