"""The country on the home page of those who oversee it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.web.accounts.models import Person
from prongsai.web.country.queries.outlook import outlook_of
from prongsai.web.site import clock
from prongsai.web.site.doors import Door
from prongsai.web.site.refusals import said


def overseen(person: Person) -> Iterator[Door]:
    """One door to all that the person oversees."""
    outlook = outlook_of(person, clock.today())
    if outlook is not None:
        names = " · ".join(said(scope.label) for scope in outlook.scopes)
        yield Door(_("Results of many agencies"), names, reverse("country:home"))
