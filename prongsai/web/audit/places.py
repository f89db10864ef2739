"""Where the thing that an event tells of can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.apps import apps
from django.urls import reverse

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.agencies.scope import AgencyOwned
from prongsai.web.audit.models import Event


@dataclass(frozen=True, slots=True)
class Place:
    """The name of an address, what of the thing stands in it after the agency, and the permission that it asks for."""

    address: str
    parts: tuple[str, ...] = ()
    permission: Permission = Permission.SEE_AGENCY


_PEOPLE = Place("agencies:people")
#: The page of a thing, by its type; things without a page of their own are seen where they are listed.
PLACES: dict[str, Place] = {
    "accounts.person": _PEOPLE,
    "agencies.agency": _PEOPLE,
    "agencies.division": _PEOPLE,
    "assessments.assessment": Place("assessments:result", ("fiscal_year",)),
    "contests.contest": Place("contests:detail", ("fiscal_year", "code")),
    "contests.contestdays": Place("contests:list", ("fiscal_year",)),
    "disclosures.disclosure": Place("disclosures:detail", ("fiscal_year", "code")),
    "evidence.evidence": Place("evidence:original", ("pk",)),
    "imports.reportimport": Place("imports:check", ("pk",), Permission.ACCEPT_IMPORT),
    "measures.measure": Place("measures:detail", ("plan.fiscal_year", "pk")),
    "measures.plan": Place("measures:plan", ("fiscal_year",)),
    "measures.round": Place("measures:round", ("plan.fiscal_year", "pk")),
    "outside.divisionlink": Place("outside:reminders", ("round.plan.fiscal_year", "round.pk"), Permission.SEND_LINKS),
    "published.publication": Place("published:detail", ("fiscal_year", "code")),
    "reports.ownform": Place("reports:forms", (), Permission.WRITE_REPORT),
    "reports.report": Place("reports:detail", ("pk",)),
}
_REMOVED_MEASURE = Place("measures:plan", ("plan.fiscal_year",))
#: Evidence that is no file has nothing to open here; its address stands among the values.
_NO_FILE = {"link", "nothing"}


def has_place(seat: Seat, event: Event) -> bool:
    """Whether the thing has a page that this person may open; whether it is still there, ``address_of`` finds out."""
    place = PLACES.get(event.subject_type)
    return place is not None and event.after.get("kind") not in _NO_FILE and bool(seat.may(place.permission))


def address_of(seat: Seat, event: Event) -> str:
    """The address of the thing's page; empty where there is none, or the thing is there no longer."""
    place = PLACES.get(event.subject_type)
    if place is None or not has_place(seat, event):
        return ""
    model = apps.get_model(event.subject_type)
    if not issubclass(model, AgencyOwned):  # people and the agency itself: their page is a list
        return reverse(place.address, args=[seat.agency.slug])
    thing = model.objects.of(seat.agency).filter(pk=event.subject_id).first()
    if thing is None or getattr(thing, "kind", "") in _NO_FILE:
        return ""
    if event.subject_type == "measures.measure" and getattr(thing, "removed_at", None):
        place = _REMOVED_MEASURE
    return reverse(place.address, args=[seat.agency.slug, *(_part(thing, part) for part in place.parts)])


def _part(thing: Any, path: str) -> Any:
    return reduce(getattr, path.split("."), thing)
