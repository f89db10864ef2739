"""The short way to the public pages: past all that would ask who is there, or set a cookie."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve

from prongsai.web.portal.answering import METHODS, answer, moved, wrong_method
from prongsai.web.portal.keeping import maker_now, nothing
from prongsai.web.portal.queries import agency_of_host, kept_page
from prongsai.web.site.addresses import words_without

#: Where the public addresses are found.
ADDRESSES = "prongsai.web.portal.urls"
#: A letter that PostgreSQL takes in no text; no address of ours has it.
_NUL = "\x00"


class NobodyIsAsked:
    """Stands before the middleware of sessions, and takes every address whose first word no other app has.

    A page that is kept costs one query and no template. Headers that later middleware would set are set with the
    answer; those of the middleware before it are on every answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first, _stroke, rest = request.path_info[1:].partition("/")
        host = request.get_host()  # refuses a name that is not ours
        if not first:
            home = agency_of_host(host.partition(":")[0])
            return moved(f"/{home}/", HTTPStatus.FOUND) if home else self.get_response(request)
        if first in words_without("portal"):
            return self.get_response(request)
        if request.method not in METHODS:
            return wrong_method()
        language, path = ("en", rest) if first == "en" else ("th", request.path_info[1:])
        if _NUL in path:
            return nothing(request, language)
        if page := kept_page(path, language, maker_now()):
            return answer(request, page)
        return _made(request, language)


def _made(request: HttpRequest, language: str) -> HttpResponse:
    """By the view of the address; where only a stroke at the end is wrong, the way to the right one."""
    path = request.path_info
    if match := _match(path):
        request.resolver_match = match
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response
    other = path.rstrip("/") if path.endswith("/") else f"{path}/"
    return moved(other) if not path.endswith("//") and _match(other) else nothing(request, language)


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path, ADDRESSES)
    except Resolver404:
        return None
