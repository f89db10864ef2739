"""The app links."""

from __future__ import annotations

from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "prongsai.web.links"
    label = "links"

    def ready(self) -> None:
        from prongsai.web.links.notices import waiting
        from prongsai.web.site.notices import announce

        announce(waiting)
