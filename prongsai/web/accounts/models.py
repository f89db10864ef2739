"""People who sign in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Person(AbstractUser):
    """Somebody with an account; agencies and roles are in Membership. The name is one field, as Thai forms have it."""

    first_name = None  # type: ignore[assignment]  # Django's halves of a name are not ours
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("Full name"), max_length=200)
    language = models.CharField(max_length=2, choices=[("th", "ไทย"), ("en", "English")], default="th")
    must_change_password = models.BooleanField(default=False)  # somebody else knows it: see middleware.py

    REQUIRED_FIELDS = ["full_name"]  # noqa: RUF012  # Django's own form of it

    class Privacy:
        public = ("id",)
        internal = (
            "language",
            "is_active",
            "is_staff",
            "is_superuser",
            "date_joined",
            "last_login",
            "must_change_password",
        )
        personal = ("username", "full_name", "email")
        sealed = ("password",)
        retention = "scrubbed on request; history keeps the reference"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """The full name; Django's own parts ask for it."""
        return self.full_name

    def get_short_name(self) -> str:
        """The same: Thai names are not cut."""
        return self.full_name
