"""Weak points of a result, what would be if, and the measures made of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Decision, Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.planning import needed_to_edit
from prongsai.core.measures.workflow import PlanState
from prongsai.core.scoring.figure import Figure, Grade
from prongsai.core.scoring.score import Result
from prongsai.core.scoring.what_if import what_if
from prongsai.core.weak_points.next_level import missing_to, next_level
from prongsai.core.weak_points.point import WeakKind, WeakPoint
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import Plan, plan_of
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said
from prongsai.web.weak_points import actions, queries
from prongsai.web.weak_points.forms import ReasonForm, WhatIfForm
from prongsai.web.weak_points.queries import Sight

PER_PAGE = 25
#: As many can be ticked without opening the rest.
SHOWN = 10


@require_safe
@requires(Permission.SEE_AGENCY)
def weak_points(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The ranked list for the plan of a year."""
    sight = _sight(request, seat, year)
    points = sight.weakness.points if sight.weakness else ()
    kind = request.GET.get("kind", "")
    shown = [one for one in points if kind not in set(WeakKind) or one.kind == kind]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    plan = plan_of(seat.agency, year)
    context = {
        **_head(sight),
        "page": page,
        "rows": queries.rows_for(sight, list(page)),
        "kind": kind if kind in set(WeakKind) else "",
        "counts": [(one.value, sum(point.kind is one for point in points)) for one in WeakKind],
        "all": len(points),
        "first": page.start_index() if page.paginator.count else 0,
        "may_make": may_make(seat, plan),
        "may_enter": seat.may(Permission.EDIT_PLAN),
        "may_write": seat.may(Permission.WRITE_REPORT),
    }
    return render(request, "weak_points/list.html", context)


@dataclass(frozen=True, slots=True)
class Line:
    """A score now and then; ``name`` as it is shown."""

    name: str
    now: Decimal
    then: Decimal

    @property
    def change(self) -> Decimal:
        """What it gains."""
        return self.then - self.now


