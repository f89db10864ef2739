"""A Word report of the agency as a form: bring it, see what was found in it, name and keep it, or take it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.documents.writers.own_paper import LARGEST
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import actions
from prongsai.web.reports.forms import OwnFormForm, OwnPaperForm, PaperNameForm
from prongsai.web.reports.forms_of import layout_of, paper_for
from prongsai.web.reports.models import OwnForm
from prongsai.web.reports.own_papers import doubts_of, memo_of, remarks_of, tables_of
from prongsai.web.reports.views.own_forms import forms_page, papers_of
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said


@require_POST
@requires(Permission.WRITE_REPORT)
def bring_paper(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read a Word report as a form and go on to what was found in it."""
    form = OwnPaperForm(request.POST, request.FILES, papers=papers_of(seat))
    if form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read(LARGEST + 1)
        try:
            own = actions.bring_paper(
                by=seat.person, agency=seat.agency, data=data, name=file.name, form=form.cleaned_data.get("of", "")
            )
        except Refused as refusal:
            form.add_error("file", said(refusal.why))
        else:
            return redirect("reports:own_paper", seat.agency.slug, own.pk)
    return forms_page(request, seat, OwnFormForm(), form)


@requires(Permission.WRITE_REPORT)
def own_paper(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """What was found in a Word report; while it waits, the name under which it is kept."""
    own = _paper_or_404(seat, pk)
    layout = layout_of(own)
    form = PaperNameForm(request.POST or None, initial={"name": layout.name_th if layout else ""})
    if request.method == "POST" and form.is_valid():
        actions.keep_paper(by=seat.person, own=own, name=form.cleaned_data["name"])
        messages.success(request, _("The Word form was kept. New reports can be written in it."))
        return redirect("reports:forms", seat.agency.slug)
    context = {
        "own": own,
        "layout": layout,
        "form": form,
        "memo": memo_of(own),
        "tables": tables_of(own),
        "doubts": doubts_of(own),
        "remarks": remarks_of(own),
    }
    return render(request, "reports/own_paper.html", context, status=422 if form.errors else 200)


@require_safe
@requires(Permission.WRITE_REPORT)
def paper_file(request: HttpRequest, seat: Seat, pk: int) -> FileResponse:
    """The Word file as it was brought: always saved, never shown by the browser."""
    own = _paper_or_404(seat, pk)
    return FileResponse(
        own.file.open("rb"), as_attachment=True, filename=own.file_name, content_type="application/octet-stream"
    )


@require_POST
@requires(Permission.WRITE_REPORT)
def drop_paper(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """Take back a Word report that nobody has kept yet."""
    actions.drop_paper(by=seat.person, own=_paper_or_404(seat, pk))
    return redirect("reports:forms", seat.agency.slug)


def _paper_or_404(seat: Seat, pk: int) -> OwnForm:
    own = paper_for(seat, pk)
    if own is None:
        raise Http404
    return own
