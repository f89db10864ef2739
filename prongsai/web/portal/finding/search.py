"""The page of the search: of one agency, and of all from the directory."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from prongsai.core.search.sought import LONGEST, Sought, understood
from prongsai.core.thai.digits import to_arabic
from prongsai.web.agencies.models import Agency
from prongsai.web.portal.finding.pace import is_too_fast
from prongsai.web.portal.keeping import Asked, Made, fresh, of_all, prefix_of, rendered, rendered_for_all
from prongsai.web.published.queries import Hits, search, years_found

#: A search is answered anew each time.
NEVER_KEPT = "no-store"
_PAGES = 40


@fresh
def find(request: HttpRequest, asked: Asked) -> Made:
    """What is public of this agency and holds the words."""
    years = years_found(asked.agency)
    context, status = _found(request, asked.agency, years)
    address = {"action": f"{asked.base}/search", "places": asked.base}
    return rendered(asked, "search.html", context | address, status=status, cache=NEVER_KEPT)


@of_all
def find_everywhere(request: HttpRequest, language: str) -> Made:
    """What is public of all agencies and holds the words."""
    context, status = _found(request, None, [])
    prefix = prefix_of(language)
    address = {"action": f"{prefix}/directory/search", "places": prefix}
    return rendered_for_all(language, "search_all.html", context | address, status=status, cache=NEVER_KEPT)


def _found(request: HttpRequest, agency: Agency | None, years: list[int]) -> tuple[dict[str, Any], int]:
    """What the page shows, and how it is answered."""
    question = understood(request.GET.get("q", ""))
    year = next((one for one in years if str(one) == to_arabic(request.GET.get("year", ""))), None)
    if question and is_too_fast(request):
        return _context(question, year, years) | {"too_fast": True}, HTTPStatus.TOO_MANY_REQUESTS
    hits = search(question, agency=agency, year=year, number=_number(request.GET.get("page", "")))
    return _context(question, year, years) | {"hits": hits, "pager": _pager(question, year, hits)}, HTTPStatus.OK


def _context(question: Sought, year: int | None, years: list[int]) -> dict[str, Any]:
    shorter = [(word, urlencode({"q": word})) for word in question.shorter]
    return {"question": question, "year": year, "years": years, "shorter": shorter, "longest": LONGEST}


def _number(text: str) -> int:
    plain = to_arabic(text)
    return min(max(int(plain), 1), _PAGES) if plain.isascii() and plain.isdecimal() and len(plain) < 5 else 1


def _pager(question: Sought, year: int | None, hits: Hits) -> dict[str, str]:
    """The queries of the pages before and behind."""
    asked: dict[str, str | int] = {"q": question.asked} | ({"year": year} if year else {})
    numbers = {"previous": hits.number - 1, "next": hits.number + 1}
    return {name: urlencode(asked | {"page": at}) for name, at in numbers.items() if 1 <= at <= hits.pages}
