"""The public pages behind a division's link. A stranger sees that division's measures of that round, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.web.measures.queries.my_work import day_to_offer, work_of
from prongsai.web.outside import actions, queries
from prongsai.web.outside.forms import AnswerForm
from prongsai.web.outside.models import DivisionLink
from prongsai.web.site import clock
from prongsai.web.site.access import public
from prongsai.web.site.refusals import said

P = ParamSpec("P")
#: The name that somebody gave is kept on the phone, so that it is typed once.
NAME_COOKIE, NAME_AGE = "answered_by", 60 * 60 * 24


def by_link(
    view: Callable[Concatenate[HttpRequest, DivisionLink, str, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """For a view ``(request, link, secret, …)``: one gentle page for whatever link does not live.

    The address is a secret: it is neither kept by caches and search engines nor told to other sites. The policy is
    not ``no-referrer``, because browsers then send forms with ``Origin: null``, which the CSRF check refuses.
    """

    @wraps(view)
    def opened(request: HttpRequest, secret: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        link = queries.link_by(secret)
        if link is None:
            response = render(request, "outside/over.html", status=404)
        else:
            response = view(request, link, secret, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        return response

    return cast(Callable[Concatenate[HttpRequest, str, P], HttpResponse], opened)


@public
@require_safe
@by_link
def answer(request: HttpRequest, link: DivisionLink, secret: str) -> HttpResponse:
    """The measures of the division, the most urgent first."""
    work = work_of(link.round.plan, link.division, link.round, clock.today())
    saved = request.GET.get("saved", "")
    context = {
        "link": link,
        "secret": secret,
        "work": work,
        "today": clock.today(),
        "saved": next((row for row in (*work.todo, *work.finished) if str(row.measure.pk) == saved), None),
    }
    return render(request, "outside/answer.html", context)


@public
@by_link
def record(request: HttpRequest, link: DivisionLink, secret: str, pk: int) -> HttpResponse:
    """The form for one measure."""
    measure = queries.measure_of_link(link, pk)
    form = AnswerForm(
        request.POST or None,
        request.FILES or None,
        status=measure.status,
        offered=day_to_offer(link.round, link.round.plan, clock.today()),
        known_name=_known_name(request),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(by=None, link=link, measure=measure, name=form.who, said=form.said, brought=form.brought)
        except Refused as refused:
            form.add_error(None, said(refused.why))
        else:
            return _answered(request, secret, pk, form.who)
    context = {"link": link, "secret": secret, "measure": measure, "form": form}
    return render(request, "outside/record.html", context, status=422 if form.errors else 200)


def _known_name(request: HttpRequest) -> str:
    """The name that this phone gave before, or ""."""
    return unquote(request.get_signed_cookie(NAME_COOKIE, "") or "")


def _answered(request: HttpRequest, secret: str, pk: int, name: str) -> HttpResponse:
    response = redirect(f"{reverse('outside:answer', args=[secret])}?saved={pk}")
    response.set_signed_cookie(
        NAME_COOKIE,
        quote(name),  # a header has no Thai letters
        max_age=NAME_AGE,
        path=f"/r/{secret}/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
