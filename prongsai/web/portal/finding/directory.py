"""The directory of an installation: its agencies by province and kind, and by name. Only those that show something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from prongsai.core.search.letters import mended
from prongsai.core.thai.collation import sort_key
from prongsai.web.agencies.models import Agency, Kind
from prongsai.web.portal.keeping import Made, Outcome, of_all, prefix_of, rendered_for_all
from prongsai.web.published.queries import Shows, agencies_showing, kinds_showing, provinces_showing, shows_of

PAGE = 25
#: So many agencies are sorted for one page; a name that fits more needs more letters.
MOST = 500
_LONGEST = 100
#: Anybody may keep a page of the directory for so many seconds: it changes with every act of every agency.
CACHED = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency of a list, with how much it shows."""

    agency: Agency
    shows: Shows | None


@of_all
def directory(request: HttpRequest, language: str) -> Made:
    """Provinces and kinds with their counts; with a name or a kind, the agencies that fit."""
    name, kind = _name(request), _kind(request)
    context: dict[str, Any] = {
        "name": name,
        "kind": kind,
        "kinds": _kinds(),
        "action": f"{prefix_of(language)}/directory/",
    }
    if name or kind:
        found = _named(agencies_showing(), name, kind)
        return _listed(request, language, "directory_found.html", found, context)
    provinces = sorted(provinces_showing(), key=lambda one: sort_key(one[0]))
    context |= {"provinces": provinces, "total": sum(count for _, count in provinces)}
    return rendered_for_all(language, "directory.html", context, cache=CACHED)


@of_all
def province(request: HttpRequest, language: str, place: str) -> Outcome:
    """The agencies of a province, in the order of the dictionary."""
    here = agencies_showing().filter(province=place)
    if not here.exists():
        return None
    name, kind = _name(request), _kind(request)
    action = f"{prefix_of(language)}/directory/{place}/"
    context = {"name": name, "kind": kind, "kinds": _kinds(), "action": action, "place": place}
    return _listed(request, language, "directory_found.html", _named(here, name, kind), context)


def _listed(
    request: HttpRequest, language: str, template: str, found: QuerySet[Agency], context: dict[str, Any]
) -> Made:
    rows = list(found[: MOST + 1])
    ordered = sorted(rows[:MOST], key=lambda one: sort_key(one.name))
    page: Page[Agency] = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    shows = shows_of(page.object_list)
    asked = {key: context[key] for key in ("name", "kind") if context[key]}
    context |= {
        "page": page,
        "bodies": [Listed(one, shows.get(one.pk)) for one in page.object_list],
        "more": len(rows) > MOST,
        "query": urlencode(asked),
    }
    return rendered_for_all(language, template, context, cache=CACHED)


def _named(agencies: QuerySet[Agency], name: str, kind: str) -> QuerySet[Agency]:
    for word in name.split():
        agencies = agencies.filter(Q(name__icontains=word) | Q(district__icontains=word) | Q(province__icontains=word))
    return agencies.filter(kind=kind) if kind else agencies


def _name(request: HttpRequest) -> str:
    return mended(request.GET.get("name", "")[:_LONGEST])


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "")
    return asked if asked in Kind.values else ""


def _kinds() -> list[tuple[str, str, int]]:
    """(code, name, how many agencies) of the kinds that there are."""
    counts = kinds_showing()
    return [(code, str(label), counts[code]) for code, label in Kind.choices if counts.get(code)]
