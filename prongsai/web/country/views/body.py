"""One body over the years, beside the means of its kind and of its province."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.country.hundredths import shown, shown_change
from prongsai.core.country.summary import Group, Summary
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import YEARS
from prongsai.web.country import actions
from prongsai.web.country.access import overseeing, overseeing_all
from prongsai.web.country.charts import spots, trend
from prongsai.web.country.models import Body, BodyResult
from prongsai.web.country.queries import bodies as queries
from prongsai.web.country.queries.outlook import Outlook
from prongsai.web.country.queries.summaries import summaries_of
from prongsai.web.country.words import kind_name, words_of
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said


@require_safe
@overseeing
def body(request: HttpRequest, outlook: Outlook, pk: int) -> HttpResponse:
    """What may be compared with is what the person sees anyway: the widest of the own scopes that holds the body."""
    found = _body_for(outlook, pk)
    scope = outlook.around(found.province)
    results = queries.results_over_years(found)
    summaries = summaries_of(scope, *(one.fiscal_year for one in results))
    asked = number_in(to_arabic(request.GET.get("year", "")))
    shown_one = next((one for one in results if one.fiscal_year == asked), results[0] if results else None)
    context = {
        "outlook": outlook,
        "body": found,
        "kind": kind_name(found.kind),
        "scope": scope,
        "scope_name": said(scope.label),
        "result": shown_one,
        "rows": [_year_row(one, summaries.get(one.fiscal_year)) for one in results],
        "trend": _trend(results, summaries),
        "indicators": _indicators(shown_one, summaries.get(shown_one.fiscal_year)) if shown_one else None,
        "above": _above(outlook, found, results),
    }
    return render(request, "country/body.html", context)


@require_POST
@overseeing_all
def end(request: HttpRequest, outlook: Outlook, pk: int) -> HttpResponse:
    """The last year in which a merged or dissolved body is assessed; empty: it goes on."""
    found = _body_for(outlook, pk)
    text = to_arabic(request.POST.get("until_year", "").strip())
    year = number_in(text)
    if text and (year is None or year not in YEARS):
        messages.error(request, _("Please write the last fiscal year in four digits, such as 2567."))
        return redirect("country:body", pk)
    try:
        actions.end_body(by=outlook.person, body=found, until_year=year)
    except Refused as refused:
        messages.error(request, said(refused.why))
    else:
        messages.success(request, _("Saved."))
    return redirect("country:body", pk)


def _body_for(outlook: Outlook, pk: int) -> Body:
    found = queries.body_at(pk)
    if found is None or not outlook.sees_province(found.province):
        raise Http404
    return found


def _above(outlook: Outlook, found: Body, results: list[BodyResult]) -> list[tuple[int, str, str]]:
    """(year, path, words) of the list that the body stands in."""
    if not results or not outlook.sees_province(found.province):
        return []
    scope = outlook.around(found.province)
    path = found.province if found.province and scope.covers_province(found.province) else scope.path
    return [(results[0].fiscal_year, path, found.province or said(scope.label))]


def _groups(result: BodyResult, summary: Summary | None) -> tuple[Group | None, Group | None]:
    return (summary.kind(result.kind), summary.province(result.province)) if summary else (None, None)


def _year_row(result: BodyResult, summary: Summary | None) -> dict[str, Any]:
    kind, province = _groups(result, summary)
    levels = dict(words_of(result.fiscal_year).levels)
    return {
        "year": result.fiscal_year,
        "total": shown(result.total),
        "change": shown_change(result.change),
        "level": levels.get(result.level, result.level),
        "kind": shown(kind.mean) if kind else "",
        "province": shown(province.mean) if province and result.province else "",
        "own": result.table_id is None,
    }


def _trend(results: list[BodyResult], summaries: dict[int, Summary]) -> Any:
    ordered = list(reversed(results))
    means: list[int | None] = []
    for one in ordered:
        kind, _province = _groups(one, summaries.get(one.fiscal_year))
        means.append(kind.mean if kind else None)
    totals: list[int | None] = [one.total for one in ordered]
    lines = [("mean", _("This agency"), totals), ("median", _("Mean of its kind"), means)]
    return trend([one.fiscal_year for one in ordered], lines)


def _indicators(result: BodyResult, summary: Summary | None) -> dict[str, Any]:
    """``rows`` of the ten indicators beside the means, and the scale of their spots."""
    kind, province = _groups(result, summary)
    scale = spots(result.indicators)
    rows = []
    for number, name in words_of(result.fiscal_year).indicators:
        own = result.indicators[number - 1]
        of_kind = kind.indicators[number - 1] if kind and kind.indicators else None
        of_province = province.indicators[number - 1] if province and province.indicators and result.province else None
        rows.append(
            {
                "number": number,
                "name": name,
                "own": shown(own),
                "kind": shown(of_kind),
                "province": shown(of_province),
                "apart": shown_change(None if of_kind is None else own - of_kind),
                "spot": scale.places[number - 1],
            }
        )
    return {"low": scale.low, "rows": rows}
