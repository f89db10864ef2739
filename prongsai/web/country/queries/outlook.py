"""Whose eyes reach how far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from prongsai.core.country.scope import COUNTRY, Reach, Scope
from prongsai.web.accounts.models import Person
from prongsai.web.country.models import CountryEvent, Oversight

_WIDTH = list(Reach)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A person and the scopes that the person may see, the widest first; never empty."""

    person: Person
    scopes: tuple[Scope, ...]

    def sees(self, scope: Scope) -> bool:
        """Whether all of the scope is within one of theirs."""
        return any(one.covers(scope) for one in self.scopes)

    def sees_province(self, province: str) -> bool:
        """Whether a body of that province (empty: of none) is within one of theirs."""
        return any(one.covers_province(province) for one in self.scopes)

    def around(self, province: str) -> Scope:
        """The widest of their scopes in which a body of that province is seen: what it may be compared with."""
        return next(one for one in self.scopes if one.covers_province(province))

    @property
    def of_country(self) -> bool:
        """Whether they see the whole country: then they bring in tables of results too."""
        return COUNTRY in self.scopes


def outlook_of(person: Person, today: date) -> Outlook | None:
    """What the person oversees on that day; None: nothing, and then the country is not there for them."""
    rows = standing(today).filter(person=person).values_list("reach", "name")
    scopes = sorted((Scope(Reach(reach), name) for reach, name in rows), key=lambda one: (_WIDTH.index(one.reach), one))
    return Outlook(person, tuple(scopes)) if scopes else None


def standing(today: date) -> QuerySet[Oversight]:
    """The leaves that stand on that day."""
    return Oversight.objects.filter(since__lte=today).filter(Q(until=None) | Q(until__gt=today))


def events() -> QuerySet[CountryEvent]:
    """What was done for the country, the newest first."""
    return CountryEvent.objects.select_related("by").order_by("-at", "-pk")
