"""Which links are watched for an item: what it shows, neither more nor less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from prongsai.core.framework.rules import YearRule
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Watch
from prongsai.web.site.refusals import refuse

#: So long an address may be: the longest that the row takes, and that browsers and servers handle.
LONGEST = 2000


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
    """Watch exactly these links for an item of a year. New ones are due at once; what was known of old ones stays.

    Refused where an address is longer than ``LONGEST`` letters.
    """
    labels = {one.url: one.label for one in wanted}
    if long := next((url for url in labels if len(url) > LONGEST), None):
        raise refuse(
            f"ที่อยู่ {long[:60]}… ยาวเกิน {LONGEST} ตัวอักษร โปรดใช้ที่อยู่ที่สั้นกว่า",
            f"The address {long[:60]}… is longer than {LONGEST} letters. Please use a shorter one.",
        )
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)  # two items may bring the same new address at once
    known = _known(agency, list(labels))
    rows = Watch.objects.of(agency).filter(fiscal_year=fiscal_year, code=code)
    left = rows.exclude(link__in=[link.pk for link in known.values()])
    gone = list(left.values_list("link_id", flat=True))
    left.delete()
    _rest(agency, gone)
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


def _known(agency: Agency, urls: list[str]) -> dict[str, Link]:
    """The links of these addresses, made where they are new; one that nothing showed is due again."""
    now = timezone.now()
    rows = Link.objects.of(agency).filter(url__in=urls)
    rows.filter(due_at=None).update(due_at=now)
    known = {link.url: link for link in rows}
    fresh = [Link(agency=agency, url=url, due_at=now) for url in urls if url not in known]
    return known | {link.url: link for link in Link.objects.add_all(fresh)}


def _rest(agency: Agency, links: list[int]) -> None:
    """Links that nothing shows any more are opened no longer; what was found of them stays."""
    shown = Watch.objects.of(agency).filter(link__in=links).values_list("link_id", flat=True)
    Link.objects.of(agency).filter(pk__in=set(links) - set(shown)).update(due_at=None, wanted_at=None)
