"""The app of agencies, divisions and memberships."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AgenciesConfig(AppConfig):
    name = "prongsai.web.agencies"
    label = "agencies"

    def ready(self) -> None:
        from prongsai.web.agencies import guards

        post_migrate.connect(guards.install, sender=self)
