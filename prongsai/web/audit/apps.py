"""The app audit."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "prongsai.web.audit"
    label = "audit"

    def ready(self) -> None:
        from prongsai.web.audit import guards

        post_migrate.connect(guards.install, sender=self)
