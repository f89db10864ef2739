"""The year's list of items, and one item with its evidence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.forms import DisclosureForm, EvidenceForm, initial_of
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@require_safe
@requires(Permission.SEE_AGENCY)
def index(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Every item of the year by sub-indicator."""
    groups = queries.groups_of(seat.agency, year)
    lines = [line for group in groups for line in group.lines]
    context = {
        "year": year,
        "groups": groups,
        "total": len(lines),
        "done": sum(group.done for group in groups),
        "framework_year": queries.framework_year(seat.agency, year),
        "source": queries.year_to_carry(seat.agency, year) if seat.may(Permission.EDIT_PLAN) else None,
    }
    return render(request, "disclosures/list.html", context)


@require_POST
@requires(Permission.EDIT_PLAN)
def carry_over(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The items of the newest earlier year into this one, with their words and owners."""
    source = queries.year_to_carry(seat.agency, year)
    if source is None:
        messages.error(request, _("There is nothing to carry over: this year's items have been begun already."))
    else:
        made = actions.carry_over(by=seat.person, agency=seat.agency, source=source, fiscal_year=year)
        messages.success(request, _("%(count)s items have been carried over.") % {"count": len(made)})
    return redirect("disclosures:list", seat.agency.slug, year)


@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """One item: the framework's words beside the agency's."""
    line = _line(seat, year, code)
    if request.method != "POST":
        return _show(request, seat, year, line)
    _demand_edit(seat, line)
    form = DisclosureForm(request.POST, divisions=_names(seat))
    if not form.is_valid():
        return _show(request, seat, year, line, form=form, status=422)
    try:
        actions.change_disclosure(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            code=code,
            content=form.content(),
            version=form.cleaned_data["version"],
        )
    except Stale:
        return _conflict(request, seat, year, line)
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return _show(request, seat, year, line, form=form, status=422)
    messages.success(request, _("Saved."))
    return redirect("disclosures:detail", seat.agency.slug, year, code)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def add_evidence(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Attach a page or a file to an item."""
    line = _line(seat, year, code)
    _demand_edit(seat, line)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.attach_to_item(
                by=seat.person,
                agency=seat.agency,
                fiscal_year=year,
                code=code,
                file=values["file"],
                url=values["url"],
                title=values["title"],
            )
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The evidence has been attached."))
            return redirect("disclosures:detail", seat.agency.slug, year, code)
    return _show(request, seat, year, line, evidence_form=form, status=422)


def _show(
    request: HttpRequest, seat: Seat, year: int, line: queries.Line, status: int = 200, **more: Any
) -> HttpResponse:
    allowed = seat.may(Permission.EDIT_DISCLOSURE) and queries.may_edit(seat, line)
    context = {
        "year": year,
        "line": line,
        "decision": allowed,
        "why": "" if allowed or allowed.why is None else said(allowed.why),
        "form": DisclosureForm(initial=initial_of(line), divisions=_names(seat)),
        "evidence_form": EvidenceForm(),
        "evidence": queries.evidence_of(line),
        **more,
    }
    return render(request, "disclosures/detail.html", context, status=status)


def _conflict(request: HttpRequest, seat: Seat, year: int, line: queries.Line) -> HttpResponse:
    """What was written stays in the form, with the newest version under it; theirs stands above."""
    newest = _line(seat, year, line.code)
    data = request.POST.copy()
    data["version"] = str(newest.row.version if newest.row else 0)
    form = DisclosureForm(data, divisions=_names(seat))
    return _show(request, seat, year, newest, form=form, conflict=True, status=409)


def _demand_edit(seat: Seat, line: queries.Line) -> None:
    for decision in (seat.may(Permission.EDIT_DISCLOSURE), queries.may_edit(seat, line)):
        if not decision:
            raise PermissionDenied(decision.why)


def _names(seat: Seat) -> dict[int, str]:
    return {division.pk: division.name for division in divisions(seat.agency)}


def _line(seat: Seat, year: int, code: str) -> queries.Line:
    found = queries.line_for(seat, year, code)
    if found is None:
        raise Http404
    return found
