"""What the total and the level would be with other scores."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.scoring.figure import Figure, Grade
from prongsai.core.scoring.score import Result
from prongsai.core.scoring.what_if import what_if
from prongsai.core.weak_points.next_level import Fewest, missing_to, next_level
from prongsai.core.weak_points.point import WeakPoint
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import plan_of
from prongsai.web.site.access import requires
from prongsai.web.weak_points.forms import WhatIfForm
from prongsai.web.weak_points.views.common import head_of, may_make, sight_asked

#: As many can be ticked without opening the rest.
SHOWN = 10


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
    sight = sight_asked(request, seat, year)
    if sight.weakness is None:
        return redirect(f"{reverse('weak_points:list', args=[seat.agency.slug, year])}?of={sight.of}")
    form = WhatIfForm(request.GET, sight.weakness)
    form.is_valid()
    scores, full = form.scores(), form.cleaned_data.get("full", [])
    now = sight.weakness.result
    then = what_if(sight.framework, now, scores)
    level = next_level(sight.framework, then.level)
    head = head_of(sight)
    fewest: Fewest | None = head["fewest"]
    context = {
        **head,
        "form": form,
        "points": (points := _ticks(sight.weakness.points, full)),
        "more_ticked": any(ticked for _point, ticked in points[SHOWN:]),
        "moves": _moves(form),
        "lines": _lines(now, then),
        "then": then,
        "changed": bool(scores),
        "overruled": _overruled(now.figure, set(scores)),
        "still": missing_to(sight.framework, level, then) if level else None,
        "fewest_query": urlencode([("of", sight.of), *(("full", one.code) for one in fewest.points)] if fewest else []),
        "ticked": [one for one in sight.weakness.points if one.code in full],
        "share": request.build_absolute_uri(f"{request.path}?{_address(request)}"),
        "may_make": may_make(seat, plan_of(seat.agency, year)),
    }
    # htmx shows no answer that is a refusal: the faults stand in the page either way.
    status = 422 if form.errors and "HX-Request" not in request.headers else 200
    return render(request, "weak_points/what_if.html", context, status=status)


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
