"""What is done to links: watching them for an item, and keeping what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from prongsai.core.framework.rules import YearRule
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Watch


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address that an item shows, with the words that lead there."""

    url: str
    label: str = ""


@transaction.atomic
def watch(
    *,
    agency: Agency,
    fiscal_year: int,
    code: str,
    wanted: Sequence[Wanted],
    year_rule: YearRule = YearRule.NONE,
    division_id: int | None = None,
) -> None:
    """Watch exactly these links for an item of a year. New ones are due at once; what was known of old ones stays."""
    labels = {one.url: one.label for one in wanted}
    known = {link.url: link for link in Link.objects.of(agency).filter(url__in=labels)}
    now = timezone.now()
    fresh = [Link(agency=agency, url=url, due_at=now) for url in labels if url not in known]
    known |= {link.url: link for link in Link.objects.add_all(fresh)}
    rows = Watch.objects.of(agency).filter(fiscal_year=fiscal_year, code=code)
    rows.exclude(link__in=[link.pk for link in known.values()]).delete()
    kept = {one.link_id: one for one in rows}
    words = {"year_rule": year_rule.value, "division_id": division_id}
    rows.update(**words)
    Watch.objects.add_all(
        [
            Watch(agency=agency, link=known[url], fiscal_year=fiscal_year, code=code, label=label[:300], **words)
            for url, label in labels.items()
            if known[url].pk not in kept
        ]
    )
