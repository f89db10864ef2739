"""The rules of a year: see them with their sources, take a file to begin with, bring one, withdraw one."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.permissions import Permission
from prongsai.frameworks import source_of, sources_of
from prongsai.web.agencies.queries import Seat
from prongsai.web.frameworks import actions, queries, shown
from prongsai.web.frameworks.forms import OwnFrameworkForm
from prongsai.web.frameworks.starter import starter_text
from prongsai.web.site.access import requires
from prongsai.web.site.bringing import is_taken


@require_safe
@requires(Permission.SEE_AGENCY)
def rules(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Instruments, indicators, items, questions, levels, samples and arithmetic, each with its source."""
    return _page(request, seat, year, OwnFrameworkForm())


@require_POST
@requires(Permission.MANAGE_AGENCY)
def bring(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """A file of the agency's own for this year."""
    form = OwnFrameworkForm(request.POST, request.FILES)
    if form.is_valid() and _added(request, seat, year, form):
        return redirect("frameworks:rules", seat.agency.slug, year)
    return _page(request, seat, year, form)


@require_safe
@requires(Permission.SEE_AGENCY)
def file(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The whole file that counts: the agency's own as it was brought, else the shipped one of the year that serves."""
    own = queries.own_framework(seat.agency, year)
    framework, _provisional = queries.framework_for(seat.agency, year)
    return _yaml(own.text if own else source_of(framework.kind, framework.year), f"ita-{framework.year}")


@require_safe
@requires(Permission.SEE_AGENCY)
def starter(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """A short file to begin with: questions and days that have no source, to be put right and brought back."""
    framework, provisional = queries.framework_for(seat.agency, year)
    if provisional:
        raise Http404
    return _yaml(starter_text(framework), f"ita-{year}-own")


@require_POST
@requires(Permission.MANAGE_AGENCY)
def withdraw(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The agency's own file counts no longer."""
    own = queries.own_framework(seat.agency, year)
    if own is not None:  # pressed twice, it is gone already
        actions.withdraw_framework(by=seat.person, own=own)
    messages.success(request, _("The file no longer counts. Nothing was deleted."))
    return redirect("frameworks:rules", seat.agency.slug, year)


def _page(request: HttpRequest, seat: Seat, year: int, form: OwnFrameworkForm) -> HttpResponse:
    framework, provisional = queries.framework_for(seat.agency, year)
    own = queries.own_framework(seat.agency, year)
    context = {
        "framework": framework,
        "provisional": provisional,
        "instruments": shown.weighed(framework, seat.agency.kind),
        "sections": shown.sections(framework),
        "scales": shown.scales_of(framework),
        "remembered": shown.remembered(framework),
        "sources": sources_of(framework.kind, framework.year),
        "own": own,
        "own_is_readable": own is None or queries.is_readable(own),
        "versions": queries.versions(seat.agency, year),
        "form": form,
        "may_change": seat.may(Permission.MANAGE_AGENCY),
    }
    return render(request, "frameworks/rules.html", context, status=422 if form.errors else 200)


def _yaml(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.yaml"'
    return response


def _added(request: HttpRequest, seat: Seat, year: int, form: OwnFrameworkForm) -> bool:
    add = partial(actions.add_framework, by=seat.person, agency=seat.agency, fiscal_year=year)
    if not is_taken(form, actions.LARGEST, lambda data, name: add(data=data, name=name)):
        return False
    messages.success(request, _("The file counts from now on, on every page of this year."))
    return True
