"""What waits of reports: a signature in turn, or a report that came back."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import queries
from prongsai.web.reports.models import Report
from prongsai.web.site.notices import Notice


def waiting(seat: Seat) -> Iterator[Notice]:
    """Reports on which it is the seat's turn, and for the drafter those that were returned."""
    if seat.may(Permission.SIGN_REPORT):
        for report in queries.waiting_for(seat):
            yield _notice(seat, report, _("Waiting for your signature:"))
    if seat.may(Permission.WRITE_REPORT):
        for report in queries.returned_reports(seat.agency):
            yield _notice(seat, report, _("Returned for mending:"))


def _notice(seat: Seat, report: Report, what: str) -> Notice:
    text = f"{what} {report.title} · {report.round or report.get_kind_display()} {report.plan.fiscal_year}"
    return Notice(text, reverse("reports:detail", args=[seat.agency.slug, report.pk]))
