"""How the public pages look: looked at first, then saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.colour import Palette, palette, read_colour
from prongsai.web.agencies.queries import Seat
from prongsai.web.portal.actions import change_front
from prongsai.web.portal.emblems import TYPE
from prongsai.web.portal.forms import FIELDS, FrontForm
from prongsai.web.portal.queries import emblem_of, front_of, portal_of
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said

#: The colour of pages that have none of their own; as in portal.css.
USUAL = "#0b4f5c"


@requires(Permission.MANAGE_AGENCY)
def settings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The form with a picture of the head of the pages; “look” draws it anew and saves nothing."""
    shown = FrontForm.of(front_of(seat.agency))
    if request.method != "POST":
        return _page(request, seat, shown)
    form = FrontForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, seat, form, status=422)
    if "look" in request.POST:
        return _page(request, seat, form)
    return _saved(request, seat, form, shown)


@require_safe
@requires(Permission.SEE_AGENCY)
def own_emblem(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The emblem for those who set it, also before anything is public."""
    picture = emblem_of(front_of(seat.agency))
    if picture is None:
        raise Http404
    return HttpResponse(picture, content_type=TYPE, headers={"Cache-Control": "private, no-cache"})


def _saved(request: HttpRequest, seat: Seat, form: FrontForm, shown: FrontForm) -> HttpResponse:
    given = form.cleaned_data
    picture = given["emblem"].read() if given["emblem"] else None
    try:
        change_front(
            by=seat.person,
            agency=seat.agency,
            version=given["version"],
            values=form.values,
            emblem=picture,
            bare=given["bare"],
        )
    except Stale:
        rows = _conflict(form, shown)
        again = FrontForm(initial=given | {"version": shown["version"].value()})
        return _page(request, seat, again, status=409, conflict=rows)
    except Refused as refusal:
        form.add_error("emblem" if picture else "host", said(refusal.why))
        return _page(request, seat, form, status=422)
    messages.success(request, _("Saved. The public pages are made anew."))
    return redirect("portal:settings", seat.agency.slug)


def _page(
    request: HttpRequest,
    seat: Seat,
    form: FrontForm,
    *,
    status: int = 200,
    conflict: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    chosen = read_colour(str(form["colour"].value() or "")) or read_colour(USUAL)
    context = {
        "form": form,
        "front": front_of(seat.agency),
        "palette": _palette(chosen),
        "conflict": conflict,
        "is_public": portal_of(seat.agency.slug) is not None,
        "title": form["name_en"].value() or "",
    }
    return render(request, "portal/settings.html", context, status=status)


def _palette(chosen: tuple[int, int, int] | None) -> Palette | None:
    return palette(chosen) if chosen else None


def _conflict(yours: FrontForm, theirs: FrontForm) -> list[dict[str, Any]]:
    """Rows for ``parts/conflict.html``."""
    return [
        {"label": yours[name].label, "theirs": theirs[name].value() or "", "yours": yours[name].value() or ""}
        for name in FIELDS
    ]
