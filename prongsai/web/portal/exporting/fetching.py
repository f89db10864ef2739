"""The answers of the portal itself, asked for within the process: what is exported is what is served."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve

from prongsai.web.agencies.models import Agency
from prongsai.web.portal.keeping import maker_now
from prongsai.web.portal.queries import kept_page
from prongsai.web.published.queries import PublishedFile, file_of

ADDRESSES = "prongsai.web.portal.urls"
#: The name of the address of published files.
FILE = "file"
_PIECE = 1 << 20
_KINDS = {"css": "text/css", "svg": "image/svg+xml", "png": "image/png", "woff2": "font/woff2"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: ``pieces`` of its body, once; ``moved`` is the path to which it leads."""

    status: int
    content_type: str
    pieces: Iterable[bytes]
    moved: str = ""

    @property
    def is_there(self) -> bool:
        """Whether something stands there: a page, a file, or the word of what was withdrawn."""
        return self.status in (HTTPStatus.OK, HTTPStatus.GONE)


def fetch(agency: Agency, path: str) -> Fetched:
    """What stands at a decoded path of the portal, or of its style."""
    if path.startswith(settings.STATIC_URL):
        return _style(path.removeprefix(settings.STATIC_URL))
    language, bare = ("en", path[4:]) if path.startswith("/en/") else ("th", path[1:])
    if page := kept_page(bare, language, maker_now()):
        return Fetched(page.status, page.content_type, (gzip.decompress(page.packed),))
    match = route_of(path)
    if match is None:
        return Fetched(HTTPStatus.NOT_FOUND, "", ())
    if match.url_name == FILE:
        return _file(agency, match.kwargs["key"], match.kwargs["name"])
    request = _request(path)
    request.resolver_match = match
    response = match.func(request, *match.args, **match.kwargs)
    moved = unquote(urlsplit(response.headers.get("Location", "")).path)
    return Fetched(response.status_code, response.headers.get("Content-Type", ""), (response.content,), moved)


def route_of(path: str) -> ResolverMatch | None:
    """The view of a path, or None."""
    try:
        return resolve(path, ADDRESSES)
    except Resolver404:
        return None


def _request(path: str) -> HttpRequest:
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = path
    site = urlsplit(settings.SITE_URL)
    request.META = {"REQUEST_METHOD": "GET", "SERVER_NAME": site.hostname or "", "SERVER_PORT": str(site.port or 80)}
    return request


def _file(agency: Agency, key: str, name: str) -> Fetched:
    """A published file, read as it is written; nothing where only withdrawn editions show it, or its bytes are lost."""
    found = file_of(agency, key)
    if found is None or found.name != name or not found.file.storage.exists(str(found.file.name)):
        return Fetched(HTTPStatus.NOT_FOUND, "", ())
    return Fetched(HTTPStatus.OK, found.content_type, _pieces(found))


def _pieces(found: PublishedFile) -> Iterator[bytes]:
    with found.file.open("rb") as file:
        yield from file.chunks(_PIECE)


def _style(name: str) -> Fetched:
    """A file of the style. In production its name has a hash, and only the folder of collected files knows it."""
    kind = _KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    found = finders.find(name)
    if isinstance(found, str):
        return Fetched(HTTPStatus.OK, kind, (Path(found).read_bytes(),))
    storage = cast(Any, staticfiles_storage)
    if not storage.exists(name):
        return Fetched(HTTPStatus.NOT_FOUND, "", ())
    with storage.open(name) as file:
        return Fetched(HTTPStatus.OK, kind, (file.read(),))
