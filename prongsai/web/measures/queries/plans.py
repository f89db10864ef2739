"""The plan of a year and what belongs to it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.models import Plan


def plan_of(agency: Agency, year: int) -> Plan | None:
    """The plan of exactly that fiscal year (Buddhist era), or None."""
    return Plan.objects.of(agency).select_related("agency", "approved_by").filter(fiscal_year=year).first()


def plan_for(seat: Seat, year: int) -> Plan:
    """The plan of that year of the seat's agency; 404 where there is none."""
    rows = Plan.objects.of(seat.agency).select_related("agency", "approved_by")
    return get_object_or_404(rows, fiscal_year=year)


def plans_of(agency: Agency) -> QuerySet[Plan]:
    """All plans of an agency, the newest first."""
    return Plan.objects.of(agency).select_related("agency").order_by("-fiscal_year")


def earlier_plans(agency: Agency, year: int) -> QuerySet[Plan]:
    """Plans of earlier years that have measures to carry over, the newest first."""
    return plans_of(agency).filter(fiscal_year__lt=year, measures__removed_at=None, measures__isnull=False).distinct()
