"""How a public page is answered: the same for everybody, so any cache may keep it, asking first whether it is new."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe

#: Whoever has a page asks each time whether it still holds: what is withdrawn is gone at once, at the price of a 304.
CACHED = "public, max-age=0, must-revalidate"
METHODS = ("GET", "HEAD")
#: Shorter answers are not worth squeezing.
WORTH_SQUEEZING = 400


class Policy(StrEnum):
    """What a browser may do with an answer."""

    PAGE = "page"  # a page of the portal: it shows its own style and pictures, and runs nothing
    EMBED = "embed"  # a page that other sites may show in a frame
    DATA = "data"  # no page: a program of any site may read it
    STYLE = "style"  # style sheets and pictures of our own pages
    FILE = "file"  # what an agency has put out: a browser may show it, and runs nothing of it
    PAPER = "paper"  # a PDF of these: Safari shows some in no sandbox, and Chrome's viewer knows no policy but its own


#: Nothing of a page fetches; programs that judge pages, such as Lighthouse, fetch robots.txt in the name of one.
_ONLY_OURS = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",  # a site that is linked to may know where from
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Vary": "Accept-Encoding",
}
HEADERS: dict[str, dict[str, str]] = {
    Policy.PAGE: {
        **_EVERYWHERE,
        "Content-Security-Policy": f"{_ONLY_OURS}; frame-ancestors 'none'",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    },
    Policy.EMBED: {
        **_EVERYWHERE,
        "Content-Security-Policy": f"{_ONLY_OURS}; frame-ancestors *",
        "Cross-Origin-Resource-Policy": "cross-origin",
    },
    Policy.DATA: {
        **_EVERYWHERE,
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "X-Frame-Options": "DENY",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    },
    Policy.STYLE: {
        **_EVERYWHERE,
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "cross-origin",  # a badge elsewhere may show the emblem
    },
    Policy.PAPER: {
        **_EVERYWHERE,
        "Content-Security-Policy": "frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "cross-origin",
    },
    Policy.FILE: {
        **_EVERYWHERE,
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "cross-origin",
    },
}


@dataclass(frozen=True, slots=True)
class Made:
    """What a maker of a page gives back. ``modified`` is when what it shows last changed; with a ``name`` it is saved.

    ``cache`` is the Cache-Control of an answer that is made anew each time; kept pages have that of ``CACHED``.
    """

    body: bytes
    modified: datetime | None = None
    content_type: str = "text/html; charset=utf-8"
    status: int = HTTPStatus.OK
    policy: Policy = Policy.PAGE
    name: str = ""
    cache: str = CACHED


@dataclass(frozen=True, slots=True)
class Moved:
    """What was asked for stands at another address, for ever."""

    address: str


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer as it is kept: ``packed`` is the body compressed with gzip, ``etag`` its name without quotes,
    ``modified`` the moment as the header Last-Modified tells it.
    """

    status: int
    content_type: str
    policy: str
    name: str
    etag: str
    modified: str
    packed: bytes
    cache: str = CACHED


def tag_of(body: bytes) -> str:
    """The name of a body, the same for the same bytes."""
    return hashlib.sha256(body).hexdigest()[:32]


def pack(body: bytes) -> bytes:
    """Compressed once and for all; the same bytes for the same body."""
    return gzip.compress(body, 9, mtime=0)


def ready(made: Made, now: datetime) -> Ready:
    """``made`` as it can be kept."""
    modified = http_date((made.modified or now).timestamp())
    body = pack(made.body)
    return Ready(
        made.status, made.content_type, made.policy, made.name, tag_of(made.body), modified, body, cache=made.cache
    )


def answer(request: HttpRequest, page: Ready) -> HttpResponse:
    """The page, or 304 where the asker has it. A squeezed body has a name of its own, as a strong ETag must."""
    squeezed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    etag = f'"{page.etag}-gz"' if squeezed else f'"{page.etag}"'
    headers = {"ETag": etag, "Last-Modified": page.modified, "Cache-Control": page.cache}
    headers |= HEADERS[page.policy]
    if page.status == HTTPStatus.OK and _known(request, page):
        return _bare(HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers))
    if page.name:
        headers["Content-Disposition"] = content_disposition_header(True, page.name) or "attachment"
    body = page.packed if squeezed else gzip.decompress(page.packed)
    if squeezed:
        headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(len(body))
    shown = b"" if request.method == "HEAD" else body
    return HttpResponse(shown, status=page.status, content_type=page.content_type, headers=headers)


def moved(address: str, status: int = HTTPStatus.MOVED_PERMANENTLY) -> HttpResponse:
    """To another address of ours."""
    return HttpResponse(
        status=status, headers={"Location": iri_to_uri(address), "Cache-Control": CACHED} | HEADERS[Policy.DATA]
    )


def wrong_method() -> HttpResponse:
    """Public pages are only read."""
    return HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(METHODS)})


def _known(request: HttpRequest, page: Ready) -> bool:
    """Whether the asker has this page: by its name, or, where no name was told, by its time (RFC 9110 §13.2.2)."""
    if names := request.META.get("HTTP_IF_NONE_MATCH"):
        told = {one.strip().removeprefix("W/").strip('"') for one in names.split(",")}
        return bool(told & {"*", page.etag, f"{page.etag}-gz"})
    since = parse_http_date_safe(request.META.get("HTTP_IF_MODIFIED_SINCE", ""))
    modified = parse_http_date_safe(page.modified)
    return since is not None and modified is not None and modified <= since


def _bare(response: HttpResponse) -> HttpResponse:
    del response.headers["Content-Type"]
    return response
