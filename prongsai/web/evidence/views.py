"""Serving evidence to those who have a seat in its agency. Browsers run none of it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.evidence import queries
from prongsai.web.site.access import requires

#: Nothing in a served file may load, run or be framed, whatever its kind turns out to be.
POLICY = "sandbox; default-src 'none'"
PICTURE = "image/jpeg"


@require_safe
@requires(Permission.SEE_AGENCY)
def original(request: HttpRequest, seat: Seat, pk: int) -> HttpResponseBase:
    """The bytes as they came, as a download."""
    evidence = queries.evidence_for(seat, pk)
    decision = queries.may_have_original(seat, evidence)
    if not decision:
        raise PermissionDenied(decision.why)
    return _served(evidence.file, evidence.content_type, evidence.file_name, attachment=True)


@require_safe
@requires(Permission.SEE_AGENCY)
def shown(request: HttpRequest, seat: Seat, pk: int) -> HttpResponseBase:
    """The copy of a photo without its location, in the page."""
    evidence = queries.evidence_for(seat, pk)
    return _served(evidence.shown, PICTURE, _as_jpeg(evidence.file_name), attachment=False)


@require_safe
@requires(Permission.SEE_AGENCY)
def small(request: HttpRequest, seat: Seat, pk: int) -> HttpResponseBase:
    """The same, small, for lists."""
    evidence = queries.evidence_for(seat, pk)
    return _served(evidence.small, PICTURE, _as_jpeg(evidence.file_name), attachment=False)


def _as_jpeg(name: str) -> str:
    return f"{name.rpartition('.')[0] or name}.jpg"


def _served(field: FieldFile, content_type: str, name: str, *, attachment: bool) -> FileResponse:
    """A file with the headers that keep a browser from doing more than show or save it."""
    try:
        file = field.open("rb")
    except (ValueError, FileNotFoundError) as error:  # links have no file; a lost file is not there
        raise Http404 from error
    response = FileResponse(file, content_type=content_type, as_attachment=attachment, filename=name)
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store" if attachment else "private, max-age=3600"
    return response
