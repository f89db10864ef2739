"""The app of agencies, divisions and memberships."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AgenciesConfig(AppConfig):
    name = "prongsai.web.agencies"
    label = "agencies"

    def ready(self) -> None:
        from prongsai.web.agencies import guards

        pre_migrate.connect(guards.remove, sender=self)
        post_migrate.connect(guards.install, sender=self)
