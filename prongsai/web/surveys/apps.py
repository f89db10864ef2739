"""The app surveys."""

from __future__ import annotations

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "prongsai.web.surveys"
    label = "surveys"

    def ready(self) -> None:
        """Have items show the results of closed surveys."""
        from prongsai.web.disclosures.queries import Source, offer_content
        from prongsai.web.surveys import publishing

        offer_content(Source(publishing.PREFIX, publishing.offers, publishing.sections))
