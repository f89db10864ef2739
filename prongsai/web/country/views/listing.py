"""Bodies one by one: the list of a scope, those without a result, those that stand far, and the list as a file."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.country.hundredths import shown, shown_change
from prongsai.core.country.kinds import KINDS
from prongsai.core.country.outliers import RULES, Rule
from prongsai.core.country.regions import REGIONS
from prongsai.core.country.scope import Reach, Scope
from prongsai.documents.results_table import parquet_is_read
from prongsai.web.country import exporting
from prongsai.web.country.access import overseeing, scope_for
from prongsai.web.country.queries import bodies as queries
from prongsai.web.country.queries.outlook import Outlook
from prongsai.web.country.queries.summaries import outliers_of, years_of
from prongsai.web.country.views.overview import frame
from prongsai.web.country.words import kind_name, words_of
from prongsai.web.site import clock
from prongsai.web.site.refusals import said

PER_PAGE = 25


@require_safe
@overseeing
def bodies(request: HttpRequest, outlook: Outlook, year: int, where: str) -> HttpResponse:
    """Results of a year, those that rose most first; or, with ``state=missing``, the bodies that have none."""
    scope, filters = scope_for(outlook, where), queries.Filters.read(request.GET.dict())
    heads = years_of(scope)
    head = next((one for one in heads if one.fiscal_year == year), None)
    if head is None:
        raise Http404
    page = Paginator(_found(scope, year, filters), PER_PAGE).get_page(request.GET.get("page"))
    words = words_of(year)
    context = {
        **frame(outlook, scope, year, heads),
        "page": page,
        "rows": [_missing_row(one) if filters.missing else _row(one, dict(words.levels)) for one in page],
        "filters": filters,
        "query": urlencode(filters.query()),
        "words": words,
        "kinds": [(code, said(kind.name)) for code, kind in KINDS.items()],
        "provinces": _provinces(scope),
        "sorts": list(zip(queries.SORTS, _sort_words(), strict=True)),
        "missing": head.bodies - head.with_result,
        "parquet": parquet_is_read(),
    }
    return render(request, "country/bodies.html", context)


@require_safe
@overseeing
def outliers(request: HttpRequest, outlook: Outlook, year: int, where: str) -> HttpResponse:
    """Results far from those of their kind, with the rule that names them; worth a look, no judgement."""
    scope = scope_for(outlook, where)
    heads = years_of(scope)
    if year not in {one.fiscal_year for one in heads}:
        raise Http404
    found = outliers_of(scope, year)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    results = queries.bodies_at([one.body for one in page], year)
    names = dict(words_of(year).indicators)
    context = {
        **frame(outlook, scope, year, heads),
        "page": page,
        "rows": [_far_row(one, results[one.body], names) for one in page if one.body in results],
        "rules": [
            (said(told.name), said(told.reason), sum(one.rule == rule for one in found)) for rule, told in RULES.items()
        ],
    }
    return render(request, "country/outliers.html", context)


@require_safe
@overseeing
def download(request: HttpRequest, outlook: Outlook, year: int, where: str, kind: str) -> HttpResponseBase:
    """The narrowed list as a file: of the year, or with ``years=all`` of every year; Parquet where it is installed."""
    scope, filters = scope_for(outlook, where), queries.Filters.read(request.GET.dict())
    if kind not in exporting.KINDS:
        raise Http404
    every = request.GET.get("years") == "all" and not filters.missing
    years = [one.fiscal_year for one in years_of(scope)] if every else [year]
    name = f"ita-{scope.reach}-{'all-years' if every else year}-{clock.today():%Y%m%d}"
    return exporting.response(kind, name, exporting.rows_of(scope, years, filters), years=len(years))


def _found(scope: Scope, year: int, filters: queries.Filters) -> Any:
    if filters.missing:
        return queries.missing_of(scope, year, filters)
    return queries.results_of(scope, year, filters).select_related("body")


def _row(one: Any, levels: dict[str, str]) -> dict[str, Any]:
    return {
        "pk": one.body_id,
        "name": one.body.name,
        "kind": kind_name(one.kind),
        "province": one.province,
        "total": shown(one.total),
        "change": shown_change(one.change),
        "level": levels.get(one.level, one.level),
    }


def _missing_row(one: Any) -> dict[str, Any]:
    return {"pk": one.pk, "name": one.name, "kind": kind_name(one.kind), "province": one.province}


def _far_row(one: Any, result: Any, names: dict[int, str]) -> dict[str, Any]:
    if one.rule is Rule.CHANGE:
        what = _("Total changed by %(value)s; those of its kind mostly by %(middle)s")
        values = {"value": shown_change(one.value) or "0.00", "middle": shown_change(one.middle) or "0.00"}
    else:
        above = _("Indicator %(number)s %(name)s has %(score)s, %(value)s above the mean of the other nine")
        below = _("Indicator %(number)s %(name)s has %(score)s, %(value)s below the mean of the other nine")
        what = above if one.value > 0 else below
        values = {
            "number": str(one.indicator),
            "name": names.get(one.indicator, ""),
            "score": shown(result.indicators[one.indicator - 1]),
            "value": shown(abs(one.value)),
        }
    return {
        "pk": one.body,
        "name": result.body.name,
        "kind": kind_name(result.kind),
        "province": result.province,
        "what": what % values,
        "times": one.times,
    }


def _provinces(scope: Scope) -> list[str]:
    if scope.reach is Reach.PROVINCE:
        return []
    chosen = [REGIONS[scope.name]] if scope.reach is Reach.REGION else list(REGIONS.values())
    return sorted(province for region in chosen for province in region.provinces)


def _sort_words() -> tuple[str, ...]:
    return _("Most improved"), _("Least improved"), _("Highest total"), _("Lowest total")