@require_safe
@requires(Permission.SEE_AGENCY)
def what_if_page(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """What the total and the level would be; all that is asked stands in the address."""
    sight = _sight(request, seat, year)
    if sight.weakness is None:
        return redirect(f"{reverse('weak_points:list', args=[seat.agency.slug, year])}?of={sight.of}")
    form = WhatIfForm(request.GET, sight.weakness)
    form.is_valid()
    scores, full = form.scores(), form.cleaned_data.get("full", [])
    now = sight.weakness.result
    then = what_if(sight.framework, now, scores)
    level = next_level(sight.framework, then.level)
    context = {
        **_head(sight),
        "form": form,
        "points": (points := _ticks(sight.weakness.points, full)),
        "more_ticked": any(ticked for _point, ticked in points[SHOWN:]),
        "moves": _moves(form),
        "lines": _lines(now, then),
        "then": then,
        "changed": bool(scores),
        "overruled": _overruled(now.figure, set(scores)),
        "still": missing_to(level, then) if level else None,
        "fewest": sight.fewest,
        "fewest_query": urlencode(
            [("of", sight.of), *(("full", one.code) for one in sight.fewest.points)] if sight.fewest else []
        ),
        "ticked": [one for one in sight.weakness.points if one.code in full],
        "share": request.build_absolute_uri(f"{request.path}?{_address(request)}"),
        "may_make": may_make(seat, plan_of(seat.agency, year)),
    }
    # htmx shows no answer that is a refusal: the faults stand in the page either way.
    status = 422 if form.errors and "HX-Request" not in request.headers else 200
    return render(request, "weak_points/what_if.html", context, status=status)


@require_POST
@requires(Permission.SEE_AGENCY)
def make(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Measures of the weak points that were chosen; an approved plan asks for the reason first."""
    plan = plan_of(seat.agency, year)
    decision = may_make(seat, plan)
    if not decision:
        raise PermissionDenied(decision.why)
    sight = queries.sight_of(seat.agency, year, number_in(request.POST.get("of", "")))
    codes = request.POST.getlist("code")
    there = queries.measures_made(sight)
    asks = plan is not None and plan.state == Plan.State.APPROVED and any(code not in there for code in codes)
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if asks and not form.is_valid():
        return _ask(request, sight, codes, form)
    reason = form.cleaned_data["reason"] if asks else ""
    back = f"{reverse('weak_points:list', args=[seat.agency.slug, year])}?of={sight.of}"
    try:
        made = actions.make_measures(by=seat.person, sight=sight, codes=codes, reason=reason)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect(back)
    new = sum(code not in there for code in dict.fromkeys(codes))
    _tell(request, new)
    if len(made) > 1:
        return redirect(back)
    return redirect("measures:detail", seat.agency.slug, year, made[0].pk)


def may_make(seat: Seat, plan: Plan | None) -> Decision:
    """Whether the seat may add measures to the plan as it is; to begin one is to edit it."""
    return seat.may(needed_to_edit(PlanState(plan.state)) if plan else Permission.EDIT_PLAN)


def _tell(request: HttpRequest, new: int) -> None:
    if not new:
        messages.info(request, _("This weak point has a measure already: here it is."))
        return
    text = ngettext(
        "%(n)s measure was added to the plan. Please look at it and say who is responsible.",
        "%(n)s measures were added to the plan. Please look at them and say who is responsible.",
        new,
    )
    messages.success(request, text % {"n": new})


def _ask(request: HttpRequest, sight: Sight, codes: list[str], form: ReasonForm) -> HttpResponse:
    points = [one for one in sight.weakness.points if one.code in codes] if sight.weakness else []
    context = {"year": sight.year, "sight": sight, "points": points, "form": form}
    return render(request, "weak_points/reason.html", context, status=422 if form.errors else 200)


def _sight(request: HttpRequest, seat: Seat, year: int) -> Sight:
    return queries.sight_of(seat.agency, year, number_in(request.GET.get("of", "")))


def _head(sight: Sight) -> dict[str, object]:
    """What both pages tell of the result."""
    return {
        "year": sight.year,
        "sight": sight,
        "last_year": sight.year - 1,
        "result": sight.weakness.result if sight.weakness else None,
        "missing": sight.missing,
        "fewest": sight.fewest,
    }


def _ticks(points: Sequence[WeakPoint], ticked: Collection[str]) -> list[tuple[WeakPoint, bool]]:
    return [(one, one.code in ticked) for one in points if not one.rest]


@dataclass(frozen=True, slots=True)
class Move:
    """An indicator whose score can be moved, with its questions where they are known."""

    figure: Figure
    field: BoundField
    questions: tuple[tuple[Figure, BoundField], ...]
    opened: bool


def _moves(form: WhatIfForm) -> list[Move]:
    asked = [one for one in form.movable() if one.grade is Grade.INDICATOR]
    moves = []
    for figure in asked:
        below = tuple((one, form[f"s_{one.code}"]) for one in figure.parts if f"s_{one.code}" in form.fields)
        opened = any(field.value() for _figure, field in below)
        moves.append(Move(figure, form[f"s_{figure.code}"], below, opened))
    return moves


def _lines(now: Result, then: Result) -> list[Line]:
    lines = [Line(code, score, then.instruments[code]) for code, score in now.instruments.items()]
    return [*lines, Line(_("Total score"), now.total, then.total)]


def _overruled(figure: Figure, codes: set[str]) -> list[str]:
    """Codes that do not count, because a score above them was given too."""
    found: list[str] = []
    for one in figure.walk():
        if one.code in codes:
            found += [below.code for below in one.walk() if below is not one and below.code in codes]
    return found


def _address(request: HttpRequest) -> str:
    """The parameters that say something: an empty field of the form is none."""
    return urlencode([(name, value) for name, values in request.GET.lists() for value in values if value])
