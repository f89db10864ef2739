"""The forms of the agency's own: see, take one to begin with, bring one, withdraw one."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.permissions import Permission
from prongsai.layouts import load_forms, to_yaml
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import actions
from prongsai.web.reports.forms import OwnFormForm, OwnPaperForm
from prongsai.web.reports.forms_of import layout_of, own_forms_of, waiting_paper
from prongsai.web.reports.models import OwnForm
from prongsai.web.site.access import requires
from prongsai.web.site.bringing import is_taken


@requires(Permission.WRITE_REPORT)
def own_forms(request: HttpRequest, seat: Seat) -> HttpResponse:
    """All forms that there are, and the way to bring one."""
    form = OwnFormForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _added(request, seat, form):
        return redirect("reports:forms", seat.agency.slug)
    return forms_page(request, seat, form, OwnPaperForm(papers=papers_of(seat)))


def forms_page(request: HttpRequest, seat: Seat, form: OwnFormForm, paper: OwnPaperForm) -> HttpResponse:
    """The page of forms, with the faults of what was brought."""
    own = [(one, layout_of(one)) for one in own_forms_of(seat.agency)]
    waiting = waiting_paper(seat)
    context = {"form": form, "paper": paper, "own": own, "shipped": load_forms(), "waiting": waiting}
    return render(request, "reports/own_forms.html", context, status=422 if form.errors or paper.errors else 200)


def papers_of(seat: Seat) -> list[tuple[str, str]]:
    """Id and name of every Word form of the agency, for its next version."""
    own = [(one, layout_of(one)) for one in own_forms_of(seat.agency) if one.file]
    return [(one.form, layout.name_th if layout else one.form) for one, layout in own]


@require_safe
@requires(Permission.WRITE_REPORT)
def form_file(request: HttpRequest, seat: Seat, form: str) -> HttpResponse:
    """A form as YAML: the agency's own as it was brought, a shipped one under a new id to begin with."""
    own = _own(seat, form)
    shipped = next((one for one in load_forms() if one.id == form), None)
    if own is None and shipped is None:
        raise Http404
    text = own.text if own else to_yaml(shipped, f"{seat.agency.slug[:30]}-{form}"[:60]) if shipped else ""
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{form}.yaml"'
    return response


@require_POST
@requires(Permission.WRITE_REPORT)
def withdraw_form(request: HttpRequest, seat: Seat, form: str) -> HttpResponse:
    """No new report takes it."""
    own = _own(seat, form)
    if own is None:
        raise Http404
    actions.withdraw_form(by=seat.person, own=own)
    messages.success(request, _("The form is no longer offered. Reports written in it stay as they are."))
    return redirect("reports:forms", seat.agency.slug)


def _own(seat: Seat, form: str) -> OwnForm | None:
    return next((one for one in own_forms_of(seat.agency) if one.form == form), None)


def _added(request: HttpRequest, seat: Seat, form: OwnFormForm) -> bool:
    add = partial(actions.add_form, by=seat.person, agency=seat.agency)
    if not is_taken(form, actions.own_forms.LARGEST, lambda data, name: add(data=data, name=name)):
        return False
    messages.success(request, _("The form was added. New reports can be written in it."))
    return True
