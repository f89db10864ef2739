"""The app reports."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "prongsai.web.reports"
    label = "reports"

    def ready(self) -> None:
        """Have the pages where the day begins say what waits of reports."""
        from prongsai.web.reports.notices import waiting
        from prongsai.web.site.notices import announce

        announce(waiting)
