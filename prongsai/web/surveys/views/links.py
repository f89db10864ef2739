"""Handing a survey out: its address, and one-time links, whose secrets leave in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.documents.writers.errors import WriterUnavailable
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said
from prongsai.web.surveys import handouts
from prongsai.web.surveys.actions import links
from prongsai.web.surveys.forms.links import LinksForm
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.sharing import address_of, batches_of, link_address, next_batch
from prongsai.web.surveys.views.fetching import survey_or_404

FILES: dict[str, tuple[str, Callable[[Survey, Sequence[str]], bytes]]] = {
    "pdf": ("application/pdf", handouts.slips_pdf),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", handouts.links_xlsx),
    "csv": ("text/csv; charset=utf-8", handouts.links_csv),
}


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def share(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The address with its picture, and the batches of links."""
    survey = survey_or_404(seat, pk)
    return _page(request, year, survey, LinksForm(initial={"batch": next_batch(survey)}))


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def make(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """A batch of links, in a file that is made before they are kept: without the file there are no links."""
    survey = survey_or_404(seat, pk)
    form = LinksForm(request.POST)
    if not form.is_valid():
        return _page(request, year, survey, form)
    kind = form.cleaned_data["file"]
    media_type, write = FILES[kind]
    batch = form.cleaned_data["batch"]
    try:
        secrets = links.draw_secrets(form.cleaned_data["count"])
        file = write(survey, [link_address(survey, secret) for secret in secrets])
        links.make_links(by=seat.person, survey=survey, secrets=secrets, batch=batch)
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return _page(request, year, survey, form)
    except WriterUnavailable as missing:
        form.add_error("file", said(missing.sentence))
        return _page(request, year, survey, form)
    response = HttpResponse(file, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="links-{survey.code}-{batch}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def revoke(request: HttpRequest, seat: Seat, year: int, pk: int, batch: int) -> HttpResponse:
    """End the links of a batch."""
    survey = survey_or_404(seat, pk)
    links.revoke_links(by=seat.person, survey=survey, batch=batch)
    messages.success(request, _("The links of batch %(number)s work no more.") % {"number": batch})
    return redirect("surveys:share", seat.agency.slug, year, pk)


def _page(request: HttpRequest, year: int, survey: Survey, form: LinksForm) -> HttpResponse:
    context = {
        "year": year,
        "survey": survey,
        "form": form,
        "picture": handouts.picture(address_of(survey)),
        "batches": batches_of(survey),
    }
    return render(request, "surveys/sharing/share.html", context, status=422 if form.errors else 200)
