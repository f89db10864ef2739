"""Rounds of a plan: which are open, which are locked."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.measures.rounds import LockedRound
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.models import Plan, Round, RoundException


def round_for(seat: Seat, pk: int) -> Round:
    """A round of the seat's agency, with its plan; 404 for any other."""
    return get_object_or_404(Round.objects.of(seat.agency).select_related("plan", "agency"), pk=pk)


def rounds_of(plan: Plan) -> QuerySet[Round]:
    """The rounds of a plan by due date, each with its exceptions."""
    leave = Prefetch("exceptions", RoundException.objects.of(plan.agency_id).select_related("division"))
    return Round.objects.of(plan.agency_id).filter(plan=plan).prefetch_related(leave)


def locked_rounds(plan: Plan) -> tuple[LockedRound, ...]:
    """The locked rounds of a plan as the rules take them, with who may write all the same."""
    return tuple(
        LockedRound(
            round_dates(plan.fiscal_year, RoundKind(one.kind)),
            {leave.division_id: leave.until for leave in one.exceptions.all()},
        )
        for one in rounds_of(plan).exclude(locked_at=None)
    )
