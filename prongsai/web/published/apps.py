"""The app published."""

from __future__ import annotations

from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "prongsai.web.published"
    label = "published"

    def ready(self) -> None:
        """Have its files swept, and the public pages made anew when their agency has another name."""
        from prongsai.web.agencies.actions import listen_to_agencies
        from prongsai.web.evidence.actions import sweep_too
        from prongsai.web.published.following import follow_agency
        from prongsai.web.published.queries import names_of_files

        sweep_too("published", names_of_files)
        listen_to_agencies(follow_agency)
