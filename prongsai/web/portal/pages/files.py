"""Files as they were published: shown only where a browser can show them without running anything, else saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import IO
from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from prongsai.web.portal.answering import CACHED, HEADERS, Policy, moved
from prongsai.web.portal.keeping import asked_for, nothing, prefix_of
from prongsai.web.published.queries import PublishedFile, file_of
from prongsai.web.site.access import public

PDF = "application/pdf"
#: What browsers show and never run. HTML, SVG and XML are none of them, whatever a file calls itself.
SHOWN = frozenset({PDF, "image/png", "image/jpeg", "image/webp", "image/gif"})
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PIECE = 64 * 1024


@require_safe
@public
def published_file(request: HttpRequest, agency: str, language: str, key: str, name: str) -> HttpResponseBase:
    """The bytes of a file that an edition shows which is not withdrawn; a part of them where a part is asked for."""
    asked = asked_for(agency, language, request.path_info)
    found = file_of(asked.agency, key) if asked else None
    if found is None:
        return nothing(request, language)
    if name != found.name:
        return moved(f"{prefix_of('th')}/{agency}/files/{key}/{quote(found.name)}")
    headers = _headers(found)
    if request.headers.get("If-None-Match", "") == headers["ETag"]:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    try:
        file = found.file.open("rb")
    except FileNotFoundError:
        return nothing(request, language)
    return _part(request, found, file, headers) or _whole(found, file, headers)


def _headers(file: PublishedFile) -> dict[str, str]:
    kind = file.content_type.partition(";")[0].strip().lower()
    return HEADERS[Policy.PAPER if kind == PDF else Policy.FILE] | {
        "ETag": f'"{file.sha256}"',
        "Cache-Control": CACHED,  # the bytes never change, but what is withdrawn is to be gone as soon as its page
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(kind not in SHOWN, file.name) or "attachment",
    }


def _whole(found: PublishedFile, file: IO[bytes], headers: dict[str, str]) -> FileResponse:
    response = FileResponse(file, content_type=found.content_type)
    for name, value in headers.items():  # after it has set its own, such as a name for the file
        response[name] = value
    return response


def _part(
    request: HttpRequest, found: PublishedFile, file: IO[bytes], headers: dict[str, str]
) -> HttpResponseBase | None:
    """The bytes that were asked for, 416 where there are none such, None where it is the whole (RFC 9110 §14)."""
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", headers["ETag"]) != headers["ETag"]:
        return None
    first, last = _bounds(asked[1], asked[2], found.size)
    if first > last:
        file.close()
        wrong = {"Content-Range": f"bytes */{found.size}"}
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers | wrong)
    told = {"Content-Range": f"bytes {first}-{last}/{found.size}", "Content-Length": str(last - first + 1)}
    file.seek(first)
    return StreamingHttpResponse(
        _pieces(file, last - first + 1),
        status=HTTPStatus.PARTIAL_CONTENT,
        headers=headers | told,
        content_type=found.content_type,
    )


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte; first > last where there is no such part."""
    if first:
        return int(first), min(int(last), size - 1) if last else size - 1
    return (max(size - int(last), 0), size - 1) if last and int(last) else (1, 0)


def _pieces(file: IO[bytes], left: int) -> Iterator[bytes]:
    with file:
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
