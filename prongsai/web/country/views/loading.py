"""Bringing a table of results: read, checked cell by cell, looked at, and only then kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.country.columns import CODE, INDICATORS, KIND, LABELS, LEVEL, NAME, PROVINCE, SIZE, TOTAL
from prongsai.core.country.table import Remark
from prongsai.core.events.vocabulary import WORDS, EventKind
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.results_table import parquet_is_read
from prongsai.web.country import actions
from prongsai.web.country.access import overseeing_all
from prongsai.web.country.checking import check_table
from prongsai.web.country.forms import TableForm
from prongsai.web.country.models import ResultsTable
from prongsai.web.country.queries import register
from prongsai.web.country.queries.outlook import Outlook, events
from prongsai.web.country.words import words_of
from prongsai.web.site.refusals import said

#: So many faults are shown; who has more mends these first.
_MOST_FAULTS = 100


@overseeing_all
def load(request: HttpRequest, outlook: Outlook) -> HttpResponse:
    """The form; a file with faults comes back with each of them by row and column, and nothing of it is kept."""
    form = TableForm(request.POST or None, request.FILES or None)
    faults: list[Remark] = []
    if request.method == "POST" and form.is_valid():
        file, year = form.cleaned_data["file"], form.cleaned_data["fiscal_year"]
        data = file.read()
        try:
            checked = check_table(data, file.name, year)
            faults = list(checked.faults)
            if not faults:
                made = actions.bring_table(
                    by=outlook.person, fiscal_year=year, name=file.name, data=data, checked=checked
                )
                return redirect("country:check", made.pk)
        except Refusal as refusal:
            form.add_error("file", said(refusal.sentence))
        except Refused as refused:
            form.add_error("file", said(refused.why))
    context = {
        "form": form,
        "faults": [(said(one.place), said(one.what)) for one in faults[:_MOST_FAULTS]],
        "count": len(faults),
        "tables": register.kept_tables(),
        "parquet": parquet_is_read(),
    }
    return render(request, "country/load.html", context, status=422 if form.errors or faults else 200)


@overseeing_all
def check(request: HttpRequest, outlook: Outlook, pk: int) -> HttpResponse:
    """What keeping the table would do; sent, it is kept whole."""
    table = _table_for(outlook, pk)
    if request.method == "POST":
        try:
            actions.keep_table(by=outlook.person, table=table)
        except Refused as refused:
            messages.error(request, said(refused.why))
            return redirect("country:load")
        messages.success(request, _("The results of %(year)s are kept.") % {"year": table.fiscal_year})
        return redirect("country:overview", table.fiscal_year, "all")
    rows = register.rows_of(table)
    found = register.matched(rows)
    words = words_of(table.fiscal_year)
    context = {
        "table": table,
        "effect": register.effect_of(rows, found.bodies, table.fiscal_year),
        "renamed": [(body.name, body.province, row.name, row.province, row.number) for row, body in found.renamed[:50]],
        "renamed_count": len(found.renamed),
        "warnings": [
            (said(Sentence(**one["place"])), said(Sentence(**one["what"]))) for one in table.remarks["warnings"]
        ],
        "words": words,
    }
    return render(request, "country/check.html", context)


@require_POST
@overseeing_all
def drop(request: HttpRequest, outlook: Outlook, pk: int) -> HttpResponse:
    """The table is not kept."""
    actions.drop_table(by=outlook.person, table=_table_for(outlook, pk))
    messages.info(request, _("The table was not kept. Nothing has changed."))
    return redirect("country:load")


@require_safe
@overseeing_all
def sample(request: HttpRequest, outlook: Outlook) -> HttpResponse:
    """A file with the headings that are read, for Excel."""
    keys = (CODE, NAME, KIND, SIZE, PROVINCE, *INDICATORS, TOTAL, LEVEL)
    line = ",".join(LABELS[key].th for key in keys)
    response = HttpResponse(f"\ufeff{line}\r\n", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="ita-results.csv"'
    return response


@require_safe
@overseeing_all
def history(request: HttpRequest, outlook: Outlook) -> HttpResponse:
    """What was done for the country, 25 a page."""
    page = Paginator(events(), 25).get_page(request.GET.get("page"))
    return render(request, "country/history.html", {"page": page, "events": [_told(one) for one in page]})


def _told(event: Any) -> dict[str, Any]:
    details = {key: value for key, value in event.details.items() if value is not None}
    return {
        "at": event.at,
        "by": event.by,
        "what": said(WORDS[EventKind(event.kind)]),
        "subject": event.subject,
        "details": " · ".join(f"{_detail_words().get(key, key)} {value}" for key, value in details.items()),
    }


def _detail_words() -> dict[str, str]:
    return {
        "scope": _("Scope"),
        "since": _("Begins"),
        "until": _("Ends"),
        "fiscal_year": _("Fiscal year"),
        "rows": _("Rows"),
        "sha256": "SHA-256",
        "before": _("Before"),
        "after": _("Afterwards"),
    }


def _table_for(outlook: Outlook, pk: int) -> ResultsTable:
    found = register.waiting_table(pk, outlook.person.pk)
    if found is None:
        raise Http404
    return found
