"""A whole table of addresses at once: pasted, checked row by row, and only then put into the items."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.items import items_of
from prongsai.web.disclosures.pasting import Plan, plan_of
from prongsai.web.disclosures.pasting_forms import ConfirmForm, PasteForm
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said


@requires(Permission.EDIT_DISCLOSURE)
def paste(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The page to paste on; what was pasted is checked at once, and kept by a second button."""
    if request.method != "POST":
        return _page(request, year, PasteForm())
    form = PasteForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, year, form, status=422)
    plan = plan_of(seat, year, form.text)
    if "seen" not in request.POST:
        return _checked(request, seat, year, form, plan)
    return _confirmed(request, seat, year, form, plan)


def _confirmed(request: HttpRequest, seat: Seat, year: int, form: PasteForm, plan: Plan) -> HttpResponse:
    confirm = _confirm(request.POST, seat, year, plan)
    if not confirm.is_valid():
        return _checked(request, seat, year, form, plan, confirm, status=422)
    plan = plan_of(seat, year, form.text, confirm.choices)
    if plan.seen != confirm.cleaned_data["seen"]:
        return _changed_meanwhile(request, seat, year, form, plan)
    if plan.faults and not confirm.cleaned_data["leave_out"]:
        confirm.add_error("leave_out", _("Some rows cannot be taken. Mend the table, or tick that they are left out."))
        return _checked(request, seat, year, form, plan, confirm, status=422)
    try:
        changed = actions.paste_items(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            planned=plan.items,
            replace=confirm.cleaned_data["replace"],
        )
    except Stale:
        return _changed_meanwhile(request, seat, year, form, plan_of(seat, year, form.text, confirm.choices))
    except Refused as refusal:
        confirm.add_error(None, said(refusal.why))
        return _checked(request, seat, year, form, plan, confirm, status=422)
    words = _(
        "%(items)s items changed, %(links)s links added. The links are opened soon; the board shows what is found."
    )
    messages.success(request, words % {"items": len(changed), "links": plan.links})
    return redirect("disclosures:list", seat.agency.slug, year)


def _changed_meanwhile(request: HttpRequest, seat: Seat, year: int, form: PasteForm, plan: Plan) -> HttpResponse:
    messages.warning(request, _("Somebody has changed items meanwhile. Please look once more; nothing is lost."))
    return _checked(request, seat, year, form, plan, status=409)


def _confirm(data: Any, seat: Seat, year: int, plan: Plan) -> ConfirmForm:
    names = {item.code: item.name for item in items_of(seat.agency, year)}
    questions = plan.pasted.questions
    if data is None:
        return ConfirmForm(initial={"seen": plan.seen}, questions=questions, names=names)
    return ConfirmForm(data, questions=questions, names=names)


def _checked(
    request: HttpRequest,
    seat: Seat,
    year: int,
    form: PasteForm,
    plan: Plan,
    confirm: ConfirmForm | None = None,
    status: int = 200,
) -> HttpResponse:
    confirm = confirm or _confirm(None, seat, year, plan)
    again = PasteForm(initial={"table": form.text})
    context = {"year": year, "form": again, "plan": plan, "confirm": confirm, "text": form.text}
    return render(request, "disclosures/paste_check.html", context, status=status)


def _page(request: HttpRequest, year: int, form: PasteForm, status: int = 200) -> HttpResponse:
    return render(request, "disclosures/paste.html", {"year": year, "form": form}, status=status)
