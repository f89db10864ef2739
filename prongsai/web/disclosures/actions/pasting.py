"""Putting a pasted table of addresses into the items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import opened, told, touch, write
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.pasting import Planned
from prongsai.web.evidence import actions as evidence_actions


def paste_items(
    *, by: Person, agency: Agency, fiscal_year: int, planned: Sequence[Planned], replace: bool = False
) -> list[Disclosure]:
    """Put links, answers and explanations into the items: all of them, or none where one cannot be.

    With ``replace`` also words that differ from those that are there. Stale where an item was written meanwhile.
    Every new link is watched. Returns the items that were changed.
    """
    changed = []
    with evidence_actions.all_or_nothing():
        for one in planned:
            if one.adds or (replace and one.replaces):
                changed.append(_put(by, agency, fiscal_year, one, one.values(replace=replace)))
        if changed:
            codes, links = [row.code for row in changed], sum(len(one.new) for one in planned)
            after = {"fiscal_year": fiscal_year, "codes": codes, "links": links}
            record(by=by, agency=agency, kind=EventKind.DISCLOSURES_PASTED, subject=agency, after=after)
    return changed


@transaction.atomic
def _put(by: Person, agency: Agency, fiscal_year: int, one: Planned, values: dict[str, str]) -> Disclosure:
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=one.code, version=one.version)
    before: dict[str, Any] = {key: getattr(row, key) for key in values}
    made = [
        evidence_actions.add_link(
            by=by, agency=agency, url=link.url, title=link.title or row.name, fiscal_year=fiscal_year
        )
        for link in one.new
    ]
    row.evidence.add(*made)
    if values:
        write(row, values)
    else:
        touch(row)
    after: dict[str, Any] = dict(values)
    after |= {"evidence": [piece.url for piece in made]} if made else {}
    told(by, row, before, after)
    follow_links(row)
    return row
