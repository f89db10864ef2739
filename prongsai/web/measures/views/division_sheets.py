"""Sheets of divisions: sent out as Excel, taken in again after a look at what they would change."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import Returned, read_division_sheet, write_division_sheet
from prongsai.documents.division_sheets.reading import LARGEST_FILE
from prongsai.documents.readers import Refusal
from prongsai.web.agencies.models import Division
from prongsai.web.agencies.queries import Seat, division_for
from prongsai.web.measures import actions
from prongsai.web.measures.division_sheet_parcel import Parcel, packed, unpacked
from prongsai.web.measures.forms.division_sheets import ReturnedForm, TakeInForm
from prongsai.web.measures.models import Round
from prongsai.web.measures.queries.division_sheet_changes import Examination, examine
from prongsai.web.measures.queries.division_sheets import divisions_to_send, sheets_of
from prongsai.web.measures.queries.rounds import round_of_year
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Characters that some system does not allow in the name of a file.
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t\0', "-"))


@require_safe
@requires(Permission.RECORD_PROGRESS)
def send_one(request: HttpRequest, seat: Seat, year: int, pk: int, division: int) -> HttpResponse:
    """The workbook of one division."""
    found, wanted = round_of_year(seat, year, pk), division_for(seat, division)
    if wanted is None:
        raise Http404
    decision = seat.writes_for({wanted.pk})
    if not decision:
        raise PermissionDenied(decision.why)
    books = _books(found, [one for one in divisions_to_send(seat, found) if one.pk == wanted.pk])
    if not books:
        return _nothing_to_send(request, seat, found)
    ((name, data),) = books
    return _attachment(data, f"แบบรายงานผล-{year}-{name}", _XLSX)


@require_safe
@requires(Permission.RECORD_PROGRESS)
def send_all(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The workbooks of all divisions that this person writes for, in one archive."""
    found = round_of_year(seat, year, pk)
    books = _books(found, divisions_to_send(seat, found))
    if not books:
        return _nothing_to_send(request, seat, found)
    packed_books = BytesIO()
    with zipfile.ZipFile(packed_books, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in books:
            archive.writestr(name, data)
    return _attachment(packed_books.getvalue(), f"แบบรายงานผล-{year}.zip", "application/zip")


def _books(found: Round, wanted: Iterable[Division]) -> list[tuple[str, bytes]]:
    """(file name, workbook) of each division that has measures; no name twice."""
    books: dict[str, bytes] = {}
    for division, sheet in sheets_of(found, wanted):
        plain = division.name.translate(_NOT_IN_NAMES).strip(" .")[:80]
        name = f"{plain}.xlsx" if f"{plain}.xlsx" not in books else f"{plain} ({division.pk}).xlsx"
        books[name] = write_division_sheet(sheet)
    return list(books.items())


def _attachment(data: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _nothing_to_send(request: HttpRequest, seat: Seat, found: Round) -> HttpResponse:
    messages.error(
        request,
        _("There is no form to send: the round is locked, or the plan names no measure for the division."),
    )
    return redirect("measures:round", seat.agency.slug, found.plan.fiscal_year, found.pk)


@requires(Permission.RECORD_PROGRESS)
def take_in(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Choose files; then see what they would change."""
    found = round_of_year(seat, year, pk)
    form = ReturnedForm(request.POST, request.FILES) if request.method == "POST" else ReturnedForm()
    if request.method != "POST" or not form.is_valid():
        return _upload_page(request, found, form)
    returned, refusals = _read(form.cleaned_data["sheets"])
    if not returned:
        for why in refusals:
            form.add_error("sheets", said(why))
        return _upload_page(request, found, form)
    return _check_page(request, seat, found, returned, refusals=refusals)


def _read(files: Iterable[Any]) -> tuple[list[Returned], list[Sentence]]:
    """The files that are forms of ours, and what is said of the others."""
    returned, refusals = [], []
    for file in files:
        try:
            # One byte more than the limit is enough to be told that it is too large.
            returned.append(read_division_sheet(file.read(LARGEST_FILE + 1), file.name))
        except Refusal as refusal:
            refusals.append(refusal.sentence)
    return returned, refusals


@require_POST
@requires(Permission.RECORD_PROGRESS)
def accept(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Take in what was ticked, all of it or nothing."""
    found, form = round_of_year(seat, year, pk), TakeInForm(request.POST)
    parcel = unpacked(request.POST.get("parcel", ""), seat.person, found)
    if parcel is None:
        again = ReturnedForm()
        messages.error(request, _("This page has lost a part or was open too long. Please choose the files again."))
        return _upload_page(request, found, again, status=422)
    chosen = {key: parcel.seen[key] for key in request.POST.getlist("take") if key in parcel.seen}
    if not chosen and form.is_valid():
        form.add_error(None, _("Please tick at least one measure."))
    if not form.is_valid():
        return _check_page(request, seat, found, parcel.returned, form=form)
    try:
        count = actions.take_in_sheets(
            by=seat.person,
            round=found,
            returned=parcel.returned,
            chosen=chosen,
            on=form.cleaned_data["on"],
            reason=form.cleaned_data["reason"],
        )
    except Stale:
        return _check_page(request, seat, found, parcel.returned, stale=True)
    except Refused as refused:
        form.add_error(None, said(refused.why))
        return _check_page(request, seat, found, parcel.returned, form=form)
    if count:
        messages.success(
            request, ngettext("%(n)d measure was taken in.", "%(n)d measures were taken in.", count) % {"n": count}
        )
    else:
        messages.success(request, _("All of it is in the plan already; nothing was written twice."))
    return redirect("measures:round", seat.agency.slug, year, pk)


def _upload_page(request: HttpRequest, found: Round, form: ReturnedForm, status: int = 200) -> HttpResponse:
    context = {"round": found, "year": found.plan.fiscal_year, "form": form}
    return render(request, "measures/division_sheets_take_in.html", context, status=422 if form.errors else status)


def _check_page(
    request: HttpRequest,
    seat: Seat,
    found: Round,
    returned: Sequence[Returned],
    *,
    form: TakeInForm | None = None,
    refusals: Sequence[Sentence] = (),
    stale: bool = False,
) -> HttpResponse:
    """What would change. A form that was refused keeps what was ticked; a stale page begins anew."""
    examined = examine(seat, found, returned)
    ticked = request.POST.getlist("take") if form else [one.key for one in examined.proposals if one.ticked]
    parcel = packed(_parcel(returned, examined), seat.person, found)
    made = TakeInForm(initial={"on": examined.day, "parcel": parcel})
    context = {
        "round": found,
        "year": found.plan.fiscal_year,
        "examined": examined,
        "ticked": ticked,
        "form": form or made,
        "parcel": parcel,
        "refusals": refusals,
        "stale": stale,
    }
    status = 409 if stale else 422 if form and form.errors else 200
    return render(request, "measures/division_sheets_check.html", context, status=status)


def _parcel(returned: Sequence[Returned], examined: Examination) -> Parcel:
    """Only the rows that would change something are handed on."""
    wanted = {(one.file, one.sheet, one.row) for one in examined.proposals}
    kept = tuple(
        Returned(one.file, tuple(row for row in one.rows if (one.file, row.sheet, row.row) in wanted))
        for one in returned
    )
    return Parcel(kept, {one.key: one.fingerprint for one in examined.proposals if one.refused is None})
