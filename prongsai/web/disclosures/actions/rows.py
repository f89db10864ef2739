"""Rows of items: begun with the framework's words, and written by whoever read the newest version."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.content import Content
from prongsai.web.disclosures.items import Item, item_of, order_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.site.refusals import Stale, refuse

#: The fields of a disclosure that a person writes on its settings.
FIELDS = ("name", "components", "responsible", "division_id", "due_on", "status", "progress")


def row_at(agency: Agency, fiscal_year: int, code: str) -> Disclosure | None:
    """What is kept of an item, None where nothing is yet."""
    return Disclosure.objects.of(agency).filter(fiscal_year=fiscal_year, code=code).first()


def opened(*, by: Person, agency: Agency, fiscal_year: int, code: str, version: int | None = None) -> Disclosure:
    """The row of an item, begun where there is none. Stale where it is not at ``version`` (0: none was there; None:
    any will do). Refused for an item that the year's framework does not have.
    """
    found = row_at(agency, fiscal_year, code)
    if version is not None and version != (found.version if found else 0):
        raise Stale
    return found or _begun(by, agency, fiscal_year, code)


def made(agency: Agency, fiscal_year: int, item: Item, values: dict[str, Any]) -> Disclosure:
    """A row of an item that is not saved yet."""
    return Disclosure(
        agency=agency,
        fiscal_year=fiscal_year,
        code=item.code,
        order=order_of(item.code),
        sub_indicator=item.sub_indicator,
        subject=item.subject,
        **values,
    )


def write(row: Disclosure, values: dict[str, Any]) -> Disclosure:
    """Save what the public reads as the row's next version; Stale where another was first."""
    return _update(row, {**values, "changed_at": timezone.now()})


def write_settings(row: Disclosure, values: dict[str, Any]) -> Disclosure:
    """Save what only officials read, as the row's next version; Stale where another was first."""
    return _update(row, values)


def touch(row: Disclosure) -> None:
    """What the item shows has grown by a piece: its words stay as they are, so nobody else's form is out of date."""
    row.changed_at = timezone.now()
    row.save(update_fields=["changed_at"])


def item_wanted(agency: Agency, fiscal_year: int, code: str) -> Item:
    """The item of that code; Refused where the year has none."""
    item = item_of(agency, fiscal_year, code)
    if item is None:
        raise refuse(
            f"กรอบการประเมินปี {fiscal_year} ไม่มีรายการ {code}", f"The framework of {fiscal_year} has no item {code}."
        )
    return item


def values_of(content: Content) -> dict[str, Any]:
    """The fields that a person wrote."""
    return {
        "name": content.name[:300],
        "components": list(content.components),
        "responsible": list(content.responsible),
        "division_id": content.division_id,
        "due_on": content.due_on,
        "status": content.status.value,
        "progress": list(content.progress),
    }


def plain(row: Disclosure) -> dict[str, Any]:
    """The fields that a person wrote, as the history keeps them."""
    return {field: getattr(row, field) for field in FIELDS} | {"due_on": row.due_on.isoformat() if row.due_on else None}


def told(by: Person, row: Disclosure, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Put a change of an item into the history: only what differs."""
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    record(
        by=by,
        agency=row.agency,
        kind=EventKind.DISCLOSURE_CHANGED,
        subject=row,
        before={key: value for key, value in before.items() if key in changed},
        after={key: value for key, value in after.items() if key in changed},
    )


def _begun(by: Person, agency: Agency, fiscal_year: int, code: str) -> Disclosure:
    item = item_wanted(agency, fiscal_year, code)
    words = values_of(Content(name=item.name, components=item.components))
    row = made(agency, fiscal_year, item, words)
    row.save()
    record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=row, after=plain(row))
    return row


def _update(row: Disclosure, values: dict[str, Any]) -> Disclosure:
    rows = Disclosure.objects.of(row.agency_id).filter(pk=row.pk, version=row.version)
    if not rows.update(version=F("version") + 1, **values):
        raise Stale
    row.refresh_from_db()
    return row
