"""What is or was public, each with its versions, and withdrawing."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.publication.changes import changes
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.queries import Seat
from prongsai.web.published import actions, queries
from prongsai.web.published.forms import ALL, WithdrawForm
from prongsai.web.published.queries import Publication, Shown
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """A version or a publication as officials see it: who published it, and where the public finds it."""

    shown: Shown
    address: str
    by: str
    withdrawn_by: str = ""
    differences: tuple[Sentence, ...] = ()


@require_safe
@requires(Permission.SEE_AGENCY)
def index(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Everything that is or was public, the newest year first."""
    found = queries.publications_of(seat.agency).order_by("-fiscal_year", "order", "id")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = _rows(seat, queries.shown_of(seat.agency, page.object_list))
    return render(request, "published/list.html", {"page": page, "rows": rows})


@require_safe
@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """One publication with all its versions, and what each changed."""
    publication = _publication(seat, year, code)
    shown = queries.editions_of(publication)
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "publication": publication,
        "newest": shown[0],
        "address": queries.public_address(seat.agency, year, publication.code),
        "page": page,
        "rows": _rows(seat, list(page.object_list), shown),
        "living": any(not one.is_withdrawn for one in shown),
        "may_publish": seat.may(Permission.PUBLISH),
    }
    return render(request, "published/detail.html", context)


@requires(Permission.PUBLISH)
def withdraw(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """Show one version, or all, no longer: first a page that says what the public will see."""
    publication = _publication(seat, year, code)
    shown = queries.editions_of(publication)
    chosen = request.GET.get("number", ALL)
    form = WithdrawForm(request.POST or None, shown=shown, initial={"which": chosen})
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            gone = actions.withdraw(by=seat.person, publication=publication, reason=reason, number=form.number)
        except Refused as refusal:
            form.add_error("reason", said(refusal.why))
        else:
            words = ngettext("%(n)d version is withdrawn.", "%(n)d versions are withdrawn.", len(gone))
            messages.success(request, words % {"n": len(gone)} if gone else _("It was withdrawn already."))
            return redirect("published:detail", seat.agency.slug, year, publication.code)
    address = queries.public_address(seat.agency, year, publication.code)
    context = {"year": year, "publication": publication, "form": form, "address": address}
    return render(request, "published/withdraw.html", context, status=422 if form.errors else 200)


def _publication(seat: Seat, year: int, code: str) -> Publication:
    found = queries.publication_at(seat.agency, year, code)
    if found is None:
        raise Http404
    return found


def _rows(seat: Seat, shown: list[Shown], versions: list[Shown] | None = None) -> list[Row]:
    """``versions`` are all of one publication, the newest first, to tell what each changed; None in lists."""
    names = queries.people_of(shown)
    before = {one.edition.number + 1: one for one in versions or ()}
    return [
        Row(
            one,
            _address(seat, one, version=versions is not None),
            names.get(one.edition.published_by_id, ""),
            names.get(one.withdrawal.withdrawn_by_id, "") if one.withdrawal else "",
            _differences(before.get(one.edition.number), one),
        )
        for one in shown
    ]


def _address(seat: Seat, shown: Shown, *, version: bool) -> str:
    one = shown.publication
    return queries.public_address(seat.agency, one.fiscal_year, one.code, shown.edition.number if version else None)


def _differences(old: Shown | None, new: Shown) -> tuple[Sentence, ...]:
    """What a version changed, as long as both may be read."""
    if old is None or old.is_withdrawn or new.is_withdrawn:
        return ()
    return tuple(changes(old.content, new.content))
