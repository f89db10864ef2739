"""What is asked about accounts."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from prongsai.web.accounts.models import Person


def address_is_taken(email: str, *, other_than: Person) -> bool:
    """Whether another account has this e-mail address, in capitals or not."""
    return Person.objects.exclude(pk=other_than.pk).filter(email__iexact=email).exists()


def account_named(username: str) -> Person | None:
    """The account of that user name, if there is one."""
    return Person.objects.filter(username=username).first()


def has_second_step(person: Person) -> bool:
    """Whether signing in asks for more than the password."""
    found: bool = Authenticator.objects.filter(user=person).exists()
    return found
