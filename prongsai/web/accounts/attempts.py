"""Under which name failed sign-ins are counted: one account has one count, however its name is written."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q
from django.http import HttpRequest

from prongsai.web.accounts.models import Person

#: No name or address is longer.
LONGEST = 254


def counted_as(request: HttpRequest | None, credentials: Mapping[str, str] | None = None) -> str:
    """The user name of the account that is meant, by name or e-mail, in capitals or not; else what was written.

    Signing in takes capitals for small letters. Were ``WICHAI`` counted apart from ``wichai``, every way to write a
    name would give a guesser eight tries more.
    """
    given = credentials or {}
    posted = request.POST.get("login", "") if request is not None else ""
    written = (given.get("username") or given.get("email") or posted).strip()[:LONGEST].lower()
    meant = Person.objects.filter(Q(username__iexact=written) | Q(email__iexact=written)).order_by("pk").first()
    return meant.username if written and meant else written
