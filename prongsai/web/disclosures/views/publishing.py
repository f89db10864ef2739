"""Publishing items: one with all that is to be looked at, or several that are ready at once."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.entries import Entry, entry_of
from prongsai.web.disclosures.publishing import draft_of, entries_to_publish
from prongsai.web.published import actions as published
from prongsai.web.published.queries import Draft, page_of_draft, pages_of_drafts, public_address
from prongsai.web.site import clock
from prongsai.web.site.access import requires

#: So many items are looked over at once: more would not be read before the one tick below them.
MOST = 25


@requires(Permission.PUBLISH)
def publish(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """An item as the public would read it, and publishing exactly that."""
    entry = entry_of(seat.agency, year, code, clock.today())
    if entry is None:
        raise Http404
    draft = draft_of(seat.agency, year, entry)
    post = request.POST if request.method == "POST" else None
    also = partial(actions.tell_reports, by=seat.person, entry=entry)
    tried = published.try_to_publish(by=seat.person, agency=seat.agency, draft=draft, post=post, also=also)
    if tried.done:
        address = public_address(seat.agency, year, draft.content.code)
        messages.success(request, _("%(code)s is public now, at %(address)s") % {"code": code, "address": address})
        return redirect("disclosures:detail", seat.agency.slug, year, code)
    item = reverse("disclosures:detail", args=[seat.agency.slug, year, code])
    back = {"address": item, "name": f"{code} {entry.line.name}"}
    context = {"year": year, "page": page_of_draft(seat.agency, draft, tried), "back": back}
    return render(request, "published/publish.html", context, status=tried.status)


@requires(Permission.PUBLISH)
def publish_many(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The items that were ticked on the board, each with its warnings, and one button for all."""
    codes = request.POST.getlist("code") or request.GET.getlist("code")
    entries = entries_to_publish(seat.agency, year, codes)[:MOST]
    if not entries:
        messages.error(request, _("Please tick the items that you wish to publish."))
        return redirect("disclosures:list", seat.agency.slug, year)
    drafts = [draft_of(seat.agency, year, entry) for entry in entries]
    tried = [_try(request, seat, *one) for one in zip(entries, drafts, strict=True)]
    done = sum(one.done for one in tried)
    if done:
        words = ngettext("%(n)d item is public now.", "%(n)d items are public now.", done)
        messages.success(request, words % {"n": done})
    if done == len(entries):
        return redirect("disclosures:list", seat.agency.slug, year)
    left = [one for one in zip(entries, drafts, tried, strict=True) if not one[2].done]
    return _show_many(request, seat, year, left, cut=len(set(codes)) > MOST)


def _try(request: HttpRequest, seat: Seat, entry: Entry, draft: Draft) -> published.Tried:
    """Each item is published by itself: one that is refused keeps none of the others."""
    post = request.POST if request.method == "POST" else None
    return published.try_to_publish(
        by=seat.person,
        agency=seat.agency,
        draft=draft,
        post=post,
        prefix=f"{entry.line.code}-",
        also=partial(actions.tell_reports, by=seat.person, entry=entry),
    )


def _show_many(
    request: HttpRequest, seat: Seat, year: int, left: list[tuple[Entry, Draft, published.Tried]], *, cut: bool
) -> HttpResponse:
    pages = pages_of_drafts(seat.agency, [(draft, tried) for _entry, draft, tried in left])
    context: dict[str, Any] = {
        "year": year,
        "rows": [(entry.line, page) for (entry, _draft, _tried), page in zip(left, pages, strict=True)],
        "asks_reason": any(page.preview.is_correction for page in pages),
        "reason": request.POST.get("reason", ""),
        "most": MOST if cut else None,
    }
    status = 422 if any(tried.refusal for _entry, _draft, tried in left) else 200
    return render(request, "disclosures/publish_many.html", context, status=status)
