"""The results of a scope in a year: progress first, then the distribution, then who is where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.core.country.hundredths import FULL, shown, shown_change
from prongsai.core.country.regions import REGIONS
from prongsai.core.country.scope import COUNTRY, Reach, Scope, scopes_of
from prongsai.core.country.summary import Group, Summary
from prongsai.documents.results_table import parquet_is_read
from prongsai.web.country.access import overseeing, scope_for
from prongsai.web.country.charts import Spots, histogram, spots, trend
from prongsai.web.country.queries import summaries
from prongsai.web.country.queries.bodies import improved_of
from prongsai.web.country.queries.outlook import Outlook
from prongsai.web.country.queries.summaries import YearHead
from prongsai.web.country.words import YearWords, kind_name, words_of
from prongsai.web.site.refusals import said

_IMPROVED = 10
_SORTS = ("-change", "-mean", "mean", "name", "-missing")


@require_safe
@overseeing
def home(request: HttpRequest, outlook: Outlook) -> HttpResponse:
    """To the newest year of the widest scope; or what to do where there are no results yet."""
    scope = outlook.scopes[0]
    years = summaries.years_of(scope)
    if years and "choose" not in request.GET:
        return redirect("country:overview", years[-1].fiscal_year, scope.path)
    chosen = [(one, said(one.label)) for one in outlook.scopes]
    latest = years[-1].fiscal_year if years else None
    return render(request, "country/home.html", {"outlook": outlook, "scopes": chosen, "latest": latest})


@require_safe
@overseeing
def overview(request: HttpRequest, outlook: Outlook, year: int, where: str) -> HttpResponse:
    """The summaries that were made when the results were kept; nothing is added up here."""
    scope = scope_for(outlook, where)
    found = summaries.summaries_of(scope, year, year - 1)
    if year not in found:
        raise Http404
    heads = summaries.years_of(scope)
    words = words_of(year)
    sort = request.GET.get("sort", "")
    sort = sort if sort in _SORTS else _SORTS[0]
    summary, before = found[year], found.get(year - 1)
    context = {
        **frame(outlook, scope, year, heads),
        "summary": summary,
        "figures": _figures(summary, words),
        "words": words,
        "progress": [(_("Agencies with results of both years"), (summary.up, summary.same, summary.down))],
        "progress_kinds": [("done", _("Rose")), ("not_started", _("Same")), ("in_progress", _("Fell"))],
        "improved": [lines_of(one) for one in improved_of(scope, year, _IMPROVED)],
        "trend": _trend(heads),
        "heads": [(one, shown(one.mean), shown(one.median)) for one in reversed(heads)],
        "histogram": histogram(summary.histogram),
        "levels": [(name, summary.levels.get(code, 0)) for code, name in words.levels],
        "indicators": _indicators(summary, before, words),
        "kinds": _places([(one, kind_name(one.name), f"?kind={one.name}") for one in _of_kinds(summary)]),
        "regions": _regions(scope, year),
        "provinces": _provinces(scope, summary, sort),
        "sort": sort,
        "sorts": _sort_words(),
        "parquet": parquet_is_read(),
        "far": len({one.body for one in summaries.outliers_of(scope, year)}),
    }
    return render(request, "country/overview.html", context)


def frame(outlook: Outlook, scope: Scope, year: int, heads: list[YearHead]) -> dict[str, Any]:
    """What every page of a scope and a year shows around its own: the way up, and the other years."""
    above = [one for one in scopes_of(scope.name) if one.covers(scope) and one != scope and outlook.sees(one)]
    if scope.reach is Reach.REGION:
        above = [COUNTRY] if outlook.of_country else []
    return {
        "outlook": outlook,
        "scope": scope,
        "scope_name": said(scope.label),
        "year": year,
        "above": [(one.path, said(one.label)) for one in above],
        "years": [one.fiscal_year for one in reversed(heads)],
    }


@dataclass(frozen=True, slots=True)
class Figure:
    """A tile: words, figure, and a smaller line below."""

    label: str
    value: str
    below: str = ""


def _figures(summary: Summary, words: YearWords) -> list[Figure]:
    passed = sum(summary.levels.get(level, 0) for level in words.passing)
    share = shown(passed * FULL // summary.with_result) if summary.with_result else ""
    return [
        Figure(_("With a result"), f"{summary.with_result:,}", _("of %(n)s agencies") % {"n": f"{summary.bodies:,}"}),
        Figure(_("Mean"), shown(summary.mean), _("change %(n)s") % {"n": shown_change(summary.change) or "–"}),
        Figure(
            _("Median"),
            shown(summary.median),
            _("half of them from %(low)s to %(high)s")
            % {"low": shown(summary.first_quarter), "high": shown(summary.third_quarter)},
        ),
        Figure(_("Passed"), f"{passed:,}", f"{share} %" if share else ""),
    ]


@dataclass(frozen=True, slots=True)
class ImprovedLine:
    """A body that rose."""

    pk: int
    name: str
    province: str
    total: str
    change: str


def lines_of(result: Any) -> ImprovedLine:
    """A result as a line of the list of those that rose most."""
    return ImprovedLine(
        result.body_id, result.body.name, result.province, shown(result.total), shown_change(result.change)
    )


def _trend(heads: list[YearHead]) -> Any:
    lines = [
        ("mean", _("Mean"), [one.mean for one in heads]),
        ("median", _("Median"), [one.median for one in heads]),
    ]
    return trend([one.fiscal_year for one in heads], lines)


def _indicators(summary: Summary, before: Summary | None, words: YearWords) -> dict[str, Any]:
    """``rows`` of (number, name, mean, change of the mean, spot), and the scale of the spots."""
    old = before.indicators if before else ()
    scale = spots(summary.indicators)
    rows = [
        (
            number,
            name,
            shown(summary.indicators[number - 1]),
            shown_change(summary.indicators[number - 1] - old[number - 1]) if len(old) >= number else "",
            scale.places[number - 1],
        )
        for number, name in words.indicators
        if number <= len(summary.indicators)
    ]
    return {"low": scale.low, "rows": rows}


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A kind, province or region in one line; ``link`` leads on, ``spot`` is where its mean stands on the scale."""

    name: str
    link: str
    bodies: int
    missing: int
    mean: str
    median: str
    change: str
    spot: str


