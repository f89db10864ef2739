"""The board of the year: every item with its state, and setting owners and days for several at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.disclosures.state import State
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.board import Choice, board_of
from prongsai.web.disclosures.entries import entries_of
from prongsai.web.disclosures.former import whence
from prongsai.web.disclosures.forms import AssignForm
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.SEE_AGENCY)
def index(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Every item of the year by sub-indicator; people of one division begin with their own."""
    return _board(request, seat, year)


@require_POST
@requires(Permission.EDIT_PLAN)
def assign(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Set the division, the day or both of the ticked items."""
    codes = [line.code for line in queries.lines_of(seat.agency, year)]
    names = {division.pk: division.name for division in divisions(seat.agency)}
    form = AssignForm(request.POST, codes=codes, divisions=names)
    if not form.is_valid():
        return _board(request, seat, year, form, status=422)
    values = form.cleaned_data
    try:
        changed = actions.assign(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            codes=values["codes"],
            division_id=values["division"],
            due_on=values["due_on"],
        )
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return _board(request, seat, year, form, status=422)
    count = len(changed)
    messages.success(request, ngettext("%(n)s item has been set.", "%(n)s items have been set.", count) % {"n": count})
    back = QueryDict(request.POST.get("back", "")).urlencode()
    return redirect(reverse("disclosures:list", args=[seat.agency.slug, year]) + (f"?{back}" if back else ""))


@require_POST
@requires(Permission.PUBLISH)
def to_publish(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """On to the page that looks over the ticked items before they become public."""
    asked = QueryDict(mutable=True)
    asked.setlist("code", request.POST.getlist("codes"))
    return redirect(f"{reverse('disclosures:publish_many', args=[seat.agency.slug, year])}?{asked.urlencode()}")


@require_POST
@requires(Permission.EDIT_PLAN)
def carry_over(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The items of the newest earlier year into this one, with their words, links, owners and days."""
    source = queries.year_to_carry(seat.agency, year)
    if source is None:
        messages.error(request, _("There is nothing to carry over: this year's items have been begun already."))
    else:
        made = actions.carry_over(by=seat.person, agency=seat.agency, source=source, fiscal_year=year)
        messages.success(request, _("%(count)s items have been carried over.") % {"count": len(made)})
        _tell_of_changes(request, seat, source, year)
    return redirect("disclosures:list", seat.agency.slug, year)


def _board(
    request: HttpRequest, seat: Seat, year: int, form: AssignForm | None = None, status: int = 200
) -> HttpResponse:
    entries = entries_of(seat.agency, year, clock.today())
    choice = _choice(request, seat)
    units = list(divisions(seat.agency))
    names = {division.pk: division.name for division in units}
    board = board_of(entries, choice)
    context = {
        "year": year,
        "board": board,
        "choice": choice,
        "mine": _own_division(seat),
        "shares": board.shares(units, _("Nobody yet")),
        "divisions": units,
        "query": request.GET.urlencode(),
        "chosen_codes": request.POST.getlist("codes"),
        "may_assign": seat.may(Permission.EDIT_PLAN),
        "may_publish": seat.may(Permission.PUBLISH),
        "may_paste": seat.may(Permission.EDIT_DISCLOSURE),
        "form": form or AssignForm(codes=[one.line.code for one in entries], divisions=names),
        "framework_year": queries.framework_year(seat.agency, year),
        "source": queries.year_to_carry(seat.agency, year) if seat.may(Permission.EDIT_PLAN) else None,
    }
    return render(request, "disclosures/list.html", context, status=status)


def _choice(request: HttpRequest, seat: Seat) -> Choice:
    """What the address asks for; a value that nobody offers asks for nothing."""
    asked = request.GET
    state = asked.get("state", "")
    division = asked.get("division", "mine" if not asked else "")
    return Choice(
        state=State(state) if state in {one.value for one in State} else None,
        division=_own_division(seat) if division == "mine" else number_in(division),
        late=asked.get("late") == "1",
    )


def _own_division(seat: Seat) -> int | None:
    """The division of people who write for one only."""
    return seat.division.pk if seat.role.division_only and seat.division else None


def _tell_of_changes(request: HttpRequest, seat: Seat, source: int, year: int) -> None:
    """Items that were put together, taken apart or dropped: a person has to look at each of them."""
    found = whence(seat.agency, source, year)
    told = [f"{one.code} ← {', '.join(one.former)}" for one in (*found.merged, *found.split)]
    if told:
        words = _("Put together or taken apart since last year; please look at each: %(items)s")
        messages.warning(request, words % {"items": " · ".join(told)})
    if found.dropped:
        words = _("Not asked for any more: %(items)s (as numbered in %(year)s)")
        messages.info(request, words % {"items": ", ".join(found.dropped), "year": source})
