"""The list of imports with its upload, and the file as it was sent."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.imports import actions, queries
from prongsai.web.imports.forms import UploadForm
from prongsai.web.imports.views.fetching import import_or_404
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@require_safe
@requires(Permission.ACCEPT_IMPORT)
def index(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What was brought in, newest first, and the form for another."""
    return _page(request, seat, UploadForm())


@require_POST
@requires(Permission.ACCEPT_IMPORT)
def upload(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read a file and go on to its check page."""
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = actions.read_report(by=seat.person, agency=seat.agency, data=file.read(), name=file.name)
        except Refused as refusal:
            form.add_error("file", said(refusal.why))
        else:
            if made.state == made.State.READ:
                messages.success(request, _("The report has been read. Please check what is marked."))
            return redirect("imports:check", seat.agency.slug, made.pk)
    return _page(request, seat, form, status=422)


@require_safe
@requires(Permission.ACCEPT_IMPORT)
def original(request: HttpRequest, seat: Seat, pk: int) -> FileResponse:
    """The file as it was sent: always saved, never shown by the browser."""
    found = import_or_404(seat, pk, read=False)
    return FileResponse(
        found.file.open("rb"), as_attachment=True, filename=found.file_name, content_type="application/octet-stream"
    )


def _page(request: HttpRequest, seat: Seat, form: UploadForm, status: int = 200) -> HttpResponse:
    page = Paginator(queries.imports_of(seat), 25).get_page(request.GET.get("page"))
    return render(request, "imports/list.html", {"page": page, "form": form}, status=status)