@dataclass(frozen=True, slots=True)
class Places:
    """Lines of one table, whose spots have one scale, from ``low`` to 100."""

    low: int
    lines: tuple[PlaceLine, ...]


def _places(named: Iterable[tuple[Group, str, str]]) -> Places:
    """Groups of a summary as lines, each with its name and its link."""
    given = list(named)
    scale: Spots = spots([group.mean for group, _name, _link in given])
    lines = (
        PlaceLine(
            name,
            link,
            group.bodies,
            group.bodies - group.with_result,
            shown(group.mean),
            shown(group.median),
            shown_change(group.change),
            spot,
        )
        for (group, name, link), spot in zip(given, scale.places, strict=True)
    )
    return Places(scale.low, tuple(lines))


def _of_kinds(summary: Summary) -> Iterable[Group]:
    return sorted(summary.kinds, key=lambda one: -one.bodies)


def _regions(scope: Scope, year: int) -> Places | None:
    if scope != COUNTRY:
        return None
    groups = summaries.regions_of(year)
    return _places((groups[code], said(REGIONS[code].name), code) for code in REGIONS if code in groups)


def _provinces(scope: Scope, summary: Summary, sort: str) -> Places | None:
    if scope.reach is Reach.PROVINCE:
        return None
    groups = [one for one in summary.provinces if one.name]

    def low(value: int | None) -> int:
        return -FULL - 1 if value is None else value

    keys: dict[str, Any] = {
        "-change": lambda one: (-low(one.change), one.name),
        "-mean": lambda one: (-low(one.mean), one.name),
        "mean": lambda one: (low(one.mean), one.name),
        "name": lambda one: one.name,
        "-missing": lambda one: (one.with_result - one.bodies, one.name),
    }
    return _places((one, one.name, one.name) for one in sorted(groups, key=keys[sort]))


def _sort_words() -> list[tuple[str, str]]:
    words = (_("Most improved"), _("Highest mean"), _("Lowest mean"), _("Name"), _("Most without a result"))
    return list(zip(_SORTS, words, strict=True))
