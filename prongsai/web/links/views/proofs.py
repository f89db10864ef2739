"""Proofs of what a link showed: the list, a sheet to print, the receipt as text, and the record itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.links.receipt import canonical
from prongsai.web.agencies.queries import Seat
from prongsai.web.links import queries
from prongsai.web.links.models import Receipt
from prongsai.web.links.queries import LinkLine
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def receipts(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """All receipts of a link, 25 a page, newest first."""
    line = _line(seat, year, pk)
    page = Paginator(queries.receipts_of(line.link), 25).get_page(request.GET.get("page"))
    return render(request, "links/receipts.html", {"year": year, "line": line, "link": line.link, "page": page})


@require_safe
@requires(Permission.SEE_AGENCY)
def receipt(request: HttpRequest, seat: Seat, year: int, pk: int, number: int) -> HttpResponse:
    """The sheet to print, compared with the archive while it is opened."""
    line, found = _receipt(seat, year, pk, number)
    context = {
        "year": year,
        "line": line,
        "link": line.link,
        "receipt": found,
        "proof": queries.proof_of(line.link, found),
        "moment": queries.moment_in_words(found.at),
        "size": f"{found.size:,}",
        "items": queries.names_of(seat.agency, line.watches),
    }
    return render(request, "links/proof.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def text(request: HttpRequest, seat: Seat, year: int, pk: int, number: int) -> HttpResponse:
    """The receipt's canonical text, of which ``sha256sum`` gives its hash."""
    _found, one = _receipt(seat, year, pk, number)
    return _file(canonical(queries.sealed(one)).encode(), f"receipt-{number}.txt", "text/plain; charset=utf-8")


@require_safe
@requires(Permission.SEE_AGENCY)
def warc(request: HttpRequest, seat: Seat, year: int, pk: int, number: int) -> HttpResponse:
    """The record as it lies in the archive, with that of the same bytes before it where they were kept only once."""
    line, one = _receipt(seat, year, pk, number)
    same = queries.proof_of(line.link, one).same_as
    try:
        records = [queries.record_of(each) for each in (same, one) if each is not None]
    except OSError:
        raise Http404 from None
    return _file(b"".join(records), f"record-{number}.warc.gz", "application/warc")


@require_safe
@requires(Permission.SEE_AGENCY)
def chain(request: HttpRequest, seat: Seat, year: int) -> StreamingHttpResponse:
    """All receipts of the agency as one text, so that others can check the whole chain."""

    def lines() -> Iterator[bytes]:
        for one in queries.chain_of(seat.agency):
            yield f"{canonical(one)}\n".encode()

    response = StreamingHttpResponse(lines(), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="receipts-{seat.agency.slug}.txt"'
    return response


def _line(seat: Seat, year: int, pk: int) -> LinkLine:
    line = queries.line_of(seat.agency, year, pk)
    if line is None:
        raise Http404
    return line


def _receipt(seat: Seat, year: int, pk: int, number: int) -> tuple[LinkLine, Receipt]:
    line = _line(seat, year, pk)
    found = queries.receipt_for(line.link, number)
    if found is None:
        raise Http404
    return line, found


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    """A file that the browser keeps and never shows or runs; ``nosniff`` is on every answer of ours."""
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
