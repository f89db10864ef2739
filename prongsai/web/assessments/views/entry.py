"""Entering a result, by form or from a file that is checked on the same form; and clearing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.scoring.known import KnownResult
from prongsai.documents.readers import Refusal
from prongsai.documents.results import Received, as_csv, as_xlsx, read_result, values_in
from prongsai.documents.results.reading import LARGEST
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import actions, queries
from prongsai.web.assessments.entry import form_of, now_of, sections, warnings_of
from prongsai.web.assessments.forms import FileForm, ResultForm, field_name, initial_of, label_of
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.stored import known_of
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said

_TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@requires(Permission.EDIT_PLAN)
def enter(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The form of a result. Its version makes sure that nobody writes over another's figures unseen."""
    framework, _provisional = framework_for(seat.agency, year)
    found = queries.result_of(seat.agency, year)
    if request.method != "POST":
        initial = initial_of(framework, known_of(found) if found else None, **_origin(found))
        return _show(request, seat, year, found, ResultForm(initial=initial, framework=framework))
    form = ResultForm(request.POST, framework=framework)
    if not form.is_valid():
        return _show(request, seat, year, found, form, status=422)
    try:
        actions.record_known(
            by=seat.person,
            agency=seat.agency,
            known=form.known(year),
            source=form.cleaned_data["source"],
            version=form.cleaned_data["version"],
        )
    except Stale:
        return _conflict(request, seat, year)
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return _show(request, seat, year, found, form, status=422)
    messages.success(request, _("The result has been saved."))
    return redirect("assessments:result", seat.agency.slug, year)


@requires(Permission.EDIT_PLAN)
def bring(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """A file is read and shown in the form, beside what is kept. Nothing is kept before that form is saved."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            return _check(request, seat, year, _received(upload, seat, year), upload.name)
        except Refusal as refusal:
            form.add_error("file", said(refusal.sentence))
    status = 422 if form.errors else 200
    return render(request, "assessments/bring.html", {"year": year, "form": form}, status=status)


@require_safe
@requires(Permission.EDIT_PLAN)
def template(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """The year's template with what is kept already, as XLSX or CSV."""
    if kind not in _TYPES:
        raise Http404
    framework, _provisional = framework_for(seat.agency, year)
    write = as_xlsx if kind == "xlsx" else as_csv
    response = HttpResponse(write(framework, year, queries.known(seat.agency, year)), content_type=_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="ita-{year}.{kind}"'
    return response


@requires(Permission.EDIT_PLAN)
def clear(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Take the result out, after a page that says what that means."""
    found = queries.result_of(seat.agency, year)
    if found is None:
        raise Http404
    if request.method == "POST":
        given = request.POST.get("version", "")
        try:
            version = int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 0
            actions.clear_result(by=seat.person, agency=seat.agency, fiscal_year=year, version=version)
        except Stale:
            messages.error(request, _("Somebody has changed the result meanwhile. Please look at it again."))
        else:
            messages.success(request, _("The result has been cleared. The history keeps what it was."))
        return redirect("assessments:result", seat.agency.slug, year)
    return render(request, "assessments/clear.html", {"year": year, "result": found})


def _received(upload: Any, seat: Seat, year: int) -> Received:
    if upload.size > LARGEST:
        raise Refusal(
            f"ไฟล์ใหญ่เกิน {LARGEST >> 20} MB โปรดตัดเฉพาะหน้าที่มีคะแนน แล้วเลือกไฟล์ใหม่",
            f"The file has more than {LARGEST >> 20} MB. Please keep only the pages with scores.",
        )
    framework, _provisional = framework_for(seat.agency, year)
    return read_result(upload.read(), upload.name, framework, year)


def _check(request: HttpRequest, seat: Seat, year: int, received: Received, name: str) -> HttpResponse:
    framework, _provisional = framework_for(seat.agency, year)
    found = queries.result_of(seat.agency, year)
    form = form_of(
        framework,
        known_of(found) if found else None,
        received,
        source=_("From the file %(name)s") % {"name": name[:200]},
        version=found.version if found else 0,
    )
    more: dict[str, Any] = {
        "file_name": name,
        "warnings": list(warnings_of(received, seat.agency, year)),
        "doubts": sum(one.doubt is not None for one in received.found) + (received.level_doubt is not None),
        "other_years": sorted(received.other_years.items()),
    }
    return _show(request, seat, year, found, form, received=received, **more)


def _show(
    request: HttpRequest,
    seat: Seat,
    year: int,
    found: Assessment | None,
    form: ResultForm,
    *,
    status: int = 200,
    received: Received | None = None,
    **more: Any,
) -> HttpResponse:
    framework, provisional = framework_for(seat.agency, year)
    now = known_of(found) if found else None
    first, *others = sections(form, now, received)
    context = {
        "year": year,
        "form": form,
        "first": first,
        "others": others,
        "result": found,
        "framework_year": framework.year if provisional else None,
        "checking": received is not None,
        "received": received,
        "level_now": now.level if now else "",
        **more,
    }
    return render(request, "assessments/enter.html", context, status=status)


def _conflict(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """What was written stays in the form, with the newest version under it; theirs stands above, where it differs."""
    framework, _provisional = framework_for(seat.agency, year)
    newest = queries.result_of(seat.agency, year)
    data = request.POST.copy()
    data["version"] = str(newest.version if newest else 0)
    form = ResultForm(data, framework=framework)
    form.is_valid()
    theirs = known_of(newest) if newest else None
    rows = _differences(form, theirs, form.known(year))
    return _show(request, seat, year, newest, form, status=409, conflict=rows)


def _differences(form: ResultForm, theirs: KnownResult | None, yours: KnownResult) -> list[dict[str, str]]:
    """Only the figures that differ: two hundred that agree would hide them."""
    kept, written = values_in(theirs) if theirs else {}, values_in(yours)
    rows = [
        {"label": label_of(line), "theirs": now_of(kept.get(line.code)), "yours": now_of(written.get(line.code))}
        for line in form.lines
        if kept.get(line.code) != written.get(line.code) and field_name(line.code) in form.fields
    ]
    level = theirs.level if theirs else ""
    if level != yours.level:
        rows.append({"label": _("Level, as announced"), "theirs": level, "yours": yours.level})
    return rows


def _origin(found: Assessment | None) -> dict[str, Any]:
    return {"source": found.source, "version": found.version} if found else {"version": 0}
