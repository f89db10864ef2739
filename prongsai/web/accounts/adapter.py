"""How allauth behaves here."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from prongsai.web.accounts.models import Person


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """Nobody signs up by himself: the agency's administrator or coordinator makes the accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def set_password(self, user: Person, password: str) -> None:
        """Every way in which people set their own password ends here: from now on nobody else knows it."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's account."""
        return reverse("accounts:mine")


def client_address(request: HttpRequest) -> str:
    """The address that asks, as allauth finds it: the one that the trusted proxy saw, whatever the asker claims."""
    address: str = ClosedDoor(request).get_client_ip(request)
    return address
