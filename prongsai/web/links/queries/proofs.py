"""Receipts of what links showed."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from prongsai.core.links import receipt as receipts
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Receipt


def sealed(row: Receipt) -> receipts.Receipt:
    """The receipt as the core verifies it."""
    return receipts.Receipt(**{name: getattr(row, name) for name in receipts.Receipt.__dataclass_fields__})


def chain_of(agency: Agency) -> Iterator[receipts.Receipt]:
    """All receipts of an agency, oldest first, a few at a time."""
    for row in Receipt.objects.of(agency).order_by("number").iterator(chunk_size=2000):
        yield sealed(row)


def receipts_of(link: Link) -> QuerySet[Receipt]:
    """The receipts of what a link showed, newest first."""
    return Receipt.objects.of(link.agency_id).filter(url=link.url).order_by("-number")
