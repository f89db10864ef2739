"""Answers and tables of results as files."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import refuse, said
from prongsai.web.surveys import exporting
from prongsai.web.surveys.drawing import groupings_of
from prongsai.web.surveys.queries.results import results_on
from prongsai.web.surveys.views.fetching import survey_or_404

_ANSWERS = {
    "csv": (exporting.CSV, exporting.answers_csv),
    "xlsx": (exporting.XLSX, exporting.answers_xlsx),
    "parquet": (exporting.PARQUET, exporting.answers_parquet),
}
_RESULTS = {"csv": (exporting.CSV, exporting.results_csv), "xlsx": (exporting.XLSX, exporting.results_xlsx)}


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def answers(request: HttpRequest, seat: Seat, year: int, pk: int, kind: str) -> HttpResponse:
    """All answers that may be told, one person a row, by lot."""
    if kind not in _ANSWERS:
        raise Http404
    survey = survey_or_404(seat, pk)
    content_type, write = _ANSWERS[kind]

    def made() -> bytes:
        if kind == "parquet" and not exporting.parquet_is_there():
            raise refuse(
                "เครื่องนี้ยังไม่มีส่วนเสริมสำหรับไฟล์ Parquet ผู้ดูแลเซิร์ฟเวอร์ติดตั้งได้ด้วย pip install 'prongsai[analysis]'",
                "Parquet needs an extra that is not there: at the server, pip install 'prongsai[analysis]'.",
            )
        return write(survey, results_on(survey, clock.today()))

    return _file(request, seat, year, pk, f"survey-{pk}-answers.{kind}", content_type, made)


@require_safe
@requires(Permission.SEE_AGENCY)
def tables(request: HttpRequest, seat: Seat, year: int, pk: int, kind: str) -> HttpResponse:
    """The tables of results, with the groups that the page shows."""
    if kind not in _RESULTS:
        raise Http404
    survey = survey_or_404(seat, pk)
    counted = results_on(survey, clock.today())
    by = next((one for one in groupings_of(counted.questionnaires) if one.name == request.GET.get("by")), None)
    content_type, write = _RESULTS[kind]
    name = f"survey-{pk}-results.{kind}"
    return _file(request, seat, year, pk, name, content_type, lambda: write(survey, counted, by))


def _file(
    request: HttpRequest, seat: Seat, year: int, pk: int, name: str, content_type: str, made: Callable[[], bytes]
) -> HttpResponse:
    """The file, or back to the results with the reason why there is none."""
    try:
        content = made()
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("surveys:results", seat.agency.slug, year, pk)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
