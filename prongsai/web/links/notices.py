"""What waits of links: those that do not open, for whoever can mend them."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.links.queries import broken_by_year
from prongsai.web.links.rights import division_of
from prongsai.web.site.notices import Notice


def waiting(seat: Seat) -> Iterator[Notice]:
    """The number of links that were found broken twice, year by year; of people of a division, those of their own."""
    if not seat.may(Permission.EDIT_DISCLOSURE):
        return
    for year, number in broken_by_year(seat.agency, division_of(seat)):
        text = ngettext(
            "%(number)s link of %(year)s does not open", "%(number)s links of %(year)s do not open", number
        ) % {"number": number, "year": year}
        yield Notice(text, reverse("links:list", args=[seat.agency.slug, year]) + "?state=broken")
