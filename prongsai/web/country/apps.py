"""The app country."""

from __future__ import annotations

from django.apps import AppConfig


class CountryConfig(AppConfig):
    name = "prongsai.web.country"
    label = "country"

    def ready(self) -> None:
        from prongsai.web.country.doors import overseen
        from prongsai.web.site.doors import announce_doors

        announce_doors(overseen)
