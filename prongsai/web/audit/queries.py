"""Reading the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from prongsai.core.events.vocabulary import WORDS, EventKind
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.audit.models import Event
from prongsai.web.site.numbers import number_in


@dataclass(frozen=True, slots=True)
class Change:
    """One value that changed: its name, what it was and what it became (None: it was not there)."""

    name: str
    old: Any
    new: Any


def history_of(agency: Agency, *, kind: str = "", person: str = "") -> QuerySet[Event]:
    """The events of an agency, newest first, of one kind or by one person where given."""
    found = Event.objects.of(agency).select_related("by").order_by("-at", "-id")
    if kind in set(EventKind):  # Python 3.11 asks only for members with `in`, not for values
        found = found.filter(kind=kind)
    number = number_in(person)
    return found if number is None else found.filter(by=number)


def actors_of(agency: Agency) -> QuerySet[Person]:
    """Everybody who stands in the history of the agency, by name; also those who have left."""
    return Person.objects.filter(pk__in=Event.objects.of(agency).order_by().values("by")).order_by("full_name")


def event_for(seat: Seat, pk: int) -> Event | None:
    """An event of the person's agency; None where there is none of that number."""
    return Event.objects.of(seat.agency).filter(pk=pk).first()


def history_of_subject(agency: Agency, subject_type: str, subject_id: int) -> QuerySet[Event]:
    """The events of one thing (``measures.measure``, its id), newest first."""
    found = Event.objects.of(agency).filter(subject_type=subject_type, subject_id=subject_id)
    return found.select_related("by").order_by("-at", "-id")


def words_of(event: Event) -> Sentence:
    """What happened, in words."""
    return WORDS[EventKind(event.kind)]


def changes_of(event: Event) -> list[Change]:
    """From what to what, value by value."""
    names = sorted(event.before.keys() | event.after.keys())
    return [Change(name, event.before.get(name), event.after.get(name)) for name in names]
