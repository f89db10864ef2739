"""What the reviewer says of an import, a plan or a report: on a page of its own, in short beside the paper itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.reviews import actions, queries
from prongsai.web.reviews.queries import Paper, Review
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said

#: As many findings stand beside the paper itself; all of them on the page.
IN_SHORT = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paper is at home: its page's address and name."""

    address: str
    name: str


@requires(Permission.SEE_AGENCY)
def of_plan(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The plan of a year."""
    place = _Place(reverse("measures:plan", args=[seat.agency.slug, year]), _("Plan"))
    return _review(request, seat, queries.paper_of_plan(seat.agency, year), place, Permission.EDIT_PLAN)


@requires(Permission.ACCEPT_IMPORT)
def of_import(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """A report that was brought in."""
    place = _Place(reverse("imports:check", args=[seat.agency.slug, pk]), _("Check what was read"))
    return _review(request, seat, queries.paper_of_import(seat, pk), place, Permission.ACCEPT_IMPORT)


@requires(Permission.SEE_AGENCY)
def of_report(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """A report, before it is submitted and after."""
    place = _Place(reverse("reports:detail", args=[seat.agency.slug, pk]), _("Back to the report"))
    return _review(request, seat, queries.paper_of_report(seat, pk), place, Permission.WRITE_REPORT)


def _review(
    request: HttpRequest, seat: Seat, paper: Paper | None, place: _Place, permission: Permission
) -> HttpResponse:
    if paper is None:
        raise Http404
    review = queries.review_of(seat.agency, paper)
    may = seat.may(permission)
    if request.method == "POST":
        if not may:
            raise PermissionDenied(may.why)
        _decide(request, seat, paper, review)
        return redirect(request.path)
    context = {"review": review, "place": place, "may_accept": may, "fiscal_year": paper.fiscal_year}
    if request.headers.get("HX-Request"):
        short = {**context, "first": review.open[:IN_SHORT], "more": max(0, len(review.open) - IN_SHORT)}
        return render(request, "reviews/short.html", short)
    return render(request, "reviews/page.html", context)


def _decide(request: HttpRequest, seat: Seat, paper: Paper, review: Review) -> None:
    """Accept a finding with a reason, or have it told again."""
    mark = request.POST.get("finding", "")
    shown = review.named(mark)
    if shown is None:
        messages.error(request, _("This finding is not there any more. Please look at the page again."))
        return
    accepting = request.POST.get("act") != "reopen"
    by, agency, year = seat.person, seat.agency, paper.fiscal_year
    try:
        if accepting:
            reason = request.POST.get("reason", "")
            actions.accept_finding(by=by, agency=agency, fiscal_year=year, shown=shown, reason=reason)
        else:
            actions.reopen_finding(by=by, agency=agency, fiscal_year=year, fingerprint=mark)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, _("Saved."))
