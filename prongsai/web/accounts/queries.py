"""What is asked about accounts."""

from __future__ import annotations

from prongsai.web.accounts.models import Person


def address_is_taken(email: str, *, other_than: Person) -> bool:
    """Whether another account has this e-mail address, in capitals or not."""
    return Person.objects.exclude(pk=other_than.pk).filter(email__iexact=email).exists()
