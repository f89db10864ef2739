"""The reports of a year, and one report: where it stands, who has signed, what can be downloaded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.reports.snapshot import thaw
from prongsai.core.reports.workflow import ReportState, whose_turn
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import queries
from prongsai.web.reports.actions.documents import FORMATS
from prongsai.web.reports.forms import SignForm
from prongsai.web.reports.forms_of import form_names
from prongsai.web.reports.models import Report, Snapshot
from prongsai.web.reports.own_papers import to_look_at
from prongsai.web.reports.views.fetching import report_or_404
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def reports_of_year(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The reports of a year, those that wait for this person first."""
    names = form_names(seat.agency)
    context = {
        "year": year,
        "waiting": queries.waiting_for(seat),
        "reports": [(one, names.get(one.form, "")) for one in queries.reports_of(seat.agency, year)],
        "may_write": seat.may(Permission.WRITE_REPORT),
    }
    return render(request, "reports/list.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def report_page(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """One report."""
    report = report_or_404(seat, pk)
    return render(request, "reports/detail.html", page_of(seat, report))


def _frozen_version(report: Report, snapshot: Snapshot | None) -> int | None:
    """The version of the form that the report is frozen in; None while it is a draft."""
    if snapshot is None or report.state == ReportState.DRAFT:
        return None
    return thaw(snapshot.content).form_version


def page_of(seat: Seat, report: Report, sign_form: SignForm | None = None) -> dict[str, object]:
    """What the page of a report shows to this seat."""
    snapshot = queries.newest_snapshot(report)
    chain = queries.chain_of(report, snapshot)
    turn = whose_turn([link for _, link in chain]) if report.state == ReportState.SUBMITTED else None
    mine = turn is not None and turn.person_id == seat.person.pk
    by_scan = turn is not None and bool(seat.may(Permission.SUBMIT_REPORT))
    if turn is not None and sign_form is None and (mine or by_scan):
        sign_form = SignForm(last=turn.last, by_scan=not mine, initial={"version": report.version})
    draft, may_write = report.state == ReportState.DRAFT, seat.may(Permission.WRITE_REPORT)
    return {
        "year": report.plan.fiscal_year,
        "report": report,
        "snapshot": snapshot,
        "places": [(place, queries.decision_at(place, snapshot), turn is link) for place, link in chain],
        "rounds_of_signing": queries.past_decisions(report, snapshot),
        "sign_form": sign_form if mine or by_scan else None,
        "mine": mine,
        "formats": FORMATS,
        "draft": draft,
        "layout": form_names(seat.agency).get(report.form, ""),
        "to_look_at": to_look_at(report, _frozen_version(report, snapshot)),
        "unreported": queries.unreported(report) if draft and may_write and not report.is_analysis else None,
        "served": queries.served_by(report),
        "may_disclose": seat.may(Permission.EDIT_DISCLOSURE),
        "returned": queries.returned_by(snapshot) if draft else None,
        "may_publish": report.state == ReportState.ACKNOWLEDGED and seat.may(Permission.PUBLISH),
        "may_write": may_write,
        "may_submit": seat.may(Permission.SUBMIT_REPORT),
    }
