"""Files that are read page by page: stopping, going on, taking out, and the pictures of pages."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.imports import actions, queries
from prongsai.web.imports.sheet import Cut
from prongsai.web.imports.views.fetching import import_or_404
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said

#: Pictures of pages are of one agency, and do not change.
_HEADERS = {"Cache-Control": "private, max-age=3600", "X-Content-Type-Options": "nosniff"}


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def stop(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Stop reading; what is done is kept."""
    found = import_or_404(seat, pk, read=False)
    return _after(
        request, seat, pk, lambda: actions.stop(by=seat.person, report_import=found), _("Reading was stopped.")
    )


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def resume(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Go on reading, or try lost pages again."""
    found = import_or_404(seat, pk, read=False)
    return _after(request, seat, pk, lambda: actions.resume(by=seat.person, report_import=found), _("Reading goes on."))


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def drop(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Take a file out that was not read to its end."""
    found = import_or_404(seat, pk, read=False)
    try:
        actions.drop(by=seat.person, report_import=found)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("imports:check", seat.agency.slug, pk)
    messages.success(request, _("The file has been taken out."))
    return redirect("imports:list", seat.agency.slug)


@require_safe
@requires(Permission.ACCEPT_IMPORT)
def page(request: HttpRequest, seat: Seat, pk: int, number: int) -> FileResponse:
    """The picture of a page, straightened, as its letters were read."""
    picture = queries.picture_of(import_or_404(seat, pk, read=False), number)
    if picture is None:
        raise Http404
    return FileResponse(picture.open("rb"), content_type="image/jpeg", headers=_HEADERS)


@require_safe
@requires(Permission.ACCEPT_IMPORT)
def cut(request: HttpRequest, seat: Seat, pk: int, line: int, column: int) -> HttpResponse:
    """The part of a page where a value stands."""
    found = queries.cut_of(import_or_404(seat, pk), Cut(line, column))
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/jpeg", headers=_HEADERS)


def _after(request: HttpRequest, seat: Seat, pk: int, do: Callable[[], None], done: str) -> HttpResponse:
    try:
        do()
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, done)
    return redirect("imports:check", seat.agency.slug, pk)
