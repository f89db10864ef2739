"""The app frameworks."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register


class FrameworksConfig(AppConfig):
    name = "prongsai.web.frameworks"
    label = "frameworks"

    def ready(self) -> None:
        from prongsai.web.frameworks.installed import own_files

        register(own_files)
