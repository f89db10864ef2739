"""The app reports."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "prongsai.web.reports"
    label = "reports"

    def ready(self) -> None:
        """Have the pages where the day begins say what waits of reports, and items show acknowledged ones."""
        from prongsai.web.disclosures.queries import Source, offer_content
        from prongsai.web.reports import publishing
        from prongsai.web.reports.notices import waiting
        from prongsai.web.site.notices import announce

        announce(waiting)
        offer_content(Source(publishing.PREFIX, publishing.offers, publishing.sections))
