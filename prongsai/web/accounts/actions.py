"""What changes an account: what people set for themselves, and the passwords that somebody else gives them."""

from __future__ import annotations

import logging
import secrets

from allauth.mfa.models import Authenticator
from axes.utils import reset as forget_attempts
from django.db import transaction

from prongsai.web.accounts.models import Person

_log = logging.getLogger(__name__)

#: Letters and digits that nobody takes for another when they are read out or written by hand.
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"


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


@transaction.atomic
def open_account(
    *, by: Person | None, username: str, full_name: str, password: str, must_change_password: bool = True
) -> Person:
    """A new account. Its first password was chosen by somebody else, so it is changed at the first sign-in."""
    made = Person.objects.create_user(
        username=username, password=password, full_name=full_name, must_change_password=must_change_password
    )
    _tell("opened", made, by)
    return made


@transaction.atomic
def give_password(*, by: Person | None, person: Person) -> str:
    """A new one-time password, told once to the caller and kept nowhere.

    Whoever is signed in to the account is signed out: a session stands on the password with which it began. Failed
    attempts are forgotten, so that the person need not wait.
    """
    password = "-".join("".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(3))
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    forget_attempts(username=person.username)
    _tell("given a new password", person, by)
    return password


@transaction.atomic
def remove_second_step(*, by: Person | None, person: Person) -> int:
    """Take app, keys and recovery codes off the account of somebody who has lost them; says how many there were."""
    removed: int = Authenticator.objects.filter(user=person).delete()[0]
    _tell("rid of its second step", person, by)
    return removed


def _tell(what: str, account: Person, by: Person | None) -> None:
    """For those who watch the server; the agencies read it in their history."""
    _log.info("account %s was %s by %s", account.pk, what, by.pk if by else "the server")
