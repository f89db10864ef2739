"""What is known of an agency's links."""

from __future__ import annotations

from collections.abc import Collection

from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link as Link
from prongsai.web.links.models import Receipt as Receipt
from prongsai.web.links.models import Spell as Spell
from prongsai.web.links.models import Watch as Watch


def links_at(agency: Agency, urls: Collection[str]) -> dict[str, Link]:
    """The links of these addresses; an address that is not watched is not among them."""
    return {link.url: link for link in Link.objects.of(agency).filter(url__in=urls)}


def links_of_items(agency: Agency, fiscal_year: int) -> dict[str, list[Link]]:
    """Code of an item to the links that it shows that year; one query."""
    found: dict[str, list[Link]] = {}
    for watch in Watch.objects.of(agency).filter(fiscal_year=fiscal_year).select_related("link").order_by("id"):
        found.setdefault(watch.code, []).append(watch.link)
    return found
