"""Home, language, health, and the pages of errors."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.sentence import Sentence
from prongsai.web.accounts.actions import change_language
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import memberships_of
from prongsai.web.site import clock, style
from prongsai.web.site.access import public, signed_in
from prongsai.web.site.doors import doors_for


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """To what somebody has, where it is one thing; else a choice, or the word that there is no agency yet."""
    assert isinstance(request.user, Person)  # noqa: S101  # signed_in sees to it
    memberships, doors = list(memberships_of(request.user)), doors_for(request.user)
    if not memberships and len(doors) == 1 and "choose" not in request.GET:
        return redirect(doors[0].address)
    if len(memberships) == 1 and not doors and "choose" not in request.GET:
        only = memberships[0]
        page = "measures:my_work" if only.rules.division_only else "measures:dashboard"
        return redirect(page, only.agency.slug, clock.this_fiscal_year())
    return render(
        request, "home.html", {"memberships": memberships, "doors": doors, "this_year": clock.this_fiscal_year()}
    )


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language: kept in a cookie, and with the account of somebody who has one."""
    chosen = request.POST.get("language", "")
    address = request.POST.get("next", "/")
    if not address.startswith("/") or not url_has_allowed_host_and_scheme(address, {request.get_host()}):
        address = "/"
    response = HttpResponseRedirect(address)  # redirect() would take a word for the name of a view
    if chosen in dict(settings.LANGUAGES):
        translation.activate(chosen)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=31_536_000,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        if isinstance(request.user, Person):
            change_language(by=request.user, language=chosen)
    return response


@require_safe
@public
def health(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, 503 where it does not; for those who watch the server."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer", content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")


@signed_in
def components(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for those who build pages; not in production."""
    if settings.PRODUCTION:
        raise Http404
    context = style.context(request.POST or None)
    return render(request, "site/style.html", context, status=422 if context["form"].errors else 200)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 with the sentence of the refusal, where there is one."""
    reason = exception.args[0] if exception and exception.args else None
    why = reason if isinstance(reason, Sentence) else None
    return render(request, "403.html", {"why": why}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came from an old or foreign page."""
    return render(request, "403_csrf.html", status=403)


def locked_out(request: HttpRequest, credentials: object = None, *args: object, **kwargs: object) -> HttpResponse:
    """Too many wrong passwords."""
    return render(request, "account/locked_out.html", status=429)
