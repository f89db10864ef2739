"""The country's history: written inside the transaction of the action that it tells of."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.country.models import CountryEvent


def tell(by: Person | None, kind: EventKind, subject: str, **details: Any) -> None:
    """Keep one event; ``details`` are plain values."""
    CountryEvent(at=timezone.now(), by=by, kind=kind.value, subject=subject[:300], details=details).save()
