"""What people change of their own account."""

from __future__ import annotations

from django.db import transaction

from prongsai.web.accounts.models import Person


@transaction.atomic
def change_own(*, by: Person, email: str, language: str) -> None:
    """The address and the language of one's own account. It belongs to no agency, so no history of one tells of it."""
    by.email, by.language = email, language
    by.save(update_fields=["email", "language"])


@transaction.atomic
def change_language(*, by: Person, language: str) -> None:
    """The language in which this account reads: ``th`` or ``en``."""
    by.language = language
    by.save(update_fields=["language"])
