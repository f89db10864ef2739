"""Where one can go within an agency: the main navigation and the years."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.translation import gettext as _

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.site import clock

#: The slashes of ``/a/<agency>/``, which begins every address of an agency.
ABOVE_ALL = 3


#: Entries that are not needed every week stand behind “More”, so that those that are stand in one row.
SELDOM = frozenset(
    {
        *("published:list", "portal:settings", "frameworks:calendar", "imports:list", "agencies:people"),
        "audit:history",
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a menu. ``here``: ``page`` where the reader stands on it, ``true`` on a page below it, else empty."""

    label: str
    address: str
    here: str = ""
    seldom: bool = False


def main_links(seat: Seat, year: int, path: str) -> list[Link]:
    """The main navigation of an agency, as far as this person may go; the entry nearest to ``path`` is marked."""
    entries: list[tuple[str, str, bool, Permission]] = [
        (_("Dashboard"), "measures:dashboard", True, Permission.SEE_AGENCY),
        (_("My work"), "measures:my_work", True, Permission.RECORD_PROGRESS),
        (_("Plan"), "measures:plan", True, Permission.SEE_AGENCY),
        (_("Measures"), "measures:list", True, Permission.SEE_AGENCY),
        (_("Rounds"), "measures:rounds", True, Permission.MANAGE_ROUNDS),
        (_("Disclosures"), "disclosures:list", True, Permission.SEE_AGENCY),
        (_("Reports"), "reports:list", True, Permission.SEE_AGENCY),
        (_("Assessment results"), "assessments:result", True, Permission.SEE_AGENCY),
        (_("Weak points"), "weak_points:list", True, Permission.SEE_AGENCY),
        (_("Surveys"), "surveys:list", True, Permission.SEE_AGENCY),
        (_("What is public"), "published:list", False, Permission.SEE_AGENCY),
        (_("Public pages"), "portal:settings", False, Permission.MANAGE_AGENCY),
        (_("Calendar of the year"), "frameworks:calendar", True, Permission.SEE_AGENCY),
        (_("Imports"), "imports:list", False, Permission.ACCEPT_IMPORT),
        (_("People and divisions"), "agencies:people", False, Permission.SEE_AGENCY),
        (_("History"), "audit:history", False, Permission.SEE_HISTORY),
    ]
    found = [
        (label, address, name in SELDOM)
        for label, name, of_year, permission in entries
        if seat.may(permission) and (address := _address(name, seat.agency.slug, year if of_year else None))
    ]
    nearest = max((address for _label, address, _seldom in found if _leads(address, path, year)), key=len, default="")
    return [Link(label, address, _here(address, nearest, path), seldom) for label, address, seldom in found]


def year_links(request: HttpRequest, seat: Seat, year: int) -> list[Link]:
    """The same page in other years, newest first: three back, one ahead, and the one that is open."""
    this = clock.this_fiscal_year()
    years = sorted({*range(this - 3, this + 2), year}, reverse=True)
    return [Link(str(one), _of_year(request.resolver_match, seat, one), "page" if one == year else "") for one in years]


def _leads(address: str, path: str, year: int) -> bool:
    """Whether the page stands below that address, or below the same address without its year, as one report does."""
    of_any_year = address.replace(f"/{year}/", "/", 1)
    return path.startswith(address) or (of_any_year.count("/") > ABOVE_ALL and path.startswith(of_any_year))


def _here(address: str, nearest: str, path: str) -> str:
    if address == path:
        return "page"
    # The dashboard's address begins that of every page of the year: it is marked only when it is open itself.
    return "true" if address == nearest and not address.rstrip("/").rsplit("/", 1)[-1].isdigit() else ""


def _of_year(match: ResolverMatch | None, seat: Seat, year: int) -> str:
    """A list of a year leads to the same list of the other; a single thing belongs to its year, so to the dashboard."""
    if match and set(match.kwargs) == {"agency", "year"}:
        return reverse(match.view_name, kwargs={"agency": seat.agency.slug, "year": year})
    return _address("measures:dashboard", seat.agency.slug, year)


def _address(name: str, slug: str, year: int | None) -> str:
    try:
        return reverse(name, args=[slug] if year is None else [slug, year])
    except NoReverseMatch:
        return ""
