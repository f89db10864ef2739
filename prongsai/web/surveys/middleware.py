"""The short way to the pages that are answered: past all that would ask who is there, or set a cookie."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.text import compress_string

#: Addresses that begin so go the short way.
ANSWERED = "/s/"
#: Where they are found; to look among all addresses of the site would take a tenth of the time of an answer.
ADDRESSES = "prongsai.web.surveys.urls"
#: Shorter answers are not worth squeezing.
WORTH_SQUEEZING = 400


class NobodyIsAsked:
    """Stands before the middleware of sessions. Behind it nobody has an address, an account or a cookie.

    Headers that later middleware would set are set here; those of the middleware before it are on every answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ANSWERED):
            return self.get_response(request)
        try:
            match = resolve(_finished(request.path_info), ADDRESSES)
        except Resolver404:
            return self.get_response(request)
        request.resolver_match = match
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "no-referrer"  # the address may be a secret
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        _squeeze(request, response)
        return response


def _finished(path: str) -> str:
    """The path as if it ended as ours do: whoever types an address from a poster leaves the last stroke out."""
    return path if path.endswith(("/", ".css")) else f"{path}/"


def _squeeze(request: HttpRequest, response: HttpResponse) -> None:
    """Compressed, a page of Thai is a fifth as long. It holds no secret of anybody but who asks for it (see BREACH)."""
    response.headers["Vary"] = "Accept-Encoding"
    if len(response.content) > WORTH_SQUEEZING and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.content = compress_string(response.content, max_random_bytes=100)
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
