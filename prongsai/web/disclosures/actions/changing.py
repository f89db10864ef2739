"""The settings of an item: its name, who looks after it and by when, and how it stands in the reports."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import item_wanted, made, plain, row_at, values_of, write, write_settings
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.content import Content
from prongsai.web.disclosures.items import item_of, serves
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.naming import meant_by
from prongsai.web.site.refusals import Stale, refuse

#: Of what a person writes on the settings, what the public reads too.
_READ_BY_ALL = ("name", "components", "responsible", "division_id")


@transaction.atomic
def change_disclosure(
    *, by: Person, agency: Agency, fiscal_year: int, code: str, content: Content, version: int
) -> Disclosure:
    """Write one item. ``version`` is the one that was read; 0 where nothing was kept of the item yet.

    Raises Stale when somebody else wrote first, and Refused for an item that the year's framework does not have or a
    division of another agency.
    """
    if content.division_id and not Division.objects.of(agency).filter(pk=content.division_id).exists():
        raise refuse("ไม่พบส่วนราชการที่เลือก โปรดเลือกใหม่", "That division is not there. Please choose again.")
    found = row_at(agency, fiscal_year, code)
    if version != (found.version if found else 0):
        raise Stale
    before = plain(found) if found else {}
    row = found or _made(agency, fiscal_year, code, content)
    if found:
        values = values_of(content) | _renamed(agency, fiscal_year, found, content.name)
        seen = any(getattr(row, key) != values[key] for key in _READ_BY_ALL)
        (write if seen else write_settings)(row, values)
    record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, before=before, after=plain(row))
    follow_links(row)
    return row


def _renamed(agency: Agency, fiscal_year: int, row: Disclosure, name: str) -> dict[str, str]:
    """What a row of another year's list becomes by its new name: that of the year's item of its code makes it that."""
    item = item_of(agency, fiscal_year, row.code)
    if item is None or serves(item, row.subject) or name == row.name:
        return {}
    meant = meant_by(agency, fiscal_year, row.code, name)
    return {"subject": meant.subject, "sub_indicator": meant.sub_indicator} if meant else {}


def _made(agency: Agency, fiscal_year: int, code: str, content: Content) -> Disclosure:
    item = item_wanted(agency, fiscal_year, code)
    row = made(agency, fiscal_year, item, values_of(content))
    row.save()
    return row
