"""Last year's places beside the components that are open, to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prongsai.core.disclosures.checklist import Mark
from prongsai.web.disclosures.entries import Entry


def with_offers(entry: Entry, offers: Mapping[str, Mark]) -> Entry:
    """The item with where last year showed each of its open components."""
    checks = tuple(
        check if check.mark or check.lost else replace(check, offer=offers.get(check.component))
        for check in entry.checks
    )
    return replace(entry, checks=checks)
