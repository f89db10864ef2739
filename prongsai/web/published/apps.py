"""The app published."""

from __future__ import annotations

from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "prongsai.web.published"
    label = "published"

    def ready(self) -> None:
        from prongsai.web.evidence.actions import sweep_too
        from prongsai.web.published.queries import names_of_files

        sweep_too("published", names_of_files)
