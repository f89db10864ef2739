"""What an item says itself: its text, its tables, and which of its components are shown where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.entries import Entry
from prongsai.web.disclosures.forms import ChecklistForm, TableForm, WordsForm
from prongsai.web.disclosures.views.showing import demand_edit, entry_for, places_of, show
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import Stale, said

Bound = Callable[[Any, Entry], forms.Form]
"""A form of the page, made of what was sent, for the item as it is."""


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def write(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Save the text and the answer."""

    def bound(data: Any, entry: Entry) -> WordsForm:
        return WordsForm(data, auto_id="id_words_%s")

    def save(form: Any, where: dict[str, Any]) -> None:
        actions.write_words(**where, words=form.words())

    return _saved(request, seat, year, code, "words_form", bound, save)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def add_table(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Put a pasted table at the end of those that the item shows."""

    def bound(data: Any, entry: Entry) -> TableForm:
        return TableForm(data, auto_id="id_table_%s")

    def save(form: Any, where: dict[str, Any]) -> None:
        actions.add_table(**where, table=form.table())

    return _saved(request, seat, year, code, "table_form", bound, save)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def tick(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Save which components are shown, and where; with ``every`` each of them at the place that is chosen for it."""

    def bound(data: Any, entry: Entry) -> ChecklistForm:
        return ChecklistForm(data, checks=entry.checks, places=places_of(entry), auto_id="id_check_%s")

    def save(form: Any, where: dict[str, Any]) -> None:
        actions.set_ticks(**where, marks=form.marks(every="every" in request.POST))

    return _saved(request, seat, year, code, "checklist", bound, save)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def take_table_off(request: HttpRequest, seat: Seat, year: int, code: str, place: int) -> HttpResponse:
    """Show a table no longer."""
    entry = entry_for(seat, year, code)
    demand_edit(seat, entry)
    version = number_in(request.POST.get("version", ""))
    try:
        actions.take_table_off(
            by=seat.person, agency=seat.agency, fiscal_year=year, code=code, place=place, version=version or 0
        )
    except Stale:
        messages.error(request, _("Somebody else has just changed this item. Please look and try again."))
    else:
        messages.success(request, _("The table has been taken off."))
    return redirect("disclosures:detail", seat.agency.slug, year, code)


def _saved(
    request: HttpRequest,
    seat: Seat,
    year: int,
    code: str,
    name: str,
    bound: Bound,
    save: Callable[[Any, dict[str, Any]], None],
) -> HttpResponse:
    """Save one form of the page. Whatever is wrong, what was written stays in it, with the newest version under it."""
    entry = entry_for(seat, year, code)
    demand_edit(seat, entry)
    form = bound(request.POST, entry)
    if not form.is_valid():
        return show(request, seat, entry, status=422, **{name: form})
    where = {"by": seat.person, "agency": seat.agency, "fiscal_year": year, "code": code}
    try:
        save(form, where | {"version": form.cleaned_data["version"]})
    except Stale:
        newest = entry_for(seat, year, code)
        data = request.POST.copy()
        data["version"] = str(newest.line.row.version if newest.line.row else 0)
        return show(request, seat, newest, conflict=name, status=409, **{name: bound(data, newest)})
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return show(request, seat, entry, status=422, **{name: form})
    messages.success(request, _("Saved."))
    return redirect("disclosures:detail", seat.agency.slug, year, code)
