"""What the public pages are made of beside the publications: who asks for what, and the face of the agency."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Subquery

from prongsai.web.agencies.models import Agency
from prongsai.web.portal.answering import Ready
from prongsai.web.portal.models import Front, KeptPage
from prongsai.web.published.queries import Shelf as Shelf
from prongsai.web.published.queries import publications_of, shelf_of

#: What of a kept page an answer needs, in the order of ``Ready``.
READY = ("status", "content_type", "policy", "name", "etag", "modified", "packed")


def portal_of(slug: str) -> tuple[Agency, Shelf] | None:
    """The agency of that address with its shelf; None where it is not there or has never published anything.

    The shelf is read before anything that is made of it, so that what is made can only be newer than it says.
    """
    agency = Agency.objects.filter(slug=slug).first()
    shelf = shelf_of(agency) if agency else None
    if agency is None or shelf is None or not publications_of(agency).exists():
        return None
    return agency, shelf


def front_of(agency: Agency) -> Front:
    """The face of the agency's portal; an empty one, not kept, as long as nobody has set it."""
    return Front.objects.of(agency).first() or Front(agency=agency)


def fronts_of(agencies: Iterable[Agency]) -> dict[int, Front]:
    """The faces of some agencies by the id of the agency, empty ones where nobody has set them."""
    wanted = list(agencies)
    return {one.pk: Front(agency=one) for one in wanted} | {
        one.agency_id: one for one in Front.objects.of_these(wanted)
    }


def kept_page(slug: str, path: str, language: str, maker: str) -> Ready | None:
    """The page as it was rendered for the agency's shelf as it is now. The one query of an answer."""
    agency = Agency.objects.filter(slug=slug).values("pk")[:1]
    now = Shelf.objects.of(OuterRef("agency")).values("generation")[:1]
    found = KeptPage.objects.of(agency).filter(path=path, language=language, maker=maker, generation=Subquery(now))
    row = found.values_list(*READY).first()
    return None if row is None else Ready(*row)


def agency_of_host(host: str) -> str:
    """The slug of the agency that has a host of its own, by that host; else nothing."""
    found = Agency.objects.filter(Exists(Front.objects.of(OuterRef("pk")).filter(host=host.lower())))
    return found.values_list("slug", flat=True).first() or ""
