"""Publishing the official result of a year."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments.publishing import draft_of_scores
from prongsai.web.published import actions as published
from prongsai.web.published.queries import page_of_draft
from prongsai.web.site.access import requires


@requires(Permission.PUBLISH)
def publish(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The result as the public would read it, and publishing exactly that."""
    draft = draft_of_scores(seat.agency, year)
    if draft is None:
        raise Http404
    post = request.POST if request.method == "POST" else None
    tried = published.try_to_publish(by=seat.person, agency=seat.agency, draft=draft, post=post)
    if tried.done:
        messages.success(request, _("The result is public now."))
        return redirect("published:detail", seat.agency.slug, year, draft.content.code)
    back = {"address": reverse("assessments:result", args=[seat.agency.slug, year]), "name": _("Assessment results")}
    context = {"year": year, "page": page_of_draft(seat.agency, draft, tried), "back": back}
    return render(request, "published/publish.html", context, status=tried.status)
