"""The paper on screen, and the documents to download."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.reports.analysis import Analysis
from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.sheet import SignatureBlock
from prongsai.core.reports.snapshot import thaw
from prongsai.core.reports.workflow import ReportState
from prongsai.documents.writers import write
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports import actions, queries
from prongsai.web.reports.actions.documents import FORMATS, Format
from prongsai.web.reports.forms_of import form_of
from prongsai.web.reports.models import Document, Report
from prongsai.web.reports.paper import names_for, signature_blocks
from prongsai.web.reports.views.fetching import report_or_404
from prongsai.web.site.access import requires

CONTENT_TYPES: dict[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@require_safe
@xframe_options_sameorigin
@requires(Permission.SEE_AGENCY)
def paper(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """The report as paper: a draft as it would be now, a submitted one as it was frozen."""
    report = report_or_404(seat, pk)
    shown = _frozen_or_live(report)
    names = names_for(shown.reading)
    page = write(shown.reading, shown.form, "html", names=names, signatures=shown.blocks, analysis=shown.analysis)
    response = HttpResponse(page, content_type=CONTENT_TYPES["html"])
    return _as_paper(response, page.decode())


@require_safe
@requires(Permission.SEE_AGENCY)
def document(request: HttpRequest, seat: Seat, pk: int, format: str) -> HttpResponse | FileResponse:
    """A document of the newest snapshot: the file, or a page that says that it is on its way."""
    report = report_or_404(seat, pk)
    snapshot = queries.newest_snapshot(report)
    if snapshot is None or format not in FORMATS:
        raise Http404
    made = actions.want_document(snapshot=snapshot, format=format)
    if made.state != Document.State.READY:
        context = {"year": report.plan.fiscal_year, "report": report, "document": made}
        return render(request, "reports/document_waiting.html", context)
    name = f"{report.title} {report.plan.fiscal_year}.{format}"
    response = FileResponse(made.file.open("rb"), as_attachment=True, filename=name, content_type=CONTENT_TYPES[format])
    response["X-Content-SHA256"] = made.sha256
    return response


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the paper says, who signs it, in which form."""

    reading: Reading
    blocks: tuple[SignatureBlock, ...]
    form: FormLayout
    analysis: Analysis | None


def _frozen_or_live(report: Report) -> _Shown:
    snapshot = queries.newest_snapshot(report)
    if snapshot is None or report.state == ReportState.DRAFT:
        reading = queries.compose(report)
        people = [(one.position, one.name) for one in reading.memo.signatories] if reading.memo else []
        analysis = queries.analysis_for(report) if report.is_analysis else None
        return _Shown(reading, signature_blocks(people, []), form_of(report), analysis)
    content = thaw(snapshot.content)
    blocks = signature_blocks(content.chain, list(snapshot.sign_offs.all()))
    return _Shown(content.reading, blocks, form_of(report, content.form_version), content.analysis)


def _as_paper(response: HttpResponse, page: str) -> HttpResponse:
    """Only this page's own style sheets may act, each by its hash; nothing else, and only our pages may frame it."""
    hashes = [
        "'sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() + "'"
        for style in re.findall(r"<style[^>]*>(.*?)</style>", page, flags=re.DOTALL)
    ]
    response._csp_replace = {  # type: ignore[attr-defined]  # how django-csp is told of one response
        "default-src": ["'none'"],
        "style-src": hashes or ["'none'"],
        "font-src": ["'self'", "data:"],
        "img-src": ["'self'", "data:"],
        "frame-ancestors": ["'self'"],
        "script-src": ["'none'"],
    }
    return response
