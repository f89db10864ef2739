"""The check page: the overview, one page a part with its source beside it, adding and removing a measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.imports import actions, queries
from prongsai.web.imports.actions.correcting import NotUnderstood
from prongsai.web.imports.forms import submitted
from prongsai.web.imports.models import ReportImport
from prongsai.web.imports.sheet import Part, fields_of, parts_of, source_of, with_answers
from prongsai.web.imports.views.fetching import import_or_404
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import Stale, said


@require_safe
@requires(Permission.ACCEPT_IMPORT)
def overview(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """What was read, what is to be checked, and the way to accept; of a file that is being read, how far that is."""
    found = import_or_404(seat, pk, read=False)
    if request.headers.get("HX-Request") and found.state != found.State.READING:
        return HttpResponseClientRefresh()  # the page that was looking again now is another one
    if found.state not in found.READABLE:
        return render(request, "imports/reading.html", _how_far(found))
    context = {
        "import": found,
        "check": queries.check_of(found),
        "lost": queries.progress_of(found).problem_pages if found.page_count else (),
        "this_year": clock.this_fiscal_year(),
    }
    return render(request, "imports/check.html", context)


def _how_far(found: ReportImport) -> dict[str, Any]:
    return {"import": found, "progress": queries.progress_of(found), "problem": queries.problem_of(found)}


@requires(Permission.ACCEPT_IMPORT)
def part(request: HttpRequest, seat: Seat, pk: int, key: str) -> HttpResponse:
    """The values of one part beside their source; saving goes on to the next part where that was asked for."""
    found = import_or_404(seat, pk)
    page = _part(found, key)
    if request.method != "POST":
        return _show(request, found, page)
    texts, checked = submitted(request.POST, page)
    try:
        actions.correct(by=seat.person, report_import=found, values=texts, version=_version(request), checked=checked)
    except NotUnderstood as fault:
        errors = {path: said(sentence) for path, sentence in fault.faults.items()}
        return _show(request, found, page, texts, errors, status=422)
    except Stale:
        return _show(request, import_or_404(seat, pk), page, texts, conflict=True, status=409)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("imports:check", seat.agency.slug, pk)
    messages.success(request, _("Saved."))
    return _onward(request, seat, found, page)


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def confirm(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Mark doubted values as right, several at once."""
    found = import_or_404(seat, pk)
    try:
        actions.correct(
            by=seat.person,
            report_import=found,
            values={},
            version=_version(request),
            checked=request.POST.getlist("path"),
        )
    except (Stale, Refused) as refusal:
        messages.error(request, _why(refusal))
    else:
        messages.success(request, _("Saved."))
    return redirect("imports:check", seat.agency.slug, pk)


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def add(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """One more measure, at the end, and its page."""
    found = import_or_404(seat, pk)
    try:
        made = actions.add_measure(by=seat.person, report_import=found, version=_version(request))
    except (Stale, Refused) as refusal:
        messages.error(request, _why(refusal))
        return redirect("imports:check", seat.agency.slug, pk)
    return redirect("imports:part", seat.agency.slug, pk, f"measure-{len(made.reading['measures'])}")


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def remove(request: HttpRequest, seat: Seat, pk: int, number: int) -> HttpResponse:
    """Take a measure out of what was read; ``number`` counts from 1."""
    found = import_or_404(seat, pk)
    try:
        actions.remove_measure(by=seat.person, report_import=found, index=number - 1, version=_version(request))
    except (Stale, Refused) as refusal:
        messages.error(request, _why(refusal))
    else:
        messages.success(request, _("The measure has been taken out. The file itself is unchanged."))
    return redirect("imports:check", seat.agency.slug, pk)


def _show(
    request: HttpRequest,
    found: ReportImport,
    page: Part,
    texts: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    *,
    conflict: bool = False,
    status: int = 200,
) -> HttpResponse:
    check = queries.check_of(found)
    paper = queries.paper_of(found, check.doubts)
    blocks = fields_of(page, paper)
    context: dict[str, Any] = {
        "import": found,
        "check": check,
        "part": page,
        "lines": source_of(blocks, paper),
        "blocks": with_answers(blocks, texts or {}, errors or {}, conflict),
        "errors": errors,
        "conflict": conflict,
        **_around(check, page),
    }
    return render(request, "imports/part.html", context, status=status)


def _around(check: queries.Check, page: Part) -> dict[str, Any]:
    """The parts before and after, and where among them this one stands."""
    keys = [line.part.key for line in check.parts]
    at = keys.index(page.key)
    return {
        "before": check.parts[at - 1].part if at else None,
        "after": check.parts[at + 1].part if at + 1 < len(keys) else None,
        "position": at + 1,
        "measure_number": page.key.removeprefix("measure-") if page.removable else "",
    }


def _onward(request: HttpRequest, seat: Seat, found: ReportImport, page: Part) -> HttpResponse:
    after = request.POST.get("then", "")
    if after and after in {line.part.key for line in queries.check_of(found).parts}:
        return redirect("imports:part", seat.agency.slug, found.pk, after)
    if after == "overview":
        return redirect("imports:check", seat.agency.slug, found.pk)
    return redirect("imports:part", seat.agency.slug, found.pk, page.key)


def _part(found: ReportImport, key: str) -> Part:
    for page in parts_of(found.reading):
        if page.key == key:
            return page
    raise Http404


def _version(request: HttpRequest) -> int:
    return number_in(request.POST.get("version", "")) or 0


def _why(refusal: Stale | Refused) -> str:
    if isinstance(refusal, Refused):
        return said(refusal.why)
    return _("Somebody else has just written here. Please look again, then repeat what you did.")
